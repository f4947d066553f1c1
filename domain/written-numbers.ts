// Numbers as spreadsheets and word processors write them.

/** What a comma in a number is. Where nobody has said, a comma that can only part thousands is taken; others are asked about. */
export const COMMA_READINGS = ['DECIMALS', 'THOUSANDS'] as const
export type CommaReading = (typeof COMMA_READINGS)[number]

export type WrittenNumber = { ok: true; value: number; percent: boolean } | { ok: false; reason: string }

/** What every refusal says that a person can resolve by saying what commas are. */
export const ASK_FOR_COMMAS = 'Say below whether commas are decimals, or write decimals with a point.'

const PLAIN = /^-?(\d+\.?\d*|\.\d+)$/
const SPACED = /^-?\d{1,3}([ '’]\d{3})+(\.\d+)?$/
const BY_COMMAS = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/
const DECIMAL_COMMA = /^-?(\d{1,3}([. '’]\d{3})+|\d+),\d+$/
const SCIENTIFIC = /^[+-]?\d+([.,]\d+)?e[+-]?\d+$/i
const MINUS = /^[\u2212\u2013\ufe63\uff0d](?=[\d.,])/

/**
 * Reads one number. `−12.5`, `1 234` and `12.50` are read; `12,5` and `1,234` only once it has been said what a comma is;
 * `(5)` and `1e3` never, since the one may be a note and the other has lost its last digits.
 */
export function readWrittenNumber(written: string, commas: CommaReading | null): WrittenNumber {
  const percent = /%$/.test(written)
  const text = written
    .replace(/\s*%$/, '')
    .replace(MINUS, '-')
    .replace(/^\+(?=[\d.])/, '')
  const taken = (digits: string): WrittenNumber => ({ ok: true, value: Number(digits), percent })
  if (commas === 'DECIMALS' && DECIMAL_COMMA.test(text))
    return taken(text.replace(/[. '’]/g, '').replace(',', '.'))
  if (commas === 'DECIMALS' && /^-?\d{1,3}(\.\d{3})+$/.test(text))
    return no(
      `“${written}” could be thousands or decimals where commas are decimals. Write it without the point.`,
    )
  if (PLAIN.test(text)) return taken(text)
  if (SPACED.test(text)) return taken(text.replace(/[ '’]/g, ''))
  if (BY_COMMAS.test(text)) {
    if (commas === 'THOUSANDS' || text.includes('.') || text.split(',').length > 2)
      return taken(text.replaceAll(',', ''))
    return asks(`“${written}” could be ${text.replace(',', '')} or ${text.replace(',', '.')}.`)
  }
  if (DECIMAL_COMMA.test(text)) return asks(`“${written}” has a comma.`)
  if (SCIENTIFIC.test(text))
    return no(
      'This number has lost its last digits: 1e3 is how a spreadsheet shortens. Show it in full there.',
    )
  if (/^\(.*\)$/.test(text))
    return no('Brackets can mean less than nothing, or a note. Write −5, or 5 alone.')
  return no('The value cannot be read. Write the number alone, decimals with a point: 12.5.')
}

function no(reason: string): WrittenNumber {
  return { ok: false, reason }
}

function asks(what: string): WrittenNumber {
  return no(`${what} ${ASK_FOR_COMMAS}`)
}
