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

type Box = { id: string; x: number; y: number; width: number; height: number }
/** What stands on the board, in the order in which it is read: each heading before what it heads. */
export type Item<Card extends LaidCard = LaidCard> =
  | (Box & { type: 'row'; title: string })
  | (Box & { type: 'cell'; title: string; count: number })
  | (Box & { type: 'card'; card: Card })

export const CARD = { width: 240, height: 192 } as const
const GAP = 16
const PAD = 24
const ROW_HEAD = 88
const CELL_HEAD = 72
const BETWEEN = 32
const BETWEEN_ROWS = 64

/**
 * Lays the board out: rows below each other, their cells in columns of one width, cards in a grid in each. A card that
 * somebody has moved keeps its seat in the grid free, so that the others stay where people remember them.
 */
export function layOut<Card extends LaidCard>(rows: readonly Row<Card>[]): Item<Card>[] {
  const columns = columnWidths(rows)
  const full = columns.reduce((sum, { width }) => sum + width + BETWEEN, -BETWEEN)
  const items: Item<Card>[] = []
  let y = 0
  for (const { id, title, cells } of rows) {
    if (title !== null) {
      items.push({ type: 'row', id, title, x: 0, y, width: full, height: ROW_HEAD })
      y += ROW_HEAD
    }
    const height = Math.max(
      ...cells.map(({ cards }, place) => cellHeight(cards.length, columns[place]?.across ?? 1)),
    )
    let x = 0
    for (const [place, cell] of cells.entries()) {
      const { across, width } = columns[place] ?? { across: 1, width: CARD.width }
      items.push(...layOutCell(cell, { x, y, width, height }, across))
      x += width + BETWEEN
    }
    y += height + BETWEEN_ROWS
  }
  return items
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
  box: { x: number; y: number; width: number; height: number },
  across: number,
): Item<Card>[] {
  return [
    { type: 'cell', id, title, count: cards.length, ...box },
    ...cards.map((card, place): Item<Card> => {
      const x = box.x + PAD + (place % across) * (CARD.width + GAP)
      const y = box.y + CELL_HEAD + Math.floor(place / across) * (CARD.height + GAP)
      return { type: 'card', id: card.id, card, ...CARD, ...(card.place ?? { x, y }) }
    }),
  ]
}

// A column is as wide as makes its fullest cell about square.
function columnWidths(rows: readonly Row[]): { across: number; width: number }[] {
  const count = Math.max(0, ...rows.map(({ cells }) => cells.length))
  return Array.from({ length: count }, (_, column) => {
    const most = Math.max(0, ...rows.map(({ cells }) => cells[column]?.cards.length ?? 0))
    const across = Math.max(2, Math.ceil(Math.sqrt(most)))
    return { across, width: 2 * PAD + across * (CARD.width + GAP) - GAP }
  })
}

function cellHeight(cards: number, across: number): number {
  const rows = Math.max(1, Math.ceil(cards / across))
  return CELL_HEAD + rows * (CARD.height + GAP) - GAP + PAD
}
