'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useState, useTransition } from 'react'
import type { Encoding } from '#domain/encodings.ts'
import { inFigures, plural } from '#domain/numbers.ts'
import { Button } from '../../../../../../_ui/button.tsx'
import { Notice } from '../../../../../../_ui/notice.tsx'
import { TextAreaField } from '../../../../../../_ui/text-area-field.tsx'
import { toast } from '../../../../../../_ui/toast.ts'
import { useKeptForm } from '../../../../../use-kept-form.ts'
import { FilePicker } from '../../../../file-picker.tsx'
import { RefusedLines } from '../../../../refused-lines.tsx'
import { type ChosenReadings, SheetReading } from '../../../../sheet-reading.tsx'
import { type PasteAnswer, pastePoints } from './paste-action.ts'

const CUT = 'The server did not answer. Nothing is lost: try again.'

/** Points from a spreadsheet. They are checked first; nothing is added until every line reads. */
export function PastePoints({ measureId }: { measureId: string }) {
  const router = useRouter()
  const form = useKeptForm(`paste-${measureId}`, { text: '' })
  const [check, setCheck] = useState<(PasteAnswer & { text: string }) | null>(null)
  const [encoding, setEncoding] = useState<Encoding | null>(null)
  const [choices, setChoices] = useState<ChosenReadings>({})
  const [pending, startTransition] = useTransition()
  const { text } = form.values
  const checked = check?.text === text ? check : null
  const report = checked?.report
  const ready = report !== undefined && report.refusedCount === 0 && report.added > 0

  function send(event: FormEvent) {
    event.preventDefault()
    ask(!ready, choices)
  }

  // Another way of reading is shown at once; only the button adds what was shown.
  function choose(chosen: ChosenReadings) {
    setChoices(chosen)
    ask(true, chosen)
  }

  function ask(dryRun: boolean, chosen: ChosenReadings) {
    startTransition(async () => {
      const asked = { measureId, text, choices: chosen, dryRun }
      const answer = await pastePoints(asked).catch(() => ({ message: CUT }))
      if (dryRun || answer.message !== undefined) return setCheck({ ...answer, text })
      form.clear()
      setCheck(null)
      setChoices({})
      router.refresh()
      toast(`${plural(report?.added ?? 0, 'point is', 'points are')} added.`)
    })
  }

  return (
    <form onSubmit={send} noValidate className="max-w-prose space-y-4 border-s-4 border-line ps-4">
      <TextAreaField
        id="paste-text"
        label="Days and values"
        hint="One on each line, such as 2026-02-28 and 12.5, parted by a tab, a comma or a semicolon. At most 10,000 lines."
        className="min-h-40"
        spellCheck={false}
        autoComplete="off"
        error={checked?.message}
        {...form.field('text')}
      />
      <FilePicker
        id="paste-file"
        label="Or fill the box from a CSV file"
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        hint="What stands in the box is replaced."
        onText={(file) => {
          form.set('text', file.text)
          setEncoding(file.encoding)
          setChoices({})
        }}
      />
      {report ? (
        <>
          <SheetReading
            id="paste-reading"
            reading={report.reading}
            encoding={encoding}
            factsTitle="What the lines come to"
            chosen={choices}
            onChoose={choose}
          />
          <PasteReport report={report} text={text} />
        </>
      ) : null}
      <Button type="submit" pending={pending} pendingLabel={ready ? 'Adding' : 'Checking'}>
        {ready ? `Add ${plural(report.added, 'point')}` : 'Check the lines'}
      </Button>
    </form>
  )
}

type Report = NonNullable<PasteAnswer['report']>

function PasteReport({ report, text }: { report: Report; text: string }) {
  const { added, alreadyPresent, refused, refusedCount, lines } = report
  if (refusedCount > 0) {
    return (
      <>
        <Notice
          kind="warning"
          role="status"
          title={`${plural(refusedCount, 'line')} of ${inFigures(lines)} cannot be read, so nothing is added yet`}
        >
          <p>Correct the lines below in the box, then check them again.</p>
        </Notice>
        <RefusedLines refused={refused} text={text} total={refusedCount} />
      </>
    )
  }
  const present =
    alreadyPresent > 0 ? `${plural(alreadyPresent, 'point is', 'points are')} there already.` : ''
  if (added === 0) {
    return (
      <Notice role="status" title="There is nothing new to add">
        <p>{present}</p>
      </Notice>
    )
  }
  return (
    <Notice kind="success" role="status" title={`${plural(added, 'point')} can be added`}>
      <p>Every line reads. Nothing has been added yet. {present}</p>
    </Notice>
  )
}
