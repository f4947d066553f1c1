import PDFDocument from 'pdfkit'
import { readProse } from '#domain/prose.ts'
import { type FontName, loadFonts, piecesOf, type Weight } from './fonts.ts'

type Element = PDFKit.PDFStructureElement
type Bookmark = PDFKit.PDFOutline

const INK = '#1d2430'
export const SOFT = '#4a5261'
const ACCENT = '#0b5a60'
const LINE = '#c9c6bd'
/** The colours of tables on paper: those of the post-its, in the same order. */
const HUES = ['#efe6b0', '#bfe0f5', '#fbd3d6', '#c6ebc9', '#e3d7f7', '#f7dcb9', '#b8ebe8', '#f9d2e6']
const NO_TABLE = '#eeece6'

const MARGIN = 56
const CODE_WIDTH = 52
const GAP = 10
const BULLET = 16
const LINE_GAP = 3
/** What is higher than this may go on to the next page. */
const KEPT_TOGETHER = 200

type Style = { size?: number; weight?: Weight; color?: string; x?: number; width?: number; align?: 'right' }
/** A cell may name its column or its row, and may have a bar as long as its share of the longest. */
export type Cell = Style & { text: string; bar?: number; names?: 'Column' | 'Row' }
export type Coded = {
  codes: readonly string[]
  hue: number | null
  text: string
  note?: string
  indent?: number
}
export type Sheet = ReturnType<typeof openSheet>

/**
 * A report as it grows: each part is written to the stream when it is done, so that a long one needs no more memory than
 * a short one. Everything that is read aloud has its place in the structure; lines, colours and page numbers are artifacts.
 */
