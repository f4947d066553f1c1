// Days as spreadsheets write them. The order of day and month is settled for a whole column, never line by line.

/** Which comes first in 01/02/2026. */
export const DAY_ORDERS = ['DAY_FIRST', 'MONTH_FIRST'] as const
export type DayOrder = (typeof DAY_ORDERS)[number]

export type WrittenDay = { ok: true; day: string } | { ok: false; reason: string }

/** The order of a column: what was taken, and the line that speaks against it. */
export type OrderOfDays = {
  order: DayOrder
  /** Whether any day could be read either way, or only in the other: the order is then offered as a choice. */
  open: boolean
  /** The first line that can only be read in the other order, or null. */
  against: number | null
}

const TIME = /[T ]+\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?( ?[ap]m)?( ?(Z|UTC|GMT|[+-]\d{2}:?\d{2}))?$/i
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/
const NUMBERS = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/
const WEEKDAY = /^(mon|tues?|wed(nes)?|thu(rs)?|fri|sat(ur)?|sun)(day)?,? +/i
const DAY_NAMED = /^(\d{1,2})(?:st|nd|rd|th)?[ -]+([a-z]{3,9})\.?,?[ -]+(\d{4})$/i
const NAMED_DAY = /^([a-z]{3,9})\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})$/i
const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)

const LIKE = 'Write it as 2026-02-28 or 28/02/2026.'

/** Settles the order for all the days of a column: what was chosen, or the day first unless lines can only be the other. */
export function orderOfDays(
  written: readonly { line: number; text: string }[],
  chosen: DayOrder | null,
): OrderOfDays {
  let [dayOnly, monthOnly, either]: [number | null, number | null, boolean] = [null, null, false]
  for (const { line, text } of written) {
    const [, first = '', sign, second = ''] = NUMBERS.exec(bare(text)) ?? []
    if (sign === undefined || sign === '.') continue
    if (Number(first) > 12) dayOnly ??= line
    else if (Number(second) > 12) monthOnly ??= line
    else either ||= first !== second
  }
  const order = chosen ?? 'DAY_FIRST'
  return {
    order,
    open: chosen !== null || monthOnly !== null || (either && dayOnly === null),
    against: order === 'DAY_FIRST' ? monthOnly : dayOnly,
  }
}

/** Reads one day in the order of its column. Dots always have the day first. Whether it is in the calendar is not looked at. */
export function readWrittenDay(written: string, order: DayOrder = 'DAY_FIRST'): WrittenDay {
  const text = bare(written)
  const [, year = '', , month = '', day = ''] = YEAR_FIRST.exec(text) ?? []
  if (year !== '') return taken(year, month, day)
  const [, first = '', sign = '', second = '', last = ''] = NUMBERS.exec(text) ?? []
  if (last !== '') {
    return order === 'DAY_FIRST' || sign === '.' ? taken(last, second, first) : taken(last, first, second)
  }
  const words = text.replace(WEEKDAY, '')
  const [, dayBefore = '', named = '', yearAfter = ''] = DAY_NAMED.exec(words) ?? []
  if (yearAfter !== '') return inMonth(yearAfter, named, dayBefore)
  const [, namedFirst = '', dayAfter = '', yearLast = ''] = NAMED_DAY.exec(words) ?? []
  if (yearLast !== '') return inMonth(yearLast, namedFirst, dayAfter)
  return { ok: false, reason: reasonFor(text) }
}

function bare(written: string): string {
  return written.trim().replace(TIME, '')
}

function inMonth(year: string, named: string, day: string): WrittenDay {
  const name = named.toLowerCase()
  const at = MONTHS.findIndex(
    (month) => month === name || month.slice(0, 3) === name || (name === 'sept' && month === 'september'),
  )
  return at < 0 ? { ok: false, reason: reasonFor('') } : taken(year, String(at + 1), day)
}

function taken(year: string, month: string, day: string): WrittenDay {
  return { ok: true, day: `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` }
}

function reasonFor(text: string): string {
  if (text === '') return `This line has no day. ${LIKE}`
  if (/^\d{5}(\.\d+)?$/.test(text))
    return `“${text}” is how a spreadsheet counts days. Show the column as dates there. ${LIKE}`
  if (/^(\d{4}[-/ ]?)?(w|wk|week) ?\d{1,2}([-/ ]?\d{4})?$/i.test(text) || /^\d{4}-?W\d{2}/i.test(text))
    return `A week is no day: write the day on which it begins. ${LIKE}`
  if (/^([a-z]{3,9}\.?[- /']*(\d{2}|\d{4})|\d{4}[-/]\d{1,2}|\d{1,2}\/\d{4})$/i.test(text))
    return `A month is no day: write its first day. ${LIKE}`
  if (/^\d{1,2}[-/. ](\d{1,2}|[a-z]{3,9})[-/. ]\d{2}$/i.test(text))
    return `The day cannot be read: write the year in full. ${LIKE}`
  return `The day cannot be read. ${LIKE}`
}
