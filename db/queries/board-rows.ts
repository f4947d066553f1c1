import { byId, joined, readColumns, type Selected, selectColumns } from '#db/columns.ts'
import { type BoardColumns, NOT_ASKED, NOT_SET_ASIDE, type Wall } from './board-columns.ts'
import { type Count, countStanding, NOTHING_SAID, readCounts, sumUp } from './board-counts.ts'
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
  id: joined('i.id'),
  statementId: joined('i.statement_id'),
  horizon: joined('i.horizon'),
  text: 'i.text',
  truncated: 'i.truncated',
  placeX: 'i.place_x',
  placeY: 'i.place_y',
  tableId: joined('i.table_id'),
  authorSeatId: joined('i.author_seat_id'),
} satisfies Selected<IdeaView>
const FULL_IDEA = {
  ...IDEA,
  createdAt: 'i.created_at',
  updatedAt: 'i.updated_at',
} satisfies Selected<IdeaView>

/** FULL adds when ideas were written and changed. */
export type IdeaSize = 'CARD' | 'FULL'

const ON_THE_WALL = 'merged_into_id is null and withdrawn_at is null and hidden_at is null'

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

/** Selects ideas by id, and what was merged into them and still stands. */
export function selectIdeas(size: IdeaSize): string {
  const selected = size === 'FULL' ? FULL_IDEA : IDEA
  return `${selectColumns(selected, `(select * from ideas where workshop_id = $1 and ${ON_THE_WALL} order by id) i`)} as ideas,
    (select json_agg(json_build_array(x.merged_into_id, x.id, x.table_id, x.author_seat_id)) from ideas x
      where x.workshop_id = $1 and x.merged_into_id is not null and x.withdrawn_at is null and x.hidden_at is null) as merged`
}

/** The issues on a wall. */
export function readIssues(wall: Wall, { issues, issueTables, tables }: BoardColumns): IssueView[] {
  const begin: IssueView = {
    ...NOT_SET_ASIDE,
    ...{ id: '', workshopId: wall.workshopId, published: wall.published, areaId: '', title: '' },
    ...{ state: 'RAISED', stateReason: null, authorSeatId: null, placeX: null, placeY: null },
    ...{ createdAt: NOT_ASKED, updatedAt: NOT_ASKED, tableIds: [], tableCodes: [] },
  }
  const from = new Map<string, Set<string>>()
  for (const [issueId, tableId] of issueTables ?? [])
    from.set(issueId, (from.get(issueId) ?? new Set()).add(tableId))
  const codes = byId(tables)
  return readColumns(begin, ISSUE, issues).map((row) => ({
    ...withMoments(row),
    ...tablesNamed(from.get(row.id) ?? NO_TABLES, codes),
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
export function readIdeas(
  wall: Wall,
  columns: BoardColumns,
  statements: ReadonlyMap<string, StatementView>,
): IdeaView[] {
  const begin: IdeaView = {
    ...NOT_SET_ASIDE,
    ...wall,
    ...{ id: '', statementId: '', horizon: 'LONG_TERM', text: '', truncated: false, tableId: null },
    ...{ authorSeatId: null, placeX: null, placeY: null, createdAt: NOT_ASKED, updatedAt: NOT_ASKED },
    ...{ tableIds: [], tableCodes: [], authorName: null, supportCount: 0 },
    ...NOTHING_SAID,
  }
  const rows = readColumns(begin, FULL_IDEA, columns.ideas)
  const { parts, tables } = readParts(rows, columns)
  const names = byId(columns.authors)
  const codes = byId(columns.tables)
  const ids = rows.map(({ id }) => id)
  const critiques = columns.critiques && readCritiques(wall, columns, parts, ids)
  for (const [n, row] of rows.entries()) {
    Object.assign(row, tablesNamed(tables[n] ?? NO_TABLES, codes))
    row.authorName = names.get(row.authorSeatId) ?? null
    row.statement = statements.get(row.statementId)
    row.critiques = critiques?.[n]
  }
  // Missing where no counts were asked for.
  if (columns.supports !== undefined) {
    const supporters = new Map(columns.supports)
    const counts = critiques?.map(countStanding) ?? shareOut(readCounts(columns), parts, rows.length)
    for (const [n, row] of rows.entries()) {
      Object.assign(row, sumUp(counts[n] ?? [], tables[n] ?? NO_TABLES))
      row.supportCount = supporters.get(row.id) ?? 0
    }
  }
  return rows.map(withMoments)
}

/** What the ideas on a wall are made of, by the ids of ideas, and the tables that each of them came from. */
function readParts(rows: readonly IdeaView[], { merged }: BoardColumns) {
  const parts = new Map<string, Part>(
    rows.map(({ id, authorSeatId }, ideaNumber) => [id, { ideaNumber, authorSeatId }]),
  )
  const tables = rows.map(({ tableId }) => new Set(tableId === null ? [] : [tableId]))
  for (const [into, id, tableId, authorSeatId] of merged ?? []) {
    const whole = parts.get(into)
    if (whole === undefined) continue
    parts.set(id, { ideaNumber: whole.ideaNumber, authorSeatId })
    if (tableId !== null) tables[whole.ideaNumber]?.add(tableId)
  }
  return { parts, tables }
}

/** JSON has moments as text. */
function withMoments<Row extends { createdAt: Date; updatedAt: Date }>(row: Row): Row {
  if (row.createdAt === NOT_ASKED) return row
  return { ...row, createdAt: new Date(row.createdAt), updatedAt: new Date(row.updatedAt) }
}

const NO_TABLES: ReadonlySet<string> = new Set()

function tablesNamed(tableIds: ReadonlySet<string>, codes: ReadonlyMap<string | null, string>) {
  const named = [...tableIds].map((id) => ({ id, code: codes.get(id) ?? '' }))
  if (named.length > 1) named.sort((a, b) => (a.code < b.code ? -1 : 1))
  return { tableIds: named.map(({ id }) => id), tableCodes: named.map(({ code }) => code) }
}

/** Counts by the place of the idea on the wall. */
function shareOut(counts: readonly Count[], parts: ReadonlyMap<string, Part>, ideas: number): Count[][] {
  const shared: Count[][] = Array.from({ length: ideas }, () => [])
  for (const count of counts) shared[parts.get(count.ideaId)?.ideaNumber ?? ideas]?.push(count)
  return shared
}
