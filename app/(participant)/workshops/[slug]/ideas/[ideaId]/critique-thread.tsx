import { nestThreads, type ThreadNode } from '#domain/threads.ts'
import { Empty } from '../../../../../_ui/empty.tsx'
import type { Writing } from '../../writing.ts'
import type { CardLook } from './card-picture.tsx'
import { CardPins } from './card-pins.tsx'
import { CritiqueItem, type ThreadSetting } from './critique-item.tsx'
import { CritiqueOutbox } from './critique-outbox.tsx'
import type { ThreadCritiqueFragment } from './critiques.generated.ts'
import { pinnedCritiques } from './pinned-critiques.ts'
import { WriteCritique } from './write-critique.tsx'

type Props = Partial<Pick<ThreadSetting, 'headingLevel'>> &
  Pick<ThreadSetting, 'timeZone' | 'mayReport' | 'moderates' | 'refresh'> & {
    ideaId: string
    /** The idea's card, for the comments that are pinned to it. */
    card: CardLook
    /** Every comment and answer on the idea, in the order in which they are read. */
    critiques: readonly ThreadCritiqueFragment[]
    /** Whether the viewer may comment on the idea, or could until the step ended. */
    writing: Writing | null
  }

/**
 * The comments on one idea in their threads, with the form for another one. Beside the board as on the idea's own page:
 * whoever shows it brings the data, and says by `refresh` how to get it anew where rendering the page is not enough.
 * Whoever may write needs Apollo around it.
 */
export function CritiqueThread({ ideaId, card, critiques, writing, headingLevel = 'h3', ...rest }: Props) {
  const pinned = pinnedCritiques(critiques)
  const pins = new Map(pinned.map(({ id, number, pin }) => [id, { number, pin }]))
  const ended = writing?.ended ?? null
  const mayWrite = writing !== null && ended === null
  const setting: ThreadSetting = { ...rest, ended, headingLevel, pins }
  const byId = new Map(critiques.map((critique) => [critique.id, critique]))
  const content = (
    <>
      <CardPins card={card} pinned={pinned} />
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
      {writing ? (
        <section
          aria-labelledby={mayWrite ? `comment-${ideaId}` : undefined}
          className={mayWrite ? 'mt-6 border-t border-line pt-6' : 'mt-6 empty:hidden'}
        >
          {mayWrite ? (
            <setting.headingLevel id={`comment-${ideaId}`} className="mb-3 text-lead">
              Write a comment
            </setting.headingLevel>
          ) : null}
          <WriteCritique {...writing} ideaId={ideaId} card={card} pinned={pinned} />
        </section>
      ) : null}
    </>
  )
  const writes = writing !== null || critiques.some(({ viewerCanAnswer }) => viewerCanAnswer)
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
