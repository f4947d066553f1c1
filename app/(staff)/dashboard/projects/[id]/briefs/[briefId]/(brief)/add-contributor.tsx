'use client'

import { ActForm, type Choices } from '../../act-form.tsx'
import { ActButton } from '../act-button.tsx'
import { AddContributorDocument } from './brief.generated.ts'
import { RemoveContributorDocument } from './joins.generated.ts'

/** Asks somebody by e-mail; they read and comment once the brief is published. */
export function AddContributor({ briefId }: { briefId: string }) {
  return (
    <ActForm
      form={`contributor-${briefId}`}
      document={AddContributorDocument}
      saved={{ email: '' }}
      fields={[
        {
          name: 'email',
          label: 'E-mail address',
          hint: 'They get a link, and read the brief once it is published.',
          kind: 'email',
        },
      ]}
      variablesOf={({ email }) => ({ input: { briefId, email: String(email) } })}
      button="Send the invitation"
      pendingLabel="Sending"
      told="The invitation is sent."
    />
  )
}

/** Asks somebody from their seat in one of the project's workshops. */
export function AddSeated({ briefId, choices }: { briefId: string; choices: readonly Choices[] }) {
  return (
    <ActForm
      form={`seated-${briefId}`}
      document={AddContributorDocument}
      saved={{ seatId: choices[0]?.options[0]?.id ?? '' }}
      fields={[{ name: 'seatId', label: 'Person', kind: 'list', choices }]}
      variablesOf={({ seatId }) => ({ input: { briefId, seatId: String(seatId) } })}
      button="Ask them to contribute"
      pendingLabel="Asking"
      told="They may read and comment once the brief is published."
    />
  )
}

/** Takes somebody off; their comments stay. */
export function RemoveContributor({ briefId, contributorId }: { briefId: string; contributorId: string }) {
  return (
    <ActButton
      document={RemoveContributorDocument}
      variables={{ briefId, contributorId }}
      told="They are taken off. Their comments stay."
    >
      Take off
    </ActButton>
  )
}
