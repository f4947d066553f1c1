import type { Place } from '#domain/boards.ts'

/** A card of the board, and where somebody put it; null where nobody has moved it. */
export type LaidCard = { id: string; place: Place | null }
/** Cards that hang together under one heading. */
export type Cell<Card extends LaidCard = LaidCard> = { id: string; title: string; cards: readonly Card[] }
/** Cells beside each other; a row may have a heading of its own. */
export type Row<Card extends LaidCard = LaidCard> = {
  id: string
  title: string | null
  cells: readonly Cell<Card>[]
}

type Column = { across: number; width: number }
type Box = { id: string; x: number; y: number; width: number; height: number }
/** What stands on the board, in the order in which it is read: each heading before what it heads. */
export type Item<Card extends LaidCard = LaidCard> =
  | (Box & { type: 'row'; title: string })
  | (Box & {
      type: 'cell'
      title: string
      count: number /** Whether its row has a heading. */
      headed: boolean
    })
  | (Box & { type: 'card'; card: Card })

export const CARD = { width: 240, height: 192 } as const
const GAP = 16
const PAD = 24
const ROW_HEAD = 88
const CELL_HEAD = 72
const BETWEEN = 32
const BETWEEN_ROWS = 64
/** At this zoom the words on a card are as large as small print. */
const READABLE = 0.7
const EDGE = 16
/** Screens are about twice as wide as high, and so is the board that shows largest on them. */
const SHAPE = 2
/** How many times wider than high the fullest cell of a column may be. */
const SHAPES = [0.1, 0.25, 0.5, 1, 2, 4]

/**
 * Lays the board out: rows below each other, their cells in columns of one width, cards in a grid in each. A card that
 * somebody has moved keeps its seat in the grid free, so that the others stay where people remember them. It hangs in its
 * own frame or between frames: where it was put before it, or the frames, changed counts for nothing over another's paper.
 */
export function layOut<Card extends LaidCard>(rows: readonly Row<Card>[]): Item<Card>[] {
  const columns = columnsFor(rows)
  const width = widthOf(columns)
  const items: Item<Card>[] = []
  let y = 0
  for (const row of rows) {
    const { id, title, cells } = row
    if (title !== null) {
      items.push({ type: 'row', id, title, x: 0, y, width, height: ROW_HEAD })
      y += ROW_HEAD
    }
    const height = cellHeight(row, columns)
    let x = 0
    for (const [place, cell] of cells.entries()) {
      const column = columns[place] ?? ONE
      const box = { x, y, width: column.width, height, headed: title !== null }
      items.push(...layOutCell(cell, box, column.across))
      x += column.width + BETWEEN
    }
    y += height + BETWEEN_ROWS
  }
  return putInPlaces(items)
}

function putInPlaces<Card extends LaidCard>(items: readonly Item<Card>[]): Item<Card>[] {
  const cells = items.filter((item) => item.type === 'cell')
  let own: string | null = null
  return items.map((item) => {
    if (item.type === 'cell') own = item.id
    if (item.type !== 'card' || item.card.place === null) return item
    const under = cellUnder(cells, item.card.place)
    return under === null || under.id === own ? { ...item, ...item.card.place } : item
  })
}

/** The frame that lies under the middle of a card at this place, or null between the frames. */
export function cellUnder<Card extends LaidCard>(items: readonly Item<Card>[], { x, y }: Place) {
  const middle = { x: x + CARD.width / 2, y: y + CARD.height / 2 }
  for (const item of items) {
    if (item.type !== 'cell') continue
    const inside = (from: number, length: number, at: number) => at >= from && at < from + length
    if (inside(item.x, item.width, middle.x) && inside(item.y, item.height, middle.y)) return item
  }
  return null
}

/** The way an arrow key points. */
export type Direction = { x: -1 | 0 | 1; y: -1 | 0 | 1 }

/** Where a card hangs that goes from one frame into the next that way: as deep into it as it hung, at most. Null at the edge. */
export function placeInNext(items: readonly Item[], at: Place, { x, y }: Direction): Place | null {
  const middle = { x: at.x + CARD.width / 2, y: at.y + CARD.height / 2 }
  const cells = items.filter((item) => item.type === 'cell')
  const here = cellUnder(cells, at) ?? { x: middle.x, y: middle.y, width: 0, height: 0 }
  const beyond = cells.filter((cell) => {
    if (x !== 0) return x * (cell.x - here.x) > 0 && cell.y <= middle.y && middle.y < cell.y + cell.height
    return y * (cell.y - here.y) > 0 && cell.x <= middle.x && middle.x < cell.x + cell.width
  })
  const [next] = beyond.sort((a, b) => (x !== 0 ? x * (a.x - b.x) : y * (a.y - b.y)))
  if (next === undefined) return null
  const within = (from: number, length: number, size: number, head: number, own: number) =>
    Math.max(from + head, Math.min(from + length - size - PAD, own))
  return {
    x: x === 0 ? at.x : within(next.x, next.width, CARD.width, PAD, next.x + (at.x - here.x)),
    y: y === 0 ? at.y : within(next.y, next.height, CARD.height, CELL_HEAD, next.y + (at.y - here.y)),
  }
}

