import { CornerDownRight } from 'lucide-react'
import { type Pin, partOf } from '#domain/pins.ts'
import { isFlat } from '#domain/threads.ts'
import { CritiqueKindMark } from '../../../../../_ui/critique-kind-mark.tsx'
import { momentOf } from '../../../../../_ui/moments.ts'
import { Tag } from '../../../../../_ui/tag.tsx'
import { CritiqueActs } from './critique-acts.tsx'
import { CritiqueOutcome } from './critique-outcome.tsx'
import { authorInWords } from './critique-words.ts'
import type { ThreadCritiqueFragment } from './critiques.generated.ts'

/** What every comment of a thread needs to know beside itself. */
export type ThreadSetting = {
  timeZone: string
  mayReport: boolean
  /** The title of the step for comments, when that has ended and the viewer may have words left from it. */
  ended: string | null
  moderates: boolean
  headingLevel: 'h3' | 'h4'
  /** Comments that are pinned to the card, by their id. */
  pins: ReadonlyMap<string, { number: number; pin: Pin }>
  refresh?: () => void
}

type Props = {
  critique: ThreadCritiqueFragment
  /** What it answers; null for what begins a thread. */
  parent: ThreadCritiqueFragment | null
  setting: ThreadSetting
}

/** One comment or answer: what kind it is, who wrote it and when, its words or what is left of them, and what to do with it. */
export function CritiqueItem({ critique, parent, setting }: Props) {
  const { id, createdAt, editedAt } = critique
  const pinned = setting.pins.get(id)
  const Heading = critique.kind ? setting.headingLevel : 'p'
  return (
    <article id={`critique-${id}`} tabIndex={-1} className="scroll-mt-4 rounded-card py-3">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <Heading className="text-body font-normal">
          {critique.kind ? (
            <strong>
              <CritiqueKindMark kind={critique.kind} />
            </strong>
          ) : (
            'Answer'
          )}{' '}
          from {authorInWords(critique)}
        </Heading>
        <a href={`#critique-${id}`} className="inline-flex min-h-11 items-center text-ink-soft sm:min-h-6">
          <span className="sr-only">Link to this comment, written at </span>
          <time dateTime={createdAt}>{momentOf(createdAt, setting.timeZone)}</time>
        </a>
        {editedAt && !critique.withdrawnAt ? <span className="text-ink-soft">Changed since</span> : null}
        {critique.resolvedAt ? <Tag tone="holds">Resolved</Tag> : null}
      </div>
      {pinned ? (
        <p className="text-ink-soft">
          <a href={`#pin-${id}`} className="inline-flex min-h-11 items-center sm:min-h-6">
            Pin {pinned.number}
          </a>
          , at the {partOf(pinned.pin)} of the card
        </p>
      ) : null}
      {parent && isFlat(critique) ? (
        <p className="text-ink-soft">
          <CornerDownRight aria-hidden className="me-1 inline size-5" />
          Answers <a href={`#critique-${parent.id}`}>{authorInWords(parent)}</a>
        </p>
      ) : null}
      <Words critique={critique} />
      {critique.resolvedAt ? <Resolution critique={critique} /> : null}
      <CritiqueOutcome critique={critique} />
      {mayAct(critique, setting) ? (
        <CritiqueActs
          critique={critique}
          ended={setting.ended}
          mayReport={setting.mayReport}
          moderates={setting.moderates}
          refresh={setting.refresh}
        />
      ) : null}
    </article>
  )
}

function Words({ critique }: { critique: ThreadCritiqueFragment }) {
  const { text, withdrawnAt, hiddenAt, hiddenReason, nameHidden } = critique
  if (withdrawnAt) return <p className="text-ink-soft italic">Taken back by its author</p>
  return (
    <>
      {hiddenAt ? (
        <p className="text-ink-soft italic">
          Hidden by a facilitator{hiddenReason ? `: ${hiddenReason}` : ''}
        </p>
      ) : null}
      {text === null ? null : <p className="mt-1 max-w-prose whitespace-pre-line">{text}</p>}
      {nameHidden ? <p className="text-ink-soft">A facilitator took the author’s name off.</p> : null}
    </>
  )
}

function Resolution({ critique: { resolvedByName, resolvedNote } }: { critique: ThreadCritiqueFragment }) {
  if (!resolvedByName && !resolvedNote) return null
  return (
    <p className="mt-2 max-w-prose border-s-4 border-green ps-3">
      Resolved{resolvedByName ? ` by ${resolvedByName}` : ''}
      {resolvedNote ? `: ${resolvedNote}` : ''}
    </p>
  )
}

// Readers who can do nothing are sent no script for it.
function mayAct(critique: ThreadCritiqueFragment, { mayReport, moderates, ended }: ThreadSetting): boolean {
  const { viewerCanAnswer, viewerCanEdit, viewerCanWithdraw, viewerCanResolve } = critique
  const rights = [viewerCanAnswer, viewerCanEdit, viewerCanWithdraw, viewerCanResolve, mayReport, moderates]
  return rights.some(Boolean) || ended !== null
}
