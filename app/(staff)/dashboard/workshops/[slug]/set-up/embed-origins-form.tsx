'use client'

import { type FormEvent, useState } from 'react'
import { readEmbedOrigins } from '#domain/embeds.ts'
import { Button } from '../../../../../_ui/button.tsx'
import { TextAreaField } from '../../../../../_ui/text-area-field.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../refused-note.tsx'
import { useAct } from '../../../../use-act.ts'
import { SetEmbedOriginsDocument } from './embedding.generated.ts'

type Props = { workshopId: string; origins: readonly string[] }

/** The list of websites, one on each line. */
export function EmbedOriginsForm({ workshopId, origins }: Props) {
  const { act, pending, refused, errorAt } = useAct(SetEmbedOriginsDocument)
  const [typed, setTyped] = useState(origins.join('\n'))
  // Whoever was told that the list has changed since has seen the new one.
  const saved = origins.join('\n')
  const [begun, begin] = useState(saved)
  const told = refused?.code === 'STALE_STATE'

  async function save(event: FormEvent) {
    event.preventDefault()
    const lines = typed.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
    const read = readEmbedOrigins(lines)
    if (
      !(await act(
        { workshopId, origins: lines, basedOn: { origins: told ? saved : begun } },
        { check: read.ok ? null : read.refusal },
      ))
    )
      return
    setTyped(lines.join('\n'))
    begin(lines.join('\n'))
    toast('The list is saved.')
  }

  return (
    <form onSubmit={save} className="space-y-3">
      <RefusedNote refused={refused} form="embed" fields={['origins']} />
      <TextAreaField
        id="embed-origins"
        label="Websites that may show the results and the progress"
        hint="One on each line, like https://www.example.org. Nobody else can put these pages into a frame."
        error={errorAt('origins')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        spellCheck={false}
        autoCapitalize="off"
      />
      {told ? (
        <div>
          <p>The list as it is saved now:</p>
          <p className="whitespace-pre-line wrap-anywhere">{saved || 'Nothing'}</p>
        </div>
      ) : null}
      <Button type="submit" variant="secondary" pending={pending} pendingLabel="Saving">
        Save the list
      </Button>
    </form>
  )
}
