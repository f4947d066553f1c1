'use client'

import { HORIZON_LABELS, HORIZONS } from '#domain/ideas.ts'
import { SelectField } from '../../../../../_ui/select-field.tsx'
import { TextAreaField } from '../../../../../_ui/text-area-field.tsx'
import type { useKeptForm } from '../../../../use-kept-form.ts'
import type { IdeaDeskSetting } from './curated-ideas.ts'

type Values = { text: string; statementId: string; horizon: string }
type Props = {
  /** What the ids of the fields begin with. */
  form: string
  field: ReturnType<typeof useKeptForm<Values>>['field']
  errorAt: (field: string) => string | null
  statements: IdeaDeskSetting['statements']
}

/** The words of an idea, what it answers, and how soon it could be acted on. */
export function IdeaFields({ form, field, errorAt, statements }: Props) {
  return (
    <>
      <TextAreaField
        id={`${form}-text`}
        label="Idea"
        className="min-h-20"
        error={errorAt('text')}
        {...field('text')}
      />
      <SelectField
        id={`${form}-statementId`}
        label="Problem statement"
        error={errorAt('statementId')}
        {...field('statementId')}
      >
        {statements.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </SelectField>
      <SelectField id={`${form}-horizon`} label="Horizon" error={errorAt('horizon')} {...field('horizon')}>
        {HORIZONS.map((horizon) => (
          <option key={horizon} value={horizon}>
            {HORIZON_LABELS[horizon]}
          </option>
        ))}
      </SelectField>
    </>
  )
}
