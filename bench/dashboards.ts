import type postgres from 'postgres'
import { askProduct, type Times, timed } from './times.ts'

const EACH = 20
const PROJECTS = 200

/** Times the dashboard's list of projects with how far each has come, for an administrator, and one project with all its chains. */
export async function timeDashboards(
  sql: postgres.Sql,
  as: { url: string; personId: string },
): Promise<Times[]> {
  await keepProjects(sql)
  const [busiest] = await sql<{ id: string }[]>`
    select p.id from projects p join priorities x on true join workshops w on w.id = x.workshop_id and w.project_id = p.id
    group by p.id order by count(*) desc limit 1`
  return [
    await timed('its first six projects', EACH, () => list(as, 6)),
    await timed('100 projects on a page', EACH, () => list(as, 100)),
    await timed('all of them, page by page', EACH, async () => {
      const after = await list(as, 100)
      await list(as, 100, after)
    }),
    await timed('one project with its chains', EACH, () => one(as, busiest?.id ?? '')),
  ]
}

type Page = { projects: { pageInfo: { endCursor: string }; edges: unknown[] } }
type As = { url: string; personId: string }

async function list(as: As, first: number, after: string | null = null): Promise<string> {
  const query = `query ($first: Int!, $after: String) { projects(first: $first, after: $after) {
    totalCount pageInfo { endCursor } edges { node { id title challenge phase workshops(first: 1) { totalCount }
      progress { briefCounts { status count } runningCycles workshopsAhead nextWorkshopOn overdueIdeaCount lastActivityAt } } } } }`
  const data = await askProduct<Page>(as, query, { first, after })
  if (data?.projects.edges.length !== first) throw new Error('The list is not whole.')
  return data.projects.pageInfo.endCursor
}

async function one(as: As, id: string): Promise<void> {
  const query = `query ($id: ID!) { project(id: $id) { progress { needs { words met } overdueIdeaCount
    priorities { id option { title } workshop { slug } ideaCount briefs { id title } } } } }`
  const data = await askProduct<{ project?: { progress: { needs: unknown[] } } }>(as, query, { id })
  if (!data?.project?.progress.needs.length) throw new Error('The project is not whole.')
}

/** Projects with five briefs each, a team to each brief and three cycles to each team. They stay for the next run. */
async function keepProjects(sql: postgres.Sql): Promise<void> {
  const title = 'Project of the dashboard'
  const [kept] = await sql<
    { n: number }[]
  >`select count(*)::int as n from projects where title like ${`${title} %`}`
  if (kept?.n === PROJECTS) return
  await sql`insert into projects (id, title, challenge)
    select gen_random_uuid(), ${title} || ' ' || n, 'What would it take?' from generate_series(1, ${PROJECTS}) n`
  await sql`insert into briefs (id, project_id, title, status)
    select gen_random_uuid(), p.id, 'Brief ' || n, (array['PROPOSED', 'ACTIVE', 'TESTING', 'ADOPTED', 'PARKED']::brief_status[])[n]
    from projects p, generate_series(1, 5) n where p.title like ${`${title} %`}`
  await sql`insert into test_teams (id, brief_id, organisation)
    select gen_random_uuid(), b.id, 'Ward' from briefs b join projects p on p.id = b.project_id where p.title like ${`${title} %`}`
  await sql`insert into test_cycles (id, team_id, state, prediction)
    select gen_random_uuid(), t.id, 'DO', 'Fewer' from test_teams t, generate_series(1, 3) n where t.organisation = 'Ward'`
  await sql`analyze`
}
