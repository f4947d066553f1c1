import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { issues } from '#db/schema/issues.ts'
import { options } from '#db/schema/rounds.ts'
import { openWorld, type TestPerson, type World } from '#tests/support/world.ts'

let world: World
let staff: TestPerson
let admin: TestPerson
beforeAll(async () => {
  world = await openWorld()
  staff = await world.person({ name: 'Stella', platformRole: 'STAFF' })
  admin = await world.person({ platformRole: 'ADMIN' })
})
afterAll(() => world.close())

const SHOWN = `query ($slug: String!) {
  workshop(slug: $slug) {
    id title participantCount issueCount dotCount permittedActivities roomCode joinUrl
    viewerCan { run writeIssues shortlist vote seeResults seePeople } viewerSeat { displayName }
    project { title } areas { name } tables { code seatCount } steps { activity }
  }
}`
const LIST = `query ($first: Int, $after: String, $filter: WorkshopFilter) {
  workshops(first: $first, after: $after, filter: $filter) {
    totalCount pageInfo { hasNextPage endCursor }
    edges { node { id title participantCount issueCount dotCount project { title createdAt } } }
  }
}`
type Page = {
  totalCount: number
  pageInfo: { hasNextPage: boolean; endCursor: string }
  edges: { node: { id: string; title: string; dotCount: number } }[]
}
const titles = (page: Page) => page.edges.map(({ node }) => node.title)

test('the code of the room and its address are for those who run the workshop', async () => {
  const { workshop, facilitator, participants } = await world.workshop({
    participants: ['Anna'],
    published: true,
  })
  const joinUrl = expect.stringMatching(/^http:\/\/lab\.test\/j\/[\w-]{22}$/)
  for (const who of [facilitator, admin]) {
    expect((await world.run(SHOWN, workshop, who)).data.workshop).toMatchObject({
      roomCode: workshop.roomCode,
      joinUrl,
    })
  }
  for (const who of [participants[0], staff, null]) {
    expect((await world.run(SHOWN, workshop, who)).data.workshop).toMatchObject({
      roomCode: null,
      joinUrl: null,
    })
  }
})

test('what the viewer may do follows from their seat and the open steps', async () => {
  const { workshop, facilitator, participants } = await world.workshop({
    steps: [{ activity: 'GATHER' }, { activity: 'SHORTLIST', state: 'DONE' }],
    participants: ['Anna'],
    published: true,
  })
  const observer = await world.seat(workshop.id, { role: 'OBSERVER' })
  const nothing = {
    run: false,
    writeIssues: false,
    shortlist: false,
    vote: false,
    seeResults: true,
    seePeople: false,
  }
  for (const [who, can] of [
    [
      facilitator,
      { run: true, writeIssues: true, shortlist: true, vote: false, seeResults: true, seePeople: true },
    ],
    [participants[0], { ...nothing, writeIssues: true, seePeople: true }],
    [observer, { ...nothing, seePeople: true }],
    [null, nothing],
  ] as const) {
    expect((await world.run(SHOWN, workshop, who)).data.workshop).toMatchObject({
      permittedActivities: ['GATHER'],
      viewerCan: can,
    })
  }
})

test.each(['nope', '', 'x'.repeat(10_000), "' or 1=1 --", 'a\u0000b', '\ud800'])(
  'the address %j is not found',
  async (slug) => {
    const { codes, data } = await world.run(SHOWN, { slug }, admin)
    expect([codes, data]).toEqual([['NOT_FOUND'], { workshop: null }])
  },
)

