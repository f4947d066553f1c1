import type { ReactNode } from 'react'
import { Main } from '../_ui/main.tsx'

/** Pages for everybody. They load no client data, so they carry no Apollo. */
export default function PublicLayout({ children }: { children: ReactNode }) {
  return <Main>{children}</Main>
}
