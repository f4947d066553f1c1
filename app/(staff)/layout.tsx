import type { ReactNode } from 'react'
import { GraphQLProvider } from '../_apollo/provider.tsx'
import { Main } from '../_ui/main.tsx'
import { Toasts } from '../_ui/toasts.tsx'
import { staffViewer } from './staff-viewer.ts'

/** Pages of those who run workshops. The check here is a courtesy: every query and mutation decides for itself. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  await staffViewer()
  return (
    <GraphQLProvider>
      <Main>{children}</Main>
      <Toasts />
    </GraphQLProvider>
  )
}
