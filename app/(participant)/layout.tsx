import type { ReactNode } from 'react'
import { Main } from '../_ui/main.tsx'
import { Toasts } from '../_ui/toasts.tsx'

/** Pages of the people in the room. Apollo is mounted further in, where writing needs it: the vote page does without. */
export default function ParticipantLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <Main>{children}</Main>
      <Toasts />
    </>
  )
}
