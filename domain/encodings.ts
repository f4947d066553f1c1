// Which letters the bytes of a file stand for. Spreadsheets save in whatever their machine writes, and say so nowhere.
import { type Refusal, refusal } from './refusal.ts'

/** How a file's letters are written, as a preview names it. */
export const ENCODINGS = ['UTF-8', 'UTF-16', 'Windows-1252'] as const
export type Encoding = (typeof ENCODINGS)[number]

export type DecodedFile = { encoding: Encoding; text: string }

const NO_TEXT = [
  { start: [0x50, 0x4b, 0x03, 0x04], what: 'an Excel or Numbers workbook' },
  { start: [0xd0, 0xcf, 0x11, 0xe0], what: 'an old Excel workbook' },
  { start: [0x25, 0x50, 0x44, 0x46], what: 'a PDF' },
]
const SAMPLE = 4_096
// More zero bytes than this share mean two bytes a letter: text in one byte has none.
const ZEROS_OF_UTF16 = 0.1

/**
 * Reads a file's bytes as text. A mark at the start decides; without one, zero bytes at every other place are UTF-16,
 * bytes that hold as UTF-8 are UTF-8, and anything else is Windows-1252. A file in UTF-8 with a few broken letters stays
 * UTF-8: those letters become U+FFFD, which makes a refused line of theirs.
 */
export function decodeFile(bytes: Uint8Array): DecodedFile | Refusal {
  const binary = NO_TEXT.find(({ start }) => start.every((byte, at) => bytes[at] === byte))
  if (binary) {
    return refusal('BAD_USER_INPUT', `This file is ${binary.what}. Save it as CSV and choose that file.`)
  }
  const wide = utf16Of(bytes)
  if (wide !== null) return { encoding: 'UTF-16', text: new TextDecoder(wide).decode(bytes) }
  const text = new TextDecoder('utf-8').decode(bytes)
  if (!text.includes('\ufffd') || isMostlyUtf8(bytes, text)) return { encoding: 'UTF-8', text }
  return { encoding: 'Windows-1252', text: new TextDecoder('windows-1252').decode(bytes) }
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const sample = bytes.subarray(0, SAMPLE)
  const zeros = [0, 0]
  for (const [at, byte] of sample.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (
    even + odd === 0 ||
    even + odd < sample.length * ZEROS_OF_UTF16 ||
    Math.min(even, odd) * 10 > Math.max(even, odd)
  )
    return null
  return odd > even ? 'utf-16le' : 'utf-16be'
}

// Letters of several bytes that hold are no accident: in Windows-1252 they would be strings such as "Ã©".
function isMostlyUtf8(bytes: Uint8Array, text: string): boolean {
  const broken = text.split('\ufffd').length - 1
  const whole = [...text].filter((letter) => letter > '\u007f' && letter !== '\ufffd').length
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  return marked || whole > broken
}
