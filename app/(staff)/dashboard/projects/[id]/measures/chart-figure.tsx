import { EFFECT_WORDS } from '#domain/chart-words.ts'
import { formatDay } from '#domain/dates.ts'
import { NARROW, WIDE } from './chart-lines.ts'
import type { DrawnChartFragment } from './chart-shape.generated.ts'
import { drawChart, type Note } from './draw-chart.ts'
import { EFFECT_LOOKS } from './effect-looks.ts'
import { EffectMark } from './effect-mark.tsx'
import { svgTree } from './svg-tree.tsx'

type Props = {
  chart: DrawnChartFragment
  target: number | null
  unit: string
  notes: readonly (Note & { words: string })[]
}

/** The chart, drawn for a phone and for a desk; a screen reader hears what it shows. */
export function ChartFigure({ chart, target, unit, notes }: Props) {
  const picture = { role: 'img', 'aria-label': chart.sentence }
  const drawing = { chart, target, unit, notes }
  const effects = Object.values(EFFECT_LOOKS).filter(({ effect }) =>
    chart.points.some((point) => point.effect === effect),
  )
  return (
    <figure>
      <div className="md:hidden print:hidden">
        {svgTree(drawChart(drawing, NARROW), { ...picture, className: 'block h-auto w-full' })}
      </div>
      <div className="hidden md:block print:block">
        {svgTree(drawChart(drawing, WIDE), { ...picture, className: 'block h-auto w-full' })}
      </div>
      <figcaption className="mt-3 space-y-3">
        <p className="max-w-prose">{chart.sentence}</p>
        {effects.length > 0 ? (
          <ul className="flex flex-wrap gap-x-6 gap-y-1">
            {effects.map(({ effect }) => (
              <li key={effect} className="flex items-center gap-2">
                <EffectMark effect={effect} />
                {EFFECT_WORDS[effect]}
              </li>
            ))}
          </ul>
        ) : null}
        {notes.length > 0 ? (
          <ol className="space-y-1">
            {notes.map(({ number, day, words }) => (
              <li key={`${number} ${day}`} className="flex gap-2">
                <span className="tally w-6 shrink-0 font-bold text-accent">{number}</span>
                <span className="min-w-0 wrap-anywhere">
                  {formatDay(day)}: {words}
                </span>
              </li>
            ))}
          </ol>
        ) : null}
      </figcaption>
    </figure>
  )
}
