import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checksum } from '#tests/support/checksum.ts'
import { type As, openIdeation } from '#tests/support/ideation.ts'
import { count } from '#tests/support/room.ts'
import { openWorld, type World } from '#tests/support/world.ts'

/** Rewording priorities: statements, their wordings and reasons. */

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const SHOWN = `id title withdrawnAt viewerIsAuthor viewerCanEdit ideaCount wordings { title authorName }
  priorities { id } reasons { id text shownFirst authorName } similar { note statement { id } }`
const RESULT = `{ __typename ... on StatementSuccess { statement { ${SHOWN} } } ... on Refusal { code field message } }`
const WRITE = `mutation ($input: WriteStatementInput!) { result: writeStatement(input: $input) ${RESULT} }`
const REWORD = `mutation ($input: RewordStatementInput!) { result: rewordStatement(input: $input) ${RESULT} }`
const WITHDRAW = `mutation ($id: ID!) { result: withdrawStatement(statementId: $id) ${RESULT} }`
const RESTORE = `mutation ($id: ID!) { result: restoreStatement(statementId: $id) ${RESULT} }`
const MARK = `mutation ($one: ID!, $other: ID!, $note: String) { result: markSimilar(statementId: $one, similarId: $other, note: $note) ${RESULT} }`
const UNMARK = `mutation ($one: ID!, $other: ID!) { result: unmarkSimilar(statementId: $one, similarId: $other) ${RESULT} }`
const REASON = `{ __typename
  ... on ReasonSuccess { reason { id text shownFirst authorName withdrawnAt viewerCanEdit } statement { ${SHOWN} } }
  ... on Refusal { code field message } }`
const BECAUSE = `mutation ($input: WriteReasonInput!) { result: writeReason(input: $input) ${REASON} }`
const EDIT_REASON = `mutation ($id: ID!, $text: String!) { result: editReason(reasonId: $id, text: $text) ${REASON} }`
const TAKE_REASON = `mutation ($id: ID!) { result: withdrawReason(reasonId: $id) ${REASON} }`
const BRING_REASON = `mutation ($id: ID!) { result: restoreReason(reasonId: $id) ${REASON} }`
const FIRST = `mutation ($id: ID!, $first: Boolean!) { result: showReasonFirst(reasonId: $id, first: $first) ${REASON} }`

type Statement = { id: string; title: string; wordings: { title: string }[] }

/** A workshop in which people reword, and somebody's statement in it. */
async function rewording(given: Parameters<typeof openIdeation>[1] = {}) {
  const room = await openIdeation(world, given)
  const input = (title = 'From over to with') => ({
    id: v7(),
    workshopId: room.workshopId,
    priorityIds: room.priorityIds.slice(0, 1),
    title,
  })
  const write = async (as: As, title?: string) => {
    const { statement } = await room.act(WRITE, as, { input: input(title) })
    return (statement as Statement | undefined)?.id ?? ''
  }
  const because = async (as: As, statementId: string, text = 'peers know') => {
    const { reason } = await room.act(BECAUSE, as, { input: { id: v7(), statementId, text } })
    return (reason as { id: string } | undefined)?.id ?? ''
  }
  return { ...room, input, write, because }
}

test('a statement rewords priorities, and every wording is kept with who worded it so', async () => {
  const { act, anna, facilitator, input, priorityIds } = await rewording()
  const asked = { ...input(' From "over" '), priorityIds: [...priorityIds, priorityIds[0]] }
  const first = await act(WRITE, anna, { input: asked })
  expect(first.statement).toMatchObject({
    title: 'From "over"',
    viewerIsAuthor: true,
    viewerCanEdit: true,
    priorities: priorityIds.map((id) => ({ id })),
    wordings: [{ title: 'From "over"', authorName: 'Anna' }],
  })
  const reworded = { id: asked.id, title: 'From "over" to "with"', priorityIds: priorityIds.slice(1) }
  expect(await act(REWORD, facilitator, { input: reworded })).toMatchObject({
    statement: {
      title: 'From "over" to "with"',
      priorities: [{ id: priorityIds[1] }],
      wordings: [
        { title: 'From "over" to "with"', authorName: 'Fay' },
        { title: 'From "over"', authorName: 'Anna' },
      ],
    },
  })
})

test('worded as it is already, a statement gains no wording and does not change', async () => {
  const { act, anna, input, write } = await rewording()
  const id = await write(anna, 'The same')
  const before = await checksum(world.db)
  await act(REWORD, anna, { input: { id, title: ' The same ', priorityIds: input().priorityIds } })
  expect(await checksum(world.db)).toBe(before)
})

