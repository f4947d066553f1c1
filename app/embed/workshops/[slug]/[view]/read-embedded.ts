import type { AskAsNobody } from '../../../../_apollo/nobody.ts'
import {
  EmbeddedProgressDocument,
  type EmbeddedProgressQuery,
  EmbeddedRoundDocument,
  type EmbeddedRoundQuery,
  EmbeddedWorkshopDocument,
  type EmbeddedWorkshopQuery,
} from './embed.generated.ts'

export type EmbeddedWorkshop = NonNullable<EmbeddedWorkshopQuery['workshop']>
type Round = NonNullable<EmbeddedRoundQuery['round']>
export type EmbeddedProgress = NonNullable<EmbeddedProgressQuery['workshop']>

/** A closed round with its figures. */
export type EmbeddedRound = Omit<Round, 'result'> & { result: NonNullable<Round['result']> }
export type EmbeddedResult = { workshop: EmbeddedWorkshop; round: EmbeddedRound | null }

/** A published workshop; null for everything else, which is not there for other people's pages. */
export async function readWorkshop(ask: AskAsNobody, slug: string): Promise<EmbeddedWorkshop | null> {
  const workshop = (await ask(EmbeddedWorkshopDocument, { slug }))?.workshop
  return workshop?.publishedAt ? workshop : null
}

/** The result of the latest round that is closed: what is still being counted changes, and images are kept for a while. */
export async function readResult(ask: AskAsNobody, workshop: EmbeddedWorkshop): Promise<EmbeddedResult> {
  const closed = workshop.rounds.find(({ state }) => state === 'CLOSED')
  const round = closed ? (await ask(EmbeddedRoundDocument, { roundId: closed.id }))?.round : null
  return { workshop, round: round?.result ? { ...round, result: round.result } : null }
}

/** What became of the priorities, as far as everybody may read it. */
export async function readProgress(
  ask: AskAsNobody,
  { slug }: EmbeddedWorkshop,
): Promise<EmbeddedProgress | null> {
  return (await ask(EmbeddedProgressDocument, { slug }))?.workshop ?? null
}
