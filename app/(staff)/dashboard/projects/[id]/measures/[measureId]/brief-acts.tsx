'use client'

import { JoinMeasureDocument, LeaveMeasureDocument } from '../../briefs/[briefId]/(brief)/joins.generated.ts'
import { ActButton } from '../../briefs/[briefId]/act-button.tsx'
import { ActForm } from '../../briefs/act-form.tsx'

type Props = { measureId: string; briefs: readonly { id: string; label: string }[] }

/** Joins the measure to a brief, for all its teams. */
export function JoinMeasureToBrief({ measureId, briefs }: Props) {
  return (
    <ActForm
      form={`brief-of-${measureId}`}
      document={JoinMeasureDocument}
      saved={{ briefId: briefs[0]?.id ?? '' }}
      fields={[{ name: 'briefId', label: 'Brief', kind: 'list', choices: [{ options: briefs }] }]}
      variablesOf={({ briefId }) => ({ briefId: String(briefId), measureId })}
      button="Join it to the brief"
      pendingLabel="Joining"
      told="The measure is joined to the brief."
    />
  )
}

/** Takes the measure out of a brief. */
export function LeaveBrief({
  briefId,
  measureId,
  title,
}: {
  briefId: string
  measureId: string
  title: string
}) {
  return (
    <ActButton
      document={LeaveMeasureDocument}
      variables={{ briefId, measureId }}
      told="The measure is taken out of the brief."
    >
      Take it out<span className="sr-only"> of “{title}”</span>
    </ActButton>
  )
}