/** Cells that have no rows by themselves, in rows of about as many as there are rows. */
export function inRows<Card extends LaidCard>(cells: readonly Cell<Card>[]): Row<Card>[] {
  const across = cells.length <= 4 ? cells.length : Math.ceil(Math.sqrt(cells.length))
  const rows: Row<Card>[] = []
  for (let from = 0; from < cells.length; from += across) {
    rows.push({ id: `row-${from}`, title: null, cells: cells.slice(from, from + across) })
  }
  return rows
}

function layOutCell<Card extends LaidCard>(
  { id, title, cards }: Cell<Card>,
  box: Omit<Box, 'id'> & { headed: boolean },
  across: number,
): Item<Card>[] {
  return [
    { type: 'cell', id, title, count: cards.length, ...box },
    ...cards.map((card, place): Item<Card> => {
      const x = box.x + PAD + (place % across) * (CARD.width + GAP)
      const y = box.y + CELL_HEAD + Math.floor(place / across) * (CARD.height + GAP)
      return { type: 'card', id: card.id, card, ...CARD, x, y }
    }),
  ]
}

/** What part of the board is in sight: `x` and `y` are where its origin lies on the screen. */
export type View = Place & { zoom: number }

/**
 * How the board opens: as wide as the screen, but never so small that its words cannot be read, at the first row on which
 * something hangs, wherever single cards have been moved to. With a card open, that card is in the middle.
 */
export function openingView(
  items: readonly Item[],
  size: { width: number; height: number },
  openId?: string,
): View {
  const frames = items.filter(({ type }) => type !== 'card')
  const width = Math.max(1, ...frames.map((frame) => frame.x + frame.width))
  const zoom = Math.min(1, Math.max(READABLE, (size.width - 2 * EDGE) / width))
  const open = items.find(({ type, id }) => type === 'card' && id === openId)
  if (!open) return { x: EDGE, y: EDGE - topOfFirst(items) * zoom, zoom }
  const middle = (length: number, from: number, own: number) => length / 2 - (from + own / 2) * zoom
  return {
    x: middle(size.width, open.x, open.width),
    y: middle(size.height, open.y, open.height),
    zoom,
  }
}

function topOfFirst(items: readonly Item[]): number {
  for (const item of items) {
    if (item.type === 'cell' && item.count > 0) return item.y - (item.headed ? ROW_HEAD : 0)
  }
  return 0
}

/** The columns with which the whole board shows largest. */
function columnsFor(rows: readonly Row[]): Column[] {
  const shown = SHAPES.map((shape) => {
    const columns = columnsOfShape(rows, shape)
    return { columns, size: Math.min(SHAPE / widthOf(columns), 1 / heightOf(rows, columns)) }
  })
  return shown.reduce((best, next) => (next.size > best.size ? next : best)).columns
}

function columnsOfShape(rows: readonly Row[], shape: number): Column[] {
  const count = Math.max(0, ...rows.map(({ cells }) => cells.length))
  return Array.from({ length: count }, (_, column) => {
    const most = Math.max(0, ...rows.map(({ cells }) => cells[column]?.cards.length ?? 0))
    const across = Math.max(2, Math.ceil(Math.sqrt(most * shape)))
    return { across, width: 2 * PAD + across * (CARD.width + GAP) - GAP }
  })
}

const ONE: Column = { across: 1, width: 2 * PAD + CARD.width }

function widthOf(columns: readonly Column[]): number {
  return columns.reduce((sum, { width }) => sum + width + BETWEEN, -BETWEEN)
}

function heightOf(rows: readonly Row[], columns: readonly Column[]): number {
  return rows.reduce(
    (sum, row) => sum + (row.title === null ? 0 : ROW_HEAD) + cellHeight(row, columns) + BETWEEN_ROWS,
    0,
  )
}

function cellHeight({ cells }: Row, columns: readonly Column[]): number {
  const lines = cells.map(({ cards }, place) => Math.ceil(cards.length / (columns[place] ?? ONE).across))
  return CELL_HEAD + Math.max(1, ...lines) * (CARD.height + GAP) - GAP + PAD
}
