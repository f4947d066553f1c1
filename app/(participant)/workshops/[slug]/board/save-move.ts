import type { Place } from '#domain/boards.ts'
import type { Operation } from '../../../../_apollo/operation.ts'
import { send } from '../../../../_apollo/transport.ts'
import type {
  MoveIdeaCardMutation,
  MoveIdeaCardMutationVariables,
  MoveIssueCardMutation,
  MoveIssueCardMutationVariables,
  PlaceCardMutation,
  PlaceCardMutationVariables,
} from './board.generated.ts'
import type { BoardCard, Frame } from './board-cards.ts'

/** What is sent when a card has been moved. */
export type MoveOperations = {
  placing: Operation<PlaceCardMutation, PlaceCardMutationVariables>
  movingIdea: Operation<MoveIdeaCardMutation, MoveIdeaCardMutationVariables>
  movingIssue: Operation<MoveIssueCardMutation, MoveIssueCardMutationVariables>
}

/** Saves where a card lies. Answers why not, or null. */
export function savePlace({ placing }: MoveOperations, card: BoardCard, { x, y }: Place) {
  const named = card.of === 'ideas' ? { ideaId: card.id } : { issueId: card.id }
  return reasonOf(async () => {
    const { placeCard } = await send(placing, { input: { ...named, x, y } }, { retries: 2 })
    return placeCard
  })
}

/** Saves in which frame a card hangs, unless somebody has hung it in yet another one. Answers why not, or null. */
export function saveFrame(operations: MoveOperations, card: BoardCard, from: Frame, to: Frame) {
  const changed = Object.keys(to.fields).filter((name) => to.fields[name] !== from.fields[name])
  const pick = ({ fields }: Frame) => Object.fromEntries(changed.map((name) => [name, fields[name] ?? null]))
  const input = { id: card.id, ...pick(to), basedOn: pick(from) }
  return reasonOf(async () => {
    if (card.of === 'ideas') return (await send(operations.movingIdea, { input }, { retries: 2 })).change
    return (await send(operations.movingIssue, { input }, { retries: 2 })).change
  })
}

async function reasonOf(change: () => Promise<object>): Promise<string | null> {
  try {
    const answer = await change()
    return 'message' in answer ? String(answer.message) : null
  } catch (trouble) {
    return trouble instanceof Error ? trouble.message : 'It could not be saved. Try again.'
  }
}
