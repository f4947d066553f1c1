'use client'

import type { ComponentProps } from 'react'
import { useFormStatus } from 'react-dom'
import { Button } from './button.tsx'

/**
 * The button that sends a form to its `action`. It knows by itself when its form is on the way, and works before any
 * script has come; where the action reads what only the script knows, it `needsScript`.
 */
export function SubmitButton(props: ComponentProps<typeof Button>) {
  const { pending } = useFormStatus()
  return <Button needsScript={false} {...props} type="submit" pending={pending || props.pending} />
}