test('a facilitator lists the workshops they run, an administrator all, page by page and the latest first', async () => {
  const own = await openWorld()
  const boss = await own.person({ platformRole: 'ADMIN' })
  const first = await own.workshop({ title: 'A', startsOn: '2017-01-01' })
  for (const [title, startsOn] of [
    ['C', '2019-01-01'],
    ['B', '2018-01-01'],
    ['D', '2019-06-01'],
  ] as const)
    await own.workshop({ title, startsOn })
  await own.workshop({ title: 'Archived', startsOn: '2020-01-01', archived: true })
  await own.workshop({ title: 'Deleted', startsOn: '2020-01-01', deletedAt: new Date() })
  await own.workshop({ title: 'Long gone', deletedAt: new Date(Date.now() - 31 * 86_400_000) })
  const list = async (variables: object, who: TestPerson) =>
    (await own.run<{ workshops: Page }>(LIST, { ...variables }, who)).data.workshops
  const page = await list({ first: 3 }, boss)
  const rest = await list({ first: 3, after: page.pageInfo.endCursor }, boss)
  const beyond = await list({ first: 3, after: rest.pageInfo.endCursor }, boss)
  expect([titles(page), page.totalCount, page.pageInfo.hasNextPage]).toEqual([['D', 'C', 'B'], 4, true])
  expect([titles(rest), rest.totalCount, rest.pageInfo.hasNextPage]).toEqual([['A'], 4, false])
  expect([titles(beyond), beyond.totalCount]).toEqual([[], 4])
  expect(titles(await list({ filter: { status: 'ARCHIVED' } }, boss))).toEqual(['Archived'])
  expect(titles(await list({ filter: { status: 'DELETED' } }, boss))).toEqual(['Deleted'])
  expect(titles(await list({ filter: { projectId: first.project.id } }, boss))).toEqual(['A'])
  expect(titles(await list({ filter: { projectId: 'nope' } }, boss))).toEqual([])
  const mine = await list({}, first.facilitator)
  expect([titles(mine), mine.totalCount]).toEqual([['A'], 1])
  await own.close()
})

test('the dashboard is for staff and facilitators', async () => {
  const { participants } = await world.workshop({ participants: ['Anna'] })
  expect((await world.run(LIST, {}, participants[0])).codes).toEqual(['FORBIDDEN'])
  expect((await world.run(LIST, {})).codes).toEqual(['UNAUTHENTICATED'])
  expect((await world.run(LIST, {}, staff)).codes).toEqual([])
})

test('a cursor of another list and a page out of bounds are refused', async () => {
  const other = Buffer.from(v7()).toString('base64url')
  for (const page of [{ after: other }, { after: 'junk' }, { first: 0 }, { first: 101 }]) {
    expect((await world.run(LIST, page, admin)).codes).toEqual(['BAD_USER_INPUT'])
  }
})

test('everybody sees published workshops, and no others', async () => {
  const own = await openWorld()
  await own.workshop({ title: 'Published', published: true })
  await own.workshop({ title: 'Hidden' })
  await own.workshop({ title: 'Gone', published: true, deletedAt: new Date() })
  const { data } = await own.run<{ publishedWorkshops: Page }>(
    '{ publishedWorkshops { totalCount edges { node { title participantCount project { title } viewerSeat { id } } } } }',
  )
  expect(data.publishedWorkshops).toEqual({
    totalCount: 1,
    edges: [
      {
        node: {
          title: 'Published',
          participantCount: 0,
          project: { title: 'Peer support' },
          viewerSeat: null,
        },
      },
    ],
  })
  await own.close()
})

