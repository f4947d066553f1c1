import { readProse } from '#domain/prose.ts'
import { type About, INK, MARGIN, SOFT, type Style, takePen } from './pen.ts'
import { type Cell, writeTable } from './table.ts'

type Element = PDFKit.PDFStructureElement
type Bookmark = PDFKit.PDFOutline

const ACCENT = '#0b5a60'
/** The colours of tables on paper: those of the post-its, in the same order. */
const HUES = ['#efe6b0', '#bfe0f5', '#fbd3d6', '#c6ebc9', '#e3d7f7', '#f7dcb9', '#b8ebe8', '#f9d2e6']
const NO_TABLE = '#eeece6'

const CODE_WIDTH = 52
const GAP = 10
const BULLET = 16

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
export function openSheet(about: About) {
  const pen = takePen(about)
  const { doc, left, fullWidth, print, heightOf, need, artifact } = pen
  const root = doc.struct('Document')
  doc.addStructure(root)
  let section: Element = root
  let list: Element | null = null
  const marks: Bookmark[] = [doc.outline]

  function tag(parent: Element, type: string, write: () => void) {
    parent.add(doc.struct(type, {}, write))
  }

  function endList() {
    list?.end()
    list = null
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
    writeTable(pen, section, rows)
  }

  function end() {
    endList()
    if (section !== root) section.end()
    root.end()
    doc.end()
  }

  return { doc, left, fullWidth, part, heading, paragraph, prose, coded, table, end }
}
