'use client'

import { useRouter } from 'next/navigation'
import type { FormEvent } from 'react'
import { inFigures, plural } from '#domain/numbers.ts'
import { refuseVotes } from '#domain/paper.ts'
import { Button } from '../../../../../../../../_ui/button.tsx'
import { ButtonLink } from '../../../../../../../../_ui/button-link.tsx'
import { Notice } from '../../../../../../../../_ui/notice.tsx'
import { TextField } from '../../../../../../../../_ui/text-field.tsx'
import { toast } from '../../../../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../../../../refused-note.tsx'
import { useAct } from '../../../../../../../use-act.ts'
import { useKeptForm } from '../../../../../../../use-kept-form.ts'
import type { RoundView } from '../../load-round.ts'
import { ENTRY_LABELS, type Entry, figuresOf, type Paper } from '../entries.ts'
import { EnterPaperDotsDocument } from '../paper.generated.ts'
import { PaperRow } from './paper-row.tsx'

type Props = {
  roundId: string
  entry: Entry
  paper: Paper
  options: RoundView['options']
  dotsPerVoter: number
  here: string
}

/** One entry: a figure for each issue on the ballot. An empty box counts as none. */
export function PaperForm({ roundId, entry, paper, options, dotsPerVoter, here }: Props) {
  const router = useRouter()
  const before = new Map(figuresOf(paper, entry).map(({ optionId, dots }) => [optionId, String(dots)]))
  const saved = Object.fromEntries(options.map(({ id }) => [id, before.get(id) ?? '']))
  const form = useKeptForm<Record<string, string>>(`paper-${roundId}-${entry}`, {
    ...saved,
    ballots: paper.ballots === null ? '' : String(paper.ballots),
  })
  const { act, pending, refused, errorAt } = useAct(EnterPaperDotsDocument)
  const figures = options.map(({ id }) => ({ optionId: id, dots: readCount(form.values[id]) }))
  const total = figures.reduce((sum, { dots }) => sum + (Number.isNaN(dots) ? 0 : dots), 0)
  const written = form.values.ballots ?? ''
  const ballots = written === '' ? null : readCount(written)
  const tooMany = ballots !== null && total > ballots * dotsPerVoter

  async function save(event: FormEvent) {
    event.preventDefault()
    const fault = figures.find(({ dots }) => refuseVotes(dots))
    const check =
      (fault ? refuseVotes(fault.dots, fault.optionId) : null) ??
      (ballots === null ? null : refuseVotes(ballots, 'ballots'))
    // Both entries share the number of ballots: whoever does not say one leaves what the other said.
    const input = { roundId, entry, figures, ...form.onlyChanged({ ballots }) }
    if (!(await act({ input }, { check, refresh: false }))) return
    form.clear()
    toast(`${ENTRY_LABELS[entry]} saved: ${plural(total, 'dot')}.`, { onNextPage: true })
    router.push(here)
    router.refresh()
  }

  return (
    <form onSubmit={save} noValidate>
      <RefusedNote
        refused={refused}
        form="paper"
        fields={['ballots', ...options.map(({ id }) => id)]}
        className="mb-6"
      />
      <TextField
        id="paper-ballots"
        inputMode="numeric"
        autoComplete="off"
        label="Paper ballots (optional)"
        hint="How many were handed in. It counts towards the turnout."
        error={errorAt('ballots')}
        {...form.field('ballots')}
        className="max-w-32"
      />
      <ol className="mt-6 divide-y divide-line border-y border-line">
        {options.map((option) => (
          <PaperRow
            key={option.id}
            option={option}
            error={errorAt(option.id)}
            field={form.field(option.id)}
          />
        ))}
      </ol>
      <p role="status" className="tally mt-4 text-section font-bold">
        {plural(total, 'dot')} in all
      </p>
      {tooMany ? (
        <Notice kind="warning" className="mt-3 max-w-prose">
          <p>
            {plural(ballots, 'ballot')} of {plural(dotsPerVoter, 'dot')} can hold{' '}
            {inFigures(ballots * dotsPerVoter)}. Check the figures, or the number of ballots.
          </p>
        </Notice>
      ) : null}
      <div className="mt-6 flex flex-wrap gap-3">
        <Button type="submit" pending={pending} pendingLabel="Saving">
          Save the {ENTRY_LABELS[entry].toLowerCase()}
        </Button>
        <ButtonLink href={here} variant="secondary">
          Back
        </ButtonLink>
      </div>
    </form>
  )
}

function readCount(text: string | undefined): number {
  const written = (text ?? '').trim()
  if (written === '') return 0
  return /^\d+$/.test(written) ? Number(written) : Number.NaN
}
