import {
  type BoardColumns,
  NOT_ASKED,
  NOT_SET_ASIDE,
  readColumns,
  type Selected,
  selectColumns,
  type Wall,
} from './board-columns.ts'
import { type Part, readCritiques } from './board-critiques.ts'
import type { IdeaView } from './ideas.ts'
import type { IssueView } from './issues.ts'
import type { StatementView } from './statements.ts'

const ISSUE = {
  id: 'x.id',
  areaId: 'x.area_id',
  title: 'x.title',
  state: 'x.state',
  stateReason: 'x.state_reason',
  authorSeatId: 'x.author_seat_id',
  placeX: 'x.place_x',
  placeY: 'x.place_y',
  createdAt: 'x.created_at',
  updatedAt: 'x.updated_at',
} satisfies Selected<IssueView>

const STATEMENT = {
  id: 's.id',
  position: 's.position',
  title: 's.title',
  authorSeatId: 's.author_seat_id',
  createdAt: 's.created_at',
  updatedAt: 's.updated_at',
  ideaCount: `(select count(*) from ideas i where i.statement_id = s.id
    and i.merged_into_id is null and i.withdrawn_at is null and i.hidden_at is null)`,
} satisfies Selected<StatementView>

const IDEA = {
  id: 'i.id',
  statementId: 'i.statement_id',
  horizon: 'i.horizon',
  text: 'i.text',
  truncated: 'i.truncated',
  placeX: 'i.place_x',
  placeY: 'i.place_y',
  tableId: 'i.table_id',
  authorSeatId: 'i.author_seat_id',
} satisfies Selected<IdeaView>
const FULL_IDEA = {
  ...IDEA,
  createdAt: 'i.created_at',
  updatedAt: 'i.updated_at',
} satisfies Selected<IdeaView>

const PART = {
  ideaNumber: 'm.n',
  id: 'm.id',
  tableId: 'm.table_id',
  authorSeatId: 'm.author_seat_id',
} satisfies Selected<Part>

/** FULL adds when ideas were written and changed. */
export type IdeaSize = 'CARD' | 'FULL'

const ON_THE_WALL = 'merged_into_id is null and withdrawn_at is null and hidden_at is null'

/** The ideas on the wall `i`, numbered, and their parts `m`: each itself, and those merged into it that still stand. */
export const IDEAS = `
  i as materialized (
    select i.id, i.statement_id, i.horizon, i.text, i.truncated, i.place_x, i.place_y, i.table_id, i.author_seat_id,
      i.created_at, i.updated_at, (row_number() over (order by i.id) - 1)::int as n from ideas i
    where i.workshop_id = $1 and ${ON_THE_WALL}),
  m as materialized (
    select p.*, (row_number() over (order by p.n, p.id) - 1)::int as part from (
      select i.n, i.id, i.table_id, i.author_seat_id from i
      union all
      select i.n, x.id, x.table_id, x.author_seat_id from ideas x join i on i.id = x.merged_into_id
      where x.workshop_id = $1 and x.merged_into_id is not null and x.withdrawn_at is null and x.hidden_at is null) p)`

/** Selects the issues on the wall, and the tables that they and those merged into them came from. */
export function selectIssues(): string {
  return `${selectColumns(ISSUE, `(select * from issues where workshop_id = $1 and ${ON_THE_WALL} order by id) x`)} as issues,
    (select json_agg(distinct jsonb_build_array(coalesce(x.merged_into_id, x.id), it.table_id))
      from issues x join issue_tables it on it.issue_id = x.id where x.workshop_id = $1) as "issueTables"`
}

/** Selects the problem statements in their order. */
export function selectStatements(): string {
  const rows =
    '(select * from statements where workshop_id = $1 and withdrawn_at is null order by position, id) s'
  return `${selectColumns(STATEMENT, rows)} as statements`
}

/** Selects ideas and their parts, each in the order of its number. */
export function selectIdeas(size: IdeaSize): string {
  const selected = size === 'FULL' ? FULL_IDEA : IDEA
  return `${selectColumns(selected, '(select * from i order by i.n) i')} as ideas,
    ${selectColumns(PART, '(select * from m order by m.part) m')} as parts`
}

/** The issues on a wall. */
export function readIssues(wall: Wall, { issues, issueTables, tables }: BoardColumns): IssueView[] {
  const begin: IssueView = {
    ...NOT_SET_ASIDE,
    ...{ id: '', workshopId: wall.workshopId, published: wall.published, areaId: '', title: '' },
    ...{ state: 'RAISED', stateReason: null, authorSeatId: null, placeX: null, placeY: null },
    ...{ createdAt: NOT_ASKED, updatedAt: NOT_ASKED, tableIds: [], tableCodes: [] },
  }
  const from = gather(issueTables ?? [])
  const codes = byId(tables)
  return readColumns(begin, ISSUE, issues).map((row) => ({
    ...withMoments(row),
    ...tablesNamed(from.get(row.id), codes),
  }))
}

