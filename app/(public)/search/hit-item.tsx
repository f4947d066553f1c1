import { CRITIQUE_KIND_LABELS } from '#domain/critiques.ts'
import { HORIZON_LABELS } from '#domain/ideas.ts'
import { ISSUE_STATE_LABELS } from '#domain/issues.ts'
import { TextLink } from '../../_ui/text-link.tsx'
import type { HitFragment } from './search.generated.ts'
import { SEARCH_KIND_LABELS } from './search-filter.ts'
import { markWords } from './search-words.ts'

type Props = { hit: HitFragment; words: readonly string[] }

/** Something that was found: its words with those searched for marked, what it is, and where it was said. */
export function HitItem({ hit, words }: Props) {
  const { kind, text, path, workshopTitle, workshopSlug, projectTitle, tableCodes } = hit
  const what = [
    hit.critiqueKind ? CRITIQUE_KIND_LABELS[hit.critiqueKind] : SEARCH_KIND_LABELS[kind][0],
    hit.areaName,
    hit.horizon ? HORIZON_LABELS[hit.horizon] : null,
    hit.issueState && hit.issueState !== 'RAISED' ? ISSUE_STATE_LABELS[hit.issueState] : null,
    tableCodes.length > 0 ? `${tableCodes.length === 1 ? 'table' : 'tables'} ${tableCodes.join(', ')}` : null,
  ]
  return (
    <li className="max-w-prose py-4">
      <h3 className="text-body">
        <TextLink href={path} className="whitespace-pre-line">
          {marked(text, words)}
        </TextLink>
      </h3>
      <p>{what.filter(Boolean).join(' · ')}</p>
      <p className="text-ink-soft">
        <TextLink href={`/workshops/${workshopSlug}`} className="text-ink-soft">
          {workshopTitle}
        </TextLink>
        {projectTitle === workshopTitle ? '' : `, ${projectTitle}`}
      </p>
    </li>
  )
}

function marked(text: string, words: readonly string[]) {
  let at = 0
  return markWords(text, words).map((piece) => {
    const key = at
    at += piece.text.length
    return piece.found ? (
      <mark key={key} className="bg-accent-soft text-inherit">
        {piece.text}
      </mark>
    ) : (
      piece.text
    )
  })
}
