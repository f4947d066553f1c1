'use client'

import { useState } from 'react'
import { v7 as uuidv7 } from 'uuid'
import { stands } from '#domain/removals.ts'
import { LIMITS } from '#domain/text.ts'
import { Button } from '../../../../../_ui/button.tsx'
import { Disclosure } from '../../../../../_ui/disclosure.tsx'
import { problemWith } from '../../limit.ts'
import { ReasonForm } from '../../reason-form.tsx'
import type { useChange } from '../../use-change.ts'
import {
  HideCritiqueDocument,
  HideNameDocument,
  ReopenCritiqueDocument,
  ReportWordsDocument,
  ResolveCritiqueDocument,
  ShowCritiqueDocument,
  type ThreadCritiqueFragment,
} from './critiques.generated.ts'

type Change = ReturnType<typeof useChange>
type Props = {
  critique: ThreadCritiqueFragment
  mayReport: boolean
  moderates: boolean
  change: Change
  /** Tells this comment's buttons from those of others. */
  about: string
}
type Act = { key: string; label: string; run: () => void }

/** What is rarely done with a comment: to resolve it, report it, or as a facilitator to hide it or its author's name. */
export function MoreActs({ critique, mayReport, moderates, change, about }: Props) {
  const { id } = critique
  const [writing, setWriting] = useState<keyof typeof FORMS | null>(null)
  const [reportId] = useState(() => uuidv7())
  const acts = [
    ...resolving(critique, change, () => setWriting('resolve')),
    ...(moderates ? moderating(critique, change, () => setWriting('hide')) : []),
    ...(mayReport && !critique.viewerIsAuthor && !critique.viewerHasReported && stands(critique)
      ? [{ key: 'report', label: 'Report', run: () => setWriting('report') }]
      : []),
  ]
  const send = {
    resolve: (note: string) =>
      change(ResolveCritiqueDocument, { critiqueId: id, note: note || null }, 'The thread is resolved.'),
    hide: (reason: string) =>
      change(HideCritiqueDocument, { critiqueId: id, reason }, 'The comment is hidden.', {
        label: 'Undo',
        run: () => void change(ShowCritiqueDocument, { critiqueId: id }, 'The comment is shown again.'),
      }),
    report: (reason: string) =>
      change(
        ReportWordsDocument,
        { input: { id: reportId, critiqueId: id, reason } },
        'The facilitators are told of this comment.',
      ),
  }

  if (writing) {
    const { label, hint, submit, required } = FORMS[writing]
    return (
      <ReasonForm
        label={label}
        hint={hint}
        storageKey={`qlab.critique-${writing}.${id}`}
        submitLabel={
          <>
            {submit}
            <span className="sr-only"> “{about}”</span>
          </>
        }
        check={required ? (text) => problemWith(text, LIMITS.reason, 'Write the reason first.') : undefined}
        onSend={send[writing]}
        onClose={() => setWriting(null)}
      />
    )
  }
  return (
    <>
      {critique.viewerHasReported ? (
        <p className="text-ink-soft">You reported this. The facilitators will look at it.</p>
      ) : null}
      {acts.length > 0 ? (
        <Disclosure
          className="ms-3 open:w-full"
          summary={
            <>
              More<span className="sr-only"> acts on “{about}”</span>
            </>
          }
        >
          <div className="-mx-2 flex flex-wrap">
            {acts.map(({ key, label, run }) => (
              <Button key={key} variant="quiet" onClick={run}>
                {label}
                <span className="sr-only"> “{about}”</span>
              </Button>
            ))}
          </div>
        </Disclosure>
      ) : null}
    </>
  )
}

const FORMS = {
  resolve: {
    label: 'What was decided',
    hint: 'Everybody sees this. You may leave it empty.',
    submit: 'Resolve the thread',
    required: false,
  },
  hide: {
    label: 'Why it is hidden',
    hint: 'Its author and the facilitators see this.',
    submit: 'Hide the comment',
    required: true,
  },
  report: {
    label: 'What is wrong with it',
    hint: 'Only the facilitators see this.',
    submit: 'Report the comment',
    required: true,
  },
}

function resolving(critique: ThreadCritiqueFragment, change: Change, write: () => void): Act[] {
  const { id, viewerCanResolve, resolvedAt } = critique
  if (!viewerCanResolve) return []
  const reopen = () => void change(ReopenCritiqueDocument, { critiqueId: id }, 'The thread is open again.')
  if (resolvedAt) return [{ key: 'reopen', label: 'Open the thread again', run: reopen }]
  return [{ key: 'resolve', label: 'Resolve', run: write }]
}

function moderating(critique: ThreadCritiqueFragment, change: Change, write: () => void): Act[] {
  const { id: critiqueId, hiddenAt, withdrawnAt, nameHidden } = critique
  if (withdrawnAt) return []
  const show = () => void change(ShowCritiqueDocument, { critiqueId }, 'The comment is shown again.')
  const name = (hidden: boolean) =>
    change(
      HideNameDocument,
      { critiqueId, hidden },
      hidden ? 'The name is off the comment.' : 'The name is on the comment again.',
      hidden ? { label: 'Undo', run: () => void name(false) } : undefined,
    )
  return [
    hiddenAt ? { key: 'show', label: 'Show again', run: show } : { key: 'hide', label: 'Hide', run: write },
    {
      key: 'name',
      label: nameHidden ? 'Put the name back on' : 'Take the name off',
      run: () => void name(!nameHidden),
    },
  ]
}
