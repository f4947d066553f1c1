import type { ReactNode } from 'react'
import { GraphQLProvider } from '../_apollo/provider.tsx'
import { Main } from '../_ui/main.tsx'
import { Toasts } from '../_ui/toasts.tsx'
import { staffViewer } from './staff-viewer.ts'

/** Pages of those who run workshops. The check here is a courtesy: every query and mutation decides for itself. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const viewer = await staffViewer()
  return (
    <GraphQLProvider>
      <Main>
        {/* Whose pages these are: see own-storage.ts. */}
        <div key={viewer.id} data-person={viewer.id} className="contents">
          {children}
        </div>
      </Main>
      <Toasts />
    </GraphQLProvider>
  )
}
