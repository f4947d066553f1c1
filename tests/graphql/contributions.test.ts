import { afterAll, beforeAll, expect, test } from 'vitest'
import { openIdeaWall } from '#tests/support/ideation.ts'
import { openWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const MINE = `query ($slug: String!) { workshop(slug: $slug) {
  viewerContributions { of { kind title } outcomes { kind title detail } } } }`
type Link = { kind: string; title: string; detail?: string | null }
type Mine = { workshop: { viewerContributions: { of: Link; outcomes: Link[] }[] | null } }

test('people see what they wrote with what became of it, and nothing of others', async () => {
  const wall = await openIdeaWall(world)
  const own = await wall.write(wall.anna, 'Idea of Anna')
  const merged = await wall.write(wall.anna, 'Joined later')
  const into = await wall.write(wall.bea, 'Idea of Bea')
  await world.db.$client`update ideas set merged_into_id = ${into} where id = ${merged}`
  await wall.comment(own, wall.bea, { text: 'Who pays?' })
  await wall.comment(into, wall.anna, { text: 'Could work' })
  const { data } = await world.run<Mine>(MINE, { slug: wall.workshop.slug }, wall.anna)
  const found = data.workshop.viewerContributions ?? []
  expect(found.map(({ of }) => [of.kind, of.title])).toEqual([
    ['STATEMENT', 'Shift the power'],
    ['IDEA', 'Idea of Anna'],
    ['IDEA', 'Joined later'],
    ['CRITIQUE', 'Could work'],
  ])
  expect(found[1]?.outcomes).toMatchObject([{ kind: 'CRITIQUE', title: 'Who pays?' }])
  expect(found[2]?.outcomes).toMatchObject([
    { kind: 'IDEA', title: 'Idea of Bea' },
    { kind: 'CRITIQUE', title: 'Could work' },
  ])
})

test('what was said became of an idea is part of its chain', async () => {
  const wall = await openIdeaWall(world)
  const ideaId = await wall.write(wall.anna, 'Idea of Anna')
  const say = `mutation ($input: CheckInInput!) { checkIn(input: $input) { __typename } }`
  for (const outcome of ['NOT_BEGUN', 'DONE']) {
    await world.run(say, { input: { ideaId, outcome } }, wall.facilitator)
  }
  const { data } = await world.run<Mine>(MINE, { slug: wall.workshop.slug }, wall.anna)
  const [statement] = data.workshop.viewerContributions ?? []
  expect(statement?.outcomes).toMatchObject([
    { title: 'Idea of Anna', detail: 'next four weeks, table A, done' },
  ])
})

test('what was withdrawn or hidden is not among it, and without a seat there is nothing', async () => {
  const wall = await openIdeaWall(world, { published: true })
  const gone = await wall.write(wall.bea, 'Taken down')
  const hidden = await wall.write(wall.bea, 'Hidden')
  await wall.comment(hidden, wall.cy, { text: 'On what is hidden' })
  await world.db.$client`update ideas set withdrawn_at = now() where id = ${gone}`
  await world.db
    .$client`update ideas set hidden_at = now(), hidden_reason = 'Names a person' where id = ${hidden}`
  const asked = async (as: { token: string } | null) => {
    const { data } = await world.run<Mine>(MINE, { slug: wall.workshop.slug }, as)
    return data.workshop.viewerContributions
  }
  expect(await asked(wall.bea)).toEqual([])
  expect(await asked(wall.cy)).toEqual([])
  expect(await asked(null)).toBeNull()
})
