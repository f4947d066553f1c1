import { findStatement } from '#db/queries/statements.ts'
import { subjectOf } from '#db/queries/workshops.ts'
import { can } from '#domain/permissions.ts'
import { may } from '#domain/steps.ts'
import { shownName } from '#graphql/author-names.ts'
import { authorize } from '#graphql/authorize.ts'
import { changedSince } from '#graphql/changed-since.ts'
import { isId } from '#graphql/connections.ts'
import type { Context } from '#graphql/context.ts'
import { denied } from '#graphql/errors.ts'
import type {
  PriorityResolvers,
  QueryResolvers,
  ReasonResolvers,
  Resolvers,
  StatementResolvers,
  WordingResolvers,
  WorkshopResolvers,
} from '#graphql/generated/resolvers.ts'
import { isStatementVisible, wrote } from '#graphql/visible-ideas.ts'
import { reasonMutations } from './reason-changes.ts'
import { statementMutations } from './statement-changes.ts'

const statement: QueryResolvers['statement'] = async (_root, { id }, { db, viewer }) => {
  const found = isId(id) ? await findStatement(db, id) : null
  if (found === null) throw denied('NOT_FOUND')
  authorize(viewer, 'readWorkshop', { workshopId: found.workshopId, published: found.published })
  if (!isStatementVisible(found, viewer)) throw denied('NOT_FOUND')
  return found
}

const statementsOfWorkshop: WorkshopResolvers['statements'] = async (
  workshop,
  { includeSetAside, updatedSince },
  { viewer, loaders },
) => {
  authorize(viewer, 'readWorkshop', subjectOf(workshop))
  const found = await loaders.statementsByWorkshop.load(workshop.id)
  return changedSince(found, updatedSince).filter(
    (one) => one.withdrawnAt === null || (includeSetAside && isStatementVisible(one, viewer)),
  )
}

const statementsOfPriority: PriorityResolvers['statements'] = async (priority, _args, { loaders }) =>
  (await loaders.statementsByPriority.load(priority.id)).filter(({ withdrawnAt }) => withdrawnAt === null)

type Written = { workshopId: string; authorSeatId: string | null; withdrawnAt: Date | null }

/** Whether the viewer may change a statement's or a reason's words now. */
async function canChange(written: Written, { viewer, loaders }: Context): Promise<boolean> {
  const subject = { workshopId: written.workshopId, published: false }
  if (written.withdrawnAt !== null) return false
  if (can(viewer, 'curateStatements', subject)) return true
  if (!wrote(viewer, written) || !can(viewer, 'writeStatements', subject)) return false
  return may('REFRAME', await loaders.stepsByWorkshop.load(written.workshopId))
}

const fields: StatementResolvers = {
  wordings: (parent, _args, { loaders }) => loaders.wordingsByStatement.load(parent.id),
  priorities: (parent, _args, { loaders }) => loaders.prioritiesByStatement.load(parent.id),
  reasons: async (parent, { includeSetAside }, { viewer, loaders }) => {
    const found = await loaders.reasonsByStatement.load(parent.id)
    return found.filter(
      (one) => one.withdrawnAt === null || (includeSetAside && isStatementVisible(one, viewer)),
    )
  },
  similar: async (parent, _args, { loaders }) =>
    (await loaders.similarByStatement.load(parent.id)).filter((pair) => pair.statement.withdrawnAt === null),
  viewerIsAuthor: (parent, _args, { viewer }) => wrote(viewer, parent),
  viewerCanEdit: (parent, _args, context) => canChange(parent, context),
}

const reasonFields: ReasonResolvers = {
  authorName: (parent, _args, { viewer }) => shownName(parent, viewer),
  viewerIsAuthor: (parent, _args, { viewer }) => wrote(viewer, parent),
  viewerCanEdit: (parent, _args, context) => (parent.statementWithdrawn ? false : canChange(parent, context)),
}

const wordingFields: WordingResolvers = {
  authorName: (parent, _args, { viewer }) => shownName(parent, viewer),
}

export const statementResolvers = {
  Query: { statement },
  Mutation: { ...statementMutations, ...reasonMutations },
  Workshop: { statements: statementsOfWorkshop },
  Priority: { statements: statementsOfPriority },
  Statement: fields,
  Reason: reasonFields,
  Wording: wordingFields,
} satisfies Resolvers
