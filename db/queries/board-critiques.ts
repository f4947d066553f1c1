import { byId, fillColumns, joined, listOf, type Selected, selectColumns } from '#db/columns.ts'
import { type CritiqueKind, EDIT_MINUTES, inThreads } from '#domain/critiques.ts'
import { type BoardColumns, NOT_ASKED, type Wall } from './board-columns.ts'
import type { CritiqueView } from './critiques.ts'

/**
 * PIN is what is seen of a comment without opening it; CARD adds what stands in a thread, and FULL when and by whom
 * comments were changed and resolved.
 */
export type CritiqueSize = 'PIN' | 'CARD' | 'FULL'

const PIN = {
  ideaId: joined('c.idea_id'),
  id: joined('c.id'),
  parentId: joined('c.parent_id'),
  kind: joined('c.kind'),
  tableId: joined('c.table_id'),
  authorSeatId: joined('c.author_seat_id'),
} satisfies Selected<CritiqueView>

const CARD = {
  ...PIN,
  text: 'c.text',
} satisfies Selected<CritiqueView>

const FULL = {
  ...CARD,
  createdAt: 'c.created_at',
  updatedAt: 'c.updated_at',
  editableUntil: `c.created_at + interval '${EDIT_MINUTES} minutes'`,
} satisfies Selected<CritiqueView>

const COLUMNS = { PIN, CARD, FULL }

/** What few comments have: sent for those alone. */
const SELDOM = {
  pinX: 'c.pin_x',
  pinY: 'c.pin_y',
  withdrawnAt: 'c.withdrawn_at',
  hiddenAt: 'c.hidden_at',
  nameHiddenAt: 'c.name_hidden_at',
} satisfies Selected<CritiqueView>

const SELDOM_FULL = {
  ...SELDOM,
  editable: `nullif(now() < c.created_at + interval '${EDIT_MINUTES} minutes', false)`,
  editedAt: 'c.edited_at',
  hiddenReason: 'c.hidden_reason',
  resolvedAt: 'c.resolved_at',
  resolvedBySeatId: 'c.resolved_by_seat_id',
  resolvedByName: 'c.resolved_by_name',
  resolvedNote: 'c.resolved_note',
} satisfies Selected<CritiqueView>

type Few = [id: string, ...values: unknown[]][] | null

/**
 * Selects the comments of the workshop in the order of time, also those on ideas that are not on the wall: to leave these
 * out by joining costs Postgres more than to send them.
 */
export function selectCritiques(size: CritiqueSize): string {
  const seldom = Object.values(size === 'FULL' ? SELDOM_FULL : SELDOM).join(', ')
  const rows = '(select * from critiques where workshop_id = $1 order by created_at, id) c'
  const few = `json_agg(json_build_array(c.id, ${seldom})) filter (where num_nonnulls(${seldom}) > 0)`
  return `${selectColumns(COLUMNS[size], rows, [few])} as critiques`
}

/** A part of an idea on the wall: itself, or what was merged into it. */
export type Part = { ideaNumber: number; authorSeatId: string | null }

/** Comments by the place of their idea on the wall, in the order in which they are read. `parts` are by the ids of ideas. */
export function readCritiques(
  wall: Wall,
  columns: BoardColumns,
  parts: ReadonlyMap<string, Part>,
  ideaIds: readonly string[],
): CritiqueView[][] {
  const rows = readCards(wall, columns, parts, ideaIds)
  const few = columns.critiques?.at(-1) as Few | undefined
  fillColumns(rows, FULL, columns.critiques?.slice(0, -1), Object.keys(CARD).length)
  const seldom = new Map(few?.map(([id, ...values]) => [id, values]))
  const names = Object.keys(SELDOM_FULL) as (keyof typeof SELDOM_FULL)[]
  const threads: CritiqueView[][] = ideaIds.map(() => [])
  const answered = new Set<number>()
  for (const row of rows) {
    if (row === null) continue
    const values = seldom.size === 0 ? undefined : seldom.get(row.id)
    if (values)
      Object.assign(
        row,
        Object.fromEntries(values.flatMap((value, n) => (value === null ? [] : [[names[n], value]]))),
      )
    const at = parts.get(row.ideaId)?.ideaNumber ?? 0
    threads[at]?.push(row)
    if (row.parentId !== null) answered.add(at)
  }
  // Comments that nobody has answered are in the order of reading already.
  return threads.map((thread, at) => (answered.has(at) ? inThreads(thread) : thread))
}

/**
 * Comments on what is on the wall; null stands for any other.
 * NOTE: written out for each column, as a board has many comments, and this takes a third of the time of doing it by name.
 */
function readCards(
  { workshopId, published, namesShown }: Wall,
  { critiques, authors, tables }: BoardColumns,
  parts: ReadonlyMap<string, Part>,
  ideaIds: readonly string[],
): (CritiqueView | null)[] {
  const [ideasOf, ids, parentIds, kinds, tableIds, authorIds, texts] = (critiques?.slice(0, -1) ?? []).map(
    listOf<string>,
  )
  const names = byId(authors)
  const codes = byId(tables)
  return (ids ?? []).map((id, at) => {
    const ideaId = ideasOf?.[at] ?? ''
    const part = parts.get(ideaId)
    if (part === undefined) return null
    const tableId = tableIds?.[at] ?? null
    const authorSeatId = authorIds?.[at] ?? null
    return {
      id: id ?? '',
      workshopId,
      ideaId,
      parentId: parentIds?.[at] ?? null,
      kind: (kinds?.[at] ?? null) as CritiqueKind | null,
      text: texts?.[at] ?? '',
      pinX: null,
      pinY: null,
      tableId,
      authorSeatId,
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
      authorName: names.get(authorSeatId) ?? null,
      tableCode: codes.get(tableId) ?? null,
      depth: 0,
      editable: false,
      editableUntil: NOT_ASKED,
      shownOnId: ideaIds[part.ideaNumber] ?? '',
      ideaAuthorSeatId: part.authorSeatId,
      ideaSetAside: false,
      shownOnSetAside: false,
    }
  })
}
