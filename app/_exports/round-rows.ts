import {
  ExportOptionIssuesDocument,
  ExportPrioritiesDocument,
  ExportRoundsDocument,
  type ExportRoundsQuery,
  ExportTalliesDocument,
} from './rounds.generated.ts'
import { type Pieces, type Source, workshopsOf } from './source.ts'

type Round = NonNullable<NonNullable<ExportRoundsQuery['workshop']>['rounds']>[number]

/** Rows of closed rounds. */
export async function* roundRows(source: Source): Pieces<'rounds'> {
  for await (const { workshopId, rounds } of roundsOf(source)) {
    yield rounds.map(({ replacesRound, result, ...round }) => ({
      ...round,
      workshopId,
      replacesRoundId: replacesRound?.id,
      dots: result?.dots,
      shareBase: result?.shareBase,
      shareBaseIsPublished: result?.shareBaseIsPublished,
      ballots: result?.ballots,
      seats: result?.seats,
      unusedDots: result?.unusedDots,
      cutMargin: result?.cutLine.margin,
      cutExplanation: result?.cutLine.explanation,
    }))
  }
}

/** Rows of what came in over each channel. */
export async function* channelRows(source: Source): Pieces<'channels'> {
  for await (const { workshopId, rounds } of roundsOf(source)) {
    yield rounds.flatMap(({ id: roundId, result }) =>
      (result?.channels ?? []).map((channel) => ({ ...channel, roundId, workshopId })),
    )
  }
}

/** Rows of comparisons of two counts. */
export async function* reconciliationRows(source: Source): Pieces<'reconciliation'> {
  for await (const { workshopId, rounds } of roundsOf(source)) {
    yield rounds.flatMap(({ id: roundId, result }) =>
      (result?.reconciliation ?? []).map((line) => ({ ...line, roundId, workshopId })),
    )
  }
}

async function* roundsOf(
  source: Source,
): AsyncGenerator<{ workshopId: string; rounds: Round[] }, void, undefined> {
  for await (const { id: workshopId, slug } of workshopsOf(source)) {
    const { workshop } = await source.ask(ExportRoundsDocument, { slug })
    yield { workshopId, rounds: workshop?.rounds ?? [] }
  }
}

/** Rows of options with what was counted for them. They are read from what was written down as the round closed. */
export async function* tallyRows(source: Source): Pieces<'tallies'> {
  for await (const { id: workshopId, slug } of workshopsOf(source)) {
    const issues = await issuesOfOptions(source, slug)
    const { workshop } = await source.ask(ExportTalliesDocument, { slug })
    yield (workshop?.rounds ?? []).flatMap(({ id: roundId, result }) =>
      (result?.rows ?? []).map(({ option, byChannel, ...row }) => {
        const { id: optionId, ...words } = option
        const dots = new Map(byChannel.map((part) => [part.channel, part.dots]))
        return {
          ...words,
          ...row,
          ...{ optionId, roundId, workshopId, issueId: issues.get(optionId) },
          ownDeviceDots: dots.get('OWN_DEVICE'),
          tableDeviceDots: dots.get('TABLE_DEVICE'),
          paperDots: dots.get('PAPER'),
          importedDots: dots.get('IMPORTED'),
        }
      }),
    )
  }
}

/** Rows of what was declared taken forward. */
export async function* priorityRows(source: Source): Pieces<'priorities'> {
  for await (const { id: workshopId, slug } of workshopsOf(source)) {
    const issues = await issuesOfOptions(source, slug)
    const { workshop } = await source.ask(ExportPrioritiesDocument, { slug })
    yield (workshop?.rounds ?? []).flatMap(({ id: roundId, priorities }) =>
      priorities.map(({ id, position, option: { id: optionId, title } }) => ({
        ...{ id, workshopId, roundId, optionId, issueId: issues.get(optionId), position, title },
      })),
    )
  }
}

/** Issues are words, which a token for results does not open. */
async function issuesOfOptions({ ask, readsContent }: Source, slug: string): Promise<Map<string, string>> {
  if (!readsContent) return new Map()
  const { workshop } = await ask(ExportOptionIssuesDocument, { slug })
  const options = (workshop?.rounds ?? []).flatMap((round) => round.options)
  return new Map(options.flatMap(({ id, issue }) => (issue ? [[id, issue.id] as const] : [])))
}
