'use client'

import { useState } from 'react'
import { BRIEF_STATUS_LABELS, BRIEF_STATUSES, type BriefStatus, needsReason } from '#domain/briefs.ts'
import { Disclosure } from '../../../../../../../_ui/disclosure.tsx'
import { SelectField } from '../../../../../../../_ui/select-field.tsx'
import { ActForm } from '../../act-form.tsx'
import { ChangeBriefStatusDocument } from './brief.generated.ts'

type Props = { briefId: string; status: BriefStatus }

/** Moves the brief to another status, with a reason where people will ask for one. */
export function ChangeStatus({ briefId, status }: Props) {
  const others = BRIEF_STATUSES.filter((other) => other !== status)
  const following = BRIEF_STATUSES[BRIEF_STATUSES.indexOf(status) + 1] ?? 'PROPOSED'
  const [to, setTo] = useState<BriefStatus>(following)
  const label = needsReason(status, to) ? 'Why?' : 'Reason (optional)'
  return (
    <>
      <p>
        This brief is <strong>{BRIEF_STATUS_LABELS[status].toLowerCase()}</strong>.
      </p>
      <Disclosure summary="Change the status">
        <ActForm
          form={`status-${briefId}`}
          document={ChangeBriefStatusDocument}
          saved={{ reason: '' }}
          fields={[{ name: 'reason', label, hint: 'It is kept in the timeline.', kind: 'lines' }]}
          variablesOf={({ reason }) => ({ input: { briefId, from: status, to, reason: String(reason) } })}
          button={`Change it to ${BRIEF_STATUS_LABELS[to].toLowerCase()}`}
          pendingLabel="Changing"
          told={`The brief is now ${BRIEF_STATUS_LABELS[to].toLowerCase()}.`}
        >
          <SelectField
            id="status-to"
            label="New status"
            value={to}
            onChange={({ target }) =>
              setTo(BRIEF_STATUSES.find((known) => known === target.value) ?? following)
            }
          >
            {others.map((value) => (
              <option key={value} value={value}>
                {BRIEF_STATUS_LABELS[value]}
              </option>
            ))}
          </SelectField>
        </ActForm>
      </Disclosure>
    </>
  )
}
