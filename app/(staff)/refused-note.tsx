'use client'

import { useEffect } from 'react'
import { Notice } from '../_ui/notice.tsx'
import type { Refused } from './use-act.ts'

type Props = {
  refused: Refused | null
  /** The form's name: its fields have the ids `form-field`. */
  form: string
  /** Fields that show their own sentence. */
  fields?: readonly string[]
  className?: string
}

/** What was refused in a form. A field to blame takes the focus and says why itself; anything else is said here. */
export function RefusedNote({ refused, form, fields = [], className }: Props) {
  const field = refused?.field && fields.includes(refused.field) ? refused.field : null
  useEffect(() => {
    if (refused && field) document.getElementById(`${form}-${field}`)?.focus()
  }, [refused, form, field])

  if (!refused || field) return null
  return (
    <Notice kind="error" role="alert" className={className}>
      <p>{refused.message}</p>
    </Notice>
  )
}
