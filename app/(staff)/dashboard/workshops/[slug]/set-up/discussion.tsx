'use client'

import { useOptimistic } from 'react'
import type { NamesShown } from '#domain/critiques.ts'
import { CheckField } from '../../../../../_ui/check-field.tsx'
import { FieldGroup } from '../../../../../_ui/field-group.tsx'
import { toast } from '../../../../../_ui/toast.ts'
import { RefusedNote } from '../../../../refused-note.tsx'
import { useAct } from '../../../../use-act.ts'
import { SetDiscussionDocument } from './discussion.generated.ts'
import type { SetUpWorkshop } from './set-up-workshop.ts'

type Settings = { namesShown: NamesShown; anyoneArranges: boolean }

const NAMES = [
  {
    value: 'NAMES',
    label: 'The author’s name and table',
    hint: 'People of the workshop see it; readers of a published workshop never do.',
  },
  { value: 'TABLES', label: 'The table only', hint: 'Nobody sees who wrote what, facilitators included.' },
] as const

/** Whose names stand on ideas and comments, and who may move the cards of the board. Each choice is saved at once. */
export function Discussion({ workshop }: { workshop: Pick<SetUpWorkshop, 'id'> & Settings }) {
  const { act, refused } = useAct(SetDiscussionDocument)
  const [settings, show] = useOptimistic<Settings, Partial<Settings>>(
    { namesShown: workshop.namesShown, anyoneArranges: workshop.anyoneArranges },
    (before, changed) => ({ ...before, ...changed }),
  )

  async function change(changed: Partial<Settings>) {
    const input = { workshopId: workshop.id, ...changed }
    if (await act({ input }, { optimistic: () => show(changed) })) toast('The setting is saved.')
  }

  return (
    <div className="mt-3 max-w-prose space-y-6">
      <RefusedNote refused={refused} form="discussion" />
      <FieldGroup legend="What stands on ideas and comments?">
        {NAMES.map(({ value, label, hint }) => (
          <CheckField
            key={value}
            id={`discussion-${value}`}
            type="radio"
            name="namesShown"
            label={label}
            hint={hint}
            checked={settings.namesShown === value}
            onChange={() => void change({ namesShown: value })}
          />
        ))}
      </FieldGroup>
      <CheckField
        id="discussion-anyoneArranges"
        label="Participants may move cards on the board"
        hint="Facilitators always may. Where a card lies is the same for everybody."
        checked={settings.anyoneArranges}
        onChange={(event) => void change({ anyoneArranges: event.target.checked })}
      />
    </div>
  )
}
