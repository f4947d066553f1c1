import { afterAll, beforeAll, expect, test } from 'vitest'
import { checksum } from '#tests/support/checksum.ts'
import { type As, IDEA, openIdeaWall } from '#tests/support/ideation.ts'
import { openWorld, type World } from '#tests/support/world.ts'

/** Ideas that say the same become one, and nothing that belongs to them is lost. */

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const wall = () => openIdeaWall(world)

test('merged ideas keep their words, with who merged them; their tables, supporters and comments count for the one', async () => {
  const { act, anna, bea, cy, facilitator, write, comment, tables } = await wall()
  const [into, other] = [await write(anna, 'Soft bins'), await write(bea, 'Felt under the lids')]
  for (const as of [anna, bea]) await act(IDEA.support, as, { id: into, on: true })
  for (const as of [bea, cy]) await act(IDEA.support, as, { id: other, on: true })
  await comment(into, bea, { tableId: tables[1]?.id })
  await comment(other, anna, { kind: 'BUILD', tableId: tables[0]?.id })
  const { idea } = await act(IDEA.merge, facilitator, { id: into, ids: [other] })
  expect(idea).toMatchObject({
    tableCodes: ['A', 'B'],
    supportCount: 3,
    critiqueCount: 2,
    critiqueCounts: [
      { kind: 'QUESTION', count: 1 },
      { kind: 'BUILD', count: 1 },
    ],
    // Both tables wrote it now, so neither has read across.
    readByOthers: false,
    mergedFrom: [{ id: other }],
    statement: { ideaCount: 1 },
  })
  const ask = `{ idea(id: "${other}") { text status mergedByName mergedInto { id } supportCount viewerSupports } }`
  expect((await world.run(ask, {}, cy)).data.idea).toEqual({
    text: 'Felt under the lids',
    status: 'MERGED',
    mergedByName: 'Fay',
    mergedInto: { id: into },
    supportCount: 2,
    viewerSupports: true,
  })
})

test('whoever supported an original supports what it became, and can stop; nobody counts twice', async () => {
  const { act, anna, bea, cy, facilitator, write } = await wall()
  const [into, other] = [await write(anna), await write(bea)]
  await act(IDEA.support, cy, { id: other, on: true })
  await act(IDEA.merge, facilitator, { id: into, ids: [other] })
  expect(await act(IDEA.support, cy, { id: into, on: true })).toMatchObject({
    idea: { supportCount: 1, viewerSupports: true },
  })
  expect(await act(IDEA.support, bea, { id: other, on: true })).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  expect(await act(IDEA.support, cy, { id: into, on: false })).toMatchObject({
    idea: { supportCount: 0, viewerSupports: false },
  })
})

test('a merge is undone: the idea stands on its own with what it came with, and both acts are in the log', async () => {
  const { act, anna, bea, cy, facilitator, write, workshopId } = await wall()
  const [into, other] = [await write(anna), await write(bea)]
  await act(IDEA.support, cy, { id: other, on: true })
  await act(IDEA.merge, facilitator, { id: into, ids: [other] })
  expect(await act(IDEA.unmerge, facilitator, { id: other })).toMatchObject({
    idea: { status: 'ON_THE_WALL', supportCount: 1, mergedInto: null, mergedByName: null },
  })
  expect(await act(IDEA.unmerge, facilitator, { id: other })).toMatchObject({ code: 'STALE_STATE' })
  const log = await world.db.$client`
    select act, subject_id as "subjectId", actor_name as "actorName" from workshop_log
    where workshop_id = ${workshopId} order by id`
  expect([...log]).toEqual([
    { act: 'IDEAS_MERGED', subjectId: into, actorName: 'Fay' },
    { act: 'IDEA_UNMERGED', subjectId: other, actorName: 'Fay' },
  ])
})

test('what is merged follows into the next merge, and moves with it to another statement', async () => {
  const { act, anna, facilitator, write, workshopId, priorityIds } = await wall()
  const [first, second, third] = [await write(anna, '1'), await write(anna, '2'), await write(anna, '3')]
  await act(IDEA.merge, facilitator, { id: second, ids: [third] })
  expect(await act(IDEA.merge, facilitator, { id: first, ids: [second] })).toMatchObject({
    idea: { mergedFrom: [{ id: second }, { id: third }] },
  })
  const other = crypto.randomUUID()
  const write2 =
    'mutation ($input: WriteStatementInput!) { result: writeStatement(input: $input) { __typename } }'
  await act(write2, anna, { input: { id: other, workshopId, priorityIds, title: 'Another' } })
  await act(IDEA.edit, anna, { input: { id: first, statementId: other } })
  expect(await act(IDEA.unmerge, facilitator, { id: third })).toMatchObject({
    idea: { statement: { id: other } },
  })
})

