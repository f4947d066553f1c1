'use client'

import { useId, useState } from 'react'
import { Button } from '../../../../_ui/button.tsx'
import { PostIt } from '../../../../_ui/post-it.tsx'
import { SelectField } from '../../../../_ui/select-field.tsx'
import { SubmitButton } from '../../../../_ui/submit-button.tsx'
import { TextAreaField } from '../../../../_ui/text-area-field.tsx'
import { useKeptText } from '../use-kept-text.ts'
import type { WallIssueFragment } from './issues.generated.ts'

type Props = {
  issue: WallIssueFragment
  hue: number | null
  areas: readonly { id: string; name: string }[]
  save: (title: string, areaId: string) => Promise<string | null>
  leave: () => void
}

/** Where the words are kept while they are changed. */
export function editKey(issueId: string): string {
  return `qlab.issue.${issueId}`
}

/** The words and the area of one's own issue, to be changed in its place. */
export function EditIssue({ issue, hue, areas, save, leave }: Props) {
  const id = useId()
  const [title, setTitle, forget] = useKeptText(editKey(issue.id), issue.title)
  const [areaId, setAreaId] = useState(issue.area.id)
  const [refused, setRefused] = useState<string | null>(null)

  async function submit() {
    const answer = await save(title, areaId)
    setRefused(answer)
    if (answer === null) close()
  }

  function close() {
    forget()
    leave()
  }

  return (
    <PostIt as="div" hue={hue} codes={issue.tableCodes}>
      <form action={submit} className="space-y-3">
        <TextAreaField
          id={`${id}title`}
          label="Issue"
          value={title}
          error={refused}
          onChange={(event) => setTitle(event.target.value)}
          required
          autoFocus
        />
        <SelectField
          id={`${id}area`}
          label="Area"
          value={areaId}
          onChange={(event) => setAreaId(event.target.value)}
        >
          {areas.map((area) => (
            <option key={area.id} value={area.id}>
              {area.name}
            </option>
          ))}
        </SelectField>
        <div className="flex flex-wrap gap-2">
          <SubmitButton pendingLabel="Saving">Save the issue</SubmitButton>
          <Button variant="quiet" onClick={close}>
            Cancel
          </Button>
        </div>
      </form>
    </PostIt>
  )
}
