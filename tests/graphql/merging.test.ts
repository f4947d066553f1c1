import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { checksum } from '#tests/support/checksum.ts'
import { count, findPlaced } from '#tests/support/room.ts'
import { ROUND, type VotingRoom, votingRoom } from '#tests/support/voting.ts'
import { openWorld, type TestPerson, type World } from '#tests/support/world.ts'

/** Merging, hiding and withdrawing issues, before and while people vote on them. */

// Waiting ends with the thing waited for; this only bounds it on a busy machine.
const PATIENCE = { timeout: 15_000 }

let world: World
let admin: TestPerson
beforeAll(async () => {
  world = await openWorld()
  admin = await world.person({ name: 'Ada', platformRole: 'ADMIN' })
})
afterAll(() => world.close())

const ISSUE = `{
  __typename
  ... on IssueSuccess { issue { id tableCodes mergedAt mergedByName mergedInto { id } mergedFrom { id } hiddenAt withdrawnAt } }
  ... on Refusal { code field }
}`
type Done = {
  result: {
    __typename: string
    code?: string
    issue?: { mergedFrom: { id: string }[]; mergedByName: string | null }
  }
}

function change(call: string, as: { token: string } | undefined) {
  return world.run<Done>(`mutation { result: ${call} ${ISSUE} }`, {}, as)
}
const merge = (into: string | undefined, from: (string | undefined)[], as: { token: string } | undefined) =>
  change(`mergeIssues(intoId: "${into}", issueIds: ${JSON.stringify(from)})`, as)
const unmerge = (id: string | undefined, as: { token: string }) =>
  change(`unmergeIssue(issueId: "${id}")`, as)
const hide = (id: string | undefined, as: { token: string }) =>
  change(`hideIssue(issueId: "${id}", reason: "Names a person")`, as)

async function dotsOf(room: VotingRoom): Promise<number[]> {
  const placed = await findPlaced(world.db, { roundId: room.roundId, seatIds: [] })
  return room.optionIds.map((id) => placed.filter(({ optionId }) => optionId === id).length)
}

test('issues are merged with who did it, the originals stay, and a merge is undone before voting opens', async () => {
  const { issueIds, facilitator } = await votingRoom(world, { open: false })
  const [into, one, two] = issueIds
  const { data } = await merge(into, [one, two], facilitator)
  expect(data.result.issue).toMatchObject({ id: into, mergedFrom: [{ id: one }, { id: two }] })
  const merged = await world.run(
    `{ issue(id: "${one}") { mergedByName mergedAt mergedInto { id } } }`,
    {},
    facilitator,
  )
  expect(merged.data.issue).toEqual({
    mergedByName: 'Fay',
    mergedAt: expect.any(String),
    mergedInto: { id: into },
  })
  expect((await unmerge(one, facilitator)).data.result.issue).toMatchObject({
    mergedInto: null,
    mergedByName: null,
  })
  expect((await unmerge(one, facilitator)).data.result).toMatchObject({ code: 'STALE_STATE' })
})

test('what is merged follows into the next merge, and stands on the roll once', async () => {
  const room = await votingRoom(world, { open: false, issues: 3 })
  const [first, second, third] = room.issueIds
  await merge(second, [third], room.facilitator)
  const { data } = await merge(first, [second], room.facilitator)
  expect(data.result.issue?.mergedFrom).toEqual([{ id: second }, { id: third }])
  await world.run(ROUND.open, { id: room.roundId }, room.facilitator)
  expect(await count(world.db, sql`select count(*) from options where round_id = ${room.roundId}`)).toBe(1)
})

test.each<[string, (ids: string[]) => [string, string[]], string]>([
  ['into itself', ([a = '']) => [a, [a]], 'BAD_USER_INPUT'],
  ['the same one twice', ([a = '', b = '']) => [a, [b, b]], 'BAD_USER_INPUT'],
  ['nothing', ([a = '']) => [a, []], 'BAD_USER_INPUT'],
  ['something that is no id', ([a = '']) => [a, ['nope']], 'NOT_FOUND'],
  ['an issue that does not exist', ([a = '']) => [a, [crypto.randomUUID()]], 'NOT_FOUND'],
])('nothing is merged with %s', async (_, choose, code) => {
  const { issueIds, facilitator } = await votingRoom(world, { open: false })
  const before = await checksum(world.db)
  expect((await merge(...choose(issueIds), facilitator)).data.result).toMatchObject({ code })
  expect(await checksum(world.db)).toBe(before)
})

