'use client'

import type { FormEvent } from 'react'
import { nextPhase, PHASE_LABELS, PHASES, type Phase, refusePhaseChange } from '#domain/projects.ts'
import { Button } from '../../../../../_ui/button.tsx'
import { Disclosure } from '../../../../../_ui/disclosure.tsx'
import { SelectField } from '../../../../../_ui/select-field.tsx'
import { TextAreaField } from '../../../../../_ui/text-area-field.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../refused-note.tsx'
import { useAct } from '../../../../use-act.ts'
import { useKeptForm } from '../../../../use-kept-form.ts'
import { ChangePhaseDocument } from '../project.generated.ts'

type Props = { projectId: string; phase: Phase }

/** Moves the project one phase on, or back with a reason. Either way it is recorded. */
export function ChangePhase({ projectId, phase }: Props) {
  const next = nextPhase(phase)
  const earlier = PHASES.slice(0, PHASES.indexOf(phase)).toReversed()
  const form = useKeptForm(`phase-${projectId}`, { to: next ?? earlier[0] ?? phase, reason: '' })
  const { act, pending, refused, errorAt } = useAct(ChangePhaseDocument)
  const to = form.values.to as Phase
  const back = PHASES.indexOf(to) < PHASES.indexOf(phase)

  async function change(event: FormEvent) {
    event.preventDefault()
    const reason = form.values.reason.trim() || null
    const done = await act(
      { input: { projectId, from: phase, to, reason } },
      { check: refusePhaseChange(phase, to, reason) },
    )
    if (!done) return
    form.clear()
    toast(`The project is now ${to === 'CLOSED' ? 'closed' : `in ${PHASE_LABELS[to].toLowerCase()}`}.`)
  }

  return (
    <Disclosure summary="Change the phase" className="mt-4">
      <form onSubmit={change} noValidate className="max-w-prose space-y-6 border-s-4 border-line ps-4">
        <RefusedNote refused={refused} form="phase" fields={['reason']} />
        <SelectField id="phase-to" label="Move the project to" {...form.field('to')}>
          {next ? <option value={next}>{PHASE_LABELS[next]} (next)</option> : null}
          {earlier.map((value) => (
            <option key={value} value={value}>
              {PHASE_LABELS[value]} (back)
            </option>
          ))}
        </SelectField>
        <TextAreaField
          id="phase-reason"
          label={back ? 'Why does it go back?' : 'Reason (optional)'}
          hint="It is kept in the history with your name and the day."
          error={errorAt('reason')}
          {...form.field('reason')}
        />
        <Button type="submit" pending={pending} pendingLabel="Moving">
          {back ? 'Move back to' : 'Move to'} {PHASE_LABELS[to].toLowerCase()}
        </Button>
      </form>
    </Disclosure>
  )
}
