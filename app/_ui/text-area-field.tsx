import type { ComponentProps, ReactNode } from 'react'
import { controlStyle } from './control-style.ts'
import { Field } from './field.tsx'

type Props = Omit<ComponentProps<'textarea'>, 'id'> & {
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: string | null
  labelHidden?: boolean
}

/** Several lines of text; it grows with what is typed where the browser can. */
export function TextAreaField({ id, label, hint, error, labelHidden, className, ...area }: Props) {
  return (
    <Field id={id} label={label} hint={hint} error={error} labelHidden={labelHidden}>
      {(control) => (
        <textarea
          rows={3}
          {...area}
          {...control}
          className={controlStyle(`field-sizing-content ${className ?? ''}`)}
        />
      )}
    </Field>
  )
}
