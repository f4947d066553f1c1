'use client'

import { useState } from 'react'
import { CHECK_IN_OUTCOME_LABELS, CHECK_IN_OUTCOMES, type CheckInOutcome } from '#domain/check-ins.ts'
import { SelectField } from '../../../../../_ui/select-field.tsx'
import { ActForm } from '../briefs/act-form.tsx'
import { CheckInDocument } from './check-ins.generated.ts'

/** Says what became of one idea. */
export function CheckInForm({ ideaId }: { ideaId: string }) {
  const [outcome, setOutcome] = useState<CheckInOutcome>('UNDER_WAY')
  return (
    <ActForm
      form={`check-in-${ideaId}`}
      document={CheckInDocument}
      saved={{ text: '' }}
      fields={[
        {
          name: 'text',
          label: outcome === 'GIVEN_UP' ? 'Why?' : 'What there is to say (optional)',
          kind: 'lines',
        },
      ]}
      variablesOf={({ text }, { id }) => ({ input: { id, ideaId, outcome, text: String(text) || null } })}
      button="Say so"
      pendingLabel="Saving"
      told="What became of the idea is kept."
    >
      <SelectField
        id={`outcome-${ideaId}`}
        label="What became of it"
        value={outcome}
        onChange={({ target }) =>
          setOutcome(CHECK_IN_OUTCOMES.find((known) => known === target.value) ?? 'UNDER_WAY')
        }
      >
        {CHECK_IN_OUTCOMES.map((value) => (
          <option key={value} value={value}>
            {CHECK_IN_OUTCOME_LABELS[value]}
          </option>
        ))}
      </SelectField>
    </ActForm>
  )
}
