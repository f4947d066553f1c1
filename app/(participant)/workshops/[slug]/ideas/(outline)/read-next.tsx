import { HORIZON_LABELS } from '#domain/ideas.ts'
import { plural } from '#domain/numbers.ts'
import { query } from '../../../../../_apollo/server.ts'
import { Card } from '../../../../../_ui/card.tsx'
import { TextLink } from '../../../../../_ui/text-link.tsx'
import { ReadNextDocument } from './outline.generated.ts'

/** The nudge to read across: ideas of other tables that few have commented on, the least read first. */
export async function ReadNext({ slug }: { slug: string }) {
  const { workshop } = await query(ReadNextDocument, { slug })
  const ideas = workshop?.readAcross ?? []
  if (ideas.length === 0) return null
  return (
    <Card as="section" aria-labelledby="read-next" className="mb-8">
      <h2 id="read-next">Read these next</h2>
      <p className="mt-1 max-w-prose">Ideas of other tables that wait for somebody to comment.</p>
      <ol className="mt-3 divide-y divide-line border-y border-line">
        {ideas.map(({ id, text, statement, horizon, tableCodes, critiqueCount }) => (
          <li key={id} className="py-2">
            <TextLink
              href={`/workshops/${slug}/ideas/${id}`}
              className="block max-w-prose py-2 font-bold wrap-anywhere"
            >
              <span className="line-clamp-3">{text}</span>
            </TextLink>
            <p className="text-ink-soft">
              {HORIZON_LABELS[horizon]}
              {tableCodes.length > 0 ? `, table ${tableCodes.join(', ')}` : ''},{' '}
              {critiqueCount === 0 ? 'no comments yet' : plural(critiqueCount, 'comment')}. For “
              {statement.title}”
            </p>
          </li>
        ))}
      </ol>
    </Card>
  )
}
