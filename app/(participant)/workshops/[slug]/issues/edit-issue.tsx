'use client'

import { useId, useState } from 'react'
import { SelectField } from '../../../../_ui/select-field.tsx'
import { EditForm } from '../edit-form.tsx'
import type { WallIssueFragment } from './issues.generated.ts'

/** A changed issue, with what it was when the change was begun; the area only where it was changed. */
export type IssueChange = { title: string; begun: string; areaId?: string; begunIn?: string }

type Props = {
  issue: WallIssueFragment
  hue: number | null
  areas: readonly { id: string; name: string }[]
  save: (change: IssueChange) => Promise<string | null>
  leave: () => void
}

/** Where the words are kept while they are changed. */
export function editKey(issueId: string): string {
  return `qlab.issue.${issueId}`
}

/** The words and the area of one's own issue, to be changed in its place. */
export function EditIssue({ issue, hue, areas, save, leave }: Props) {
  const id = useId()
  const [begunIn] = useState(issue.area.id)
  const [areaId, setAreaId] = useState(begunIn)
  return (
    <EditForm
      noun="issue"
      hue={hue}
      codes={issue.tableCodes}
      storageKey={editKey(issue.id)}
      initial={issue.title}
      save={(title, begun) => save({ title, begun, ...(areaId !== begunIn && { areaId, begunIn }) })}
      leave={leave}
    >
      <SelectField id={id} label="Area" value={areaId} onChange={(event) => setAreaId(event.target.value)}>
        {areas.map((area) => (
          <option key={area.id} value={area.id}>
            {area.name}
          </option>
        ))}
      </SelectField>
    </EditForm>
  )
}
