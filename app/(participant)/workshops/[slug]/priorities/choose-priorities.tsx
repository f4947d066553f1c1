'use client'

import { useId } from 'react'
import { CheckField } from '../../../../_ui/check-field.tsx'
import { FieldGroup } from '../../../../_ui/field-group.tsx'

/** A priority as a choice. */
export type PriorityChoice = { id: string; title: string }

type Props = {
  priorities: readonly PriorityChoice[]
  chosen: readonly string[]
  error?: string | null
  onChange: (chosen: string[]) => void
}

/** Which priorities a statement rewords: one or more. */
export function ChoosePriorities({ priorities, chosen, error, onChange }: Props) {
  const id = useId()
  return (
    <FieldGroup id={`${id}group`} legend="Which priorities does it reword?" error={error}>
      {priorities.map((priority) => (
        <CheckField
          key={priority.id}
          id={`${id}${priority.id}`}
          label={priority.title}
          checked={chosen.includes(priority.id)}
          onChange={({ target }) =>
            onChange(
              target.checked ? [...chosen, priority.id] : chosen.filter((other) => other !== priority.id),
            )
          }
        />
      ))}
    </FieldGroup>
  )
}