test('issues of two workshops are not merged, and one that is merged or withdrawn is not merged again', async () => {
  const [here, there] = [await votingRoom(world, { open: false }), await votingRoom(world, { open: false })]
  const across = await merge(here.issueIds[0], [there.issueIds[0]], here.facilitator)
  expect(across.data.result).toMatchObject({ code: 'NOT_FOUND' })
  await merge(here.issueIds[0], [here.issueIds[1]], here.facilitator)
  const again = await merge(here.issueIds[2], [here.issueIds[1]], here.facilitator)
  expect(again.data.result).toMatchObject({ code: 'STALE_STATE' })
  const into = await merge(here.issueIds[1], [here.issueIds[3]], here.facilitator)
  expect(into.data.result).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
})

test('two facilitators who merge crosswise at once both get an answer, and one merge stands', async () => {
  for (let attempt = 0; attempt < 10; attempt++) {
    const { issueIds, facilitator } = await votingRoom(world, { open: false, issues: 4 })
    const [a, b, c, d] = issueIds
    const answers = await Promise.all([
      merge(a, [b, c, d], facilitator),
      merge(d, [c, b, a], facilitator),
      merge(c, [a, d, b], facilitator),
    ])
    expect(answers.flatMap(({ codes }) => codes)).toEqual([])
    expect(answers.filter(({ data }) => data.result.__typename === 'IssueSuccess')).toHaveLength(1)
  }
})

test('while a round is open a facilitator does not merge, nor undo a merge', async () => {
  const room = await votingRoom(world, { open: false })
  await merge(room.issueIds[0], [room.issueIds[1]], room.facilitator)
  await world.run(ROUND.open, { id: room.roundId }, room.facilitator)
  const before = await checksum(world.db)
  expect((await merge(room.issueIds[2], [room.issueIds[3]], room.facilitator)).data.result).toMatchObject({
    code: 'ROUND_FROZEN',
  })
  expect((await unmerge(room.issueIds[1], room.facilitator)).data.result).toMatchObject({
    code: 'ROUND_FROZEN',
  })
  expect(await checksum(world.db)).toBe(before)
})

test('an administrator merges while people vote: two dots of one voter become one, and one is given back', async () => {
  const room = await votingRoom(world, { voters: 3, dots: 2 })
  const dots = [[0, 1], [1], [1, 2]] as const
  for (const [voter, options] of dots.entries()) for (const option of options) await room.cast(voter, option)
  expect(
    (await merge(room.issueIds[0], [room.issueIds[1]], admin)).data.result.issue?.mergedFrom,
  ).toHaveLength(1)
  expect(await dotsOf(room)).toEqual([3, 0, 1, 0, 0, 0])
  expect((await room.ballot(0)).remaining).toBe(1)
  expect((await room.ballot(1)).remaining).toBe(1)
  expect((await room.ballot(2)).remaining).toBe(0)
  expect(await room.cast(0, 1)).toMatchObject({ code: 'ISSUE_NOT_VOTABLE' })
  expect(await room.cast(0, 3)).toMatchObject({ hasDot: true, remaining: 0 })
})

test('any dots merged into any issue are one for each voter, and every ballot counts what it holds', async () => {
  const given = { maxLength: 6, minLength: 6 }
  const property = fc.asyncProperty(
    fc.array(fc.uniqueArray(fc.nat(4), { maxLength: 3 }), given),
    fc.uniqueArray(fc.nat(4), { minLength: 2, maxLength: 4 }),
    async (ballots, [into = 0, ...from]) => {
      const room = await votingRoom(world, { voters: 6, issues: 5, dots: 3 })
      await Promise.all(ballots.flatMap((ballot, voter) => ballot.map((option) => room.cast(voter, option))))
      await merge(
        room.issueIds[into],
        from.map((option) => room.issueIds[option]),
        admin,
      )
      const merged = ballots.map(
        (ballot) => new Set(ballot.map((option) => (from.includes(option) ? into : option))),
      )
      expect(await dotsOf(room)).toEqual(
        room.optionIds.map((_, option) => merged.filter((set) => set.has(option)).length),
      )
      for (const [voter, set] of merged.entries()) {
        expect((await room.ballot(voter)).remaining).toBe(3 - set.size)
      }
    },
  )
  await fc.assert(property, { numRuns: 12 })
})

