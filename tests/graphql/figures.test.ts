import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { issues } from '#db/schema/issues.ts'
import { seats } from '#db/schema/seats.ts'
import { linesOf, openExports } from '#tests/support/exports.ts'
import { giveToken } from '#tests/support/partners.ts'
import { ROUND, type VotingRoom, votingRoom } from '#tests/support/voting.ts'
import { openWorld, type TestPerson, type World } from '#tests/support/world.ts'
import { openAs, pdfOf } from '#tests/support/write-ups.ts'

/** One figure, one definition (docs/figures.md): every answer and file says the same of one messy workshop. */

let world: World
let admin: TestPerson
let get: Awaited<ReturnType<typeof openExports>>
beforeAll(async () => {
  world = await openWorld()
  admin = await world.person({ name: 'Ada', platformRole: 'ADMIN' })
  get = await openExports(world)
})
afterAll(() => world.close())

// Three came of eleven who were invited, one was removed; ten post-its, six of them on the wall, four put forward.
const PEOPLE = { participantCount: 3, invitedCount: 8 }
const WALL = { issueCount: 6, postItCount: 11, offTheWall: { merged: 1, hidden: 2, withdrawn: 2 } }
// Two of the three vote on their phones, and three ballots are on paper.
const VOTE = { ballots: 5, seats: 3, dots: 8 }

async function openMess(): Promise<VotingRoom> {
  const room = await votingRoom(world, { voters: 3, issues: 4, dots: 3, select: 1, hidden: false })
  const { workshopId } = room
  const invite = (displayName: string, more: Partial<typeof seats.$inferInsert> = {}) => ({
    ...{ id: v7(), workshopId, displayName, invitedEmail: `${v7()}@example.org`, invitedAt: new Date() },
    ...more,
  })
  await world.db
    .insert(seats)
    .values([
      ...Array.from({ length: 8 }, (_, at) => invite(`Invited ${at}`)),
      invite('Left', { joinedAt: new Date(), removedAt: new Date() }),
      invite('Never came', { removedAt: new Date() }),
      invite('Watches', { role: 'OBSERVER', joinedAt: new Date() }),
    ])
  const areaId = room.areas[0]?.id ?? ''
  const [hiddenAt, withdrawnAt, mergedIntoId] = [new Date(), new Date(), room.issueIds[0] ?? null]
  const write = (title: string, more: Partial<typeof issues.$inferInsert> = {}) => ({
    ...{ id: v7(), workshopId, areaId, title, ...more },
  })
  await world.db
    .insert(issues)
    .values([
      write('Raised'),
      write('Left behind', { state: 'NOT_CHOSEN' }),
      write('Merged', { mergedIntoId, mergedAt: new Date() }),
      write('Hidden', { hiddenAt, hiddenReason: 'Names a person' }),
      write('Hidden after merging', { hiddenAt, hiddenReason: 'Names a person', mergedIntoId }),
      write('Withdrawn', { withdrawnAt }),
      write('Withdrawn after merging', { withdrawnAt, mergedIntoId }),
    ])
  for (const [voter, option] of [
    ...[0, 1, 2].map((option) => [0, option] as const),
    ...[0, 1].map((option) => [1, option] as const),
  ])
    expect(await room.cast(voter, option)).toMatchObject({ __typename: 'VoteSuccess' })
  for (const entry of ['FIRST', 'SECOND']) {
    const dots = [2, 1, 0, 0]
    const figures = room.optionIds.map((optionId, at) => ({ optionId, dots: dots[at] ?? 0 }))
    const input = { roundId: room.roundId, entry, figures, ballots: 3 }
    const { data } = await world.run<{ result: { __typename: string } }>(
      ROUND.enter,
      { input },
      room.facilitator,
    )
    expect(data.result).toMatchObject({ __typename: 'RoundSuccess' })
  }
  return room
}

const SHOWN = `participantCount invitedCount issueCount postItCount offTheWall { merged hidden withdrawn } dotCount`
const SURFACES = `query ($slug: String!, $projectId: ID!, $roundId: ID!) {
  workshop(slug: $slug) { ${SHOWN}
    wall: issues(first: 1) { totalCount }
    board { issues { id } }
    joined: seats(first: 1, filter: { role: PARTICIPANT, joined: true }) { totalCount }
    waiting: seats(first: 1, filter: { role: PARTICIPANT, joined: false }) { totalCount } }
  project(id: $projectId) {
    workshops { edges { node { ${SHOWN} } } }
    progress { needs { kind done } } }
  round(id: $roundId) {
    turnout { ballots seats dots }
    result { ballots seats dots unusedDots channels { channel ballots dots } rows { dots }
      reconciliation { label sentence status } } } }`

