import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StepState } from '#domain/steps.ts'
import { checksum } from '#tests/support/checksum.ts'
import { count } from '#tests/support/room.ts'
import { votingRoom } from '#tests/support/voting.ts'
import { openWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const SHOWN =
  'id title state stateReason tableCodes viewerIsAuthor viewerCanEdit viewerCanDecide withdrawnAt area { id }'
const RESULT = `{ __typename ... on IssueSuccess { issue { ${SHOWN} } } ... on Refusal { code field message } }`
const WRITE = `mutation ($input: WriteIssueInput!) { result: writeIssue(input: $input) ${RESULT} }`
const EDIT = `mutation ($input: EditIssueInput!) { result: editIssue(input: $input) ${RESULT} }`
const DECIDE = `mutation ($input: DecideIssueInput!) { result: decideIssue(input: $input) ${RESULT} }`
const WITHDRAW = `mutation ($id: ID!) { result: withdrawIssue(issueId: $id) ${RESULT} }`
const RESTORE = `mutation ($id: ID!) { result: restoreIssue(issueId: $id) ${RESULT} }`
type Issue = { id: string; title: string; state: string; withdrawnAt: string | null }
type Done = { result: { __typename: string; code?: string; field?: string; issue?: Issue } }
type As = { token: string } | undefined

async function act(operation: string, variables: Record<string, unknown>, as: As) {
  const { data, codes } = await world.run<Done>(operation, variables, as)
  return data?.result ?? { __typename: 'Error', code: codes[0] }
}

/** A workshop in which two tables gather and shortlist, or have not yet begun to. */
async function wall(state: StepState = 'OPEN') {
  const made = await world.workshop({
    participants: ['Anna', 'Bea', 'Cy'],
    tables: ['A', 'B'],
    steps: [
      { activity: 'GATHER', state },
      { activity: 'SHORTLIST', state },
    ],
  })
  // Anna and Cy sit at A, Bea at B.
  const [anna, bea, cy] = made.participants
  const input = (title = 'Too few peers') => ({
    id: v7(),
    workshopId: made.workshop.id,
    areaId: made.areas[0]?.id,
    title,
  })
  const write = async (as: As, title?: string) => {
    const done = await act(WRITE, { input: input(title) }, as)
    return done.issue?.id ?? ''
  }
  return { ...made, anna, bea, cy, input, write }
}

test('what somebody writes stands on the wall under the code of their table', async () => {
  const { anna, input } = await wall()
  const { issue } = await act(WRITE, { input: input(' Too few\npeers ') }, anna)
  expect(issue).toMatchObject({
    title: 'Too few\npeers',
    state: 'RAISED',
    tableCodes: ['A'],
    viewerIsAuthor: true,
    viewerCanEdit: true,
  })
})

test('a participant writes from their own table, whatever table they name', async () => {
  const { anna, input, tables } = await wall()
  const { issue } = await act(WRITE, { input: { ...input(), tableId: tables[1]?.id } }, anna)
  expect(issue).toMatchObject({ tableCodes: ['A'] })
})

test('sent twice, one after the other or at once, an issue is written once and both are told the same', async () => {
  const { anna, input, workshop } = await wall()
  const asked = input()
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => act(WRITE, { input: asked }, anna)))
  for (const answer of answers) expect(answer).toEqual(answers[0])
  expect(await act(WRITE, { input: asked }, anna)).toEqual(answers[0])
  expect(await count(world.db, sql`select count(*) from issues where workshop_id = ${workshop.id}`)).toBe(1)
  expect(answers[0]).toMatchObject({ __typename: 'IssueSuccess', issue: { id: asked.id } })
})

test('the retry of an issue is answered also when the step has closed in between, and a new one is not', async () => {
  const { anna, input, steps, facilitator } = await wall()
  const asked = input()
  const first = await act(WRITE, { input: asked }, anna)
  const close = 'mutation ($id: ID!) { changeStep(stepId: $id, from: OPEN, to: DONE) { __typename } }'
  await world.run(close, { id: steps[0]?.id }, facilitator)
  expect(await act(WRITE, { input: asked }, anna)).toMatchObject({ issue: { id: first.issue?.id } })
  expect(await act(WRITE, { input: input() }, anna)).toMatchObject({ code: 'STEP_NOT_OPEN' })
})

