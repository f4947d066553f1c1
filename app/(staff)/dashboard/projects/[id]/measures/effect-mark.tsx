import type { Effect } from '#domain/charts.ts'
import { EFFECT_LOOKS } from './effect-looks.ts'

/** The shape of a point that means something, as it stands in the chart; words stand beside it. */
export function EffectMark({ effect }: { effect: Effect }) {
  const { path, colour } = EFFECT_LOOKS[effect]
  return (
    <svg aria-hidden="true" viewBox="0 0 16 16" className="size-4 shrink-0">
      <path d={path} fill={colour} />
    </svg>
  )
}
