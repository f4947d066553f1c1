import type { ReactNode } from 'react'
import { mailIsMissing } from '#mail.ts'
import { NavLink } from '../../../_ui/nav-link.tsx'
import { Notice } from '../../../_ui/notice.tsx'
import { staffViewer } from '../../staff-viewer.ts'

/** The Lab's own pages: what it runs and, for administrators, who runs it. */
export default async function LabLayout({ children }: { children: ReactNode }) {
  const viewer = await staffViewer()
  if (!viewer.canManageStaff) return children
  return (
    <>
      <nav aria-label="Dashboard" className="-mt-2 mb-6 flex flex-wrap gap-x-5 border-b border-line md:mb-8">
        <NavLink href="/dashboard" within={false}>
          Projects and workshops
        </NavLink>
        <NavLink href="/dashboard/staff" className="min-h-11 min-w-11 justify-center">
          Staff
        </NavLink>
        <NavLink href="/dashboard/tokens" className="min-h-11">
          Partner tokens
        </NavLink>
        <NavLink href="/partners">For partners</NavLink>
      </nav>
      {mailIsMissing() ? (
        <Notice kind="warning" title="No mail leaves this product" className="mb-6">
          Links to sign in and invitations reach nobody. Whoever runs the server sets <code>SMTP_URL</code>.
        </Notice>
      ) : null}
      {children}
    </>
  )
}
