import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROUND, votingRoom } from '#tests/support/voting.ts'
import { openWall } from '#tests/support/wall.ts'
import { openWorld, type TestPerson, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const BOARD = `query ($slug: String!) { workshop(slug: $slug) { title pulse viewerCan { run writeIdeas } board {
  viewerCanArrange ideas { id text authorName viewerIsAuthor statement { id title }
    critiques { id depth text authorName viewerIsAuthor viewerCanAnswer } } } } }`
const RESULT = `query ($id: ID!) { round(id: $id) { title ballot { remaining } options { id title }
  result { rows { rank dots option { title } byChannel { channel dots } } channels { channel dots } } } }`
const DASHBOARD = '{ workshops(first: 5) { edges { node { slug title issueCount dotCount } } totalCount } }'

test('a room that asks in the same instant is told what each would be told alone', async () => {
  const wall = await openWall(world)
  const ideaId = await wall.write.idea(await wall.write.statement('S'), 'Meet weekly')
  const asked = await wall.write.critique(ideaId, 'Where?')
  await wall.write.critique(ideaId, 'Here', { parentId: asked, authorSeatId: wall.cleo.seatId })
  await wall.write.critique(ideaId, 'Rude', { hiddenAt: new Date() })
  const room = await votingRoom(world, { voters: 3 })
  await Promise.all([room.cast(0, 1), room.cast(1, 1), room.cast(2, 0)])
  await world.run(ROUND.close, { id: room.roundId }, room.facilitator)
  const slug = { slug: wall.workshop.slug }
  const round = { id: room.roundId }
  const admin = await world.person({ platformRole: 'ADMIN' })
  const readers: (TestPerson | null)[] = [wall.anna, wall.ben, wall.facilitator, admin, null]
  const questions: [query: string, variables: Record<string, unknown>, as: TestPerson | null][] = [
    ...readers.map((reader) => [BOARD, slug, reader] as const),
    ...[...room.voters, room.facilitator, admin, null].map((reader) => [RESULT, round, reader] as const),
    ...[wall.facilitator, room.facilitator, admin, wall.anna].map(
      (reader) => [DASHBOARD, {}, reader] as const,
    ),
  ].map((question) => [...question])
  const alone: unknown[] = []
  for (const question of questions) alone.push(await world.run(...question))
  const atOnce = Array.from({ length: 6 }, () => questions.map((question) => world.run(...question)))
  for (const answers of atOnce) expect(await Promise.all(answers)).toEqual(alone)
  expect(new Set(alone.map((one) => JSON.stringify(one))).size).toBeGreaterThan(9)
})

test('whoever has written something finds it, however many are reading', async () => {
  const wall = await openWall(world)
  const statementId = await wall.write.statement('S')
  const read = async (): Promise<string> =>
    JSON.stringify((await world.run(BOARD, { slug: wall.workshop.slug }, wall.anna)).data)
  const others: Promise<string>[] = []
  for (let n = 0; n < 10; n++) {
    others.push(...Array.from({ length: 5 }, read))
    const ideaId = await wall.write.idea(statementId, `Idea number ${n}`)
    others.push(read())
    expect(await read()).toContain(ideaId)
  }
  await Promise.all(others)
})
