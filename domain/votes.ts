/** A round is set up as a draft, opened once and closed once. A closed round is never reopened. */
export const ROUND_STATES = ['DRAFT', 'OPEN', 'CLOSED'] as const
export type RoundState = (typeof ROUND_STATES)[number]

/** How dots came in. */
export const CHANNELS = ['OWN_DEVICE', 'TABLE_DEVICE', 'PAPER', 'IMPORTED'] as const
export type Channel = (typeof CHANNELS)[number]
