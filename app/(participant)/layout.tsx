import type { ReactNode } from 'react'
import { Main } from '../_ui/main.tsx'

/** Pages of the people in the room. Apollo and toasts are mounted further in, where they are used: the vote page does without. */
export default function ParticipantLayout({ children }: { children: ReactNode }) {
  return <Main>{children}</Main>
}
