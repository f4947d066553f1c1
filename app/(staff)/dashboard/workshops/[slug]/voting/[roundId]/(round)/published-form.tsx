'use client'

import type { FormEvent } from 'react'
import { type PublishedFigures, refusePublishedFigures } from '#domain/published-figures.ts'
import { Button } from '../../../../../../../_ui/button.tsx'
import { TextField } from '../../../../../../../_ui/text-field.tsx'
import { toast } from '../../../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../../../refused-note.tsx'
import { useAct } from '../../../../../../use-act.ts'
import { useKeptForm } from '../../../../../../use-kept-form.ts'
import { StatePublishedFiguresDocument } from '../../voting-changes.generated.ts'

const FIELDS = {
  options: { label: 'Issues on the ballot', hint: 'How many the document says there were.' },
  dots: { label: 'Votes cast', hint: 'All votes together.' },
  topOptions: { label: 'Top issues', hint: 'How many it sums up, such as the top 4.' },
  topDots: { label: 'Votes of the top issues', hint: 'What these hold together.' },
} as const
const NAMES = ['options', 'dots', 'topOptions', 'topDots'] as const

/** What a document states of the vote, to hold the result against. What it does not state is left empty. */
export function PublishedForm({ roundId, figures }: { roundId: string; figures: PublishedFigures | null }) {
  const saved = Object.fromEntries(NAMES.map((name) => [name, String(figures?.[name] ?? '')])) as Record<
    (typeof NAMES)[number],
    string
  >
  const form = useKeptForm(`published-${roundId}`, saved)
  const { act, pending, refused, errorAt } = useAct(StatePublishedFiguresDocument)

  async function save(event: FormEvent) {
    event.preventDefault()
    const figure = (name: (typeof NAMES)[number]) => {
      const written = form.values[name].trim()
      if (written === '') return null
      return /^\d+$/.test(written) ? Number(written) : -1
    }
    const stated = {
      options: figure('options'),
      dots: figure('dots'),
      topOptions: figure('topOptions'),
      topDots: figure('topDots'),
    }
    const input = { roundId, ...stated, basedOn: { ...figures } }
    if (!(await act({ input }, { check: refusePublishedFigures(stated) }))) return
    form.clear()
    toast('The published figures are saved.')
  }

  return (
    <form onSubmit={save} noValidate className="max-w-prose space-y-6 border-s-4 border-line ps-4">
      <p>
        A report or a photo may state other figures than were counted. The result shows both, and the gap.
      </p>
      <RefusedNote refused={refused} form="published" fields={NAMES} />
      <div className="grid gap-6 sm:grid-cols-2">
        {NAMES.map((name) => (
          <TextField
            key={name}
            id={`published-${name}`}
            inputMode="numeric"
            {...FIELDS[name]}
            error={errorAt(name)}
            {...form.field(name)}
          />
        ))}
      </div>
      <Button type="submit" pending={pending} pendingLabel="Saving">
        Save the published figures
      </Button>
    </form>
  )
}
