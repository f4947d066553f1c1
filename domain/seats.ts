/** What a person is in one workshop. */
export const SEAT_ROLES = ['FACILITATOR', 'PARTICIPANT', 'OBSERVER'] as const
export type SeatRole = (typeof SEAT_ROLES)[number]
