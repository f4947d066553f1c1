import { query } from '../_apollo/server.ts'
import { SiteHeaderDocument } from '../site-header.generated.ts'
import { Button } from './button.tsx'
import { NavLink } from './nav-link.tsx'
import { SearchKey } from './search-key.tsx'
import { SignOut } from './sign-out.tsx'

/** Where the viewer can go: their workshops, the dashboard if they run any, or the way in. */
export async function ViewerNav() {
  const { viewer } = await query(SiteHeaderDocument, {})
  const places = viewer
    ? [
        { href: '/workshops', label: 'My workshops' },
        ...(viewer.canOpenDashboard ? [{ href: '/dashboard', label: 'Dashboard' }] : []),
        { href: '/account', label: 'Account' },
      ]
    : [
        { href: '/join', label: 'Join' },
        { href: '/sign-in', label: 'Sign in' },
      ]
  return (
    <nav aria-label="Main" className="flex flex-wrap items-center gap-x-5">
      <NavLink href="/search" className="min-h-14 min-w-11 justify-center gap-2">
        {/* Drawn here: the icons' library would travel with every page, the vote among them. */}
        <svg
          aria-hidden="true"
          viewBox="0 0 24 24"
          className="size-5 fill-none stroke-current stroke-2"
          strokeLinecap="round"
        >
          <circle cx="11" cy="11" r="8" />
          <path d="m21 21-4.3-4.3" />
        </svg>
        <span className="max-sm:sr-only">Search</span>
      </NavLink>
      {viewer?.canOpenDashboard ? <SearchKey /> : null}
      {places.map(({ href, label }) => (
        <NavLink key={href} href={href} className="min-h-14">
          {label}
        </NavLink>
      ))}
      {viewer ? <WayOut id={viewer.id} canSignInAgain={viewer.email !== null} /> : null}
    </nav>
  )
}

/** A guest who signs out loses the seat, and is told so first. */
function WayOut({ id, canSignInAgain }: { id: string; canSignInAgain: boolean }) {
  if (!canSignInAgain)
    return (
      <NavLink href="/leave" className="min-h-14">
        Sign out
      </NavLink>
    )
  return (
    <SignOut personId={id}>
      <Button type="submit" variant="quiet">
        Sign out
      </Button>
    </SignOut>
  )
}
