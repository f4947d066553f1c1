'use client'

import type { FormEvent, ReactNode } from 'react'
import { clearOwn, countUnsent } from './own-storage.ts'

type Props = {
  personId: string
  /** Whether whoever presses has been told what signing out takes away. */
  told?: boolean
  children: ReactNode
}

/** Ends the session, and takes away what this person has left on the device. Asks first where something is unsent. */
export function SignOut({ personId, told = false, children }: Props) {
  function leave(event: FormEvent) {
    if (told || countUnsent(personId) === 0) return clearOwn(personId)
    event.preventDefault()
    location.assign('/leave')
  }
  return (
    <form method="post" action="/sign-out" onSubmit={leave}>
      {children}
    </form>
  )
}
