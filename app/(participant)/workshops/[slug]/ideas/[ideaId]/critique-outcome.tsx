import { TextLink } from '../../../../../_ui/text-link.tsx'
import type { ThreadCritiqueFragment } from './critiques.generated.ts'

/** What became of a comment on an unintended consequence: a line that a brief watches for, a measure that counts it. */
export function CritiqueOutcome({ critique: { watchFor, measure } }: { critique: ThreadCritiqueFragment }) {
  if (!watchFor && !measure) return null
  const briefOfMeasure = measure?.briefs[0]
  return (
    <ul className="mt-2 max-w-prose space-y-1 border-s-4 border-accent ps-3">
      {watchFor ? (
        <li className="wrap-anywhere">
          The brief <TextLink href={`/briefs/${watchFor.brief.id}`}>{watchFor.brief.title}</TextLink> watches
          for this.
        </li>
      ) : null}
      {measure && briefOfMeasure ? (
        <li className="wrap-anywhere">
          It is measured now:{' '}
          <TextLink href={`/briefs/${briefOfMeasure.id}#measure-${measure.id}`}>{measure.title}</TextLink>
        </li>
      ) : null}
    </ul>
  )
}