/** The problem statements on a wall. */
export function readStatements(wall: Wall, { statements }: BoardColumns): StatementView[] {
  const { workshopId, published, namesShown } = wall
  const begin: StatementView = {
    ...{ id: '', workshopId, published, namesShown, position: 0, title: '', authorSeatId: null },
    ...{ withdrawnAt: null, requestDigest: null, createdAt: NOT_ASKED, updatedAt: NOT_ASKED, ideaCount: 0 },
  }
  return readColumns(begin, STATEMENT, statements).map(withMoments)
}

/** The ideas on a wall, with their comments where these were loaded. */
export function readIdeas(wall: Wall, columns: BoardColumns): IdeaView[] {
  const begin: IdeaView = {
    ...NOT_SET_ASIDE,
    ...wall,
    ...{ id: '', statementId: '', horizon: 'LONG_TERM', text: '', truncated: false, tableId: null },
    ...{ authorSeatId: null, placeX: null, placeY: null, createdAt: NOT_ASKED, updatedAt: NOT_ASKED },
    ...{ tableIds: [], tableCodes: [], authorName: null, supportCount: 0 },
    ...NOTHING_SAID,
  }
  const rows = readColumns(begin, FULL_IDEA, columns.ideas)
  const parts = readColumns<Part>(
    { ideaNumber: 0, id: '', tableId: null, authorSeatId: null },
    PART,
    columns.parts,
  )
  const from = gather(
    parts.flatMap(({ ideaNumber, tableId }) => (tableId === null ? [] : [[ideaNumber, tableId]])),
  )
  const supporters = new Map(columns.supports)
  const names = byId(columns.authors)
  const codes = byId(columns.tables)
  const said = readCounts(columns)
  const ids = rows.map(({ id }) => id)
  const critiques = columns.critiques && readCritiques(wall, columns, parts, ids)
  for (const [n, row] of rows.entries()) {
    const { tableIds, tableCodes } = tablesNamed(from.get(n), codes)
    const { critiqueCounts, critiqueCount, readByOthers } = said.get(n) ?? NOTHING_SAID
    row.tableIds = tableIds
    row.tableCodes = tableCodes
    row.authorName = names.get(row.authorSeatId) ?? null
    row.supportCount = supporters.get(n) ?? 0
    row.critiqueCounts = critiqueCounts
    row.critiqueCount = critiqueCount
    row.readByOthers = readByOthers
    if (critiques) row.critiques = critiques[n] ?? []
  }
  return rows.map(withMoments)
}

/** JSON has moments as text. */
function withMoments<Row extends { createdAt: Date; updatedAt: Date }>(row: Row): Row {
  if (row.createdAt === NOT_ASKED) return row
  return { ...row, createdAt: new Date(row.createdAt), updatedAt: new Date(row.updatedAt) }
}

/** Each value once, under its key. */
function gather<Key>(pairs: readonly (readonly [Key, string])[]): Map<Key, Set<string>> {
  const gathered = new Map<Key, Set<string>>()
  for (const [key, value] of pairs) gathered.set(key, (gathered.get(key) ?? new Set()).add(value))
  return gathered
}

/** Names or codes by the ids beside them. */
function byId(listed: BoardColumns['authors']): Map<string | null, string> {
  const [ids, names] = listed ?? []
  return new Map((ids ?? []).map((id, n) => [id, names?.[n] ?? '']))
}

function tablesNamed(tableIds: ReadonlySet<string> | undefined, codes: ReadonlyMap<string | null, string>) {
  const named = [...(tableIds ?? [])].map((id) => ({ id, code: codes.get(id) ?? '' }))
  if (named.length > 1) named.sort((a, b) => (a.code < b.code ? -1 : 1))
  return { tableIds: named.map(({ id }) => id), tableCodes: named.map(({ code }) => code) }
}

type Said = Pick<IdeaView, 'critiqueCounts' | 'critiqueCount' | 'readByOthers'>
const NOTHING_SAID: Said = { critiqueCounts: [], critiqueCount: 0, readByOthers: false }

function readCounts({ counts }: BoardColumns): Map<number, Said> {
  const said = new Map<number, Said>()
  for (const [n, kind, count, byOthers] of counts ?? []) {
    const before = said.get(n) ?? NOTHING_SAID
    said.set(n, {
      critiqueCounts: kind === null ? before.critiqueCounts : [...before.critiqueCounts, { kind, count }],
      critiqueCount: before.critiqueCount + count,
      readByOthers: before.readByOthers || byOthers,
    })
  }
  return said
}
