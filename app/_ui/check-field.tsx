import type { ComponentProps, ReactNode } from 'react'

type Props = Omit<ComponentProps<'input'>, 'id'> & {
  id: string
  type?: 'checkbox' | 'radio'
  label: ReactNode
  /** Leaves the label to those who do not see the page. */
  labelHidden?: boolean
  hint?: ReactNode
}

/** One box to tick, or one of a group of radio buttons; the whole line is the target. */
export function CheckField({ id, type = 'checkbox', label, labelHidden, hint, className, ...input }: Props) {
  return (
    <div className={`flex min-h-11 items-start gap-3 py-1 ${className ?? ''}`}>
      <input
        {...input}
        id={id}
        type={type}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="mt-1 size-6 shrink-0 accent-accent"
      />
      <div>
        <label htmlFor={id} className={labelHidden ? 'sr-only' : 'block py-0.5'}>
          {label}
        </label>
        {hint ? (
          <p id={`${id}-hint`} className="text-ink-soft">
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  )
}
