'use client'

import { useState } from 'react'
import { CYCLE_DECISION_LABELS, CYCLE_DECISIONS, type CycleDecision } from '#domain/cycles.ts'
import { CheckField } from '../../../../../../../../_ui/check-field.tsx'
import { ActForm } from '../../../act-form.tsx'
import { FinishCycleDocument } from './cycle.generated.ts'

const MEANS: Record<CycleDecision, string> = {
  ADOPT: 'Take the change up.',
  ADAPT: 'Change it and test it again.',
  ABANDON: 'Leave it.',
}

/** The decision that ends a cycle. */
export function FinishForm({ cycleId }: { cycleId: string }) {
  const [decision, setDecision] = useState<CycleDecision>('ADAPT')
  return (
    <ActForm
      form={`finish-${cycleId}`}
      document={FinishCycleDocument}
      saved={{ reason: '' }}
      fields={[{ name: 'reason', label: 'Why, and what changes next', kind: 'lines' }]}
      variablesOf={({ reason }) => ({ input: { cycleId, decision, reason: String(reason) } })}
      button={`Finish the cycle: ${CYCLE_DECISION_LABELS[decision].toLowerCase()}`}
      pendingLabel="Finishing"
      told="The cycle is done."
    >
      <fieldset>
        <legend className="font-bold">Decision</legend>
        {CYCLE_DECISIONS.map((value) => (
          <CheckField
            key={value}
            id={`decision-${value}`}
            name="decision"
            type="radio"
            label={CYCLE_DECISION_LABELS[value]}
            hint={MEANS[value]}
            checked={decision === value}
            onChange={() => setDecision(value)}
          />
        ))}
      </fieldset>
    </ActForm>
  )
}
