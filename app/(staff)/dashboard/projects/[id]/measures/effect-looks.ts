import type { Effect } from '#domain/charts.ts'

type Look = { effect: Effect; symbol: 'triangle' | 'diamond' | 'square'; colour: string; path: string }

/** How a point that means something looks: by its shape as well as by its colour. Paths are for a box of 16. */
export const EFFECT_LOOKS: Record<Effect, Look> = {
  IMPROVEMENT: {
    effect: 'IMPROVEMENT',
    symbol: 'triangle',
    colour: 'var(--chart-improvement)',
    path: 'M8 2 15 14 1 14Z',
  },
  CONCERN: {
    effect: 'CONCERN',
    symbol: 'diamond',
    colour: 'var(--chart-concern)',
    path: 'M8 0 14 8 8 16 2 8Z',
  },
  NEITHER: {
    effect: 'NEITHER',
    symbol: 'square',
    colour: 'var(--chart-neither)',
    path: 'M2 2H14V14H2Z',
  },
}
