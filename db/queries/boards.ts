import { type Database, PREPARED } from '#db/client.ts'
import { joined, selectColumns } from '#db/columns.ts'
import { sharedOn } from '#db/together.ts'
import type { BoardColumns, Wall } from './board-columns.ts'
import { COUNTS, SUPPORTS } from './board-counts.ts'
import { type CritiqueSize, selectCritiques } from './board-critiques.ts'
import {
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

/**
 * The whole wall of a workshop in one prepared statement, without what was merged, withdrawn or hidden. Rows come as
 * columns, and names and codes once, in lists by id: what can be joined here as well costs Postgres more.
 */
export function findBoard(db: Database, workshop: WorkshopView, asked: BoardWith): Promise<BoardView> {
  const text = statementFor(asked)
  const { id, publishedAt, namesShown, endsOn, anyoneArranges } = workshop
  const key = JSON.stringify([text, id, publishedAt, namesShown, endsOn, anyoneArranges])
  return sharedOn(db)(key, () => readBoard(db, workshop, text))
}

async function readBoard(db: Database, workshop: WorkshopView, text: string): Promise<BoardView> {
  const [columns] = await db.$client.unsafe<[BoardColumns]>(text, [workshop.id], PREPARED)
  const wall: Wall = {
    workshopId: workshop.id,
    published: workshop.publishedAt !== null,
    namesShown: workshop.namesShown,
    lastDay: workshop.endsOn,
  }
  const found = readStatements(wall, columns)
  return {
    workshopId: workshop.id,
    anyoneArranges: workshop.anyoneArranges,
    issues: readIssues(wall, columns),
    statements: found,
    ideas: readIdeas(wall, columns, new Map(found.map((statement) => [statement.id, statement]))),
  }
}

function statementFor({ issues, statements, ideas, counts, critiques }: BoardWith): string {
  const parts = [TABLES]
  if (issues) parts.push(selectIssues())
  if (statements) parts.push(selectStatements())
  if (ideas !== null) parts.push(selectIdeas(ideas), selectAuthors(critiques !== null && critiques !== 'PIN'))
  if (ideas !== null && counts) parts.push(SUPPORTS)
  if (ideas !== null && counts && critiques === null) parts.push(COUNTS)
  if (ideas !== null && critiques !== null) parts.push(selectCritiques(critiques))
  // Not the value itself: for that Postgres would plan anew each time, by how much this workshop has.
  return `select ${parts.join(', ')}`.replaceAll('$1', '(select $1::uuid)')
}

const TABLES = `${selectColumns({ id: joined('t.id'), code: 't.code' }, 'tables t where t.workshop_id = $1')} as tables`

/** Those who wrote something, each once. */
function selectAuthors(critiques: boolean): string {
  const comments = critiques ? 'union all select author_seat_id from critiques where workshop_id = $1' : ''
  const rows = `seats s where s.workshop_id = $1
    and s.id in (select author_seat_id from ideas where workshop_id = $1 ${comments})`
  return `${selectColumns({ id: joined('s.id'), name: 's.display_name' }, rows)} as authors`
}
