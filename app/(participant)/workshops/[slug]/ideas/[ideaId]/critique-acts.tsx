'use client'

import { useEffect, useState } from 'react'
import { stands } from '#domain/removals.ts'
import { Button } from '../../../../../_ui/button.tsx'
import { Confirm } from '../../../../../_ui/confirm.tsx'
import { readDraft } from '../../drafts.ts'
import { firstWords } from '../../first-words.ts'
import { useChange } from '../../use-change.ts'
import { AnswerCritique, answerKey } from './answer-critique.tsx'
import { authorInWords } from './critique-words.ts'
import {
  EditCritiqueDocument,
  type ThreadCritiqueFragment,
  WithdrawCritiqueDocument,
} from './critiques.generated.ts'
import { EditCritique, editKey } from './edit-critique.tsx'
import { MoreActs } from './more-acts.tsx'
import { TimeLeft } from './time-left.tsx'

type Props = {
  critique: ThreadCritiqueFragment
  /** The title of the step for comments, when that has ended. */
  ended: string | null
  mayReport: boolean
  moderates: boolean
  refresh?: () => void
}

/** What the viewer may do with one comment now. */
export function CritiqueActs({ critique, ended, mayReport, moderates, refresh }: Props) {
  const { id, viewerCanEdit, viewerCanWithdraw, viewerCanAnswer } = critique
  const change = useChange(refresh)
  const [editing, setEditing] = useState(false)
  const [answering, setAnswering] = useState(false)
  const mayAnswer = viewerCanAnswer || answering
  const about = firstWords(critique.text ?? '')

  // Words that were being changed when the page was left are taken up again.
  useEffect(() => {
    if (viewerCanEdit && readDraft(editKey(id)) !== null) setEditing(true)
  }, [viewerCanEdit, id])

  // So is an answer to what was hidden or taken back meanwhile: it can still be given.
  useEffect(() => {
    setAnswering(!stands(critique) && readDraft(answerKey(id)) !== null)
  }, [critique, id])

  if (editing) {
    return (
      <EditCritique
        critique={critique}
        save={(text, kind) =>
          change(EditCritiqueDocument, { input: { id, text, kind } }, 'The comment is changed.')
        }
        onClose={() => setEditing(false)}
      />
    )
  }
  return (
    <>
      {viewerCanEdit ? (
        <p className="text-ink-soft">
          <TimeLeft until={critique.editableUntil} />
        </p>
      ) : null}
      {/* Buttons stand in a row; what they open takes the whole width. */}
      <div className="-mx-2 mt-1 flex flex-wrap items-center [&>form]:mx-2 [&>form]:w-full [&>p]:mx-2 [&>p]:w-full [&>ul]:mx-2 [&>ul]:w-full">
        {mayAnswer || ended !== null ? (
          <AnswerCritique
            ended={mayAnswer ? null : ended}
            critiqueId={id}
            author={authorInWords(critique)}
            about={about}
          />
        ) : null}
        {viewerCanEdit ? (
          <Button variant="quiet" onClick={() => setEditing(true)}>
            Change<span className="sr-only"> “{about}”</span>
          </Button>
        ) : null}
        {viewerCanWithdraw ? (
          <Confirm
            trigger={
              <>
                Take back<span className="sr-only"> “{about}”</span>
              </>
            }
            triggerVariant="quiet"
            title={`Take back “${about}”?`}
            confirmLabel="Take it back for good"
            pendingLabel="Taking it back"
            onConfirm={() =>
              change(WithdrawCritiqueDocument, { critiqueId: id }, 'Your comment is taken back.')
            }
          >
            <p>Its words are gone for everybody, and this cannot be undone. Answers to it stay.</p>
          </Confirm>
        ) : null}
        <MoreActs {...{ critique, mayReport, moderates, change, about }} />
      </div>
    </>
  )
}
