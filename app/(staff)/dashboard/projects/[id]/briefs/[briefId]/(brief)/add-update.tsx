'use client'

import { ActForm } from '../../act-form.tsx'
import { AddBriefUpdateDocument } from './brief.generated.ts'

/** A dated note for the timeline. */
export function AddUpdate({ briefId }: { briefId: string }) {
  return (
    <ActForm
      form={`update-${briefId}`}
      document={AddBriefUpdateDocument}
      saved={{ text: '', happenedOn: '' }}
      fields={[
        { name: 'text', label: 'What happened', kind: 'lines' },
        { name: 'happenedOn', label: 'Day', hint: 'Today when left empty.', kind: 'date' },
      ]}
      variablesOf={({ text, happenedOn }, { id }) => ({
        input: { id, briefId, text: String(text), happenedOn: String(happenedOn) || null },
      })}
      button="Add the update"
      pendingLabel="Adding"
      told="The update is added."
    />
  )
}
