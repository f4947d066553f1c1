import { type Reading, type Refusal, refusal } from './refusal.ts'

/** By what the board is framed: issues by challenge area, or ideas by statement and horizon. */
export const BOARD_FRAMES = ['AREAS', 'HORIZONS'] as const
export type BoardFrames = (typeof BOARD_FRAMES)[number]

/** A place on the board, in the board's own units from its top left. */
export type Place = { x: number; y: number }

/** How far a card may lie from the board's top left, either way. */
const FARTHEST = 100_000

/** Reads a place: whole units, not so far out that nobody would find the card again. */
export function readPlace({ x, y }: Place): Reading<Place> {
  for (const [field, value] of Object.entries({ x, y })) {
    if (Number.isInteger(value) && Math.abs(value) <= FARTHEST) continue
    const message = 'A card cannot lie that far out. Put it nearer to the others.'
    return { ok: false, refusal: refusal('BAD_USER_INPUT', message, field) }
  }
  return { ok: true, value: { x, y } }
}

/**
 * Facilitators arrange the board at any time; participants where the workshop lets everybody arrange it. What has left
 * the wall has no place on it.
 */
export function refuseArranging(card: {
  facilitator: boolean
  anyoneArranges: boolean
  onTheWall: boolean
}): Refusal | null {
  if (!card.facilitator && !card.anyoneArranges) {
    return refusal(
      'NOT_ALLOWED_NOW',
      'Only facilitators move cards on this board. Ask one of them to let everybody move cards.',
    )
  }
  if (card.onTheWall) return null
  return refusal('STALE_STATE', 'This card has left the board since you looked. Reload the page.')
}
