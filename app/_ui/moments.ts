import { formatDay, formatTime } from '#domain/dates.ts'
import { DEFAULT_TIME_ZONE } from '#domain/workshops.ts'

/** The day of a moment, as the calendar in the room shows it: "13 July 2017". */
export function dayOf(moment: string, timeZone: string = DEFAULT_TIME_ZONE): string {
  // Sweden writes days as 2017-07-13.
  return formatDay(
    new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone }).format(new Date(moment)),
  )
}

/** A moment as the clock in the room shows it: "15:42 on 13 July 2017". */
export function momentOf(moment: string, timeZone: string = DEFAULT_TIME_ZONE): string {
  return `${formatTime(new Date(moment), timeZone)} on ${dayOf(moment, timeZone)}`
}
