import Link from 'next/link'
import type { ReactNode } from 'react'
import { Breadcrumbs } from '../../../../_ui/breadcrumbs.tsx'
import { NavLink } from '../../../../_ui/nav-link.tsx'
import { Archived } from './archived.tsx'
import { loadWorkshop, type WorkshopParams } from './load-workshop.ts'

type Props = WorkshopParams & { children: ReactNode }

/** The frame of one workshop as those who run it see it: which one it is, and its pages. */
export default async function WorkshopLayout({ children, params }: Props) {
  const { id, slug, title, project, archivedAt } = await loadWorkshop((await params).slug)
  const home = `/dashboard/workshops/${slug}`
  return (
    <>
      <div className="-mt-2 mb-6 md:mb-8" data-no-print>
        <div className="text-ink-soft">
          <Breadcrumbs
            steps={[
              { href: '/dashboard', label: 'Dashboard' },
              { href: `/dashboard/projects/${project.id}`, label: project.title },
            ]}
          />
        </div>
        <nav aria-label={title} className="flex flex-wrap items-center gap-x-5 border-b border-line">
          <NavLink href={home} within={false} className="min-h-11 min-w-11 justify-center">
            Run
          </NavLink>
          <NavLink href={`${home}/set-up`}>Set-up</NavLink>
          <NavLink href={`${home}/people`}>People</NavLink>
          <NavLink href={`${home}/issues`}>Issues</NavLink>
          <NavLink href={`${home}/voting`}>Voting</NavLink>
          <NavLink href={`${home}/ideas`}>Ideas</NavLink>
          <NavLink href={`${home}/moderation`}>Moderation</NavLink>
          <NavLink href={`${home}/write-up`}>Write-up</NavLink>
          <NavLink href={`${home}/join-sheet`}>Join sheet</NavLink>
          <Link href={`/workshops/${slug}`} className="inline-flex min-h-11 items-center md:ms-auto">
            Participants’ view
          </Link>
        </nav>
        {archivedAt ? <Archived id={id} title={title} archivedAt={archivedAt} /> : null}
      </div>
      {children}
    </>
  )
}
