'use client'

import { Printer } from 'lucide-react'
import { Button } from '../../../../../_ui/button.tsx'

/** Prints the sheet: A4, without the rest of the page. */
export function PrintButton() {
  return (
    <Button onClick={() => window.print()}>
      <Printer aria-hidden className="size-5" />
      Print the sheet
    </Button>
  )
}