export function openSheet({ title, about, footer }: { title: string; about: string; footer: string }) {
  const doc = new PDFDocument({
    size: 'A4',
    margins: { top: MARGIN, bottom: MARGIN + 20, left: MARGIN, right: MARGIN },
    autoFirstPage: false,
    font: '',
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    info: { Title: title, Subject: about, Creator: 'Q Lab Workshops' },
  })
  for (const [name, file] of Object.entries(loadFonts())) doc.registerFont(name, file)
  const root = doc.struct('Document')
  doc.addStructure(root)
  let section: Element = root
  let list: Element | null = null
  const marks: Bookmark[] = [doc.outline]
  let page = 0
  let now: { font: FontName; size: number; color: string } = { font: 'regular', size: 10.5, color: INK }
  doc.on('pageAdded', writeFooter)
  doc.addPage()

  function left() {
    return doc.page.margins.left
  }

  function fullWidth() {
    return doc.page.width - doc.page.margins.left - doc.page.margins.right
  }

  /** Stands below the margin, and leaves everything as it was: a text may be in the middle of going on to this page. */
  function writeFooter() {
    page += 1
    const { x, y } = doc
    const { bottom } = doc.page.margins
    doc.page.margins.bottom = 0
    doc.markContent('Artifact', { type: 'Pagination', attached: ['Bottom'] })
    doc.font('regular').fontSize(9).fillColor(SOFT)
    const at = doc.page.height - MARGIN
    doc.text(footer, left(), at, { width: fullWidth() - 80, height: 12, ellipsis: true })
    doc.text(`Page ${page}`, left(), at, { width: fullWidth(), align: 'right' })
    doc.endMarkedContent()
    doc.page.margins.bottom = bottom
    doc.x = x
    doc.y = y
    use(now)
  }

  function use(next: typeof now) {
    now = next
    doc.font(next.font).fontSize(next.size).fillColor(next.color)
  }

  function set({ size = 10.5, weight = 'regular', color = INK }: Style, font: FontName = weight) {
    use({ font, size, color })
  }

  function print(text: string, style: Style = {}) {
    const { x = left(), weight = 'regular' } = style
    const width = style.width ?? fullWidth() - (x - left())
    const pieces = piecesOf(text, weight)
    for (const [at, piece] of pieces.entries()) {
      const options = { width, lineGap: LINE_GAP, continued: at < pieces.length - 1, align: style.align }
      set(style, piece.font)
      if (at === 0) doc.text(piece.text, x, doc.y, options)
      else doc.text(piece.text, options)
    }
  }

  function heightOf(text: string, style: Style) {
    set(style)
    return doc.heightOfString(text, { width: style.width ?? fullWidth(), lineGap: LINE_GAP })
  }

  /** Begins a new page where less than this is left on this one: nothing stands alone at its foot. */
  function need(height: () => number) {
    // Measuring a text takes as long as setting it, so it is done near the foot of a page alone.
    if (doc.y + KEPT_TOGETHER <= doc.page.maxY()) return
    if (doc.y + Math.min(height(), KEPT_TOGETHER) > doc.page.maxY()) doc.addPage()
  }

  function tag(parent: Element, type: string, write: () => void, options = {}) {
    parent.add(doc.struct(type, options, write))
  }

  function endList() {
    list?.end()
    list = null
  }

  function artifact(draw: () => void) {
    doc.markContent('Artifact', { type: 'Layout' })
    draw()
    doc.endMarkedContent()
  }

  function heading(
    level: 1 | 2 | 3,
    text: string,
    { bookmark = true, size = [20, 14, 11.5][level - 1] } = {},
  ) {
    endList()
    const style: Style = { size, weight: 'bold', color: level === 3 ? INK : ACCENT }
    if (doc.y > MARGIN) doc.y += level === 1 ? 0 : 10
    need(() => heightOf(text, style) + 60)
    if (bookmark) {
      marks.length = level
      marks.push(
        (marks.at(-1) ?? doc.outline).addItem(text, { expanded: level === 1, ...{ top: doc.y - 8 } }),
      )
    }
    tag(section, `H${level}`, () => print(text, style))
    doc.y += 4
  }

  /** Begins a part of the report, on a page of its own where it would begin low; the part before is written out. */
  function part(title: string) {
    endList()
    if (section !== root) section.end()
    section = doc.struct('Sect')
    root.add(section)
    if (doc.y > doc.page.height * 0.55) doc.addPage()
    else if (doc.y > MARGIN) doc.y += 24
    heading(1, title)
  }

  function paragraph(text: string, style: Style = {}) {
    endList()
    tag(section, 'P', () => print(text, style))
    doc.y += 6
  }

  /** Words that people wrote, in paragraphs and lists. */
  function prose(text: string) {
    for (const block of readProse(text)) {
      if (block.kind === 'PARAGRAPH') {
        paragraph(block.lines.map((line) => line.map((piece) => piece.text).join('')).join('\n'))
        continue
      }
      endList()
      const items = doc.struct('L')
      section.add(items)
      for (const item of block.items) {
        tag(items, 'LI', () => print(`•  ${item.map((piece) => piece.text).join('')}`, { x: left() + 8 }))
        doc.y += 2
      }
      items.end()
      doc.y += 6
    }
  }

  /** A post-it as a line: its table's code on the table's colour, its words, and what became of it. */
  function coded({ codes, hue, text, note, indent = 0 }: Coded) {
    const x = left() + indent
    const labelled = codes.length > 0 ? CODE_WIDTH + GAP : BULLET
    const words = { x: x + labelled, width: fullWidth() - indent - labelled }
    need(() => heightOf(text, words) + (note === undefined ? 0 : 16))
    if (list === null) {
      list = doc.struct('L')
      section.add(list)
    }
    const item = doc.struct('LI')
    list.add(item)
    const top = doc.y
    const label: Style = { x: x + 5, width: CODE_WIDTH - 8, size: 9, weight: 'bold' }
    const box = codes.length > 0 ? heightOf(codes.join(', '), label) + 4 : 0
    if (box > 0) {
      const colour = hue === null ? NO_TABLE : (HUES[hue % 8] ?? NO_TABLE)
      artifact(() => doc.rect(x, top, CODE_WIDTH, box).fill(colour))
      doc.y = top + 3.5
    }
    tag(item, 'Lbl', () => print(codes.join(', ') || '•', label))
    doc.y = top + 1
    tag(item, 'LBody', () => {
      print(text, words)
      if (note !== undefined) print(note, { ...words, size: 9.5, color: SOFT })
    })
    item.end()
    // Words that went on to the next page end higher up than they began.
    doc.y = (doc.y < top ? doc.y : Math.max(doc.y, top + box)) + 6
    doc.x = left()
  }

  /** A table whose rows are written one by one. */
  function table(rows: readonly Cell[][]) {
    endList()
    const body = doc.struct('Table')
    section.add(body)
    for (const cells of rows) writeRow(body, cells)
    body.end()
    doc.x = left()
    doc.y += 6
  }

  function writeRow(body: Element, cells: readonly Cell[]) {
    need(() => Math.max(...cells.map((cell) => heightOf(cell.text, cell))) + 14)
    const row = doc.struct('TR')
    body.add(row)
    const top = doc.y
    let bottom = top
    for (const cell of cells) {
      doc.y = top
      const scope = cell.names === undefined ? {} : { scope: cell.names }
      tag(row, cell.names === undefined ? 'TD' : 'TH', () => print(cell.text, cell), scope)
      if (cell.bar !== undefined) drawBar(cell, doc.y)
      bottom = Math.max(bottom, cell.bar === undefined ? doc.y : doc.y + 9)
    }
    row.end()
    artifact(() => {
      doc.moveTo(left(), bottom + 3).lineTo(left() + fullWidth(), bottom + 3)
      doc.lineWidth(0.5).stroke(LINE)
    })
    doc.y = bottom + 8
  }

  function drawBar({ x = left(), width = 100, bar = 0 }: Cell, y: number) {
    artifact(() => {
      doc.rect(x, y, width, 5).fill('#eceae4')
      if (bar > 0) doc.rect(x, y, width * bar, 5).fill(ACCENT)
    })
  }

  function end() {
    endList()
    if (section !== root) section.end()
    root.end()
    doc.end()
  }

  return { doc, left, fullWidth, part, heading, paragraph, prose, coded, table, end }
}
