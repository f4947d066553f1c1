'use client'

import { useEffect, useId, useState } from 'react'
import { LIMITS } from '#domain/text.ts'
import { Button } from '../../../../_ui/button.tsx'
import { SubmitButton } from '../../../../_ui/submit-button.tsx'
import { TextAreaField } from '../../../../_ui/text-area-field.tsx'
import { readDraft } from '../drafts.ts'
import { firstWords } from '../first-words.ts'
import { problemWith } from '../limit.ts'
import { OvertakenWords } from '../overtaken.tsx'
import { useBegun } from '../use-begun.ts'
import { useChange } from '../use-change.ts'
import { useKeptText } from '../use-kept-text.ts'
import { ChoosePriorities, type PriorityChoice } from './choose-priorities.tsx'
import { MarkSimilar } from './mark-similar.tsx'
import {
  RestoreStatementDocument,
  RewordStatementDocument,
  WithdrawStatementDocument,
  type WorkedStatementFragment,
} from './priorities.generated.ts'

type Props = {
  statement: WorkedStatementFragment
  priorities: readonly PriorityChoice[]
  /** The other statements, for facilitators to mark as similar; empty for others. */
  others: readonly { id: string; title: string }[]
}

/** What the viewer may do with a statement now: word it anew, take it back, or mark another as similar. */
export function StatementActs({ statement, priorities, others }: Props) {
  const change = useChange()
  const [doing, setDoing] = useState<'reword' | 'similar' | null>(null)
  const { id: statementId, viewerCanEdit } = statement
  const about = <span className="sr-only"> “{firstWords(statement.title)}”</span>

  // Words that were being changed when the page was left are taken up again.
  useEffect(() => {
    if (viewerCanEdit && readDraft(rewordKey(statementId)) !== null) setDoing('reword')
  }, [viewerCanEdit, statementId])

  if (statement.withdrawnAt) {
    const restore = () => change(RestoreStatementDocument, { statementId }, 'The statement is back.')
    return (
      <Button variant="secondary" onClick={() => void restore()}>
        Put the statement back{about}
      </Button>
    )
  }
  if (doing === 'reword') {
    return <Reword statement={statement} priorities={priorities} onClose={() => setDoing(null)} />
  }
  if (doing === 'similar') {
    return <MarkSimilar statement={statement} others={others} onClose={() => setDoing(null)} />
  }
  function withdraw() {
    const restore = () => change(RestoreStatementDocument, { statementId }, 'The statement is back.')
    const undo = { label: 'Undo', run: () => void restore() }
    return change(WithdrawStatementDocument, { statementId }, 'The statement is taken back.', undo)
  }
  return (
    <div className="-mx-2 flex flex-wrap">
      {viewerCanEdit ? (
        <Button variant="quiet" onClick={() => setDoing('reword')}>
          Word it anew{about}
        </Button>
      ) : null}
      {viewerCanEdit && statement.ideaCount === 0 ? (
        <Button variant="quiet" onClick={() => void withdraw()}>
          Take the statement back{about}
        </Button>
      ) : null}
      {others.length > 0 ? (
        <Button variant="quiet" onClick={() => setDoing('similar')}>
          Mark as similar{about}
        </Button>
      ) : null}
    </div>
  )
}

function Reword({
  statement,
  priorities,
  onClose,
}: Pick<Props, 'statement' | 'priorities'> & { onClose: () => void }) {
  const id = useId()
  const change = useChange()
  const [title, setTitle, forget] = useKeptText(rewordKey(statement.id), statement.title)
  const begun = useBegun(rewordKey(statement.id), statement.title, title)
  const [chosen, setChosen] = useState(() => statement.priorities.map((priority) => priority.id))
  const [refused, setRefused] = useState<string | null>(null)

  async function save() {
    const basedOn = { title: begun.words }
    const input = { id: statement.id, title: title.trim(), priorityIds: chosen, basedOn }
    const answer =
      problemWith(title, LIMITS.statement, 'Write the statement first.') ??
      (await change(RewordStatementDocument, { input }, 'The statement is worded anew.'))
    setRefused(answer)
    if (answer === null) close()
  }

  function close() {
    forget()
    begun.forget()
    onClose()
  }

  return (
    <form action={save} className="mt-3 space-y-3">
      <TextAreaField
        id={`${id}title`}
        label="Problem statement"
        hint="The earlier wording is kept."
        error={refused}
        value={title}
        rows={2}
        onChange={(event) => {
          begun.note()
          setTitle(event.target.value)
        }}
        autoFocus
      />
      <OvertakenWords
        begun={begun}
        takeTheirs={(words) => {
          setTitle(words)
          begun.see()
        }}
      />
      <ChoosePriorities priorities={priorities} chosen={chosen} onChange={setChosen} />
      <div className="flex flex-wrap gap-2">
        <SubmitButton pendingLabel="Saving">Save the wording</SubmitButton>
        <Button variant="quiet" onClick={close}>
          Cancel
        </Button>
      </div>
    </form>
  )
}

function rewordKey(statementId: string): string {
  return `qlab.reword.${statementId}`
}
