import { readProse } from '#domain/prose.ts'
import { directionOf } from '#domain/text.ts'

/** Words of people as data: in the direction that they are read, in pieces between which a word that is too long may break. */
export type SetText = { pieces: string[]; rtl: boolean }
/** How a paragraph stands out: softer for what explains, stronger for what must not be missed. */
export type Tone = 'plain' | 'soft' | 'strong'
/** A post-it as a line: its table's code on the table's colour, its words, and what became of it. */
export type Coded = { codes: string; hue: number | null; words: SetText; note: SetText | null }
/** A row of the table of a result; `share` is that of the longest bar, null without a figure. */
export type Row = { rank: string; title: SetText; votes: string; percent: string; share: number | null }

/** A piece of the report, in the order of reading. write-up.typ says how each is set. */
export type Block =
  | { kind: 'part'; words: SetText }
  | { kind: 'heading'; level: 2 | 3; bookmark: boolean; words: SetText }
  | { kind: 'paragraph'; tone: Tone; words: SetText }
  | { kind: 'list'; items: SetText[] }
  | { kind: 'coded'; depth: number; items: Coded[] }
  | { kind: 'table'; rows: Row[] }

type Line = { codes: readonly string[]; hue: number | null; text: string; note?: string; depth?: number }

const LONG_WORD = /\S{25,}/gu
const PUNCTUATION = /[/?&=._,;:-]+(?=[^/?&=._,;:-])/g
const LONG_PIECE = /[^\u200b]{25,}/gu
const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' })

// What is not seen takes the letter before it out of the text layer, for some readers in the whole document. It stays
// where letters and emoji join by it.
const NOT_SEEN =
  /(?!\p{Variation_Selector}|[\u200b-\u200d\u2066-\u2069\u{e0020}-\u{e007f}])\p{Default_Ignorable_Code_Point}/gu
const JOINS_NOTHING =
  /(?<![^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}\p{P}\s])[\u200c\u200d]/gu

/** A text as it is set. A word that no line may hold can be broken, after punctuation before anywhere else. */
export function setText(text: string): SetText {
  const words = text
    .normalize('NFC')
    .replace(NOT_SEEN, '')
    .replace(JOINS_NOTHING, '')
    .replace(LONG_WORD, (word) => word.replace(PUNCTUATION, '$&\u200b').replace(LONG_PIECE, breakAnywhere))
  return { pieces: words.split('\u200b'), rtl: directionOf(text) === 'rtl' }
}

function breakAnywhere(piece: string): string {
  const letters = Array.from(GRAPHEMES.segment(piece), ({ segment }) => segment)
  return letters.map((letter, at) => (at > 0 && at % 12 === 0 ? `\u200b${letter}` : letter)).join('')
}

export type Sheet = ReturnType<typeof openSheet>

/** A report as it is put together: what stands in it, and not how it looks. */
export function openSheet() {
  const blocks: Block[] = []

  function part(title: string) {
    blocks.push({ kind: 'part', words: setText(title) })
  }

  function heading(level: 2 | 3, text: string, { bookmark = true } = {}) {
    blocks.push({ kind: 'heading', level, bookmark, words: setText(text) })
  }

  function paragraph(text: string, tone: Tone = 'plain') {
    blocks.push({ kind: 'paragraph', tone, words: setText(text) })
  }

  /** Words that people wrote, in paragraphs and lists. */
  function prose(text: string) {
    const plain = (line: { text: string }[]) => line.map((piece) => piece.text).join('')
    for (const block of readProse(text)) {
      if (block.kind === 'PARAGRAPH') paragraph(block.lines.map(plain).join('\n'))
      else blocks.push({ kind: 'list', items: block.items.map((item) => setText(plain(item))) })
    }
  }

  /** A line of a list; one that hangs on another stands deeper. */
  function coded({ codes, hue, text, note, depth = 0 }: Line) {
    const words = { words: setText(text), note: note === undefined ? null : setText(note) }
    const line: Coded = { codes: codes.join(', '), hue, ...words }
    const last = blocks.at(-1)
    if (last?.kind === 'coded' && last.depth === depth) last.items.push(line)
    else blocks.push({ kind: 'coded', depth, items: [line] })
  }

  function table(rows: Row[]) {
    blocks.push({ kind: 'table', rows })
  }

  return { blocks, part, heading, paragraph, prose, coded, table }
}
