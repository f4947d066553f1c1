import type { ComponentProps, ReactNode } from 'react'
import { controlStyle } from './control-style.ts'
import { Field } from './field.tsx'

type Props = Omit<ComponentProps<'select'>, 'id'> & {
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: string | null
  labelHidden?: boolean
  /** The `<option>`s. */
  children: ReactNode
}

/** One of a few choices, as the phone's own list. */
export function SelectField({ id, label, hint, error, labelHidden, className, children, ...select }: Props) {
  return (
    <Field id={id} label={label} hint={hint} error={error} labelHidden={labelHidden}>
      {(control) => (
        <select {...select} {...control} className={controlStyle(className)}>
          {children}
        </select>
      )}
    </Field>
  )
}
