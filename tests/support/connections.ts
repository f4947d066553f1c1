import { v7 } from 'uuid'
import { giveToken } from './partners.ts'
import { openCast, openScene } from './scene.ts'
import type { World } from './world.ts'

/** How one connection of the partner contract is reached, and how another row comes into it. */
export type Walk = { call: (args: string) => string; add: () => Promise<unknown> }

const ROWS = 5

/** A token and, for every connection that it reads, a few rows. */
export async function openConnections(world: World) {
  const cast = await openCast(world)
  const scene = await openScene(world, cast, { published: true })
  const { workshopId, project, workshop, briefId, measure, issues, ideas, statements } = scene
  const token = await giveToken(world, { requestsPerMinute: 6_000, costPerMinute: 1_000_000 })
  const sql = world.db.$client
  const webhookId = v7()
  await sql`insert into webhooks (id, token_id, url, secret) values (${webhookId}, ${token.id}, 'https://hooks.example.org', '')`
  const inWorkshop = (of: string) => (args: string) => `workshop(slug: "${workshop.slug}") { ${of}${args} }`
  const inProject = (of: string) => (args: string) => `project(id: "${project.id}") { ${of}${args} }`
  let day = 0
  const walks: Record<string, Walk> = {
    'Query.publishedWorkshops': {
      call: (args) => `publishedWorkshops${args}`,
      add: () => world.workshop({ published: true }),
    },
    'Query.projects': {
      call: (args) => `projects${args}`,
      add: () => world.workshop({ published: true }),
    },
    'Query.removals': {
      call: (args) => `removals${args.replace('(', '(since: "2017-07-13T00:00:00Z", ')}`,
      add: () => sql`insert into issues (id, workshop_id, area_id, title, hidden_at)
        select ${v7()}, workshop_id, area_id, 'Hidden', now() from issues where id = ${issues.own.id}`,
    },
    'Project.workshops': {
      call: inProject('workshops'),
      add: () => world.workshop({ published: true, projectId: project.id }),
    },
    'Project.briefs': {
      call: inProject('briefs'),
      add: async () => {
        const id = v7()
        await sql`insert into briefs (id, project_id, title, published_at)
          select ${id}, project_id, 'Another', now() from briefs where id = ${briefId}`
        await sql`insert into brief_statements (brief_id, statement_id) values (${id}, ${statements.own.id})`
      },
    },
    'Workshop.issues': {
      call: inWorkshop('issues'),
      add: () => sql`insert into issues (id, workshop_id, area_id, title)
        select ${v7()}, workshop_id, area_id, 'Another' from issues where id = ${issues.own.id}`,
    },
    'Workshop.ideas': {
      call: inWorkshop('ideas'),
      add: () => sql`insert into ideas (id, workshop_id, statement_id, horizon, text)
        select ${v7()}, workshop_id, statement_id, horizon, 'Another' from ideas where id = ${ideas.own.id}`,
    },
    'Workshop.critiques': {
      call: inWorkshop('critiques'),
      add: () => sql`insert into critiques (id, workshop_id, idea_id, kind, text)
        values (${v7()}, ${workshopId}, ${ideas.own.id}, 'BUILD', 'Another')`,
    },
    'Measure.points': {
      call: (args) => `measure(id: "${measure.id}") { points${args} }`,
      add: () => sql`insert into measure_points (id, measure_id, day, value)
        values (${v7()}, ${measure.id}, date '2020-01-01' + ${day++}::int, 1)`,
    },
    'Webhook.deliveries': {
      call: (args) => `webhooks { deliveries${args} }`,
      add: () => sql`insert into webhook_deliveries (id, webhook_id, event, workshop_ids, project_ids, tells)
        values (${v7()}, ${webhookId}, 'TEST', '{}', '{}', '[]')`,
    },
  }
  for (const { add } of Object.values(walks)) for (let row = 0; row < ROWS; row++) await add()
  return { token, walks }
}