/** A round that is closed with one dot, and one that is open with two. */
async function voted() {
  const made = await world.workshop({
    steps: [{ activity: 'VOTE' }],
    participants: ['Anna', 'Ben'],
    published: true,
  })
  const { workshop, areas, facilitator, participants } = made
  const [areaId = ''] = areas.map(({ id }) => id)
  await world.db.insert(issues).values(
    [1, 2].map((at) => ({
      workshopId: workshop.id,
      areaId,
      title: `Problem ${at}`,
      state: 'PUT_FORWARD' as const,
    })),
  )
  const open = async () => {
    const roundId = v7()
    const round = { id: roundId, workshopId: workshop.id, title: 'Vote' }
    await world.run(
      'mutation ($round: CreateRoundInput!) { createRound(input: $round) { __typename } }',
      { round },
      facilitator,
    )
    await world.run(
      'mutation ($id: ID!) { openRound(roundId: $id) { __typename } }',
      { id: roundId },
      facilitator,
    )
    const [option] = await world.db.select().from(options).where(eq(options.roundId, roundId))
    return { roundId, optionId: option?.id ?? '' }
  }
  const first = await open()
  await vote(workshop.id, first.optionId, participants[0])
  await world.run(
    'mutation ($id: ID!) { closeRound(roundId: $id) { __typename } }',
    { id: first.roundId },
    facilitator,
  )
  const second = await open()
  for (const who of participants) await vote(workshop.id, second.optionId, who)
  return { ...made, optionId: second.optionId }
}

function vote(workshopId: string, optionId: string, who: { token: string } | undefined) {
  const cast =
    'mutation ($workshopId: ID!, $optionId: ID!) { castVote(workshopId: $workshopId, optionId: $optionId) { __typename } }'
  return world.run(cast, { workshopId, optionId }, who)
}

test('dots of an open round are turnout: the people of the workshop count them, others those of closed rounds', async () => {
  const { workshop, facilitator, participants } = await voted()
  for (const [who, dotCount] of [
    [facilitator, 3],
    [participants[0], 3],
    [admin, 3],
    [null, 1],
  ] as const) {
    expect((await world.run(SHOWN, workshop, who)).data.workshop).toMatchObject({ dotCount, issueCount: 2 })
  }
  const list = await world.run<{ workshops: Page }>(LIST, {}, facilitator)
  expect(list.data.workshops.edges).toMatchObject([
    { node: { dotCount: 3, issueCount: 2, participantCount: 2, project: { title: 'Peer support' } } },
  ])
  const listed = await world.run<{ publishedWorkshops: Page }>(
    '{ publishedWorkshops { edges { node { id dotCount } } } }',
    {},
    facilitator,
  )
  const shown = listed.data.publishedWorkshops.edges.find(({ node }) => node.id === workshop.id)
  expect(shown?.node.dotCount).toBe(1)
})

test('the pulse beats when something changes, for a dot only among the people of the workshop', async () => {
  const { workshop, areas, facilitator, participants, optionId } = await voted()
  const pulse = async (who?: { token: string } | null) => {
    const answer = await world.run<{ workshop: { pulse: string } }>(
      'query ($slug: String!) { workshop(slug: $slug) { pulse } }',
      workshop,
      who,
    )
    return answer.data.workshop.pulse
  }
  const [inside, outside] = [await pulse(facilitator), await pulse(null)]
  expect([await pulse(facilitator), await pulse(participants[0])]).toEqual([inside, inside])
  const withdraw =
    'mutation ($workshopId: ID!, $optionId: ID!) { withdrawVote(workshopId: $workshopId, optionId: $optionId) { __typename } }'
  await world.run(withdraw, { workshopId: workshop.id, optionId }, participants[0])
  expect(await pulse(facilitator)).not.toBe(inside)
  expect(await pulse(null)).toBe(outside)
  const [areaId = ''] = areas.map(({ id }) => id)
  let before = await pulse(facilitator)
  for (const change of [
    () => world.db.insert(issues).values({ workshopId: workshop.id, areaId, title: 'New' }),
    () => world.seat(workshop.id),
    () =>
      world.run(
        'mutation ($input: UpdateWorkshopInput!) { updateWorkshop(input: $input) { __typename } }',
        { input: { id: workshop.id, title: 'New' } },
        facilitator,
      ),
    () =>
      world.run(
        'mutation ($input: AddStepInput!) { addStep(input: $input) { __typename } }',
        { input: { workshopId: workshop.id, title: 'Lunch', activity: 'TALK' } },
        facilitator,
      ),
  ]) {
    await change()
    const after = await pulse(facilitator)
    expect(after).not.toBe(before)
    before = after
  }
})
