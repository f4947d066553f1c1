import { castDot, type DotOutcome, withdrawDot } from '#db/queries/votes.ts'
import { voteRefusals } from '#domain/votes.ts'
import { authorizeIn } from '#graphql/authorize.ts'
import { isId } from '#graphql/connections.ts'
import type { Context } from '#graphql/context.ts'
import { denied } from '#graphql/errors.ts'
import type { MutationResolvers, Resolvers } from '#graphql/generated/resolvers.ts'
import { refused } from './base.ts'

type Dot = { workshopId: string; optionId: string }

const castVote: MutationResolvers['castVote'] = (_root, dot, context) => move(dot, context, castDot)
const withdrawVote: MutationResolvers['withdrawVote'] = (_root, dot, context) =>
  move(dot, context, withdrawDot)

/**
 * Finding, locking, deciding and saving a dot are one statement, because that is what holds the limit under any number
 * of parallel requests; what is left here is the right to vote and the sentence for a no.
 */
async function move({ workshopId, optionId }: Dot, { db, viewer }: Context, move: typeof castDot) {
  const { seat } = authorizeIn(viewer, 'vote', workshopId)
  if (seat === null) throw denied('FORBIDDEN')
  if (!isId(optionId)) return refused(voteRefusals(0).NOT_FOUND)
  const { outcome, remaining, allowance }: DotOutcome = await move(db, {
    workshopId,
    seatId: seat.id,
    optionId,
  })
  if (outcome !== 'HELD' && outcome !== 'FREE') return refused(voteRefusals(allowance)[outcome])
  return { __typename: 'VoteSuccess' as const, optionId, hasDot: outcome === 'HELD', remaining, allowance }
}

export const voteResolvers = { Mutation: { castVote, withdrawVote } } satisfies Resolvers
