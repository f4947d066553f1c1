'use client'

import { type FormEvent, useState } from 'react'
import { plural } from '#domain/numbers.ts'
import { Button } from '../../../../../../../_ui/button.tsx'
import { CheckField } from '../../../../../../../_ui/check-field.tsx'
import { FieldGroup } from '../../../../../../../_ui/field-group.tsx'
import { Notice } from '../../../../../../../_ui/notice.tsx'
import { ProgressBar } from '../../../../../../../_ui/progress-bar.tsx'
import { FilePicker } from '../../../../../file-picker.tsx'
import { ImportReport } from './import-report.tsx'
import { type ChosenFile, type ImportKind, type ImportState, useBallotImport } from './use-ballot-import.ts'

const KINDS = {
  BALLOTS: { label: 'Ballots', hint: 'Columns voter and issue: one dot on each line.' },
  TALLY: {
    label: 'Counted figures',
    hint: 'Columns issue and votes: one issue on each line, without ballots.',
  },
} as const

type Props = { roundId: string; dotsPerVoter: number; roundHref: string }

/** Chooses a file, sends it with its progress in sight, and shows what it would add. */
export function ImportForm({ roundId, dotsPerVoter, roundHref }: Props) {
  const [kind, setKind] = useState<ImportKind>('BALLOTS')
  const [exact, setExact] = useState(false)
  const [chosen, choose] = useState<ChosenFile | null>(null)
  const [missing, setMissing] = useState<string | null>(null)
  const { state, send, add, startOver } = useBallotImport(roundId)
  const { stage, sent, report, trouble } = state
  const busy = stage === 'SENDING' || stage === 'CHECKING'

  async function submit(event: FormEvent) {
    event.preventDefault()
    if (!chosen) return setMissing('Choose a CSV file.')
    await send(chosen, kind, kind === 'BALLOTS' && exact ? dotsPerVoter : null)
  }

  if (report && (stage === 'REPORT' || stage === 'ADDING' || stage === 'ADDED')) {
    return (
      <ImportReport
        report={report}
        encoding={chosen?.encoding ?? null}
        done={state.done}
        text={chosen?.text ?? ''}
        kind={kind}
        stage={stage}
        trouble={trouble}
        add={add}
        startOver={startOver}
        roundHref={roundHref}
      />
    )
  }
  return (
    <form onSubmit={submit} noValidate className="max-w-prose space-y-6">
      <FieldGroup legend="What the file holds">
        {Object.entries(KINDS).map(([value, { label, hint }]) => (
          <CheckField
            key={value}
            id={`kind-${value}`}
            type="radio"
            name="kind"
            label={label}
            hint={hint}
            checked={kind === value}
            disabled={busy}
            onChange={() => setKind(value as ImportKind)}
          />
        ))}
      </FieldGroup>
      {kind === 'BALLOTS' ? (
        <CheckField
          id="exact"
          label={`Refuse ballots that do not hold exactly ${plural(dotsPerVoter, 'dot')}`}
          hint={`Otherwise up to ${plural(dotsPerVoter, 'dot')} may be on a ballot.`}
          checked={exact}
          disabled={busy}
          onChange={(event) => setExact(event.target.checked)}
        />
      ) : null}
      <FilePicker
        id="file"
        label="File"
        hint="CSV or text saved from a spreadsheet, with or without a line that names the columns."
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        error={missing}
        onText={(file) => {
          choose(file)
          setMissing(null)
        }}
      />
      <Sending state={state} />
      <Button type="submit" pending={busy} pendingLabel={stage === 'CHECKING' ? 'Checking' : 'Sending'}>
        {trouble && sent > 0 ? 'Go on sending' : 'Send and check the file'}
      </Button>
    </form>
  )
}

function Sending({ state: { stage, sent, pieces, trouble } }: { state: ImportState }) {
  if (stage === 'SENDING' || stage === 'CHECKING') {
    const words =
      stage === 'CHECKING'
        ? 'The whole file is sent. It is being checked.'
        : `${sent} of ${plural(pieces, 'piece')} sent`
    return <ProgressBar label="Sending the file" done={sent} of={pieces} words={words} />
  }
  if (trouble === null) return null
  return (
    <Notice kind="error" role="alert">
      <p>{trouble.message}</p>
      {sent > 0 ? <p>What was sent is kept: sending again goes on from there.</p> : null}
    </Notice>
  )
}
