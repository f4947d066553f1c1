import { type CritiqueKind, inThreads } from '#domain/critiques.ts'
import {
  type BoardColumns,
  fillColumns,
  NOT_ASKED,
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
  tableId: 'c.table_number',
  authorSeatId: 'c.author_number',
} satisfies Selected<Row>

/** Tables and authors by their numbers in the lists that come with them. */
type CardColumns = [
  part: number[],
  id: string[],
  parentId: (string | null)[],
  kind: (CritiqueKind | null)[],
  text: string[],
  table: (number | null)[],
  author: (number | null)[],
]

/** What few comments have: sent for those alone. */
const SELDOM = {
  pinX: 'c.pin_x',
  pinY: 'c.pin_y',
  withdrawnAt: 'c.withdrawn_at',
  hiddenAt: 'c.hidden_at',
  nameHiddenAt: 'c.name_hidden_at',
} satisfies Selected<Row>

const FULL = {
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

/** Comments on the parts of ideas `m`, as rows `c` of the statement around it, and beside them tables and authors by number. */
export const CRITIQUES = `c as materialized (
  select c.id, c.parent_id, c.kind, c.text, c.pin_x, c.pin_y, c.created_at, c.updated_at, c.edited_at, c.withdrawn_at,
    c.hidden_at, c.hidden_reason, c.name_hidden_at, c.resolved_at, c.resolved_by_seat_id, c.resolved_by_name,
    c.resolved_note, m.part, t.n as table_number, a.n as author_number
  from critiques c join m on m.id = c.idea_id left join t on t.id = c.table_id left join a on a.id = c.author_seat_id
  where c.workshop_id = $1 order by c.created_at, c.id)`

/**
 * Selects comments in the order of time, which is that of their rows: to sort them once more costs a quarter of the whole
 * statement. Nothing but their place in a thread hangs on it: what few of them have comes with their ids.
 */
export function selectCritiques(size: CritiqueSize): string {
  const seldom = Object.values(SELDOM).join(', ')
  const selected = size === 'FULL' ? { ...CARD, ...FULL } : CARD
  return `${selectColumns(selected, 'c')} as critiques,
    (select json_agg(json_build_array(c.id, ${seldom})) from c where num_nonnulls(${seldom}) > 0) as seldom`
}

/** A part of an idea on the wall: itself, or what was merged into it. */
export type Part = { ideaNumber: number; id: string; tableId: string | null; authorSeatId: string | null }

/** Comments by the place of their idea on the wall, in the order in which they are read. */
export function readCritiques(
  wall: Wall,
  columns: BoardColumns,
  parts: readonly Part[],
  ideaIds: readonly string[],
): CritiqueView[][] {
  const rows = readCards(wall, columns, parts, ideaIds)
  fillColumns(rows, { ...CARD, ...FULL }, columns.critiques, Object.keys(CARD).length)
  const seldom = new Map(columns.seldom?.map(([id, ...values]) => [id, values]))
  for (const row of seldom.size > 0 ? rows : []) {
    const values = seldom.get(row.id)
    if (values)
      Object.assign(row, Object.fromEntries(Object.keys(SELDOM).map((name, n) => [name, values[n]])))
  }
  const threads: CritiqueView[][] = ideaIds.map(() => [])
  const answered = new Set<number>()
  for (const row of rows) {
    const at = parts[row.part]?.ideaNumber ?? 0
    threads[at]?.push(row)
    if (row.parentId !== null) answered.add(at)
  }
  // Comments that nobody has answered are in the order of reading already.
  return threads.map((thread, at) => (answered.has(at) ? inThreads(thread) : thread))
}

/** NOTE: written out for each column, as a board has many comments, and this takes a third of the time of doing it by name. */
function readCards(
  { workshopId, published, namesShown }: Wall,
  { critiques, authors, tables }: BoardColumns,
  parts: readonly Part[],
  ideaIds: readonly string[],
): Row[] {
  if (!critiques?.[0]) return []
  const [partsOf, ids, parentIds, kinds, texts, tableNumbers, authorNumbers] = critiques as CardColumns
  const [seatIds, names] = authors ?? []
  const [tableIds, codes] = tables ?? []
  return ids.map((id, at) => {
    const part = parts[partsOf[at] ?? 0]
    const table = tableNumbers[at] ?? -1
    const author = authorNumbers[at] ?? -1
    return {
      part: partsOf[at] ?? 0,
      id,
      workshopId,
      ideaId: part?.id ?? '',
      parentId: parentIds[at] ?? null,
      kind: kinds[at] ?? null,
      text: texts[at] ?? '',
      pinX: null,
      pinY: null,
      tableId: tableIds?.[table] ?? null,
      authorSeatId: seatIds?.[author] ?? null,
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
      published,
      namesShown,
      authorName: names?.[author] ?? null,
      tableCode: codes?.[table] ?? null,
      depth: 0,
      editable: false,
      editableUntil: NOT_ASKED,
      shownOnId: ideaIds[part?.ideaNumber ?? 0] ?? '',
      ideaAuthorSeatId: part?.authorSeatId ?? null,
      ideaSetAside: false,
      shownOnSetAside: false,
    }
  })
}
