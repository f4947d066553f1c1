'use client'

import { type FormEvent, useState } from 'react'
import { v7 as newId } from 'uuid'
import type { Encoding } from '#domain/encodings.ts'
import { plural } from '#domain/numbers.ts'
import type { TextKind } from '#domain/text-imports.ts'
import { Button } from '../../../../_ui/button.tsx'
import { Disclosure } from '../../../../_ui/disclosure.tsx'
import { Notice } from '../../../../_ui/notice.tsx'
import { SelectField } from '../../../../_ui/select-field.tsx'
import { TextAreaField } from '../../../../_ui/text-area-field.tsx'
import { toast } from '../../../../_ui/toast.ts'
import { RefusedNote } from '../../../refused-note.tsx'
import { useAct } from '../../../use-act.ts'
import { useKeptForm } from '../../../use-kept-form.ts'
import { FilePicker } from '../../file-picker.tsx'
import { RefusedLines } from '../../refused-lines.tsx'
import { SheetReading } from '../../sheet-reading.tsx'
import { ImportTextsDocument, type ImportTextsMutation } from './add-texts.generated.ts'

/** What lines are that say nothing of it themselves: the area of issues, the statement and horizon of ideas. */
type Otherwise = {
  name: 'areaId' | 'statementId' | 'horizon' | 'critiqueKind'
  label: string
  options: readonly { value: string; label: string }[]
}

type Props = {
  workshopId: string
  kind: TextKind
  /** The words of the link that opens the form. */
  summary: string
  noun: string
  /** What to write on a line, and how the columns of a file are headed. */
  hint: string
  otherwise: readonly Otherwise[]
}

type Report = Extract<ImportTextsMutation['importTexts'], { reading: unknown }>

/** Adds many texts at once, pasted or from a file. They are checked first; nothing is added until every line reads. */
export function AddTexts({ workshopId, kind, summary, noun, hint, otherwise }: Props) {
  const [id, nextId] = useState(() => newId())
  const [encoding, setEncoding] = useState<Encoding | null>(null)
  const [check, setCheck] = useState<{ report: Report; asked: string } | null>(null)
  const first = Object.fromEntries(otherwise.map(({ name, options }) => [name, options[0]?.value ?? '']))
  const form = useKeptForm<Record<string, string>>(`add-${kind}-${workshopId}`, { text: '', ...first })
  const { act, pending, refused, errorAt } = useAct(ImportTextsDocument)
  const asked = JSON.stringify(form.values)
  const report = check?.asked === asked ? check.report : null
  const ready = report !== null && report.refusedCount === 0 && report.added > 0
  const at = `add-${kind.toLowerCase()}`

  async function send(event: FormEvent) {
    event.preventDefault()
    const { text = '', ...places } = form.values
    const input = { id, workshopId, kind, text, ...places, dryRun: !ready }
    const done = await act({ input }, { refresh: ready })
    if (!done) return
    if (!ready) return setCheck({ report: done, asked })
    form.set('text', '')
    nextId(newId())
    setCheck(null)
    toast(`${plural(done.added, `${noun} is`, `${noun}s are`)} on the wall.`)
  }

  return (
    <Disclosure summary={summary} className="mb-6">
      <form onSubmit={send} noValidate className="max-w-prose space-y-6 border-s-4 border-line ps-4">
        <RefusedNote refused={refused} form={at} fields={['text']} />
        <TextAreaField
          id={`${at}-text`}
          label="One on each line"
          hint={hint}
          className="min-h-40"
          error={errorAt('text')}
          {...form.field('text')}
        />
        <FilePicker
          id={`${at}-file`}
          label="Or fill the box from a CSV file"
          hint="What stands in the box is replaced."
          accept=".csv,.tsv,.txt,text/csv,text/plain"
          onText={(file) => {
            form.set('text', file.text)
            setEncoding(file.encoding)
          }}
        />
        {otherwise.map(({ name, label, options }) => (
          <SelectField key={name} id={`${at}-${name}`} label={label} {...form.field(name)}>
            {options.map(({ value, label: words }) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </SelectField>
        ))}
        {report ? (
          <Checked at={at} report={report} noun={noun} encoding={encoding} text={form.values.text ?? ''} />
        ) : null}
        <Button type="submit" pending={pending} pendingLabel={ready ? 'Adding' : 'Checking'}>
          {ready ? `Add ${plural(report.added, noun)}` : 'Check the lines'}
        </Button>
      </form>
    </Disclosure>
  )
}

type CheckedProps = { at: string; report: Report; noun: string; encoding: Encoding | null; text: string }

function Checked({ at, report, noun, encoding, text }: CheckedProps) {
  const { added, refused, refusedCount } = report
  const stands = refusedCount > 0
  return (
    <>
      <SheetReading
        id={`${at}-reading`}
        reading={report.reading}
        encoding={encoding}
        factsTitle="Where they go"
      />
      <Notice
        kind={stands ? 'warning' : 'success'}
        role="status"
        title={
          stands
            ? `${plural(refusedCount, 'line')} cannot be read, so nothing is added yet`
            : `${plural(added, noun)} can be added`
        }
      >
        <p>
          {stands
            ? 'Correct the lines below in the box, then check them again.'
            : 'Nothing has been added yet.'}
        </p>
      </Notice>
      {stands ? <RefusedLines refused={refused} text={text} total={refusedCount} /> : null}
    </>
  )
}
