import { nestThreads, type ThreadNode } from '#domain/threads.ts'
import { Empty } from '../../../../../_ui/empty.tsx'
import { CritiqueItem, type ThreadSetting } from './critique-item.tsx'
import { CritiqueOutbox, type Pin } from './critique-outbox.tsx'
import type { ThreadCritiqueFragment } from './critiques.generated.ts'
import { WriteCritique } from './write-critique.tsx'

type Props = Partial<Pick<ThreadSetting, 'headingLevel'>> &
  Pick<ThreadSetting, 'timeZone' | 'mayReport' | 'moderates' | 'refresh'> & {
    ideaId: string
    /** Every comment and answer on the idea, in the order in which they are read. */
    critiques: readonly ThreadCritiqueFragment[]
    /** Whether the viewer may comment on the idea now. */
    mayWrite: boolean
    /** A spot on the idea's card to which the next comment is pinned. */
    pin?: Pin | null
  }

/**
 * The comments on one idea in their threads, with the form for another one. Beside the board as on the idea's own page:
 * whoever shows it brings the data, and says by `refresh` how to get it anew where rendering the page is not enough.
 * Whoever may write needs Apollo around it.
 */
export function CritiqueThread({ ideaId, critiques, mayWrite, pin, headingLevel = 'h3', ...rest }: Props) {
  const setting: ThreadSetting = { ...rest, headingLevel }
  const byId = new Map(critiques.map((critique) => [critique.id, critique]))
  const content = (
    <>
      {critiques.length === 0 ? (
        <Empty title="No comments yet" headingLevel="h3">
          <p>
            {mayWrite
              ? 'Be the first: say what could work, what could go wrong, what you want to know, or what you would add.'
              : 'Tables comment on each other’s ideas when the facilitator opens that step.'}
          </p>
        </Empty>
      ) : (
        <Threads nodes={nestThreads(critiques)} byId={byId} setting={setting} outermost />
      )}
      {mayWrite ? (
        <section aria-labelledby={`comment-${ideaId}`} className="mt-6 border-t border-line pt-6">
          <setting.headingLevel id={`comment-${ideaId}`} className="mb-3 text-lead">
            Write a comment
          </setting.headingLevel>
          <WriteCritique ideaId={ideaId} pin={pin} />
        </section>
      ) : null}
    </>
  )
  const writes = mayWrite || critiques.some(({ viewerCanAnswer }) => viewerCanAnswer)
  if (!writes) return content
  return (
    <CritiqueOutbox ideaId={ideaId} refresh={setting.refresh}>
      {content}
    </CritiqueOutbox>
  )
}

type ThreadsProps = {
  nodes: readonly ThreadNode<ThreadCritiqueFragment>[]
  byId: ReadonlyMap<string, ThreadCritiqueFragment>
  setting: ThreadSetting
  outermost?: boolean
}

function Threads({ nodes, byId, setting, outermost = false }: ThreadsProps) {
  return (
    <ol className={outermost ? 'divide-y divide-line' : 'border-s-2 border-line ps-3 sm:ps-5'}>
      {nodes.map(({ comment, below }) => (
        <li key={comment.id}>
          <CritiqueItem
            critique={comment}
            parent={comment.parentId ? (byId.get(comment.parentId) ?? null) : null}
            setting={setting}
          />
          {below.length > 0 ? <Threads nodes={below} byId={byId} setting={setting} /> : null}
        </li>
      ))}
    </ol>
  )
}
