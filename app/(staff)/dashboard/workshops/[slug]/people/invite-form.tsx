'use client'

import { type FormEvent, useState } from 'react'
import type { Encoding } from '#domain/encodings.ts'
import { plural } from '#domain/numbers.ts'
import { Button } from '../../../../../_ui/button.tsx'
import { TextAreaField } from '../../../../../_ui/text-area-field.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../refused-note.tsx'
import { useAct } from '../../../../use-act.ts'
import { useKeptForm } from '../../../../use-kept-form.ts'
import { FilePicker } from '../../../file-picker.tsx'
import { type InviteCheck, InviteReport } from './invite-report.tsx'
import { InviteParticipantsDocument } from './people.generated.ts'

type Props = { workshopId: string; tableCodes: readonly string[] }

/** Invites people from a pasted list. The list is checked first; nobody is written to until every line reads. */
export function InviteForm({ workshopId, tableCodes }: Props) {
  const form = useKeptForm(`invite-${workshopId}`, { lines: '' })
  const [check, setCheck] = useState<InviteCheck | null>(null)
  const [encoding, setEncoding] = useState<Encoding | null>(null)
  const { act, pending, refused, errorAt } = useAct(InviteParticipantsDocument)
  const { lines } = form.values
  const checked = check !== null && check.lines === lines
  const ready = checked && check.refused.length === 0 && check.added > 0

  async function send(event: FormEvent) {
    event.preventDefault()
    const done = await act({ input: { workshopId, lines, dryRun: !ready } }, { refresh: ready })
    if (!done) return
    if (!ready || done.refused.length > 0) return setCheck({ ...done, lines })
    form.clear()
    setCheck(null)
    setEncoding(null)
    toast(`${plural(done.added, 'person is', 'people are')} invited. Each gets an e-mail with a link.`)
  }

  return (
    <form onSubmit={send} noValidate className="mt-3 max-w-prose space-y-4">
      <TextAreaField
        id="invite-lines"
        label="People to invite"
        hint={
          <>
            One on each line: an address, or name, address and table, such as{' '}
            <span className="whitespace-nowrap">Anna Smith, anna@example.org, {tableCodes[0] ?? 'E1'}</span>.
            Addresses pasted from a mail program work too.
          </>
        }
        className="min-h-40"
        spellCheck={false}
        autoComplete="off"
        error={errorAt('lines')}
        {...form.field('lines')}
      />
      <FilePicker
        id="invite-file"
        label="Or fill the box from a CSV file"
        hint="What stands in the box is replaced."
        accept=".csv,.txt,text/csv,text/plain"
        onText={(file) => {
          form.set('lines', file.text)
          setEncoding(file.encoding)
        }}
      />
      <RefusedNote refused={refused} form="invite" fields={['lines']} />
      {checked ? <InviteReport check={check} encoding={encoding} /> : null}
      <Button type="submit" pending={pending} pendingLabel={ready ? 'Inviting' : 'Checking'}>
        {ready ? `Invite ${plural(check.added, 'person', 'people')}` : 'Check the list'}
      </Button>
    </form>
  )
}
