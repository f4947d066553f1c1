import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { cache, type ReactNode } from 'react'
import { query } from '../../../_apollo/server.ts'
import { NavLink } from '../../../_ui/nav-link.tsx'
import { TextLink } from '../../../_ui/text-link.tsx'
import { WorkshopFrameDocument } from './frame.generated.ts'

type Props = { children: ReactNode; params: Promise<{ slug: string }> }

// Titles and frame ask for the same; once is enough.
const load = cache((slug: string) => query(WorkshopFrameDocument, { slug }))

/** Every page of a workshop says in its title which workshop it is of. */
export async function generateMetadata({ params }: Omit<Props, 'children'>): Promise<Metadata> {
  const { workshop } = await load((await params).slug)
  const title = workshop?.title ?? 'Workshop not found'
  return { title: { template: `%s - ${title} - Q Lab Workshops`, default: `${title} - Q Lab Workshops` } }
}

/** The frame of one workshop: which it is, and its pages. It also keeps out those who may not see it. */
export default async function WorkshopLayout({ children, params }: Props) {
  const { slug } = await params
  const { viewer, workshop } = await load(slug)
  if (!workshop) notFound()
  const home = `/workshops/${workshop.slug}`
  return (
    <>
      <nav
        aria-label="Workshop"
        data-no-print
        className="-mt-2 mb-6 flex flex-wrap items-center gap-x-5 border-b border-line md:mb-8"
      >
        <NavLink href={home} within={false}>
          Overview
        </NavLink>
        <NavLink href={`${home}/issues`}>Issues</NavLink>
        {workshop.viewerSeat ? <NavLink href={`${home}/vote`}>Vote</NavLink> : null}
        <NavLink href={`${home}/results`}>Results</NavLink>
        {workshop.priorities.length > 0 ? <NavLink href={`${home}/priorities`}>Priorities</NavLink> : null}
        {workshop.statements.length > 0 ? (
          <NavLink
            href={viewer?.wallView === 'BOARD' ? `${home}/board` : `${home}/ideas`}
            also={[`${home}/ideas`, `${home}/board`]}
          >
            Ideas
          </NavLink>
        ) : null}
        {workshop.writeUpPath ? <NavLink href={workshop.writeUpPath}>Write-up</NavLink> : null}
        {workshop.viewerCan.run ? (
          <TextLink
            href={`/dashboard/workshops/${workshop.slug}`}
            className="inline-flex min-h-11 items-center md:ms-auto"
          >
            Run this workshop
          </TextLink>
        ) : null}
      </nav>
      {viewer ? (
        // Whose page this is: see own-storage.ts. Somebody else who joins on this device gets a page of their own.
        <div
          key={workshop.viewerSeat?.id ?? viewer.id}
          data-person={viewer.id}
          data-seat={workshop.viewerSeat?.id}
        >
          {children}
        </div>
      ) : (
        children
      )}
    </>
  )
}