test('sent twice, one after the other or at once, a statement is written once', async () => {
  const { act, anna, bea, input, workshopId, setStep } = await rewording()
  const asked = input()
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => act(WRITE, anna, { input: asked })))
  for (const answer of answers) expect(answer).toEqual(answers[0])
  await setStep('REFRAME', 'DONE')
  expect(await act(WRITE, anna, { input: asked })).toMatchObject({ statement: { id: asked.id } })
  const mismatch = { code: 'IDEMPOTENCY_MISMATCH', field: 'id' }
  expect(await act(WRITE, bea, { input: asked })).toMatchObject(mismatch)
  expect(await act(WRITE, anna, { input: { ...asked, title: 'Else' } })).toMatchObject(mismatch)
  expect(await count(world.db, sql`select count(*) from statements where workshop_id = ${workshopId}`)).toBe(
    2,
  )
  expect(await count(world.db, sql`select count(*) from wordings where statement_id = ${asked.id}`)).toBe(1)
})

test('one to eight priorities, all of the workshop: anything else is refused and nothing is written', async () => {
  const { act, anna, input, priorityIds, write } = await rewording({ priorities: 9 })
  const elsewhere = await rewording()
  const id = await write(anna)
  const before = await checksum(world.db)
  for (const [wrong, code] of [
    [[], 'BAD_USER_INPUT'],
    [priorityIds, 'BAD_USER_INPUT'],
    [[priorityIds[0], elsewhere.priorityIds[0]], 'NOT_FOUND'],
    [['nope'], 'NOT_FOUND'],
  ] as const) {
    const refused = { code, field: 'priorityIds' }
    expect(await act(WRITE, anna, { input: { ...input(), priorityIds: wrong } })).toMatchObject(refused)
    expect(await act(REWORD, anna, { input: { id, priorityIds: wrong } })).toMatchObject(refused)
  }
  expect(await checksum(world.db)).toBe(before)
})

test.each(['PLANNED', 'DONE'] as const)(
  'while rewording is %s participants write nothing, and a facilitator may',
  async (state) => {
    const { act, anna, facilitator, input, statementId, write, because } = await rewording({ state })
    const before = await checksum(world.db)
    const reason = { id: v7(), statementId, text: 'x' }
    for (const answer of [
      await act(WRITE, anna, { input: input() }),
      await act(REWORD, anna, { input: { id: statementId, title: 'x' } }),
      await act(WITHDRAW, anna, { id: statementId }),
      await act(BECAUSE, anna, { input: reason }),
    ])
      expect(answer).toMatchObject({ code: 'STEP_NOT_OPEN' })
    expect(await checksum(world.db)).toBe(before)
    expect(await because(facilitator, await write(facilitator))).not.toBe('')
  },
)

test('nobody changes what somebody else has written, but a facilitator', async () => {
  const { act, anna, bea, facilitator, write, because } = await rewording()
  const id = await write(anna)
  const reasonId = await because(anna, id)
  const before = await checksum(world.db)
  for (const answer of [
    await act(REWORD, bea, { input: { id, title: 'x' } }),
    await act(WITHDRAW, bea, { id }),
    await act(EDIT_REASON, bea, { id: reasonId, text: 'x' }),
    await act(TAKE_REASON, bea, { id: reasonId }),
  ])
    expect(answer).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  expect(await act(FIRST, anna, { id: reasonId, first: true })).toMatchObject({ code: 'FORBIDDEN' })
  expect(await act(MARK, anna, { one: id, other: id })).toMatchObject({ code: 'FORBIDDEN' })
  expect(await checksum(world.db)).toBe(before)
  expect(await act(EDIT_REASON, facilitator, { id: reasonId, text: 'Better' })).toMatchObject({
    reason: { text: 'Better' },
  })
})

const READ = `query ($slug: String!, $all: Boolean) {
  workshop(slug: $slug) {
    statements(includeSetAside: $all) { id reasons(includeSetAside: $all) { id } }
    priorities { statements { id } }
  }
}`

test('a withdrawn statement is gone for all but its author and facilitators, and comes back', async () => {
  const { act, anna, bea, facilitator, workshop, statementId, write } = await rewording()
  const id = await write(anna)
  await act(WITHDRAW, anna, { id })
  expect(await act(WITHDRAW, anna, { id })).toMatchObject({ __typename: 'StatementSuccess' })
  const seenBy = async (as: As, all: boolean, stands = false) => {
    const { data } = await world.run<{ workshop: { statements: { id: string }[]; priorities: unknown } }>(
      READ,
      { slug: workshop.slug, all },
      as ?? null,
    )
    // Priorities show what stands, whoever asks.
    expect(JSON.stringify(data.workshop.priorities).includes(id)).toBe(stands)
    return data.workshop.statements.map((statement) => statement.id)
  }
  expect(await seenBy(bea, true)).toEqual([statementId])
  expect(await seenBy(anna, false)).toEqual([statementId])
  expect(await seenBy(anna, true)).toEqual([statementId, id])
  expect(await seenBy(facilitator, true)).toEqual([statementId, id])
  expect((await world.run(`{ statement(id: "${id}") { title } }`, {}, bea)).codes).toEqual(['NOT_FOUND'])
  expect(await act(RESTORE, bea, { id })).toMatchObject({ code: 'NOT_FOUND' })
  expect(await act(REWORD, anna, { input: { id, title: 'x' } })).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  expect(await act(RESTORE, anna, { id })).toMatchObject({ statement: { withdrawnAt: null } })
  expect(await seenBy(bea, false, true)).toEqual([statementId, id])
})

