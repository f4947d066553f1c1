import { type Reading, refusal } from './refusal.ts'

const UTC = 'UTC'
/** Years that something in a lab's work can be about: another one is a slip of the fingers. */
const YEARS = { first: 1900, last: 2199 }
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/

/** A day is a real one: 2017-02-29 never was. */
export function isCalendarDay(day: string): boolean {
  return (
    ISO_DAY.test(day) &&
    !day.startsWith('0000') &&
    new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) === day
  )
}

/** A day that is in the calendar, in a year that it can be about. */
export function readDay(day: string, field = 'day'): Reading<string> {
  const no = (message: string): Reading<string> => ({
    ok: false,
    refusal: refusal('BAD_USER_INPUT', message, field),
  })
  if (!isCalendarDay(day)) return no('This day is not in the calendar. Enter a day such as 2026-02-28.')
  const year = Number(day.slice(0, 4))
  if (year < YEARS.first || year > YEARS.last)
    return no(`Check the year: days from ${YEARS.first} to ${YEARS.last} are taken.`)
  return { ok: true, value: day }
}

/** The calendar day that it is at a moment in a time zone, as `2017-07-13`. */
export function dayIn(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone }).format(at)
}

/** Whether text is a moment in the years that a database and everybody's clocks know: `2017-07-13T15:42:00Z`. */
export function isMoment(text: string): boolean {
  const at = Date.parse(text)
  return !Number.isNaN(at) && isCalendarDay(new Date(at).toISOString().slice(0, 10))
}

/** A day in words: "13 July 2017". */
export function formatDay(day: string): string {
  return formatParts(day, { day: 'numeric', month: 'long', year: 'numeric' })
}

/** Days from the first to the last, without saying a month or a year twice: "13 to 14 July 2017". */
export function formatDayRange(first: string, last: string): string {
  if (first === last) return formatDay(first)
  if (first.slice(0, 4) !== last.slice(0, 4)) return `${formatDay(first)} to ${formatDay(last)}`
  const sameMonth = first.slice(0, 7) === last.slice(0, 7)
  const start = formatParts(first, sameMonth ? { day: 'numeric' } : { day: 'numeric', month: 'long' })
  return `${start} to ${formatDay(last)}`
}

/** A time of day as the clock in the room shows it: "15:42". */
export function formatTime(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(at)
}

/** A time zone is one of the world's named ones, such as Europe/London. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** How many days from the first to the last, both counted: the 2017 workshop had two. */
export function countDays(first: string, last: string): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000) + 1
}

/** The day so many days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}

function formatParts(day: string, parts: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en-GB', { ...parts, timeZone: UTC }).format(new Date(`${day}T00:00:00Z`))
}
