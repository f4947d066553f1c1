'use client'

import { Button } from '../../../../../_ui/button.tsx'
import { TextAreaField } from '../../../../../_ui/text-area-field.tsx'
import { toast } from '../../../../../_ui/toast.ts'

type Props = { id: string; label: string; hint?: string; value: string }

/** A line to paste elsewhere, and a button that copies it. */
export function Snippet({ id, label, hint, value }: Props) {
  async function copy() {
    try {
      await navigator.clipboard.writeText(value)
      toast('The line is copied.')
    } catch {
      toast('This browser does not let pages copy. Select the line and copy it yourself.')
    }
  }
  return (
    <div className="space-y-2">
      <TextAreaField id={id} label={label} hint={hint} value={value} readOnly className="max-h-48" />
      <Button variant="secondary" onClick={copy}>
        Copy the line<span className="sr-only">: {label}</span>
      </Button>
    </div>
  )
}
