'use client'

import { useEffect, useRef } from 'react'

type Props = {
  /** What is wrong, each with the id of its field; null where no one field is to blame. */
  errors: readonly { message: string; fieldId: string | null }[]
}

/** What is wrong with a form, above it, each sentence linked to its field. It takes the focus when it appears. */
export function FormErrorSummary({ errors }: Props) {
  const summary = useRef<HTMLDivElement>(null)
  const count = errors.length
  useEffect(() => {
    if (count > 0) summary.current?.focus()
  }, [count])

  if (count === 0) return null
  return (
    <div
      ref={summary}
      tabIndex={-1}
      role="alert"
      aria-labelledby="error-summary-title"
      className="mb-6 max-w-prose rounded-card border-3 border-red bg-surface p-4"
    >
      <h2 id="error-summary-title">There is a problem</h2>
      <ul className="mt-2 space-y-1">
        {errors.map(({ message, fieldId }) => (
          <li key={message}>
            {fieldId ? (
              <a href={`#${fieldId}`} className="font-bold text-red">
                {message}
              </a>
            ) : (
              <span className="font-bold text-red">{message}</span>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
