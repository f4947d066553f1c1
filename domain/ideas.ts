/** How soon an idea could be acted on: the three questions of the 2017 workshop. */
export const HORIZONS = ['FOUR_WEEKS', 'ONE_YEAR', 'LONG_TERM'] as const
export type Horizon = (typeof HORIZONS)[number]
