'use client'

import { ActForm, type FormField } from '../../act-form.tsx'
import { ActButton } from '../act-button.tsx'
import { JoinMeasureDocument, LeaveMeasureDocument } from './joins.generated.ts'

type Option = { id: string; label: string }
type Props = {
  briefId: string
  /** One that is joined already, to say anew whose it is. */
  measure?: { id: string; teamId: string }
  measures: readonly Option[]
  teams: readonly { id: string; organisation: string }[]
}

/** Joins a measure for all teams, or as one team's own. */
export function JoinMeasure({ briefId, measure, measures, teams }: Props) {
  const whose: FormField = {
    name: 'teamId',
    label: 'Whose it is',
    kind: 'list',
    choices: [
      {
        options: [
          { id: '', label: 'All teams' },
          ...teams.map(({ id, organisation }) => ({ id, label: `${organisation} alone` })),
        ],
      },
    ],
  }
  const which: FormField = {
    name: 'measureId',
    label: 'Measure',
    kind: 'list',
    choices: [{ options: measures }],
  }
  return (
    <ActForm
      form={`join-measure-${measure?.id ?? briefId}`}
      document={JoinMeasureDocument}
      saved={{ measureId: measure?.id ?? measures[0]?.id ?? '', teamId: measure?.teamId ?? '' }}
      fields={[...(measure ? [] : [which]), ...(teams.length > 0 ? [whose] : [])]}
      variablesOf={({ measureId, teamId }) => ({
        briefId,
        measureId: String(measureId),
        teamId: teamId === '' ? null : String(teamId),
      })}
      button={measure ? 'Save whose it is' : 'Join the measure'}
      pendingLabel={measure ? 'Saving' : 'Joining'}
      told={measure ? 'It is saved whose the measure is.' : 'The measure is joined.'}
    />
  )
}

/** Takes a measure out of the brief; the measure stays. */
export function LeaveMeasure({ briefId, measureId }: { briefId: string; measureId: string }) {
  return (
    <ActButton
      document={LeaveMeasureDocument}
      variables={{ briefId, measureId }}
      told="The measure is taken out. It stays in the project."
    >
      Take it out
    </ActButton>
  )
}
