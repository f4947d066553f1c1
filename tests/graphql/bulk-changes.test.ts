import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { issues } from '#db/schema/issues.ts'
import { openIdeaWall } from '#tests/support/ideation.ts'
import { countInTransactions } from '#tests/support/statements.ts'
import { votingRoom } from '#tests/support/voting.ts'
import { openWall } from '#tests/support/wall.ts'
import { openWorld, type World } from '#tests/support/world.ts'

/** Many at once is one step: all are changed, or none and the refusal says which one stood in the way. */

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Done = { __typename: string; code?: string; message?: string; field?: string }
type As = { token: string } | null

async function act(call: string, as: As, more = ''): Promise<Done> {
  const { data, codes } = await world.run<{ done: Done }>(
    `mutation { done: ${call} { __typename ${more} ... on Refusal { code message field } } }`,
    {},
    as,
  )
  return data?.done ?? { __typename: codes.join() }
}

async function wallOf(count: number) {
  const wall = await openWall(world)
  const ids: string[] = []
  for (let at = 1; at <= count; at += 1) ids.push(await wall.write.issue(`Issue ${at}`))
  const states = async () => {
    const rows = await world.db.$client<{ state: string; n: number }[]>`
      select state, count(*)::int as n from issues where workshop_id = ${wall.workshopId} group by state order by state`
    return Object.fromEntries(rows.map(({ state, n }) => [state, n]))
  }
  return { ...wall, ids, states }
}

const decisions = (ids: readonly string[], state: string, from?: string) =>
  `decideIssues(decisions: [${ids
    .map((id) => `{ issueId: "${id}", state: ${state}${from ? `, from: ${from}` : ''} }`)
    .join(' ')}])`

test('41 issues are put forward in one step, and taken back in one', async () => {
  const { ids, facilitator, states } = await wallOf(41)
  expect(await act(decisions(ids, 'PUT_FORWARD', 'RAISED'), facilitator)).toEqual({
    __typename: 'IssuesSuccess',
  })
  expect(await states()).toEqual({ PUT_FORWARD: 41 })
  expect(await act(decisions(ids, 'RAISED', 'PUT_FORWARD'), facilitator)).toEqual({
    __typename: 'IssuesSuccess',
  })
  expect(await states()).toEqual({ RAISED: 41 })
})

test.each([
  ['decided', (ids: readonly string[]) => decisions(ids, 'PUT_FORWARD', 'RAISED')],
  ['hidden', (ids: readonly string[]) => `hideIssues(issueIds: ${JSON.stringify(ids)}, reason: "Twice")`],
])('forty issues are %s with as many statements as four', async (_how, call) => {
  const count = async (issues: number) => {
    const { ids, facilitator } = await wallOf(issues)
    return countInTransactions(world.db, async () => {
      expect(await act(call(ids), facilitator)).toEqual({ __typename: 'IssuesSuccess' })
    })
  }
  const four = await count(4)
  expect(four).toBeGreaterThan(1)
  expect(await count(40)).toBe(four)
})

test('forty ideas are hidden, and shown, with as many statements as four', async () => {
  const count = async (ideas: number, call: (ids: string) => string) => {
    const wall = await openIdeaWall(world)
    const written = Array.from({ length: ideas }, (_, at) => wall.write(wall.facilitator, `Idea ${at}`))
    const ids = JSON.stringify(await Promise.all(written))
    await act(`hideIdeas(ideaIds: ${ids}, reason: "First")`, wall.facilitator)
    return countInTransactions(world.db, async () => {
      expect(await act(call(ids), wall.facilitator)).toEqual({ __typename: 'IdeasSuccess' })
    })
  }
  for (const call of [
    (ids: string) => `hideIdeas(ideaIds: ${ids}, reason: "Again")`,
    (ids: string) => `showIdeas(ideaIds: ${ids})`,
  ]) {
    const four = await count(4, call)
    expect(four).toBeGreaterThan(1)
    expect(await count(40, call)).toBe(four)
  }
})

test('one that cannot be decided leaves all as they were, and is named', async () => {
  const { ids, facilitator, states, write } = await wallOf(5)
  const merged = await write.issue('Merged', { mergedIntoId: ids[0] })
  expect(await act(decisions([...ids, merged], 'PUT_FORWARD'), facilitator)).toMatchObject({
    __typename: 'Refusal',
    message: expect.stringMatching(/^“Merged”: .* Nothing was changed\.$/),
  })
  expect(await states()).toEqual({ RAISED: 6 })
  // A colleague has decided one of them meanwhile.
  await act(decisions(ids.slice(0, 1), 'NOT_CHOSEN'), facilitator)
  expect(await act(decisions(ids, 'PUT_FORWARD', 'RAISED'), facilitator)).toMatchObject({
    code: 'STALE_STATE',
  })
  expect(await states()).toEqual({ NOT_CHOSEN: 1, RAISED: 5 })
})

test('a table decides about its own issues only, also many at once', async () => {
  const { anna, ben, ids, states } = await wallOf(2)
  expect(await act(decisions(ids, 'PUT_FORWARD'), ben)).toMatchObject({ __typename: 'Refusal' })
  expect(await states()).toEqual({ RAISED: 2 })
  // Anna sits at the table, and no step for it is open.
  expect(await act(decisions(ids, 'PUT_FORWARD'), anna)).toMatchObject({ code: 'STEP_NOT_OPEN' })
})

