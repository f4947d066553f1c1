import { Disclosure } from '../../../../../../../_ui/disclosure.tsx'
import { TextLink } from '../../../../../../../_ui/text-link.tsx'
import { AddContributor, AddSeated, RemoveContributor } from './add-contributor.tsx'
import type { BriefChoices, BriefView } from './load-brief.ts'

const UNNAMED = 'Somebody whose name is not shown'

/** Where readers comment, and who was asked to. */
export function Contributors({ brief, choices }: { brief: BriefView; choices: BriefChoices }) {
  const contributors = brief.contributors ?? []
  const seated = choices.workshops
    .filter(({ people }) => people.length > 0)
    .map(({ title, people }) => ({ group: title, options: people }))
  return (
    <section aria-labelledby="comments">
      <h2 id="comments">Comments ({brief.commentCount})</h2>
      <p>
        <TextLink href={`/briefs/${brief.id}`} className="inline-flex min-h-11 items-center">
          Read and write them on the readers’ page
        </TextLink>
      </p>
      {contributors.length === 0 ? (
        <p>Nobody was asked to contribute yet.</p>
      ) : (
        <Disclosure summary={`Asked to contribute (${contributors.length})`}>
          <ul className="space-y-2">
            {contributors.map(({ id, name, fromSeat }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-3 wrap-anywhere">
                <span>
                  {name ?? UNNAMED}
                  {fromSeat ? ', from a workshop' : ''}
                </span>
                <RemoveContributor briefId={brief.id} contributorId={id} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {seated.length > 0 ? (
        <Disclosure summary="Ask somebody from a workshop">
          <AddSeated briefId={brief.id} choices={seated} />
        </Disclosure>
      ) : null}
      <Disclosure summary="Ask somebody by e-mail">
        <AddContributor briefId={brief.id} />
      </Disclosure>
    </section>
  )
}