type Shown = typeof PEOPLE & typeof WALL & { dotCount: number }
type Line = { label: string; status: string; sentence: string }
type Surfaces = {
  workshop: Shown & {
    board: { issues: unknown[] }
    wall: { totalCount: number }
    joined: { totalCount: number }
    waiting: { totalCount: number }
  }
  project: {
    workshops: { edges: { node: Shown }[] }
    progress: { needs: { kind: string; done: number }[] }
  }
  round: {
    turnout: typeof VOTE
    result: typeof VOTE & {
      unusedDots: number
      channels: { channel: string; ballots: number | null; dots: number }[]
      rows: { dots: number }[]
      reconciliation: Line[]
    }
  }
}

async function expectOneTruth(room: VotingRoom): Promise<Surfaces> {
  const ids = { slug: room.workshop.slug, projectId: room.project.id, roundId: room.roundId }
  const { data, codes } = await world.run<Surfaces>(SURFACES, ids, admin)
  expect(codes).toEqual([])
  const { workshop, project, round } = data
  const shown = { ...PEOPLE, ...WALL, dotCount: VOTE.dots }
  expect(workshop).toMatchObject(shown)
  expect(project.workshops.edges[0]?.node).toEqual(shown)
  expect(workshop.wall.totalCount).toBe(WALL.issueCount)
  expect(workshop.board.issues).toHaveLength(WALL.issueCount)
  expect(project.progress.needs).toContainEqual({ kind: 'ISSUES', done: WALL.issueCount })
  expect([workshop.joined.totalCount, workshop.waiting.totalCount]).toEqual([3, 8])
  expect(round.turnout).toEqual(VOTE)
  expect(round.result).toMatchObject(VOTE)
  expect(round.result.rows.reduce((sum, { dots }) => sum + dots, 0)).toBe(VOTE.dots)
  expect(round.result.channels.toSorted((a, b) => a.channel.localeCompare(b.channel))).toEqual([
    { channel: 'OWN_DEVICE', ballots: 2, dots: 5 },
    { channel: 'PAPER', ballots: 3, dots: 3 },
  ])
  // Five ballots of three dots hold fifteen, and eight are on them.
  expect(round.result.unusedDots).toBe(7)
  expect(round.result.reconciliation).toContainEqual({
    label: 'Within the dot limit',
    status: 'AGREES',
    sentence: '5 ballots of 3 dots can hold 15 votes, and 8 are on them.',
  })
  return data
}

test('while people vote every answer counts people, post-its and ballots alike', async () => {
  await expectOneTruth(await openMess())
})

test('once voting is closed they still do, and so do write-up, PDF, files and partners', async () => {
  const room = await openMess()
  const { data } = await world.run<{ result: { __typename: string } }>(
    ROUND.close,
    { id: room.roundId },
    room.facilitator,
  )
  expect(data.result).toMatchObject({ __typename: 'RoundSuccess' })
  await expectOneTruth(room)

  await world.db.$client`update workshops set published_at = now() where id = ${room.workshopId}`
  const source = await openAs(world, room.facilitator, { slug: room.workshop.slug })
  expect(source.head.participantCount).toBe(PEOPLE.participantCount)
  let written = 0
  for await (const _ of source.issues()) written += 1
  expect(written).toBe(WALL.issueCount)
  expect((await pdfOf(source)).text).toContain('3 participants')

  const { headers } = await giveToken(world, {
    workshopIds: [room.workshopId],
    scopes: ['CONTENT', 'RESULTS'],
  })
  const [names = [], row = []] = await linesOf(await get('workshops.csv', { headers }))
  const cell = (name: string) => row[names.indexOf(name)]
  expect([cell('participantCount'), cell('issueCount'), cell('postItCount')]).toEqual(['3', '6', '11'])
})

test('people who were only invited learn it from nobody outside of the workshop', async () => {
  const room = await openMess()
  await world.db.$client`update workshops set published_at = now() where id = ${room.workshopId}`
  const query =
    'query ($slug: String!) { workshop(slug: $slug) { participantCount invitedCount offTheWall { hidden } } }'
  const ask = async (as: { token: string } | null) =>
    (await world.run<{ workshop: unknown }>(query, { slug: room.workshop.slug }, as)).data.workshop
  expect(await ask(null)).toEqual({ participantCount: 3, invitedCount: null, offTheWall: null })
  expect(await ask(room.voters[0] ?? null)).toMatchObject({ invitedCount: 8, offTheWall: null })
})

test('a round in which nobody voted tells of 0 ballots of those who joined', async () => {
  const room = await votingRoom(world, { voters: 2, issues: 2 })
  await world.run(ROUND.close, { id: room.roundId }, room.facilitator)
  const query =
    'query ($id: ID!) { round(id: $id) { turnout { ballots seats } result { ballots seats dots unusedDots } } }'
  const { data } = await world.run(query, { id: room.roundId }, room.facilitator)
  expect(data).toEqual({
    round: {
      turnout: { ballots: 0, seats: 2 },
      result: { ballots: 0, seats: 2, dots: 0, unusedDots: 0 },
    },
  })
})
