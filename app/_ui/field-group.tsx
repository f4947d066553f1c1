import type { ReactNode } from 'react'

type Props = { id?: string; legend: ReactNode; hint?: ReactNode; error?: string | null; children: ReactNode }

/** Fields that answer one question: radio buttons, check boxes, the parts of a date. */
export function FieldGroup({ id, legend, hint, error, children }: Props) {
  return (
    <fieldset
      id={id}
      tabIndex={id ? -1 : undefined}
      className={error ? 'border-s-4 border-red ps-4' : undefined}
    >
      <legend className="mb-1">{legend}</legend>
      {hint ? <p className="text-ink-soft">{hint}</p> : null}
      {error ? (
        <p className="font-bold text-red">
          <span className="sr-only">Error: </span>
          {error}
        </p>
      ) : null}
      {children}
    </fieldset>
  )
}
