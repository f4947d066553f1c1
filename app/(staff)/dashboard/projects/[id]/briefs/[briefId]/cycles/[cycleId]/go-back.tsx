'use client'

import { useState } from 'react'
import { CYCLE_STATE_LABELS, type CycleState } from '#domain/cycles.ts'
import { SelectField } from '../../../../../../../../_ui/select-field.tsx'
import { ActForm } from '../../../act-form.tsx'
import { MoveCycleDocument } from './cycle.generated.ts'

type Props = { cycleId: string; from: CycleState; earlier: readonly CycleState[] }

/** Takes the cycle back to an earlier part, with a reason that is kept. */
export function GoBack({ cycleId, from, earlier }: Props) {
  const nearest = earlier.at(-1) ?? 'PLAN'
  const [to, setTo] = useState<CycleState>(nearest)
  return (
    <ActForm
      form={`back-${cycleId}`}
      document={MoveCycleDocument}
      saved={{ reason: '' }}
      fields={[{ name: 'reason', label: 'Why does it go back?', kind: 'lines' }]}
      variablesOf={({ reason }) => ({ input: { cycleId, from, to, reason: String(reason) } })}
      button={`Go back to ${CYCLE_STATE_LABELS[to]}`}
      pendingLabel="Going back"
      told={`The cycle is in ${CYCLE_STATE_LABELS[to]} again.`}
    >
      <SelectField
        id="back-to"
        label="Go back to"
        value={to}
        onChange={({ target }) => setTo(earlier.find((state) => state === target.value) ?? nearest)}
      >
        {earlier.map((state) => (
          <option key={state} value={state}>
            {CYCLE_STATE_LABELS[state]}
          </option>
        ))}
      </SelectField>
    </ActForm>
  )
}
