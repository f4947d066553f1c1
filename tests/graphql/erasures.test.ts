import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertMail } from '#db/queries/mails.ts'
import { openWorld, type TestPerson, type World } from '#tests/support/world.ts'

let world: World
let admin: TestPerson
beforeAll(async () => {
  world = await openWorld()
  admin = await world.person({ name: 'Ada', platformRole: 'ADMIN' })
})
afterAll(() => world.close())

const ERASE = `mutation ($personId: ID!) { erasePerson(personId: $personId) {
  __typename ... on Refusal { code message } } }`
const WRITE = `mutation ($input: WriteIssueInput!) { writeIssue(input: $input) { __typename } }`

/** Somebody who has written in a workshop, and whose name and address stand wherever the product writes them down. */
async function somebody() {
  const made = await world.workshop({
    tables: ['E1'],
    steps: [{ activity: 'GATHER' }],
    participants: ['Maya Unmistakable'],
  })
  const [maya] = made.participants
  if (maya === undefined) throw new Error('Nobody sits there.')
  const id = v7()
  const input = { id, workshopId: made.workshop.id, areaId: made.areas[0]?.id, title: 'Her words' }
  await world.run(WRITE, { input }, maya)
  await world.db.$client`
    update issues set merged_by_seat_id = ${maya.seatId}, merged_by_name = 'Maya Unmistakable', merged_at = now() where id = ${id}`
  await world.db.$client`
    insert into workshop_log (id, workshop_id, act, person_id, actor_name)
    values (${v7()}, ${made.workshop.id}, 'ISSUES_MERGED', ${maya.id}, 'Maya Unmistakable')`
  await insertMail(world.db, {
    recipient: maya.email ?? '',
    subject: 'A link',
    body: 'For Maya Unmistakable',
  })
  return { ...made, maya, issueId: id }
}

/** All that the database holds, as text. */
async function everything(): Promise<string> {
  const tables = await world.db.$client<{ name: string }[]>`
    select quote_ident(tablename) as name from pg_tables where schemaname = 'public'`
  const rows = await Promise.all(
    tables.map(({ name }) => world.db.$client.unsafe(`select t::text from ${name} t`)),
  )
  return JSON.stringify(rows)
}

test('an erased person is nowhere in the database, and their words stay', async () => {
  const { maya, issueId, facilitator } = await somebody()
  expect(await everything()).toContain('Maya Unmistakable')
  const { data } = await world.run<{ erasePerson: { __typename: string } }>(
    ERASE,
    { personId: maya.id },
    admin,
  )
  expect(data.erasePerson.__typename).toBe('ErasePersonSuccess')
  const after = await everything()
  expect(after).not.toContain('Unmistakable')
  expect(after).not.toContain(maya.email)
  expect(after).not.toContain(maya.id)
  const read = await world.run(
    'query ($id: ID!) { issue(id: $id) { title mergedByName } }',
    { id: issueId },
    facilitator,
  )
  expect(read.data).toEqual({ issue: { title: 'Her words', mergedByName: 'Removed' } })
})

test('an erased person is signed out everywhere and cannot come back to the seat', async () => {
  const { maya, workshop } = await somebody()
  await world.run(ERASE, { personId: maya.id }, admin)
  const asked = await world.run('{ viewer { id } }', {}, maya)
  expect(asked.data).toEqual({ viewer: null })
  const read = await world.run(
    'query ($slug: String!) { workshop(slug: $slug) { id } }',
    { slug: workshop.slug },
    maya,
  )
  expect(read.codes).toEqual(['NOT_FOUND'])
})

test('dots of an erased person stay in the tally', async () => {
  const { maya, workshop, issueId, facilitator } = await somebody()
  const run = <Data>(query: string, variables: object, as: TestPerson) =>
    world.run<Data>(query, { ...variables }, as).then(({ data }) => data)
  await world.db.$client`update issues set state = 'PUT_FORWARD' where id = ${issueId}`
  const { createRound } = await run<{ createRound: { round: { id: string } } }>(
    'mutation ($input: CreateRoundInput!) { createRound(input: $input) { ... on RoundSuccess { round { id } } } }',
    { input: { workshopId: workshop.id } },
    facilitator,
  )
  const roundId = createRound.round.id
  const { openRound } = await run<{ openRound: { round: { options: { id: string }[] } } }>(
    'mutation ($roundId: ID!) { openRound(roundId: $roundId) { ... on RoundSuccess { round { options { id } } } } }',
    { roundId },
    facilitator,
  )
  const optionId = openRound.round.options[0]?.id
  await run(
    'mutation ($workshopId: ID!, $optionId: ID!) { castVote(workshopId: $workshopId, optionId: $optionId) { __typename } }',
    { workshopId: workshop.id, optionId },
    maya,
  )
  const requested = await run(
    'mutation { requestErasure { ... on RequestErasureSuccess { requested } } }',
    {},
    maya,
  )
  expect(requested).toEqual({ requestErasure: { requested: true } })
  const waiting = await run<{
    erasureRequests: { edges: { node: { personId: string; votesNow: boolean } }[] }
  }>('{ erasureRequests { edges { node { personId votesNow askedByThemselves } } } }', {}, admin)
  expect(waiting.erasureRequests.edges.map(({ node }) => node)).toContainEqual({
    personId: maya.id,
    votesNow: true,
    askedByThemselves: true,
  })
  await run(ERASE, { personId: maya.id }, admin)
  await run(
    'mutation ($roundId: ID!) { closeRound(roundId: $roundId) { __typename } }',
    { roundId },
    facilitator,
  )
  const result = await run(
    'query ($id: ID!) { round(id: $id) { result { dots } } }',
    { id: roundId },
    facilitator,
  )
  expect(result).toEqual({ round: { result: { dots: 1 } } })
})

test('the last administrator cannot be erased', async () => {
  const { data } = await world.run<{ erasePerson: { code: string } }>(ERASE, { personId: admin.id }, admin)
  expect(data.erasePerson.code).toBe('NOT_ALLOWED_NOW')
  expect((await world.run('{ viewer { name } }', {}, admin)).data).toEqual({ viewer: { name: 'Ada' } })
})

test('asking twice is one request, which goes with the person', async () => {
  const { maya } = await somebody()
  const ASK = 'mutation { requestErasure(reason: "Please") { __typename } }'
  await Promise.all([world.run(ASK, {}, maya), world.run(ASK, {}, maya)])
  const waiting = await world.db.$client`select from erasure_requests where person_id = ${maya.id}`
  expect(waiting).toHaveLength(1)
  await world.run(ERASE, { personId: maya.id }, admin)
  expect(await world.db.$client`select from erasure_requests where reason = 'Please'`).toHaveLength(0)
})
