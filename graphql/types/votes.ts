import { castDot, withdrawDot } from '#db/queries/votes.ts'
import { voteRefusals } from '#domain/votes.ts'
import { authorizeIn } from '#graphql/authorize.ts'
import { isId } from '#graphql/connections.ts'
import { type Context, meetViewer } from '#graphql/context.ts'
import { denied } from '#graphql/errors.ts'
import type { MutationResolvers, Resolvers } from '#graphql/generated/resolvers.ts'
import { refused } from './base.ts'

type Dot = { workshopId: string; optionId: string }

const castVote: MutationResolvers['castVote'] = (_root, dot, context) => move(dot, context, castDot)
const withdrawVote: MutationResolvers['withdrawVote'] = (_root, dot, context) =>
  move(dot, context, withdrawDot)

/**
 * Who asks, whether they may vote, finding, locking, deciding and saving a dot are one statement, because that is what holds
 * the limit under any number of parallel requests; what is left here is the sentence for a no.
 */
async function move({ workshopId, optionId }: Dot, context: Context, move: typeof castDot) {
  const { db, sessionToken, seatId } = context
  const asksProperly =
    sessionToken !== null && isId(workshopId) && isId(optionId) && (seatId === null || isId(seatId))
  const moved = asksProperly ? await move(db, { sessionToken, seatId, workshopId, optionId }) : null
  if (moved === null) return refuseVoter(workshopId, context)
  const { outcome, remaining, allowance } = moved
  if (outcome !== 'HELD' && outcome !== 'FREE') return refused(voteRefusals(allowance)[outcome])
  return { __typename: 'VoteSuccess' as const, optionId, hasDot: outcome === 'HELD', remaining, allowance }
}

/** Says why nothing was moved. Whoever may vote has named an option that is none, or was seated a moment too late. */
async function refuseVoter(workshopId: string, context: Context) {
  await meetViewer(context)
  const { seat } = authorizeIn(context.viewer, 'vote', workshopId)
  if (seat === null) throw denied('FORBIDDEN')
  return refused(voteRefusals(0).NOT_FOUND)
}

export const voteResolvers = { Mutation: { castVote, withdrawVote } } satisfies Resolvers
