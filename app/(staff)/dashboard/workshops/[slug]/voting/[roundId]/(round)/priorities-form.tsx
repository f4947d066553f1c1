'use client'

import { type FormEvent, useState } from 'react'
import { plural } from '#domain/numbers.ts'
import { refusePriorities } from '#domain/priorities.ts'
import { Button } from '../../../../../../../_ui/button.tsx'
import { FieldGroup } from '../../../../../../../_ui/field-group.tsx'
import { Notice } from '../../../../../../../_ui/notice.tsx'
import { TextAreaField } from '../../../../../../../_ui/text-area-field.tsx'
import { toast } from '../../../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../../../refused-note.tsx'
import { useAct } from '../../../../../../use-act.ts'
import { useKeptForm } from '../../../../../../use-kept-form.ts'
import { DeclarePrioritiesDocument } from '../../voting-changes.generated.ts'
import type { CountedRoundQuery } from '../round.generated.ts'
import { PriorityChoice } from './priority-choice.tsx'

type Result = NonNullable<NonNullable<CountedRoundQuery['round']>['result']>
type Props = {
  roundId: string
  result: Result
  /** How many the round selects. */
  select: number
  /** The options declared before. */
  declared: readonly string[]
  reason: string | null
}

/** Which options are taken forward: those above the cut, unless a person decides otherwise and says why. */
export function PrioritiesForm({ roundId, result, select, declared, reason }: Props) {
  const above = result.rows.filter(({ aboveCut }) => aboveCut).map(({ option }) => option.id)
  const { tiedAcross } = result.cutLine
  const [chosen, choose] = useState<readonly string[]>(declared.length > 0 ? declared : above)
  // What was declared as this choice was begun; a page shown anew brings what others have declared since.
  const [basedOn, setBasedOn] = useState(declared)
  const overtaken =
    declared.join() !== basedOn.join() && declared.join() !== optionIdsOf(result, chosen).join()
  const form = useKeptForm(`priorities-${roundId}`, { reason: reason ?? '' })
  const { act, pending, refused, errorAt } = useAct(DeclarePrioritiesDocument)

  const optionIds = optionIdsOf(result, chosen)
  const rollIds = result.rows.map(({ option }) => option.id)
  const rule = { roundState: 'CLOSED', optionIds, rollIds, cut: { above, tiedAcross } } as const
  const needsReason = refusePriorities({ ...rule, reason: null })?.field === 'reason'

  function toggle(id: string, on: boolean) {
    choose(on ? [...chosen, id] : chosen.filter((other) => other !== id))
  }

  async function declare(event: FormEvent) {
    event.preventDefault()
    const why = form.values.reason.trim() || null
    const input = { roundId, optionIds, reason: why, basedOn: [...basedOn] }
    if (!(await act({ input }, { check: refusePriorities({ ...rule, reason: why }) }))) return
    setBasedOn(optionIds)
    form.clear()
    toast(`${plural(optionIds.length, 'priority is', 'priorities are')} declared.`)
  }

  return (
    <form onSubmit={declare} noValidate className="mt-3 space-y-6">
      {tiedAcross.length > 0 ? (
        <Notice kind="warning" title="A tie runs across the cut" className="max-w-prose">
          <p>
            {plural(tiedAcross.length, 'issue has', 'issues have')} the same number of votes where the cut
            falls. The vote does not decide between them: choose which of them are taken forward, and say why.
          </p>
        </Notice>
      ) : null}
      {overtaken ? (
        <Notice kind="warning" role="alert" title="Somebody else has declared priorities meanwhile">
          <ol className="mt-1 list-decimal ps-6">
            {result.rows
              .filter(({ option }) => declared.includes(option.id))
              .map(({ option }) => (
                <li key={option.id} dir="auto">
                  {option.title}
                </li>
              ))}
          </ol>
          <div className="mt-3 flex flex-wrap gap-3">
            <Button variant="secondary" onClick={() => setBasedOn(declared)}>
              Keep my choice
            </Button>
            <Button
              variant="secondary"
              onClick={() => {
                choose(declared)
                setBasedOn(declared)
              }}
            >
              Use theirs
            </Button>
          </div>
        </Notice>
      ) : null}
      <RefusedNote refused={refused} form="priorities" fields={['reason', 'optionIds']} />
      <FieldGroup
        id="priorities-optionIds"
        legend="Taken forward"
        hint={`The round selects ${select}. ${plural(optionIds.length, 'issue is', 'issues are')} ticked.`}
        error={errorAt('optionIds')}
      >
        <ol className="mt-2 divide-y divide-line border-y border-line">
          {result.rows.map((row) => (
            <PriorityChoice
              key={row.option.id}
              row={row}
              chosen={chosen.includes(row.option.id)}
              tiedAcross={tiedAcross.includes(row.option.id)}
              toggle={(on) => toggle(row.option.id, on)}
            />
          ))}
        </ol>
      </FieldGroup>
      {needsReason || form.values.reason ? (
        <TextAreaField
          id="priorities-reason"
          label={needsReason ? 'Why these?' : 'Why these? (optional)'}
          hint="It is published with the priorities."
          error={errorAt('reason')}
          {...form.field('reason')}
        />
      ) : null}
      <Button type="submit" pending={pending} pendingLabel="Declaring">
        Declare {plural(optionIds.length, 'priority', 'priorities')}
      </Button>
    </form>
  )
}

/** In the order of the ranking, whatever the order of the ticks. */
function optionIdsOf({ rows }: Result, chosen: readonly string[]): string[] {
  return rows.map(({ option }) => option.id).filter((id) => chosen.includes(id))
}
