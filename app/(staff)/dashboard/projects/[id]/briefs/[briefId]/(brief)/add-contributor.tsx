'use client'

import { ActForm } from '../../act-form.tsx'
import { AddContributorDocument } from './brief.generated.ts'

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
