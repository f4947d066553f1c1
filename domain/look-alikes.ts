// Text out of spreadsheets and mail programs carries marks that nobody sees and signs that look like others.

// Zero-width space and joiner, word joiner, byte order mark, soft hyphen: left behind by web pages and word processors.
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/g
const APOSTROPHES = /[\u2018\u2019\u201a\u201b\u02bc\u2032\u0060\u00b4]/g
const QUOTES = /[\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb]/g
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g
// Everything of Default_Ignorable_Code_Point but the joiners inside emoji and scripts is dropped from a key.
const IGNORABLE = /\p{Default_Ignorable_Code_Point}/gu

/** Text without unseen marks, with every kind of space a space, in one form of accents. Line breaks stay. */
export function withoutUnseen(text: string): string {
  return isPlain(text) ? text : tidy(text)
}

/** The same on one line, as names and titles are. */
export function onOneLine(text: string): string {
  return isPlain(text) ? text : tidy(text).replace(/\s+/g, ' ')
}

// Most cells of a large file are words of ASCII with one space between them, and cost nothing more than this look.
function isPlain(text: string): boolean {
  return /^(?:[\x21-\x7e]+(?: [\x21-\x7e]+)*)?$/.test(text)
}

function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(/[^\S\r\n]+/g, ' ')
    .trim()
}

/**
 * Two titles have one key when they look the same: whatever the capitals, the spacing, unseen marks, and whether quotes
 * and dashes are straight or curly, short or long.
 */
export function matchKey(text: string): string {
  return (
    text
      // Signs first: the compatible form of an acute accent is a space, and that of a double prime two primes.
      .replace(APOSTROPHES, "'")
      .replace(QUOTES, '"')
      .replace(DASHES, '-')
      .normalize('NFKC')
      .replace(IGNORABLE, '')
      .replace(/\s+/g, ' ')
      .trim()
      .toLowerCase()
  )
}
