import { query } from '../../../../../_apollo/server.ts'
import { TextLink } from '../../../../../_ui/text-link.tsx'
import { SimilarIdeasDocument } from './idea.generated.ts'

const NOUNS = { ISSUE: 'Issue', STATEMENT: 'Problem statement', IDEA: 'Idea', CRITIQUE: 'Comment' } as const

type Props = { id: string; slug: string }

/** What others have written that says something similar, in any workshop that the viewer may read. */
export async function Similar({ id, slug }: Props) {
  const { similarTo } = await query(SimilarIdeasDocument, { id })
  if (similarTo.length === 0) return <p className="text-ink-soft">Nothing that the Lab has says the same.</p>
  return (
    <ul className="divide-y divide-line border-y border-line">
      {similarTo.map((hit) => (
        <li key={hit.id} className="py-2">
          <TextLink href={hit.path} className="line-clamp-3 py-2 wrap-anywhere">
            {hit.text}
          </TextLink>
          <p className="text-ink-soft">
            {NOUNS[hit.kind]}
            {hit.tableCodes.length > 0 ? `, ${hit.tableCodes.join(', ')}` : ''}
            {hit.workshopSlug === slug ? '' : `, in ${hit.workshopTitle}`}
          </p>
        </li>
      ))}
    </ul>
  )
}