test('a dot that arrives in the middle of a merge waits, and finds its issue merged', async () => {
  const room = await votingRoom(world, { voters: 3, dots: 2 })
  await room.cast(0, 0)
  await room.cast(0, 1)
  const [merging, voting] = await world.db.transaction(async (tx) => {
    // Whoever holds a ballot holds up the merge between its locking of the round and its end.
    await tx.execute(sql`select from ballots where round_id = ${room.roundId} for update`)
    const act = merge(room.issueIds[0], [room.issueIds[1]], admin)
    await vi.waitFor(async () => expect(await waiting()).toBe(1), PATIENCE)
    const dots = [room.cast(1, 0), room.cast(1, 1), room.cast(2, 1)]
    await vi.waitFor(async () => expect(await waiting()).toBe(4), PATIENCE)
    return [act, Promise.all(dots)] as const
  })
  expect((await merging).data.result.__typename).toBe('IssueSuccess')
  expect(await voting).toMatchObject([
    { hasDot: true, remaining: 1 },
    { code: 'ISSUE_NOT_VOTABLE' },
    { code: 'ISSUE_NOT_VOTABLE' },
  ])
  expect(await dotsOf(room)).toEqual([2, 0, 0, 0, 0, 0])
})

/** Statements of this database that wait for a lock. */
function waiting(): Promise<number> {
  const query = sql`select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  return count(world.db, query)
}

test('a hidden issue takes no more dots, and keeps those it has', async () => {
  const room = await votingRoom(world)
  await room.cast(0, 0)
  expect((await hide(room.issueIds[0], room.facilitator)).data.result.__typename).toBe('IssueSuccess')
  await hide(room.issueIds[1], room.facilitator)
  const before = await checksum(world.db)
  expect(await room.cast(0, 1)).toMatchObject({ code: 'ISSUE_NOT_VOTABLE' })
  expect(await checksum(world.db)).toBe(before)
  expect(await dotsOf(room)).toEqual([1, 0, 0, 0, 0, 0])
  expect(await room.withdraw(0, 0)).toMatchObject({ hasDot: false, remaining: 4 })
})

test('what stands on an open roll is neither withdrawn nor decided anew, however fast it is tried', async () => {
  for (let attempt = 0; attempt < 5; attempt++) {
    const room = await votingRoom(world, { open: false, issues: 8 })
    const withdraw = (id: string) => change(`withdrawIssue(issueId: "${id}")`, room.facilitator)
    const half = room.issueIds.map((id, at) => ({ id, early: at < 4 + attempt - 2 }))
    const all = await Promise.all([
      ...half.filter(({ early }) => early).map(({ id }) => withdraw(id)),
      world.run(ROUND.open, { id: room.roundId }, room.facilitator),
      ...half.filter(({ early }) => !early).map(({ id }) => withdraw(id)),
    ])
    expect(all.flatMap(({ codes }) => codes)).toEqual([])
    const astray = sql`select count(*) from options o join issues i on i.id = o.issue_id
      where o.round_id = ${room.roundId} and i.withdrawn_at is not null`
    expect(await count(world.db, astray)).toBe(0)
  }
})

test('merging, unmerging, hiding and showing are in the log of the workshop, pressing twice once', async () => {
  const { issueIds, facilitator, workshop } = await votingRoom(world, { open: false })
  const [into, one] = issueIds
  await merge(into, [one], facilitator)
  await unmerge(one, facilitator)
  for (let time = 0; time < 2; time += 1) await hide(one, facilitator)
  for (let time = 0; time < 2; time += 1) await change(`showIssue(issueId: "${one}")`, facilitator)
  const log = await world.db.$client`
    select act, subject_id as "subjectId", actor_name as "actorName", reason from workshop_log
    where workshop_id = ${workshop.id} order by id`
  const by = { actorName: 'Fay', reason: null }
  expect([...log]).toEqual([
    { ...by, act: 'ISSUES_MERGED', subjectId: into },
    { ...by, act: 'ISSUE_UNMERGED', subjectId: one },
    { ...by, act: 'ISSUE_HIDDEN', subjectId: one, reason: 'Names a person' },
    { ...by, act: 'ISSUE_SHOWN', subjectId: one },
  ])
})
