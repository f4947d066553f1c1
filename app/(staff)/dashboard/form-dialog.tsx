'use client'

import { type ReactNode, useState } from 'react'
import { Button } from '../../_ui/button.tsx'
import type { ButtonVariant } from '../../_ui/button-style.ts'
import { Dialog } from '../../_ui/dialog.tsx'

type Props = {
  /** What the button on the page says. */
  trigger: ReactNode
  variant?: ButtonVariant
  title: string
  /** The form; it calls `close` when it is done. */
  children: (close: () => void) => ReactNode
}

/** A button that opens a small form over the page. */
export function FormDialog({ trigger, variant = 'quiet', title, children }: Props) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button variant={variant} onClick={() => setOpen(true)}>
        {trigger}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={title}>
        {children(() => setOpen(false))}
      </Dialog>
    </>
  )
}
