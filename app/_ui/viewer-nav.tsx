import { query } from '../_apollo/server.ts'
import { SiteHeaderDocument } from '../site-header.generated.ts'
import { NavLink } from './nav-link.tsx'

/** Where the viewer can go: their workshops, the dashboard if they run any, or the way in. */
export async function ViewerNav() {
  const { viewer } = await query(SiteHeaderDocument, {})
  return (
    <nav aria-label="Main" className="flex flex-wrap gap-x-5">
      {viewer ? (
        <NavLink href="/workshops">My workshops</NavLink>
      ) : (
        <NavLink href="/join">Join a workshop</NavLink>
      )}
      {viewer?.canOpenDashboard ? <NavLink href="/dashboard">Dashboard</NavLink> : null}
      {viewer?.email ? null : <NavLink href="/sign-in">Sign in</NavLink>}
    </nav>
  )
}