test('an id that is used gets nobody anything: not with other words, not somebody else, not elsewhere', async () => {
  const { anna, bea, input } = await wall()
  const there = await wall()
  const asked = input('What Anna wrote')
  await act(WRITE, { input: asked }, anna)
  const before = await checksum(world.db)
  const tries = [
    act(WRITE, { input: { ...asked, title: 'Other words' } }, anna),
    act(WRITE, { input: asked }, bea),
    act(WRITE, { input: { ...there.input(), id: asked.id } }, there.anna),
  ]
  for (const answer of await Promise.all(tries)) {
    expect(answer).toMatchObject({ __typename: 'Refusal', code: 'IDEMPOTENCY_MISMATCH', field: 'id' })
    expect(JSON.stringify(answer)).not.toContain('What Anna wrote')
  }
  expect(await checksum(world.db)).toBe(before)
})

test('two who send one id at once: one is written, the other told', async () => {
  const { anna, bea, input } = await wall()
  const asked = input()
  const answers = await Promise.all([act(WRITE, { input: asked }, anna), act(WRITE, { input: asked }, bea)])
  expect(answers.map(({ code }) => code ?? 'written').sort()).toEqual(['IDEMPOTENCY_MISMATCH', 'written'])
})

test('two issues may read the same, and are told apart', async () => {
  const { anna, bea, write } = await wall()
  expect(await write(anna, 'Waiting lists')).not.toBe(await write(bea, 'Waiting lists'))
})

test.each(['PLANNED', 'DONE'] as const)(
  'while gathering is %s participants do not write, edit or decide, and a facilitator may',
  async (state) => {
    const { anna, facilitator, input, write } = await wall(state)
    const id = await write(facilitator)
    const before = await checksum(world.db)
    expect(await act(WRITE, { input: input() }, anna)).toMatchObject({ code: 'STEP_NOT_OPEN' })
    expect(await act(EDIT, { input: { id, title: 'x' } }, anna)).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    expect(await checksum(world.db)).toBe(before)
    expect(await act(EDIT, { input: { id, title: 'Other words' } }, facilitator)).toMatchObject({
      issue: { title: 'Other words' },
    })
    expect(await act(DECIDE, { input: { issueId: id, state: 'PUT_FORWARD' } }, facilitator)).toMatchObject({
      issue: { state: 'PUT_FORWARD' },
    })
  },
)

test('a participant changes their own words while gathering is open, and nobody else’s', async () => {
  const { anna, bea, areas, write, steps, facilitator } = await wall()
  const id = await write(anna)
  const edit = (as: As) => act(EDIT, { input: { id, title: 'Far too few peers', areaId: areas[1]?.id } }, as)
  expect(await edit(anna)).toMatchObject({
    issue: { title: 'Far too few peers', area: { id: areas[1]?.id } },
  })
  expect(await edit(bea)).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  const close = 'mutation ($id: ID!) { changeStep(stepId: $id, from: OPEN, to: DONE) { __typename } }'
  await world.run(close, { id: steps[0]?.id }, facilitator)
  expect(await edit(anna)).toMatchObject({ code: 'STEP_NOT_OPEN' })
})

test('an issue is withdrawn and brought back, also twice, and what was withdrawn is not changed', async () => {
  const { anna, bea, write } = await wall()
  const id = await write(anna)
  expect(await act(WITHDRAW, { id }, bea)).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  const once = await act(WITHDRAW, { id }, anna)
  expect(once).toMatchObject({ issue: { withdrawnAt: expect.any(String) } })
  expect(await act(WITHDRAW, { id }, anna)).toEqual(once)
  expect(await act(EDIT, { input: { id, title: 'x' } }, anna)).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  expect((await world.run('query ($id: ID!) { issue(id: $id) { id } }', { id }, bea)).codes).toEqual([
    'NOT_FOUND',
  ])
  expect(await act(RESTORE, { id }, bea)).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  expect(await act(RESTORE, { id }, anna)).toMatchObject({ issue: { withdrawnAt: null } })
  expect(await act(RESTORE, { id }, anna)).toMatchObject({ issue: { withdrawnAt: null } })
})

