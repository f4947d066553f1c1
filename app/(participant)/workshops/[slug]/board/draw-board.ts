import type { Place } from '#domain/boards.ts'
import { type BoardCard, countsInWords } from './board-cards.ts'
import { KIND_GLYPHS } from './kind-glyphs.ts'
import type { Item } from './lay-out.ts'

/** How wide a text is in a size, in bold or not. */
export type Measure = (text: string, size: number, bold: boolean) => number
export type Drawing = { svg: string; width: number; height: number }

/** The colours of the tables by day, as programs read them that know nothing of `oklch`: see post-its.css. */
export const DRAWN_HUES = [
  { paper: '#f0e3b2', edge: '#c3b16d' },
  { paper: '#b8ebff', edge: '#73bbe1' },
  { paper: '#ffd2d5', edge: '#e49a9f' },
  { paper: '#c5f0cd', edge: '#87c293' },
  { paper: '#e9daff', edge: '#baa4e2' },
  { paper: '#ffdab8', edge: '#dca476' },
  { paper: '#b1f1ee', edge: '#65c3c0' },
  { paper: '#ffd2ed', edge: '#db9abe' },
] as const
const NO_HUE = { paper: '#ffffff', edge: '#737a87' } as const
const INK = '#1d2430'
const MARGIN = 48
const HEAD = 96
const PAD = 12
const LINES = 6

/** The font that is measured and drawn with: one that every machine has something like. */
export const DRAWN_FONT = 'Arial, Helvetica, sans-serif'

/**
 * Draws the whole board as a picture: plain shapes and text, so that any program can open it, and each text can be
 * found in it. Cards stand where people put them.
 */
export function drawBoard(
  title: string,
  items: readonly Item<BoardCard>[],
  places: ReadonlyMap<string, Place>,
  measure: Measure,
): Drawing {
  const placed = items.map((item) => ({ ...item, ...places.get(item.id) }))
  const left = Math.min(0, ...placed.map(({ x }) => x)) - MARGIN
  const top = Math.min(0, ...placed.map(({ y }) => y)) - MARGIN - HEAD
  const width = Math.max(0, ...placed.map((item) => item.x + item.width)) + MARGIN - left
  const height = Math.max(0, ...placed.map((item) => item.y + item.height)) + MARGIN - top
  // Cards lie on all frames, also on those of later rows.
  const frames = placed.filter(({ type }) => type !== 'card')
  const cards = placed.filter(({ type }) => type === 'card')
  const body = [
    `<title>${escapeXml(title)}</title>`,
    rectangle({ x: left, y: top, width, height }, '#faf8f4', 'none', 0),
    line(left + MARGIN, top + MARGIN + 40, title, 44, true),
    ...[...frames, ...cards].map((item) => draw(item, measure)),
  ].join('\n')
  const box = `viewBox="${left} ${top} ${width} ${height}" width="${width}" height="${height}"`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${box} font-family="${DRAWN_FONT}" fill="${INK}">\n${body}\n</svg>\n`
  return { svg, width, height }
}

/** Breaks a text into lines that are no wider than so much; what does not fit into so many ends in an ellipsis. */
export function wrap(text: string, width: number, most: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = []
  for (const paragraph of text.split('\n')) {
    let now = ''
    for (const word of paragraph.split(/\s+/).flatMap((long) => breakWord(long, width, widthOf))) {
      const longer = now === '' ? word : `${now} ${word}`
      if (widthOf(longer) <= width) now = longer
      else {
        lines.push(now)
        now = word
      }
    }
    lines.push(now)
  }
  if (lines.length <= most) return lines
  let last = lines[most - 1] ?? ''
  while (last !== '' && widthOf(`${last}…`) > width) last = last.slice(0, -1)
  return [...lines.slice(0, most - 1), `${last.trimEnd()}…`]
}

function breakWord(word: string, width: number, widthOf: (text: string) => number): string[] {
  if (widthOf(word) <= width) return [word]
  const parts: string[] = []
  let part = ''
  for (const letter of word) {
    if (part !== '' && widthOf(part + letter) > width) {
      parts.push(part)
      part = ''
    }
    part += letter
  }
  return [...parts, part]
}

function draw(item: Item<BoardCard>, measure: Measure): string {
  if (item.type === 'card') return drawCard(item, item.card, measure)
  if (item.type === 'row') {
    const [words = ''] = wrap(item.title, item.width, 1, (text) => measure(text, 32, true))
    return line(item.x, item.y + 48, words, 32, true)
  }
  const heading = `${item.title} (${item.count})`
  return [rectangle(item, '#ffffff', '#dcd6cb', 6), line(item.x + 24, item.y + 46, heading, 24, true)].join(
    '\n',
  )
}

function drawCard(box: Item, card: BoardCard, measure: Measure): string {
  const { paper, edge } = (card.hue === null ? null : DRAWN_HUES[card.hue % 8]) ?? NO_HUE
  const words = wrap(card.text, box.width - 2 * PAD, card.note ? LINES - 1 : LINES, (text) =>
    measure(text, 17, false),
  )
  const foot = box.y + box.height - PAD
  const counts = card.counts.map(({ kind, count }) => `${KIND_GLYPHS[kind]}${count}`).join('  ')
  return [
    `<g><title>${escapeXml(counts === '' ? card.text : `${card.text} (${countsInWords(card.counts)})`)}</title>`,
    rectangle(box, paper, edge, 2),
    ...words.map((text, place) => line(box.x + PAD, box.y + PAD + 17 + place * 22, text, 17)),
    card.note ? line(box.x + PAD, foot - 24, card.note, 14) : '',
    line(box.x + PAD, foot - 2, card.codes.join(', '), 16, true),
    line(box.x + box.width - PAD, foot - 2, counts, 16, true, 'end'),
    '</g>',
  ].join('')
}

function rectangle(
  { x, y, width, height }: { x: number; y: number; width: number; height: number },
  fill: string,
  stroke: string,
  radius: number,
): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}" stroke="${stroke}"/>`
}

function line(x: number, y: number, text: string, size: number, bold = false, anchor = 'start'): string {
  if (text === '') return ''
  const weight = bold ? ' font-weight="700"' : ''
  const end = anchor === 'end' ? ' text-anchor="end"' : ''
  return `<text x="${x}" y="${y}" font-size="${size}"${weight}${end}>${escapeXml(text)}</text>`
}

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign)
}
