import type { Effect } from '#domain/charts.ts'
import type { DrawnChartFragment } from './chart-shape.generated.ts'
import { EffectMark } from './effect-mark.tsx'

/** What a chart says of its latest point and of its target, as shapes with their words. */
export function VariationMark({ chart }: { chart: DrawnChartFragment }) {
  const { variation, variationWords, assuranceWords, reason, signals, kind } = chart
  const effect = variation?.split('_')[0]
  return (
    <div>
      {variationWords ? (
        <p className="flex items-start gap-2">
          {isEffect(effect) ? (
            <span className="mt-1">
              <EffectMark effect={effect} />
            </span>
          ) : null}
          {variationWords}
        </p>
      ) : null}
      {assuranceWords ? <p>{assuranceWords}</p> : null}
      {reason ? <p className="text-ink-soft">{reason}</p> : null}
      {kind === 'RUN' && reason === null ? <p>{runWords(signals.length)}</p> : null}
    </div>
  )
}

function isEffect(word: string | undefined): word is Effect {
  return word === 'IMPROVEMENT' || word === 'CONCERN' || word === 'NEITHER'
}

function runWords(signals: number): string {
  return signals === 0 ? 'No rule shows more than chance' : 'More than chance, by the rules of run charts'
}