test('an idea that holds those of others is not withdrawn with them', async () => {
  const { act, anna, bea, facilitator, write } = await wall()
  const [into, other] = [await write(anna), await write(bea)]
  await act(IDEA.merge, facilitator, { id: into, ids: [other] })
  for (const as of [anna, facilitator]) {
    expect(await act(IDEA.withdraw, as, { id: into })).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  }
})

test('a hidden original is no part of what it was merged into: not its table, its supporters or its comments', async () => {
  const { act, anna, bea, cy, facilitator, write, comment, tables } = await wall()
  const [into, other] = [await write(anna), await write(bea)]
  await act(IDEA.support, cy, { id: other, on: true })
  await comment(other, anna, { tableId: tables[0]?.id })
  await act(IDEA.merge, facilitator, { id: into, ids: [other] })
  await act(IDEA.hide, facilitator, { id: other, reason: 'Names a patient' })
  const ask = `{ idea(id: "${into}") { tableCodes supportCount viewerSupports critiqueCount mergedFrom { id } } }`
  const nothing = { tableCodes: ['A'], supportCount: 0, critiqueCount: 0, viewerSupports: false }
  expect((await world.run(ask, {}, cy)).data.idea).toEqual({ ...nothing, mergedFrom: [] })
  expect((await world.run(ask, {}, facilitator)).data.idea).toEqual({
    ...nothing,
    mergedFrom: [{ id: other }],
  })
  expect((await world.run(ask, {}, bea)).data.idea).toEqual({ ...nothing, mergedFrom: [{ id: other }] })
})

test('only ideas of one workshop and one statement are merged, each once, and only by those who curate', async () => {
  const { act, anna, facilitator, write, workshopId, priorityIds, input } = await wall()
  const elsewhere = await wall()
  const [into, other, hidden] = [await write(anna), await write(anna), await write(anna)]
  const there = await elsewhere.write(elsewhere.anna)
  const statementId = crypto.randomUUID()
  const write2 =
    'mutation ($input: WriteStatementInput!) { result: writeStatement(input: $input) { __typename } }'
  await act(write2, anna, { input: { id: statementId, workshopId, priorityIds, title: 'Another' } })
  const apart = { ...input(), statementId }
  await act(IDEA.write, anna, { input: apart })
  await act(IDEA.hide, facilitator, { id: hidden, reason: 'x' })
  const merge = (as: As, ids: readonly string[]) => act(IDEA.merge, as, { id: into, ids })
  const before = await checksum(world.db)
  expect(await merge(anna, [other])).toMatchObject({ code: 'FORBIDDEN' })
  for (const [ids, code] of [
    [[], 'BAD_USER_INPUT'],
    [[into], 'BAD_USER_INPUT'],
    [[other, other], 'BAD_USER_INPUT'],
    [[apart.id], 'BAD_USER_INPUT'],
    [[there], 'NOT_FOUND'],
    [['nope'], 'NOT_FOUND'],
    [[hidden], 'NOT_ALLOWED_NOW'],
  ] as const)
    expect([ids, await merge(facilitator, ids)]).toMatchObject([ids, { code }])
  expect(await checksum(world.db)).toBe(before)
})

test('two facilitators who merge the same two ideas into each other at once: one merge holds', async () => {
  const { act, anna, facilitator, write } = await wall()
  for (let round = 0; round < 5; round += 1) {
    const [one, other] = [await write(anna), await write(anna)]
    const answers = await Promise.all([
      act(IDEA.merge, facilitator, { id: one, ids: [other] }),
      act(IDEA.merge, facilitator, { id: other, ids: [one] }),
    ])
    expect(answers.filter(({ __typename }) => __typename === 'IdeaSuccess')).toHaveLength(1)
    expect(answers.filter(({ __typename }) => __typename === 'Refusal')).toHaveLength(1)
  }
})
