import { NavLink } from '../../_ui/nav-link.tsx'

/** The pages for partners. */
export function PartnerNav() {
  return (
    <nav
      aria-label="For partners"
      className="-mt-2 mb-6 flex flex-wrap gap-x-6 border-b border-line print:hidden"
    >
      <NavLink href="/partners" within={false}>
        How to ask
      </NavLink>
      <NavLink href="/partners/schema">Schema reference</NavLink>
      <NavLink href="/partners/explorer">Explorer</NavLink>
      <NavLink href="/partners/use">Use of your token</NavLink>
    </nav>
  )
}