test('a refusal does not tell the words of what was hidden or taken back', async () => {
  const { anna, facilitator, write } = await wallOf(0)
  const gone = { hidden: { hiddenAt: new Date(), hiddenReason: 'R' }, withdrawn: { withdrawnAt: new Date() } }
  for (const [words, how] of Object.entries(gone)) {
    const id = await write.issue(`Secret ${words}`, { ...how, authorSeatId: null })
    const no = await act(decisions([id], 'PUT_FORWARD'), anna)
    expect([words, no.__typename, no.message]).toEqual([
      words,
      'Refusal',
      expect.stringMatching(/^“An issue that is no longer shown”: /),
    ])
  }
  const withdrawn = await write.issue('Secret', gone.withdrawn)
  expect((await act(decisions([withdrawn], 'PUT_FORWARD'), facilitator)).message).toContain('“Secret”')
})

test('issues of another workshop, and more than 500, are refused whole', async () => {
  const { ids, facilitator, states } = await wallOf(1)
  const other = await wallOf(1)
  expect(await act(decisions([...ids, ...other.ids], 'PUT_FORWARD'), facilitator)).toMatchObject({
    code: 'NOT_FOUND',
  })
  expect(await act(decisions([...other.ids, ...ids], 'PUT_FORWARD'), facilitator)).toEqual({
    __typename: 'NOT_FOUND',
  })
  const many = Array.from({ length: 500 }, () => v7())
  const { data } = await world.run<{ done: Done }>(
    'mutation ($ids: [ID!]!) { done: showIssues(issueIds: $ids) { __typename ... on Refusal { code field } } }',
    { ids: [...ids, ...many] },
    facilitator,
  )
  expect(data.done).toMatchObject({ code: 'BAD_USER_INPUT', field: 'issueIds' })
  expect(await act(decisions([], 'PUT_FORWARD'), facilitator)).toEqual({ __typename: 'NOT_FOUND' })
  expect(await states()).toEqual({ RAISED: 1 })
})

test('many decisions race with the opening of a vote: the ballot holds all of them or none', async () => {
  const room = await votingRoom(world, { issues: 1, open: false })
  const ids = Array.from({ length: 30 }, () => v7())
  const areaId = room.areas[0]?.id ?? ''
  const { workshopId } = room
  await world.db.insert(issues).values(ids.map((id, at) => ({ id, workshopId, areaId, title: `Late ${at}` })))
  const [decided, opened] = await Promise.all([
    act(decisions(ids, 'PUT_FORWARD'), room.facilitator),
    act(`openRound(roundId: "${room.roundId}")`, room.facilitator),
  ])
  expect(opened.__typename).toBe('RoundSuccess')
  const [roll] = await world.db.$client<{ n: number }[]>`
    select count(*)::int as n from options where round_id = ${room.roundId}`
  expect([1, 31]).toContain(roll?.n)
  if (decided.__typename === 'Refusal') expect(roll?.n).toBe(1)
})

test('many are hidden for one reason and shown again', async () => {
  const { ids, facilitator } = await wallOf(3)
  const list = `["${ids.join('", "')}"]`
  expect(await act(`hideIssues(issueIds: ${list}, reason: " ")`, facilitator)).toMatchObject({
    field: 'reason',
  })
  const shown = '... on IssuesSuccess { issues { hiddenAt } }'
  const hidden = await act(`hideIssues(issueIds: ${list}, reason: "Names people")`, facilitator, shown)
  expect(hidden).toMatchObject({ issues: Array(3).fill({ hiddenAt: expect.stringMatching(/Z$/) }) })
  expect(await act(`showIssues(issueIds: ${list})`, facilitator, shown)).toMatchObject({
    issues: Array(3).fill({ hiddenAt: null }),
  })
})

test('many ideas are hidden for one reason and shown again', async () => {
  const wall = await openIdeaWall(world)
  const ids = [await wall.write(wall.anna), await wall.write(wall.anna)]
  const list = `["${ids.join('", "')}"]`
  const shown = '... on IdeasSuccess { ideas { hiddenAt } }'
  const hidden = await act(`hideIdeas(ideaIds: ${list}, reason: "Names people")`, wall.facilitator, shown)
  expect(hidden).toMatchObject({ ideas: Array(2).fill({ hiddenAt: expect.stringMatching(/Z$/) }) })
  expect(await act(`showIdeas(ideaIds: ${list})`, wall.facilitator, shown)).toMatchObject({
    ideas: Array(2).fill({ hiddenAt: null }),
  })
  expect(await act(`hideIdeas(ideaIds: ${list}, reason: "R")`, wall.anna)).toEqual({
    __typename: 'FORBIDDEN',
  })
})

test('many people are given their tables in one step, or none of them', async () => {
  const wall = await openWall(world)
  const move = (moves: readonly (readonly [string, string | null])[]) =>
    act(
      `moveSeats(moves: [${moves.map(([seat, table]) => `{ seatId: "${seat}", tableId: ${table ? `"${table}"` : 'null'} }`).join(' ')}])`,
      wall.facilitator,
      '... on SeatsSuccess { seats { displayName table { code } } }',
    )
  const people = [wall.anna, wall.ben, wall.cleo]
  expect(await move(people.map(({ seatId }) => [seatId, wall.tableB.id] as const))).toMatchObject({
    seats: people.map(({ name }) => ({ displayName: name, table: { code: 'B' } })),
  })
  const elsewhere = await openWall(world)
  expect(
    await move([
      [wall.anna.seatId, null],
      [wall.ben.seatId, elsewhere.tableA.id],
    ]),
  ).toMatchObject({
    code: 'NOT_FOUND',
    field: 'tableId',
  })
  expect(
    await move([
      [wall.anna.seatId, null],
      [elsewhere.ben.seatId, null],
    ]),
  ).toMatchObject({ code: 'NOT_FOUND' })
  const [still] = await world.db.$client<{ n: number }[]>`
    select count(*)::int as n from seats where table_id = ${wall.tableB.id} and workshop_id = ${wall.workshopId}`
  expect(still?.n).toBe(4)
})