test('a table decides on its own issues while shortlisting is open, with a reason if it likes', async () => {
  const { anna, bea, cy, write } = await wall()
  const id = await write(anna)
  const decide = (as: As, state: string, reason?: string | null) =>
    act(DECIDE, { input: { issueId: id, state, reason } }, as)
  expect(await decide(cy, 'NOT_CHOSEN', ' Said twice ')).toMatchObject({
    issue: { state: 'NOT_CHOSEN', stateReason: 'Said twice' },
  })
  expect(await decide(anna, 'PUT_FORWARD')).toMatchObject({
    issue: { state: 'PUT_FORWARD', stateReason: null },
  })
  const before = await checksum(world.db)
  expect(await decide(bea, 'NOT_CHOSEN')).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  expect(await decide(anna, 'NOT_CHOSEN', 'x'.repeat(501))).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'reason',
  })
  expect(await checksum(world.db)).toBe(before)
})

test('who sits at no table decides on nothing', async () => {
  const { anna, workshop, write } = await wall()
  const loner = await world.seat(workshop.id)
  for (const id of [await write(anna), await write(loner)]) {
    expect(await act(DECIDE, { input: { issueId: id, state: 'PUT_FORWARD' } }, loner)).toMatchObject({
      code: 'NOT_ALLOWED_NOW',
    })
  }
})

test('an area or a table of another workshop is not found', async () => {
  const [here, there] = [await wall(), await wall()]
  const before = await checksum(world.db)
  for (const areaId of [there.areas[0]?.id, 'nope', v7()]) {
    expect(await act(WRITE, { input: { ...here.input(), areaId } }, here.anna)).toMatchObject({
      code: 'NOT_FOUND',
      field: 'areaId',
    })
  }
  for (const tableId of [there.tables[0]?.id, 'nope', v7()]) {
    expect(await act(WRITE, { input: { ...here.input(), tableId } }, here.facilitator)).toMatchObject({
      code: 'NOT_FOUND',
      field: 'tableId',
    })
  }
  expect(await checksum(world.db)).toBe(before)
})

test('words that people voted on are fixed for everybody', async () => {
  const room = await votingRoom(world, { open: true })
  await room.cast(0, 0)
  const id = room.issueIds[0]
  const before = await checksum(world.db)
  expect(await act(EDIT, { input: { id, title: 'Other words' } }, room.facilitator)).toMatchObject({
    code: 'ROUND_FROZEN',
  })
  expect(await act(WITHDRAW, { id }, room.facilitator)).toMatchObject({ code: 'ROUND_FROZEN' })
  expect(await act(DECIDE, { input: { issueId: id, state: 'RAISED' } }, room.facilitator)).toMatchObject({
    code: 'ROUND_FROZEN',
  })
  expect(await checksum(world.db)).toBe(before)
})

test('a search finds what it says, and its signs are letters like any other', async () => {
  const { anna, write, workshop } = await wall()
  for (const title of ['100% of peers', '100 of peers', 'back\\slash', 'snake_case', 'snakeXcase', 'Ärger'])
    await write(anna, title)
  const query =
    'query ($slug: String!, $search: String!) { workshop(slug: $slug) { issues(filter: { search: $search }) { totalCount edges { node { title } } } } }'
  type Found = { workshop: { issues: { totalCount: number; edges: { node: { title: string } }[] } } }
  const find = async (search: string) => {
    const { data } = await world.run<Found>(query, { slug: workshop.slug, search }, anna)
    expect(data.workshop.issues.totalCount).toBe(data.workshop.issues.edges.length)
    return data.workshop.issues.edges.map(({ node }) => node.title)
  }
  expect(await find('100%')).toEqual(['100% of peers'])
  expect(await find('snake_')).toEqual(['snake_case'])
  expect(await find('\\')).toEqual(['back\\slash'])
  expect(await find('ärger')).toEqual(['Ärger'])
  expect(await find('A\u0308rger')).toEqual(['Ärger'])
})
