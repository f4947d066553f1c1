import type { Database } from '#db/client.ts'
import type { PriorityView } from '#db/queries/priorities.ts'
import { listReasons, type ReasonView } from '#db/queries/reasons.ts'
import {
  listPrioritiesOfStatements,
  listSimilar,
  listStatements,
  listStatementsOfPriorities,
  listWordings,
  type SimilarView,
  type StatementView,
  type WordingView,
} from '#db/queries/statements.ts'
import { many, one } from './batches.ts'

/** Statements, and what belongs to them. */
export function statementLoaders(db: Database) {
  return {
    statementById: one<StatementView>((ids) => listStatements(db, 'id', ids)),
    statementsByWorkshop: many<StatementView>('workshopId', (ids) => listStatements(db, 'workshopId', ids)),
    statementsByPriority: many<StatementView & { priorityId: string }>('priorityId', (ids) =>
      listStatementsOfPriorities(db, ids),
    ),
    prioritiesByStatement: many<PriorityView & { statementId: string }>('statementId', (ids) =>
      listPrioritiesOfStatements(db, ids),
    ),
    wordingsByStatement: many<WordingView>('statementId', (ids) => listWordings(db, ids)),
    reasonsByStatement: many<ReasonView>('statementId', (ids) => listReasons(db, 'statementId', ids)),
    similarByStatement: many<SimilarView>('statementId', (ids) => listSimilar(db, ids)),
  }
}