test('a statement with ideas is not withdrawn, also when an idea comes at the same moment', async () => {
  const { act, anna, bea, write } = await rewording()
  const idea = `mutation ($input: WriteIdeaInput!) { result: writeIdea(input: $input) { __typename ... on Refusal { code field } } }`
  for (let round = 0; round < 5; round += 1) {
    const id = await write(anna)
    const input = { id: v7(), statementId: id, horizon: 'ONE_YEAR', text: 'Ask people' }
    const [withdrawn, written] = await Promise.all([act(WITHDRAW, anna, { id }), act(idea, bea, { input })])
    const done = [withdrawn, written].filter(({ __typename }) => __typename.endsWith('Success'))
    expect(done).toHaveLength(1)
    expect([withdrawn.code, written.field]).toContainEqual(
      done[0] === written ? 'NOT_ALLOWED_NOW' : 'statementId',
    )
  }
})

test('facilitators mark two statements similar, with a note that changes, and take the mark away', async () => {
  const { act, facilitator, statementId, write } = await rewording()
  const elsewhere = await rewording()
  const id = await write(facilitator)
  await act(MARK, facilitator, { one: statementId, other: id, note: 'Both about power' })
  // The other way round it is the same pair.
  expect(await act(MARK, facilitator, { one: id, other: statementId, note: 'Very alike' })).toMatchObject({
    statement: { similar: [{ note: 'Very alike', statement: { id: statementId } }] },
  })
  expect(await act(MARK, facilitator, { one: id, other: id })).toMatchObject({ field: 'similarId' })
  expect(await act(MARK, facilitator, { one: id, other: elsewhere.statementId })).toMatchObject({
    code: 'NOT_FOUND',
    field: 'similarId',
  })
  expect(await act(UNMARK, facilitator, { one: statementId, other: id })).toMatchObject({
    statement: { similar: [] },
  })
})

test('reasons are told, changed and taken back by whoever gave them, and one of them is shown first', async () => {
  const { act, anna, bea, facilitator, statementId, because } = await rewording()
  const first = await because(anna, statementId, 'peers know')
  const second = await because(bea, statementId, 'it works')
  expect(await act(FIRST, facilitator, { id: first, first: true })).toMatchObject({
    reason: { shownFirst: true },
  })
  expect(await act(FIRST, facilitator, { id: second, first: true })).toMatchObject({
    statement: {
      reasons: [
        { id: second, shownFirst: true, authorName: 'Bea' },
        { id: first, shownFirst: false, authorName: 'Anna' },
      ],
    },
  })
  expect(await act(TAKE_REASON, bea, { id: second })).toMatchObject({
    reason: { shownFirst: false, viewerCanEdit: false },
    statement: { reasons: [{ id: first }] },
  })
  expect(await act(EDIT_REASON, anna, { id: second, text: 'x' })).toMatchObject({ code: 'NOT_FOUND' })
  expect(await act(BRING_REASON, bea, { id: second })).toMatchObject({
    statement: { reasons: [{ id: first }, { id: second }] },
  })
})

test('a reason sent five times at once is given once, and not to what was withdrawn', async () => {
  const { act, anna, bea, write } = await rewording()
  const id = await write(anna)
  const input = { id: v7(), statementId: id, text: 'peers know' }
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => act(BECAUSE, bea, { input })))
  for (const answer of answers) expect(answer).toEqual(answers[0])
  expect(await count(world.db, sql`select count(*) from reasons where statement_id = ${id}`)).toBe(1)
  await act(WITHDRAW, anna, { id })
  expect(await act(BECAUSE, bea, { input: { ...input, id: v7() } })).toMatchObject({
    code: 'NOT_ALLOWED_NOW',
  })
})

test('names of authors are for the people of the workshop, and for nobody where tables alone are shown', async () => {
  const ask = '{ workshop(slug: "SLUG") { statements { wordings { authorName } reasons { authorName } } } }'
  for (const namesShown of ['NAMES', 'TABLES'] as const) {
    const { anna, facilitator, workshop, write, because } = await rewording({ published: true, namesShown })
    await because(anna, await write(anna))
    const admin = await world.person({ platformRole: 'ADMIN' })
    const told = async (as: As) => {
      const { data } = await world.run(ask.replace('SLUG', workshop.slug), {}, as ?? null)
      return JSON.stringify(data).includes('"Anna"')
    }
    const inside = namesShown === 'NAMES'
    expect([await told(null), await told(anna), await told(facilitator), await told(admin)]).toEqual([
      false,
      inside,
      inside,
      inside,
    ])
  }
})
