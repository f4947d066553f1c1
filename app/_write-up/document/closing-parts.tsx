import { CRITIQUE_KIND_LABELS } from '#domain/critiques.ts'
import { plural } from '#domain/numbers.ts'
import { BriefStatusTag } from '../../_ui/brief-status-tag.tsx'
import type { WriteUpHead } from '../read-write-up.ts'
import { Part } from './part.tsx'

/** How the ideas were read, what comes of it all, and thanks. */
export function ClosingParts({ head }: { head: WriteUpHead }) {
  return (
    <>
      <Part head={head} section="CRITIQUES">
        <p className="max-w-prose">{commentsInWords(head)}</p>
      </Part>
      <Part head={head} section="NEXT">
        {head.briefs.length > 0 ? (
          <ul className="max-w-prose divide-y divide-line border-y border-line">
            {head.briefs.map(({ id, title, status, aim }) => (
              <li key={id} className="py-3 wrap-anywhere">
                <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                  <b>{title}</b> <BriefStatusTag status={status} />
                </p>
                {aim ? <p>{aim}</p> : null}
              </li>
            ))}
          </ul>
        ) : null}
      </Part>
      <Part head={head} section="THANKS">
        {head.contactEmail ? (
          <p>
            You can get in touch at <a href={`mailto:${head.contactEmail}`}>{head.contactEmail}</a>.
          </p>
        ) : null}
      </Part>
    </>
  )
}

function commentsInWords({ critiqueCounts }: WriteUpHead): string {
  if (critiqueCounts.length === 0) return 'No comments are recorded.'
  const said = critiqueCounts.map(
    ({ kind, count }) => `${plural(count, 'comment')} (${CRITIQUE_KIND_LABELS[kind].toLowerCase()})`,
  )
  return `Comments stand beside their ideas: ${said.join(', ')}.`
}
