'use client'

import { ActForm } from '../../act-form.tsx'
import { UpdateBriefDocument } from './brief.generated.ts'

type Props = {
  brief: {
    id: string
    title: string
    why: string | null
    ownerName: string | null
    viewerIsOwner: boolean
    targetDate: string | null
    aim: { howMuch: string | null; byWhen: string | null; forWhom: string | null }
  }
}

/** Title, aim, reason, owner and target date. */
export function EditBrief({ brief }: Props) {
  const { id, title, why, ownerName, viewerIsOwner, targetDate, aim } = brief
  return (
    <ActForm
      form={`brief-${id}`}
      document={UpdateBriefDocument}
      saved={{
        title,
        howMuch: aim.howMuch ?? '',
        byWhen: aim.byWhen ?? '',
        forWhom: aim.forWhom ?? '',
        why: why ?? '',
        ownedByViewer: viewerIsOwner,
        ownerName: viewerIsOwner ? '' : (ownerName ?? ''),
        targetDate: targetDate ?? '',
      }}
      fields={[
        { name: 'title', label: 'Title' },
        { name: 'howMuch', label: 'How much', hint: 'For example: half as many people wait over a week.' },
        { name: 'byWhen', label: 'By when' },
        { name: 'forWhom', label: 'For whom' },
        { name: 'why', label: 'Why', kind: 'lines' },
        { name: 'ownedByViewer', label: 'I own this brief', kind: 'check' },
        { name: 'ownerName', label: 'Or the name of its owner' },
        { name: 'targetDate', label: 'Target date', kind: 'date' },
      ]}
      variablesOf={(values, { onlyChanged, basedOn }) => {
        const named = { ownerName: String(values.ownerName) }
        return {
          input: {
            id,
            basedOn,
            ...onlyChanged({
              title: String(values.title),
              why: String(values.why),
              targetDate: String(values.targetDate) || null,
            }),
            aim: onlyChanged({
              howMuch: String(values.howMuch),
              byWhen: String(values.byWhen),
              forWhom: String(values.forWhom),
            }),
            ...onlyChanged(values.ownedByViewer ? { ownedByViewer: true } : named),
            // Taking the tick away hands the brief to whoever is named, even to nobody.
            ...(viewerIsOwner && !values.ownedByViewer && named),
          },
        }
      }}
      button="Save the brief"
      pendingLabel="Saving"
      told="The brief is saved."
      savedFirst
    />
  )
}
