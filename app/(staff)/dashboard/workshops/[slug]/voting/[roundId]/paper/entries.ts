import type { RoundView } from '../load-round.ts'

export type Paper = NonNullable<RoundView['paper']>
export type Figures = Paper['first']
export type Entry = 'FIRST' | 'SECOND'

/** How the two entries are called. */
export const ENTRY_LABELS: Record<Entry, string> = { FIRST: 'First entry', SECOND: 'Second entry' }

/** An entry as its address names it: `first`, `second`. */
export function readEntry(text: string): Entry | null {
  const entry = text.toUpperCase()
  return entry === 'FIRST' || entry === 'SECOND' ? entry : null
}

/** The figures of one entry. */
export function figuresOf(paper: Paper, entry: Entry): Figures {
  return entry === 'FIRST' ? paper.first : paper.second
}

/** All dots of an entry. */
export function sumOf(figures: Figures): number {
  return figures.reduce((sum, { dots }) => sum + dots, 0)
}
