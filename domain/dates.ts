const UTC = 'UTC'
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})$/

/** A day is a real one: 2017-02-29 never was. */
export function isCalendarDay(day: string): boolean {
  return (
    ISO_DAY.test(day) &&
    !day.startsWith('0000') &&
    new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) === day
  )
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
