'use client'

import { useState } from 'react'
import { CheckField } from '../../_ui/check-field.tsx'
import { FieldGroup } from '../../_ui/field-group.tsx'
import { SubmitButton } from '../../_ui/submit-button.tsx'
import { useEarlyWords } from '../../_ui/use-early-words.ts'

type Props<Choice extends string> = {
  name: string
  legend: string
  hint?: string
  choices: readonly { value: Choice; label: string }[]
  chosen: Choice
  submitLabel: string
  onSave: (choice: Choice) => Promise<string | null>
}

/** One of a few choices, saved when it is sent. */
export function ChoiceForm<Choice extends string>({ name, chosen, ...props }: Props<Choice>) {
  const [choice, setChoice] = useState(chosen)
  const isEarly = useEarlyWords()
  const [refused, setRefused] = useState<string | null>(null)
  return (
    <form action={async () => setRefused(await props.onSave(choice))} className="space-y-3">
      <FieldGroup legend={<strong>{props.legend}</strong>} hint={props.hint} error={refused}>
        {props.choices.map(({ value, label }) => (
          <CheckField
            key={value}
            id={`${name}-${value}`}
            type="radio"
            name={name}
            value={value}
            label={label}
            checked={choice === value}
            autoComplete="off"
            ref={(field) => {
              if (field && isEarly(field)) setChoice(value)
            }}
            onChange={() => setChoice(value)}
          />
        ))}
      </FieldGroup>
      <SubmitButton needsScript variant="secondary" pendingLabel="Saving">
        {props.submitLabel}
      </SubmitButton>
    </form>
  )
}
