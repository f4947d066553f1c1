'use client'

import type { ReactNode } from 'react'
import { formatDay } from '#domain/dates.ts'
import { FormDialog } from '../../../../form-dialog.tsx'

type Props = {
  verb: 'Correct' | 'Remove'
  day: string
  children: (close: () => void) => ReactNode
}

/** What is done to the point of one day, in a form over the page. */
export function PointDialog({ verb, day, children }: Props) {
  const pointOfDay = `the point of ${formatDay(day)}`
  return (
    <FormDialog
      trigger={
        <>
          {verb}
          <span className="sr-only"> {pointOfDay}</span>
        </>
      }
      title={`${verb} ${pointOfDay}`}
    >
      {children}
    </FormDialog>
  )
}
