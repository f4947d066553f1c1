import { formatDayRange } from '#domain/dates.ts'
import { plural } from '#domain/numbers.ts'
import { directionOf } from '#domain/text.ts'
import {
  cutBefore,
  cutInWords,
  rankInWords,
  summaryInWords,
  votesInWords,
} from '../../../../(participant)/workshops/[slug]/results/result-words.ts'
import { COLOURS, type Theme } from './colours.ts'
import { type Markup, markup } from './markup.ts'
import type { EmbeddedResult, EmbeddedRound } from './read-embedded.ts'
import { NOT_YET, reconciliationInWords, resultInWords } from './result-in-words.ts'
import { wrapText } from './wrap-text.ts'

const WIDTH = 800
const MARGIN = 32
const RANK = 56
const VOTES = 120
const ROWS_AT_MOST = 24

type Look = { size: number; bold?: boolean; colour?: 'ink' | 'ink-soft' | 'accent' }
type Place = { x: number; y: number; end?: boolean; rtl?: boolean }

/** What stands where in an image, in points from its upper left corner; a text's baseline is at its place. */
export type Drawing = { width: number; height: number; paper: string; marks: Mark[] }
type Mark = { x: number; y: number; colour: string } & (
  | { kind: 'text'; text: string; size: number; bold: boolean; end: boolean; rtl: boolean }
  | { kind: 'bar'; width: number }
  | { kind: 'line'; width: number }
)

/** The image of a result as SVG, and as a drawing that a PNG is made of: bars by rank with ties and cut line, and how the count adds up, with all of it in words for those who do not see it. */
export function resultsImage(
  source: EmbeddedResult,
  theme: Theme,
  width: number,
): { svg: string; drawing: Drawing } {
  const { workshop, round } = source
  const sheet = new ImageSheet(theme)
  sheet.words(workshop.title, { size: 22, bold: true }, 2)
  sheet.words(formatDayRange(workshop.startsOn, workshop.endsOn), { size: 16, colour: 'ink-soft' }, 1)
  if (round === null) sheet.words(NOT_YET, { size: 17 }, 3)
  else drawRound(sheet, round)
  const height = sheet.y + MARGIN - 8
  const svg = markup`<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc" width="${width}" height="${Math.round((height * width) / WIDTH)}" viewBox="0 0 ${WIDTH} ${height}" font-family="'Atkinson Hyperlegible Next', system-ui, sans-serif">
<title id="title">Results: ${workshop.title}</title>
<desc id="desc">${resultInWords(source)}</desc>
<rect width="${WIDTH}" height="${height}" fill="${COLOURS[theme].paper}"/>
${sheet.marks.map(svgOf)}
</svg>
`
  const drawing = { width: WIDTH, height, paper: COLOURS[theme].paper, marks: sheet.marks }
  return { svg: svg.markup, drawing }
}

function drawRound(sheet: ImageSheet, round: EmbeddedRound): void {
  const { result } = round
  const { rows, cutLine } = result
  const most = Math.max(1, ...rows.map(({ dots }) => dots ?? 0))
  const forward = new Set(round.priorities.map(({ option }) => option.id))
  const summary = summaryInWords(result)
  if (summary !== null) sheet.words(summary, { size: 17 }, 2)
  sheet.y += 12
  for (const [place, row] of rows.slice(0, ROWS_AT_MOST).entries()) {
    if (cutBefore(rows, place)) sheet.cut(cutInWords(cutLine))
    sheet.row(row, most, row.aboveCut === true || forward.has(row.option.id))
  }
  const rest = rows.length - ROWS_AT_MOST
  if (rest > 0) sheet.words(`And ${plural(rest, 'more issue')}.`, { size: 16, colour: 'ink-soft' }, 1)
  const sentence = reconciliationInWords(round)
  if (sentence !== null) sheet.words(sentence, { size: 16, colour: 'ink-soft' }, 3)
}

/** A sheet that is filled from the top. */
class ImageSheet {
  y = MARGIN - 8
  readonly marks: Mark[] = []
  readonly #theme: Theme

  constructor(theme: Theme) {
    this.#theme = theme
  }

  /** Words over the whole width, in as many lines as they take. */
  words(text: string, look: Look, linesAtMost: number): void {
    for (const line of wrapText(text, (WIDTH - 2 * MARGIN) / look.size, linesAtMost)) {
      this.y += look.size * 1.45
      this.#line(line, text, { x: MARGIN, width: WIDTH - 2 * MARGIN }, look)
    }
    this.y += 6
  }

  /** An issue's rank, words and votes, with a bar as long as its votes. */
  row(row: EmbeddedRound['result']['rows'][number], most: number, chosen: boolean): void {
    const across = WIDTH - 2 * MARGIN - RANK - VOTES
    const lines = wrapText(row.option.title, across / 17, 3)
    const top = this.y + 22
    this.#text(rankInWords(row), { x: MARGIN, y: top }, { size: 17, bold: true })
    this.#text(votesInWords(row.dots), { x: WIDTH - MARGIN, y: top, end: true }, { size: 17, bold: true })
    for (const line of lines) {
      this.y += 22
      this.#line(line, row.option.title, { x: MARGIN + RANK, width: across }, { size: 17 })
    }
    this.y += 8
    if (row.dots !== null) {
      this.#bar(across, 'sunken')
      this.#bar((across * row.dots) / most, chosen ? 'accent' : 'line-strong')
    }
    this.y += 20
  }

  /** The cut line, with what it means. */
  cut(words: string): void {
    const colour = COLOURS[this.#theme].accent
    this.y += 6
    this.marks.push({ kind: 'line', x: MARGIN, y: this.y, width: WIDTH - 2 * MARGIN, colour })
    this.words(words, { size: 16, bold: true, colour: 'accent' }, 1)
    this.y += 4
  }

  #bar(length: number, colour: 'sunken' | 'accent' | 'line-strong'): void {
    const fill = COLOURS[this.#theme][colour]
    this.marks.push({ kind: 'bar', x: MARGIN + RANK, y: this.y, width: length, colour: fill })
  }

  // A line of a text that is read from right to left stands at the right, and is ordered as such.
  #line(line: string, text: string, { x, width }: { x: number; width: number }, look: Look): void {
    if (directionOf(text) === 'ltr') this.#text(line, { x, y: this.y }, look)
    else this.#text(line, { x: x + width, y: this.y, end: true, rtl: true }, look)
  }

  #text(text: string, { x, y, end = false, rtl = false }: Place, { size, bold = false, colour }: Look): void {
    const ink = COLOURS[this.#theme][colour ?? 'ink']
    this.marks.push({ kind: 'text', x, y, text, size, bold, end, rtl, colour: ink })
  }
}

function svgOf(mark: Mark): Markup {
  const { x, y, colour } = mark
  if (mark.kind === 'bar') {
    return markup`<rect x="${x}" y="${y}" width="${mark.width.toFixed(2)}" height="10" fill="${colour}"/>`
  }
  if (mark.kind === 'line') {
    return markup`<path d="M${x} ${y}h${mark.width}" stroke="${colour}" stroke-width="3" stroke-dasharray="9 6"/>`
  }
  const { text, size, bold, end, rtl } = mark
  return markup`<text x="${x}" y="${y.toFixed(1)}" font-size="${size}" font-weight="${bold ? 700 : 400}" fill="${colour}"${end ? markup` text-anchor="end"` : null}>${rtl ? `\u2067${text}\u2069` : text}</text>`
}
