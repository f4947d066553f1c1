'use client'

import { ActForm } from '../../act-form.tsx'
import { AddTestTeamDocument } from './brief.generated.ts'

/** A local team that tests the brief. */
export function AddTeam({ briefId }: { briefId: string }) {
  return (
    <ActForm
      form={`team-${briefId}`}
      document={AddTestTeamDocument}
      saved={{ organisation: '', context: '', people: '' }}
      fields={[
        { name: 'organisation', label: 'Organisation or ward' },
        { name: 'context', label: 'Context', hint: 'What is particular about the place.', kind: 'lines' },
        { name: 'people', label: 'People', hint: 'Only staff of the Lab see this.', kind: 'lines' },
      ]}
      variablesOf={({ organisation, context, people }, id) => ({
        input: {
          id,
          briefId,
          organisation: String(organisation),
          context: String(context),
          people: String(people),
        },
      })}
      button="Add the team"
      pendingLabel="Adding"
      told="The team is added."
    />
  )
}
