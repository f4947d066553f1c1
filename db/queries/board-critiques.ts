import { inThreads } from '#domain/critiques.ts'
import {
  type BoardColumns,
  NOT_ASKED,
  readColumns,
  type Selected,
  selectColumns,
  type Wall,
} from './board-columns.ts'
import type { CritiqueView } from './critiques.ts'

/** CARD is what stands on a pin and in a thread; FULL adds when and by whom comments were changed and resolved. */
export type CritiqueSize = 'CARD' | 'FULL'
type Row = CritiqueView & { part: number }

const CARD = {
  part: 'c.part',
  id: 'c.id',
  parentId: 'c.parent_id',
  kind: 'c.kind',
  text: 'c.text',
  pinX: 'c.pin_x',
  pinY: 'c.pin_y',
  tableId: 'c.table_id',
  authorSeatId: 'c.author_seat_id',
  withdrawnAt: 'c.withdrawn_at',
  hiddenAt: 'c.hidden_at',
  nameHiddenAt: 'c.name_hidden_at',
} satisfies Selected<Row>

const FULL = {
  ...CARD,
  createdAt: 'c.created_at',
  updatedAt: 'c.updated_at',
  editableUntil: `c.created_at + interval '15 minutes'`,
  editable: `now() < c.created_at + interval '15 minutes'`,
  editedAt: 'c.edited_at',
  hiddenReason: 'c.hidden_reason',
  resolvedAt: 'c.resolved_at',
  resolvedBySeatId: 'c.resolved_by_seat_id',
  resolvedByName: 'c.resolved_by_name',
  resolvedNote: 'c.resolved_note',
} satisfies Selected<Row>

const SIZES: Record<CritiqueSize, Selected<Row> & Record<string, string>> = { CARD, FULL }

/** Comments on the parts of ideas `m`, as rows `c` of the statement around it. */
export const CRITIQUES = `c as materialized (
  select c.*, m.part from critiques c join m on m.id = c.idea_id where c.workshop_id = $1)`

/** Selects comments in the order of time. */
export function selectCritiques(size: CritiqueSize): string {
  return selectColumns(SIZES[size], '(select * from c order by c.created_at, c.id) c')
}

const BEGIN: Row = {
  part: 0,
  id: '',
  workshopId: '',
  ideaId: '',
  parentId: null,
  kind: null,
  text: '',
  pinX: null,
  pinY: null,
  tableId: null,
  authorSeatId: null,
  editedAt: null,
  withdrawnAt: null,
  hiddenAt: null,
  hiddenReason: null,
  nameHiddenAt: null,
  resolvedAt: null,
  resolvedBySeatId: null,
  resolvedByName: null,
  resolvedNote: null,
  requestDigest: null,
  createdAt: NOT_ASKED,
  updatedAt: NOT_ASKED,
  published: false,
  namesShown: 'TABLES',
  authorName: null,
  tableCode: null,
  depth: 0,
  editable: false,
  editableUntil: NOT_ASKED,
  shownOnId: '',
  ideaAuthorSeatId: null,
  ideaSetAside: false,
  shownOnSetAside: false,
}

/** A part of an idea on the wall: itself, or what was merged into it. */
export type Part = { ideaNumber: number; id: string; tableId: string | null; authorSeatId: string | null }

/** Comments by the place of their idea on the wall, in the order in which they are read. */
export function readCritiques(
  { workshopId, published, namesShown }: Wall,
  { critiques, names, tables }: BoardColumns,
  parts: readonly Part[],
  ideaIds: readonly string[],
): CritiqueView[][] {
  const size = critiques && critiques.length > Object.keys(CARD).length ? 'FULL' : 'CARD'
  const rows = readColumns<Row>({ ...BEGIN, workshopId, published, namesShown }, SIZES[size], critiques)
  const threads: CritiqueView[][] = ideaIds.map(() => [])
  const answered = new Set<number>()
  for (const row of rows) {
    const part = parts[row.part]
    if (part === undefined) continue
    row.ideaId = part.id
    row.ideaAuthorSeatId = part.authorSeatId
    row.shownOnId = ideaIds[part.ideaNumber] ?? part.id
    row.authorName = names?.[row.authorSeatId ?? ''] ?? null
    row.tableCode = tables?.[row.tableId ?? ''] ?? null
    threads[part.ideaNumber]?.push(row)
    if (row.parentId !== null) answered.add(part.ideaNumber)
  }
  // Comments that nobody has answered are in the order of reading already.
  return threads.map((thread, at) => (answered.has(at) ? inThreads(thread) : thread))
}
