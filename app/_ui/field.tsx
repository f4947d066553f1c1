import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** What the control inside a field has to carry, so that label, hint and error are read with it. */
export type ControlProps = {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
}

type Props = {
  /** Unique on the page; an error summary links to it. */
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: string | null
  /** Hides the label from sight only, where the context already says it. */
  labelHidden?: boolean
  className?: string
  children: (control: ControlProps) => ReactNode
}

/** A label, a hint and an error around any control. The common ones are text-field, text-area-field and select-field. */
export function Field({ id, label, hint, error, labelHidden = false, className, children }: Props) {
  const describedBy = classNames(hint ? `${id}-hint` : null, error ? `${id}-error` : null)
  return (
    <div className={classNames('max-w-prose', error && 'border-s-4 border-red ps-4', className)}>
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'block font-bold'}>
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className="text-ink-soft">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className="font-bold text-red">
          <span className="sr-only">Error: </span>
          {error}
        </p>
      ) : null}
      <div className="mt-1">
        {children({
          id,
          'aria-describedby': describedBy || undefined,
          'aria-invalid': error ? true : undefined,
        })}
      </div>
    </div>
  )
}
