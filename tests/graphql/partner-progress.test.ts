import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { briefIdeas, briefs } from '#db/schema/briefs.ts'
import { ask, type HttpWorld, openHttpWorld } from '#tests/support/http-server.ts'
import { openIdeaWall } from '#tests/support/ideation.ts'
import { giveToken } from '#tests/support/partners.ts'

let world: HttpWorld
beforeAll(async () => {
  world = await openHttpWorld()
})
afterAll(() => world.close())

const PROGRESS = `query ($id: ID!) { project(id: $id) { progress {
  needs { kind done } briefCounts { status count } priorities { workshop { slug } ideaCount briefs { title } } } } }`
type Progress = {
  needs: { kind: string; done: number }[]
  briefCounts: { status: string; count: number }[]
  priorities: { workshop: { slug: string }; ideaCount: number; briefs: { title: string }[] }[]
}

/** A published workshop whose first priority has an idea that a published brief and one kept inside join. */
async function openWall(projectId?: string) {
  const wall = await openIdeaWall(world, { published: true })
  const { db } = world
  const id = projectId ?? wall.project.id
  await db.$client`update workshops set project_id = ${id} where id = ${wall.workshopId}`
  await db.$client`insert into statement_priorities (statement_id, priority_id)
    values (${wall.statementId}, ${wall.priorityIds[0] ?? ''})`
  const ideaId = await wall.write(wall.anna)
  for (const [title, publishedAt] of [
    [`Open of ${wall.workshop.slug}`, new Date()],
    ['Inside', null],
  ] as const) {
    const briefId = v7()
    await db.insert(briefs).values({ id: briefId, projectId: id, title, publishedAt })
    await db.insert(briefIdeas).values({ briefId, ideaId })
  }
  return { ...wall, projectId: id }
}

async function progress(projectId: string, headers: Record<string, string>): Promise<Progress | undefined> {
  const { data } = await ask(world.server, PROGRESS, { id: projectId }, headers)
  return (data as { project?: { progress: Progress } } | undefined)?.project?.progress
}

test('a token reads of a project’s progress what is published, and no brief that is kept inside', async () => {
  const wall = await openWall()
  const { headers } = await giveToken(world, { scopes: ['RESULTS', 'CONTENT'] })
  const found = await progress(wall.projectId, headers)
  expect(found?.briefCounts).toEqual([{ status: 'PROPOSED', count: 1 }])
  expect(found?.priorities[0]).toMatchObject({
    ideaCount: 1,
    briefs: [{ title: `Open of ${wall.workshop.slug}` }],
  })
})

test('of workshops that are not granted it learns nothing, not even from a count', async () => {
  const granted = await openWall()
  const other = await openWall(granted.projectId)
  const { headers } = await giveToken(world, {
    scopes: ['RESULTS', 'CONTENT'],
    workshopIds: [granted.workshopId],
  })
  const found = await progress(granted.projectId, headers)
  expect(found?.priorities.map(({ workshop }) => workshop.slug)).toEqual([
    granted.workshop.slug,
    granted.workshop.slug,
  ])
  expect(found?.briefCounts).toEqual([{ status: 'PROPOSED', count: 1 }])
  expect(found?.needs.find(({ kind }) => kind === 'IDEAS')?.done).toBe(1)
  expect(JSON.stringify(found)).not.toContain(other.workshop.slug)
})
