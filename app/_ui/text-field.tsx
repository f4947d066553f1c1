import type { ComponentProps, ReactNode } from 'react'
import { controlStyle } from './control-style.ts'
import { Field } from './field.tsx'

type Props = Omit<ComponentProps<'input'>, 'id'> & {
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: string | null
  labelHidden?: boolean
}

/** One line of text. */
export function TextField({ id, label, hint, error, labelHidden, className, ...input }: Props) {
  return (
    <Field id={id} label={label} hint={hint} error={error} labelHidden={labelHidden}>
      {(control) => <input type="text" {...input} {...control} className={controlStyle(className)} />}
    </Field>
  )
}
