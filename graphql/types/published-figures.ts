import { type RoundView, updateRound } from '#db/queries/rounds.ts'
import { refuseOverwrite } from '#domain/overwrites.ts'
import { type PublishedFigures, refusePublishedFigures } from '#domain/published-figures.ts'
import { refusal } from '#domain/refusal.ts'
import { changeRound } from '#graphql/change-round.ts'
import type { MutationResolvers } from '#graphql/generated/resolvers.ts'

type Stated = Pick<
  RoundView,
  'publishedOptions' | 'publishedDots' | 'publishedTopOptions' | 'publishedTopDots'
>

const statePublishedFigures: MutationResolvers['statePublishedFigures'] = (_root, { input }, context) =>
  changeRound(input.roundId, context, async (tx, round) => {
    if (round.state !== 'CLOSED')
      return refusal(
        'NOT_ALLOWED_NOW',
        'Close the round first: its result is held against what is published.',
      )
    const figures = {
      options: input.options ?? null,
      dots: input.dots ?? null,
      topOptions: input.topOptions ?? null,
      topDots: input.topDots ?? null,
    }
    const no = refusePublishedFigures(figures) ?? refuseOverwrite(input, readFigures(round), figures)
    if (no) return no
    await updateRound(tx, round.id, {
      publishedOptions: figures.options,
      publishedDots: figures.dots,
      publishedTopOptions: figures.topOptions,
      publishedTopDots: figures.topDots,
    })
    return null
  })

export const publishedFigureMutations = { statePublishedFigures } satisfies MutationResolvers

/** What is stated of a round; null where nothing is. */
export function publishedFiguresOf(round: Stated): PublishedFigures | null {
  const figures = readFigures(round)
  return Object.values(figures).some((figure) => figure !== null) ? figures : null
}

function readFigures(round: Stated): PublishedFigures {
  return {
    options: round.publishedOptions,
    dots: round.publishedDots,
    topOptions: round.publishedTopOptions,
    topDots: round.publishedTopDots,
  }
}
