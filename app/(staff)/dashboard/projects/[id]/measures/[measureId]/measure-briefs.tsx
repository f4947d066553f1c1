import { query } from '../../../../../../_apollo/server.ts'
import { Disclosure } from '../../../../../../_ui/disclosure.tsx'
import { TextLink } from '../../../../../../_ui/text-link.tsx'
import { JoinMeasureToBrief, LeaveBrief } from './brief-acts.tsx'
import type { MeasureView } from './load-measure.ts'
import { BriefsToJoinDocument } from './measure.generated.ts'

/** The briefs that the measure follows, and a way to join it to another. */
export async function MeasureBriefs({ measure }: { measure: MeasureView }) {
  const { id, briefs, project, viewerCanEdit } = measure
  const choices = viewerCanEdit ? await query(BriefsToJoinDocument, { projectId: project.id }) : null
  const free = (choices?.project?.briefs.edges ?? [])
    .map(({ node }) => ({ id: node.id, label: node.title }))
    .filter((brief) => !briefs.some((joined) => joined.id === brief.id))
  return (
    <section aria-labelledby="briefs" className="mt-8 print:hidden">
      <h2 id="briefs">Briefs</h2>
      {briefs.length === 0 ? (
        <p className="text-ink-soft">
          It follows none yet. Test cycles of a brief appear on the charts of its measures by themselves.
        </p>
      ) : null}
      <ul className="divide-y divide-line">
        {briefs.map((brief) => (
          <li key={brief.id} className="flex flex-wrap items-center justify-between gap-3 py-2 wrap-anywhere">
            <TextLink
              href={`/dashboard/projects/${project.id}/briefs/${brief.id}`}
              className="inline-flex min-h-11 items-center"
            >
              {brief.title}
            </TextLink>
            {viewerCanEdit ? <LeaveBrief briefId={brief.id} measureId={id} title={brief.title} /> : null}
          </li>
        ))}
      </ul>
      {free.length > 0 ? (
        <Disclosure summary="Join it to a brief">
          <JoinMeasureToBrief measureId={id} briefs={free} />
        </Disclosure>
      ) : null}
    </section>
  )
}
