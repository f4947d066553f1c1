import type { Database } from '#db/client.ts'
import { type BoardColumns, selectColumns, type Wall } from './board-columns.ts'
import { CRITIQUES, type CritiqueSize, selectCritiques } from './board-critiques.ts'
import {
  IDEAS,
  type IdeaSize,
  readIdeas,
  readIssues,
  readStatements,
  selectIdeas,
  selectIssues,
  selectStatements,
} from './board-rows.ts'
import type { IdeaView } from './ideas.ts'
import type { IssueView } from './issues.ts'
import type { StatementView } from './statements.ts'
import type { WorkshopView } from './workshops.ts'

/** What stands on a workshop's wall. */
export type BoardView = {
  workshopId: string
  anyoneArranges: boolean
  issues: IssueView[]
  statements: StatementView[]
  ideas: IdeaView[]
}

/** What to load of a board, because the query asks for it: each statement that differs stays prepared. */
export type BoardWith = {
  issues: boolean
  statements: boolean
  ideas: IdeaSize | null
  /** Supporters, comments by kind, and whether other tables have read an idea. */
  counts: boolean
  critiques: CritiqueSize | null
}

/** NOTE: the driver sends text without values in its simple form, which is planned anew each time; its types forget `simple`. */
const PREPARED = { prepare: true, simple: false }

/**
 * The whole wall of a workshop in one prepared statement, without what was merged, withdrawn or hidden. Rows come as
 * columns, and what repeats from row to row (ideas, authors, tables) once, in lists that the rows refer to.
 */
export async function findBoard(db: Database, workshop: WorkshopView, asked: BoardWith): Promise<BoardView> {
  const [columns] = await db.$client.unsafe<[BoardColumns]>(statementFor(asked), [workshop.id], PREPARED)
  const wall: Wall = {
    workshopId: workshop.id,
    published: workshop.publishedAt !== null,
    namesShown: workshop.namesShown,
    lastDay: workshop.endsOn,
  }
  return {
    workshopId: workshop.id,
    anyoneArranges: workshop.anyoneArranges,
    issues: readIssues(wall, columns),
    statements: readStatements(wall, columns),
    ideas: readIdeas(wall, columns),
  }
}

function statementFor({ issues, statements, ideas, counts, critiques }: BoardWith): string {
  const rows = [TABLES]
  const parts = [
    `${selectColumns({ id: 't.id', code: 't.code' }, '(select * from t order by t.n) t')} as tables`,
  ]
  if (issues) parts.push(selectIssues())
  if (statements) parts.push(selectStatements())
  if (ideas !== null) {
    rows.push(IDEAS, authorsOf(critiques !== null))
    parts.push(
      selectIdeas(ideas),
      `${selectColumns({ id: 'a.id', name: 'a.display_name' }, '(select * from a order by a.n) a')} as authors`,
    )
    if (counts) parts.push(COUNTS)
    if (critiques !== null) {
      rows.push(CRITIQUES)
      parts.push(selectCritiques(critiques))
    }
  }
  return `with ${rows.join(', ')} select ${parts.join(', ')}`
}

/** The tables `t` of the workshop, numbered. */
const TABLES = `t as materialized (
  select t.id, t.code, (row_number() over (order by t.code) - 1)::int as n from tables t where t.workshop_id = $1)`

const COUNTS = `
  (select json_agg(json_build_array(s.n, s.supporters)) from (
    select m.n, count(distinct p.seat_id) as supporters from m join idea_supports p on p.idea_id = m.id group by m.n) s
  ) as supports,
  (select json_agg(json_build_array(k.n, k.kind, k.said, k.others) order by k.kind) from (
    select m.n, c.kind, count(*) as said, bool_or(c.table_id is not null
      and not exists (select from m own where own.n = m.n and own.table_id = c.table_id)) as others
    from m join critiques c on c.idea_id = m.id
    where c.workshop_id = $1 and c.withdrawn_at is null and c.hidden_at is null group by m.n, c.kind) k
  ) as counts`

/** Those who wrote something, `a`, each once and numbered. */
function authorsOf(critiques: boolean): string {
  const comments = critiques ? 'union select c.author_seat_id from critiques c where c.workshop_id = $1' : ''
  return `a as materialized (
    select s.id, s.display_name, (row_number() over () - 1)::int as n from seats s
    where s.id in (select i.author_seat_id from i ${comments}))`
}
