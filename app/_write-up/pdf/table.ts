import type { Pen, Style } from './pen.ts'

/** A cell may name its column or its row, and may have a bar as long as its share of the longest. */
export type Cell = Style & { text: string; bar?: number; names?: 'Column' | 'Row' }

type Element = PDFKit.PDFStructureElement

const LINE = '#c9c6bd'
const BAR = '#0b5a60'
const GROOVE = '#eceae4'

/** Writes a table row by row, so that it may be longer than a page. */
export function writeTable(pen: Pen, section: Element, rows: readonly Cell[][]): void {
  const { doc, left } = pen
  const table = doc.struct('Table')
  section.add(table)
  for (const cells of rows) writeRow(pen, table, cells)
  table.end()
  doc.x = left()
  doc.y += 6
}

function writeRow(pen: Pen, table: Element, cells: readonly Cell[]): void {
  const { doc, left, fullWidth, print, heightOf, need, artifact } = pen
  need(() => Math.max(...cells.map((cell) => heightOf(cell.text, cell))) + 14)
  const row = doc.struct('TR')
  table.add(row)
  const top = doc.y
  let bottom = top
  for (const cell of cells) {
    doc.y = top
    // The library's types do not know of the scope of a heading, which it writes all the same.
    const options: object = cell.names === undefined ? {} : { scope: cell.names }
    row.add(doc.struct(cell.names === undefined ? 'TD' : 'TH', options, () => print(cell.text, cell)))
    if (cell.bar !== undefined) drawBar(pen, cell, doc.y)
    bottom = Math.max(bottom, cell.bar === undefined ? doc.y : doc.y + 9)
  }
  row.end()
  artifact(() => {
    doc.moveTo(left(), bottom + 3).lineTo(left() + fullWidth(), bottom + 3)
    doc.lineWidth(0.5).stroke(LINE)
  })
  doc.y = bottom + 8
}

function drawBar({ doc, left, artifact }: Pen, { x = left(), width = 100, bar = 0 }: Cell, y: number): void {
  artifact(() => {
    doc.rect(x, y, width, 5).fill(GROOVE)
    if (bar > 0) doc.rect(x, y, width * bar, 5).fill(BAR)
  })
}
