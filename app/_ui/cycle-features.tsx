import { CYCLE_FEATURE_LABELS, CYCLE_FEATURES, type CycleFeature } from '#domain/cycles.ts'
import { Tag } from './tag.tsx'

/** Which of the four features of a good cycle it has, and which it has not. */
export function CycleFeatures({ features }: { features: readonly CycleFeature[] }) {
  return (
    <ul aria-label="Features of a good cycle" className="flex flex-wrap gap-2">
      {CYCLE_FEATURES.map((feature) => (
        <li key={feature}>
          <Tag tone={features.includes(feature) ? 'holds' : 'plain'}>
            <span aria-hidden>{features.includes(feature) ? '✓ ' : '– '}</span>
            {CYCLE_FEATURE_LABELS[feature]}
            <span className="sr-only">{features.includes(feature) ? ': yes' : ': not yet'}</span>
          </Tag>
        </li>
      ))}
    </ul>
  )
}
