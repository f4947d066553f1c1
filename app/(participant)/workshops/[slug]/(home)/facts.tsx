import { plural } from '#domain/numbers.ts'
import { participantsInWords } from '#domain/seats.ts'
import { AreaMark } from '../../../../_ui/area-mark.tsx'
import { Card } from '../../../../_ui/card.tsx'
import { PhaseTag } from '../../../../_ui/phase-tag.tsx'
import { PostIt } from '../../../../_ui/post-it.tsx'
import type { WorkshopHomeQuery } from './home.generated.ts'
import { ideasOf } from './main-action.ts'

type Workshop = NonNullable<WorkshopHomeQuery['workshop']>

/** What stands on the first sheet: my table, the areas, who is here, whom to ask. */
export function Facts({ workshop }: { workshop: Workshop }) {
  const table = workshop.viewerSeat?.table
  const ideas = ideasOf(workshop)
  return (
    <Card as="aside" aria-label="About this workshop" className="space-y-6">
      {table ? (
        <div>
          <h2 className="mb-2">Your table</h2>
          <PostIt as="div" hue={table.position}>
            <p className="text-section font-bold">{table.code}</p>
            {table.name && table.name !== table.code ? <p>{table.name}</p> : null}
            {table.area ? <p>{table.area.name}</p> : null}
          </PostIt>
        </div>
      ) : null}
      {workshop.description ? (
        <p className="max-w-prose whitespace-pre-line">{workshop.description}</p>
      ) : null}
      <dl className="space-y-3 [&_dt]:text-ink-soft">
        <div>
          <dt>Project phase</dt>
          <dd>
            <PhaseTag phase={workshop.project.phase} />
          </dd>
        </div>
        <div>
          <dt>Challenge areas</dt>
          <dd>
            <ul>
              {workshop.areas.map((area, place) => (
                <li key={area.id}>
                  <AreaMark position={place} name={area.name} />
                </li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>In figures</dt>
          <dd className="tally">
            <span className="block first-letter:uppercase">
              {participantsInWords(workshop) ?? 'No participants yet'}
            </span>
            {plural(workshop.issueCount, 'issue')}, {plural(workshop.dotCount, 'dot')}
            {ideas > 0 ? `, ${plural(ideas, 'idea')}` : ''}
          </dd>
        </div>
        {workshop.contactEmail ? (
          <div>
            <dt>Contact</dt>
            <dd>
              <a href={`mailto:${workshop.contactEmail}`} className="break-all">
                {workshop.contactEmail}
              </a>
            </dd>
          </div>
        ) : null}
        {workshop.source ? (
          <div>
            <dt>Source</dt>
            <dd>{workshop.source}</dd>
          </div>
        ) : null}
      </dl>
    </Card>
  )
}
