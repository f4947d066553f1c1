import { inFigures, plural } from './numbers.ts'
import { type Refusal, refusal } from './refusal.ts'

/** What a person is in one workshop. */
export const SEAT_ROLES = ['FACILITATOR', 'PARTICIPANT', 'OBSERVER'] as const
export type SeatRole = (typeof SEAT_ROLES)[number]

export const SEAT_ROLE_LABELS: Record<SeatRole, string> = {
  FACILITATOR: 'Facilitator',
  PARTICIPANT: 'Participant',
  OBSERVER: 'Observer',
}

/** Anyone's seat can be taken back, but a workshop keeps at least one facilitator. */
export function refuseSeatRemoval(seat: { role: SeatRole; facilitators: number }): Refusal | null {
  if (!isLastFacilitator(seat.role, seat.facilitators)) return null
  return refusal('NOT_ALLOWED_NOW', 'This is the only facilitator. Make someone else a facilitator first.')
}

/** Roles can change at any time, but the last facilitator stays one. */
export function refuseRoleChange(seat: {
  from: SeatRole
  to: SeatRole
  facilitators: number
}): Refusal | null {
  if (seat.to === 'FACILITATOR' || !isLastFacilitator(seat.from, seat.facilitators)) return null
  return refusal(
    'NOT_ALLOWED_NOW',
    'This is the only facilitator. Make someone else a facilitator first.',
    'role',
  )
}

function isLastFacilitator(role: SeatRole, facilitators: number): boolean {
  return role === 'FACILITATOR' && facilitators <= 1
}

/**
 * Who came, as every page says it: as a source states it, else those who joined, and apart from them those invited. Null
 * where nobody has joined or is invited.
 */
export function participantsInWords({
  statedParticipants,
  participantCount,
  invitedCount,
}: {
  statedParticipants?: string | null
  participantCount: number
  /** People with a seat who have not joined; only the people of the workshop know it. */
  invitedCount?: number | null
}): string | null {
  if (statedParticipants) return `${statedParticipants} participants`
  if (participantCount === 0 && !invitedCount) return null
  const joined = plural(participantCount, 'participant')
  return invitedCount ? `${joined}, ${inFigures(invitedCount)} more invited` : joined
}
