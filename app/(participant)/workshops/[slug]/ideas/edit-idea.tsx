'use client'

import { useId, useState } from 'react'
import { HORIZON_LABELS, HORIZONS } from '#domain/ideas.ts'
import { LIMITS } from '#domain/text.ts'
import { SelectField } from '../../../../_ui/select-field.tsx'
import { EditForm } from '../edit-form.tsx'
import { problemWith } from '../limit.ts'
import type { WallIdeaFragment } from './ideas.generated.ts'

/** A changed idea, with what it was when the change was begun; its place only where it was changed. */
export type IdeaChange = {
  text: string
  horizon?: WallIdeaFragment['horizon']
  statementId?: string
  basedOn: Record<string, string>
}
type Props = {
  idea: WallIdeaFragment
  hue: number | null
  statements: readonly { id: string; title: string }[]
  save: (change: IdeaChange) => Promise<string | null>
  leave: () => void
}

/** Where the words are kept while they are changed. */
export function editKey(ideaId: string): string {
  return `qlab.idea.${ideaId}`
}

/** The words of an idea and its place among statements and horizons, to be changed where it hangs. */
export function EditIdea({ idea, hue, statements, save, leave }: Props) {
  const id = useId()
  const [was] = useState({ horizon: idea.horizon, statementId: idea.statement.id })
  const [horizon, setHorizon] = useState(was.horizon)
  const [statementId, setStatementId] = useState(was.statementId)

  async function saveAll(text: string, begun: string) {
    const problem = problemWith(text, LIMITS.idea, 'Write the idea first.')
    const moved = {
      ...(horizon !== was.horizon && { horizon }),
      ...(statementId !== was.statementId && { statementId }),
    }
    return problem ?? save({ text: text.trim(), ...moved, basedOn: { text: begun, ...was } })
  }

  return (
    <EditForm
      noun="idea"
      hue={hue}
      codes={idea.tableCodes}
      storageKey={editKey(idea.id)}
      initial={idea.text}
      save={saveAll}
      leave={leave}
    >
      <SelectField
        id={`${id}horizon`}
        label="When"
        value={horizon}
        onChange={(event) => setHorizon(HORIZONS.find((known) => known === event.target.value) ?? horizon)}
      >
        {HORIZONS.map((each) => (
          <option key={each} value={each}>
            {HORIZON_LABELS[each]}
          </option>
        ))}
      </SelectField>
      <SelectField
        id={`${id}statement`}
        label="Problem statement"
        value={statementId}
        onChange={(event) => setStatementId(event.target.value)}
      >
        {statements.map((statement) => (
          <option key={statement.id} value={statement.id}>
            {statement.title}
          </option>
        ))}
      </SelectField>
    </EditForm>
  )
}
