import type { Metadata } from 'next'
import { query } from '../../../../_apollo/server.ts'
import { ButtonLink } from '../../../../_ui/button-link.tsx'
import { PageHeading } from '../../../../_ui/page-heading.tsx'
import { ShowMore } from '../../../../_ui/show-more.tsx'
import { staffViewer } from '../../../staff-viewer.ts'
import { takeRows } from '../../all-pages.ts'
import { readSearch, rowsToShow, type SearchParams, withSearch } from '../../search-params.ts'
import { DashboardProjectsDocument, DashboardWorkshopsDocument } from './dashboard.generated.ts'
import { NoWorkshops } from './no-workshops.tsx'
import { Projects } from './projects.tsx'
import { readSort, searchWorkshops, sortWorkshops } from './sorting.ts'
import { readStatus, type Status } from './statuses.ts'
import { WorkshopFilter } from './workshop-filter.tsx'
import { WorkshopTable } from './workshop-table.tsx'

export const metadata: Metadata = { title: 'Dashboard' }

const PROJECTS = 6
const WORKSHOPS = 20
// Searching and sorting is done here, over all of them: a Lab holds dozens of workshops, not thousands.
const MOST = 1000

/** Everything the viewer runs, and how far it has come. */
export default async function DashboardPage({ searchParams }: { searchParams: SearchParams }) {
  const viewer = await staffViewer()
  const read = await readSearch(searchParams)
  const search = read('search')
  const status = readStatus(read('status'))
  const sort = readSort(read('sort'))
  const shown = {
    projects: rowsToShow(read('projects'), PROJECTS),
    workshops: rowsToShow(read('workshops'), WORKSHOPS),
  }
  const address = (changed: Record<string, string | number>) =>
    withSearch('/dashboard', { search, status, sort, projects: shown.projects, ...changed })

  const [projects, all] = await Promise.all([
    viewer.canCreateProjects ? listProjects(shown.projects, status) : null,
    listWorkshops(status),
  ])
  const found = sortWorkshops(searchWorkshops(all, search), sort)

  return (
    <>
      <PageHeading
        title="Projects and workshops"
        actions={
          projects?.rows.length ? (
            <ButtonLink href="/dashboard/projects/new">Create a project</ButtonLink>
          ) : null
        }
      />
      {projects ? (
        <section aria-labelledby="projects" className="mb-12">
          <h2 id="projects">Projects</h2>
          <Projects
            projects={projects.rows}
            total={projects.total}
            moreHref={address({ projects: shown.projects + 2 * PROJECTS })}
          />
        </section>
      ) : null}
      <section aria-labelledby="workshops">
        <h2 id="workshops">Workshops</h2>
        {all.length > 0 || status !== 'ACTIVE' ? (
          <WorkshopFilter search={search} status={status} sort={sort} />
        ) : null}
        {found.length > 0 ? (
          <WorkshopTable
            workshops={found.slice(0, shown.workshops)}
            sort={sort}
            sortHref={(by) => address({ sort: by })}
            putAway={status !== 'ACTIVE'}
          />
        ) : (
          <div className="mt-3">
            <NoWorkshops
              status={status}
              search={search}
              clearHref={address({ search: '' })}
              hrefOf={(other) => address({ status: other })}
            />
          </div>
        )}
        <ShowMore
          href={address({ workshops: shown.workshops + WORKSHOPS })}
          shown={Math.min(shown.workshops, found.length)}
          total={found.length}
          noun="workshops"
        />
      </section>
    </>
  )
}

function listProjects(count: number, status: Status) {
  return takeRows(count, async (first, after) => {
    const page = await query(DashboardProjectsDocument, { first, after, archived: status === 'ARCHIVED' })
    return page.projects
  })
}

async function listWorkshops(status: Status) {
  const { rows } = await takeRows(MOST, async (first, after) => {
    const page = await query(DashboardWorkshopsDocument, { first, after, filter: { status } })
    return page.workshops
  })
  return rows
}
