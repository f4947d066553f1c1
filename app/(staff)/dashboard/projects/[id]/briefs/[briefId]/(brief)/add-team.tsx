'use client'

import { ActForm, type FormField } from '../../act-form.tsx'
import { AddTestTeamDocument } from './brief.generated.ts'
import { UpdateTestTeamDocument } from './joins.generated.ts'

const FIELDS: FormField[] = [
  { name: 'organisation', label: 'Organisation or ward' },
  { name: 'context', label: 'Context', hint: 'What is particular about the place.', kind: 'lines' },
  { name: 'people', label: 'People', hint: 'Only staff of the Lab see this.', kind: 'lines' },
]

/** A local team that tests the brief. */
export function AddTeam({ briefId }: { briefId: string }) {
  return (
    <ActForm
      form={`team-${briefId}`}
      document={AddTestTeamDocument}
      saved={{ organisation: '', context: '', people: '' }}
      fields={FIELDS}
      variablesOf={({ organisation, context, people }, { id }) => ({
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

type Team = { id: string; organisation: string; context: string | null; people: string | null }

/** Changes what is said of a team. */
export function EditTeam({ team: { id, organisation, context, people } }: { team: Team }) {
  return (
    <ActForm
      form={`edit-team-${id}`}
      document={UpdateTestTeamDocument}
      saved={{ organisation, context: context ?? '', people: people ?? '' }}
      fields={FIELDS}
      variablesOf={(values, { onlyChanged, basedOn }) => ({
        input: {
          id,
          basedOn,
          ...onlyChanged({
            organisation: String(values.organisation),
            context: String(values.context),
            people: String(values.people),
          }),
        },
      })}
      button="Save the team"
      pendingLabel="Saving"
      told="The team is saved."
    />
  )
}
