'use client'

import { useEffect, useState } from 'react'
import { LIMITS } from '#domain/text.ts'
import { Button } from '../../../../_ui/button.tsx'
import { readDraft } from '../drafts.ts'
import { firstWords } from '../first-words.ts'
import { problemWith } from '../limit.ts'
import { ReasonForm } from '../reason-form.tsx'
import { useChange, useHoped } from '../use-change.ts'
import {
  EditReasonDocument,
  RestoreReasonDocument,
  ShowReasonFirstDocument,
  WithdrawReasonDocument,
  type WorkedReasonFragment,
} from './priorities.generated.ts'
import { ReasonWords } from './reason-words.tsx'

type Props = { reason: WorkedReasonFragment; curates: boolean }

/** A reason that the viewer may change: their own words, or as a facilitator which one stands first. */
export function ReasonItem({ reason, curates }: Props) {
  const change = useChange()
  const { shown, saving, hopefully } = useHoped(reason)
  const [editing, setEditing] = useState(false)
  const { id: reasonId, viewerCanEdit } = reason
  const storageKey = `qlab.reason-edit.${reasonId}`
  const about = <span className="sr-only"> “{firstWords(shown.text)}”</span>

  // Words that were being changed when the page was left are taken up again.
  useEffect(() => {
    if (viewerCanEdit && readDraft(storageKey) !== null) setEditing(true)
  }, [viewerCanEdit, storageKey])

  function restore() {
    const sent = change(RestoreReasonDocument, { reasonId }, 'The reason is back.')
    return hopefully({ withdrawnAt: null }, sent)
  }

  function withdraw() {
    const undo = { label: 'Undo', run: () => void restore() }
    const sent = change(WithdrawReasonDocument, { reasonId }, 'The reason is taken back.', undo)
    return hopefully({ withdrawnAt: new Date().toISOString() }, sent)
  }

  if (editing) {
    return (
      <ReasonForm
        label="This is important because…"
        storageKey={storageKey}
        initial={reason.text}
        rows={3}
        submitLabel="Save the reason"
        check={(text) => problemWith(text, LIMITS.importantBecause, 'Write the reason first.')}
        onSend={(text, begun) => {
          const variables = { reasonId, text, basedOn: { text: begun } }
          return hopefully({ text }, change(EditReasonDocument, variables, 'The reason is changed.'))
        }}
        onClose={() => setEditing(false)}
      />
    )
  }
  if (shown.withdrawnAt) {
    return (
      <div className="flex flex-wrap items-center gap-x-3 text-ink-soft">
        <p>
          {saving ? 'Taking back' : 'Taken back'}: “{firstWords(shown.text, 80)}”
        </p>
        <Button variant="quiet" onClick={() => void restore()}>
          Put the reason back{about}
        </Button>
      </div>
    )
  }
  const first = shown.shownFirst
  return (
    <>
      <ReasonWords reason={shown} />
      {saving ? <p className="ps-3 text-ink-soft">Saving…</p> : null}
      <div className="flex flex-wrap ps-3">
        {viewerCanEdit ? (
          <>
            <Button variant="quiet" onClick={() => setEditing(true)}>
              Change{about}
            </Button>
            <Button variant="quiet" onClick={() => void withdraw()}>
              Take back{about}
            </Button>
          </>
        ) : null}
        {curates ? (
          <Button
            variant="quiet"
            onClick={() =>
              void change(
                ShowReasonFirstDocument,
                { reasonId, first: !first },
                first ? 'The oldest reason stands first.' : 'This reason stands first.',
              )
            }
          >
            {first ? 'Do not show first' : 'Show first'}
            {about}
          </Button>
        ) : null}
      </div>
    </>
  )
}
