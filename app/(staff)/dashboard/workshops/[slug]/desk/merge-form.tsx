'use client'

import { type FormEvent, useState } from 'react'
import { Button } from '../../../../../_ui/button.tsx'
import { CheckField } from '../../../../../_ui/check-field.tsx'
import { FieldGroup } from '../../../../../_ui/field-group.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../refused-note.tsx'
import type { Refused } from '../../../../use-act.ts'
import type { Noun, Words } from './words.ts'

type Props = {
  noun: Noun
  several: readonly Words[]
  /** What a merge does, in a sentence or two. */
  hint: string
  merge: (intoId: string, ids: string[]) => Promise<unknown>
  unmerge: (id: string) => Promise<unknown>
  pending: boolean
  refused: Refused | null
  done: () => void
}

/** Which of the chosen ones stays. The others keep their words and are read with it. */
export function MergeForm({ noun, several, hint, merge, unmerge, pending, refused, done }: Props) {
  const [intoId, stay] = useState(several[0]?.id ?? '')

  async function submit(event: FormEvent) {
    event.preventDefault()
    const ids = several.map(({ id }) => id).filter((id) => id !== intoId)
    if (!(await merge(intoId, ids))) return
    toast(`${several.length} ${noun.many} are now one.`, {
      action: { label: 'Undo', run: () => void undo(ids) },
    })
    done()
  }

  async function undo(ids: readonly string[]) {
    for (const id of ids) {
      if (await unmerge(id)) continue
      return toast(`The merge could not be undone. Open the ${noun.one} to see why.`, { kind: 'error' })
    }
  }

  return (
    <form onSubmit={submit} className="space-y-6">
      <p>{hint}</p>
      <RefusedNote refused={refused} form="merge" />
      <FieldGroup legend="Which one stays?">
        {several.map(({ id, text, codes }) => (
          <CheckField
            key={id}
            id={`stay-${id}`}
            type="radio"
            name="stay"
            label={text}
            hint={codes.join(', ') || undefined}
            checked={id === intoId}
            onChange={() => stay(id)}
          />
        ))}
      </FieldGroup>
      <Button type="submit" pending={pending} pendingLabel="Merging">
        Merge {several.length} {noun.many} into one
      </Button>
    </form>
  )
}
