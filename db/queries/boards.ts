import type { Database } from '#db/client.ts'
import type { BoardColumns, Wall } from './board-columns.ts'
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
  const parts = ['(select json_object_agg(t.id, t.code) from tables t where t.workshop_id = $1) as tables']
  if (issues) parts.push(selectIssues())
  if (statements) parts.push(selectStatements())
  if (ideas === null) return `select ${parts.join(', ')}`
  parts.push(selectIdeas(ideas))
  if (counts) parts.push(COUNTS)
  if (critiques === null) return `with ${IDEAS} select ${[...parts, namesOf('i')].join(', ')}`
  parts.push(`${selectCritiques(critiques)} as critiques`, namesOf('i', 'c'))
  return `with ${IDEAS}, ${CRITIQUES} select ${parts.join(', ')}`
}

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

/** Names of those who wrote these rows, each once. */
function namesOf(...rows: ('i' | 'c')[]): string {
  const authors = rows.map((row) => `select ${row}.author_seat_id from ${row}`).join(' union ')
  return `(select json_object_agg(s.id, s.display_name) from seats s where s.id in (${authors})) as names`
}
