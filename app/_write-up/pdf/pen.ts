import PDFDocument from 'pdfkit'
import { type FontName, loadFonts, piecesOf, type Weight } from './fonts.ts'

export const INK = '#1d2430'
export const SOFT = '#4a5261'
export const MARGIN = 56

const LINE_GAP = 3
/** What is higher than this may go on to the next page. */
const KEPT_TOGETHER = 200

export type Style = {
  size?: number
  weight?: Weight
  color?: string
  x?: number
  width?: number
  align?: 'right'
}
export type About = { title: string; about: string; footer: string }
export type Pen = ReturnType<typeof takePen>

/** A tagged document of A4 pages with their numbers, and what sets a text on it in the product's font. */
export function takePen({ title, about, footer }: About) {
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

  /** What is seen and not read: the structure leaves it out. */
  function artifact(draw: () => void) {
    doc.markContent('Artifact', { type: 'Layout' })
    draw()
    doc.endMarkedContent()
  }

  return { doc, left, fullWidth, print, heightOf, need, artifact }
}
