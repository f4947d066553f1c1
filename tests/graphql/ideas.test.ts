import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checksum } from '#tests/support/checksum.ts'
import { type As, IDEA, openIdeaWall } from '#tests/support/ideation.ts'
import { count } from '#tests/support/room.ts'
import { openWorld, type World } from '#tests/support/world.ts'

/** Writing, changing, supporting and hiding ideas. */

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const wall = (given: Parameters<typeof openIdeaWall>[1] = {}) => openIdeaWall(world, given)

test('what somebody writes stands on the wall under the code of their table, with the day it is due', async () => {
  const { act, anna, input, tables, statementId, workshopId } = await wall()
  const asked = { ...input(' Ask\npeople ', 'ONE_YEAR'), tableId: tables[1]?.id }
  expect(await act(IDEA.write, anna, { input: asked })).toMatchObject({
    idea: {
      text: 'Ask\npeople',
      dueOn: '2018-07-13',
      status: 'ON_THE_WALL',
      tableCodes: ['A'],
      authorName: 'Anna',
      viewerIsAuthor: true,
      viewerCanEdit: true,
      viewerCanSupport: true,
      viewerCanCritique: false,
      supportCount: 0,
      statement: { id: statementId, ideaCount: 1 },
      workshop: { id: workshopId },
    },
  })
})

test('a facilitator writes for any table of the workshop, and for no other', async () => {
  const { act, facilitator, input, tables } = await wall()
  const elsewhere = await wall()
  expect(await act(IDEA.write, facilitator, { input: { ...input(), tableId: tables[1]?.id } })).toMatchObject(
    {
      idea: { tableCodes: ['B'] },
    },
  )
  for (const tableId of [elsewhere.tables[0]?.id, 'nope']) {
    expect(await act(IDEA.write, facilitator, { input: { ...input(), tableId } })).toMatchObject({
      field: 'tableId',
    })
  }
})

test('sent twice, one after the other or at once, an idea is written once and both are told the same', async () => {
  const { act, anna, bea, input, setStep, workshopId } = await wall()
  const asked = input()
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => act(IDEA.write, anna, { input: asked })))
  for (const answer of answers) expect(answer).toEqual(answers[0])
  await setStep('IDEATE', 'DONE')
  expect(await act(IDEA.write, anna, { input: asked })).toMatchObject({ idea: { id: asked.id } })
  expect(await count(world.db, sql`select count(*) from ideas where workshop_id = ${workshopId}`)).toBe(1)
  const before = await checksum(world.db)
  const mismatch = { code: 'IDEMPOTENCY_MISMATCH', field: 'id' }
  expect(await act(IDEA.write, anna, { input: { ...asked, horizon: 'ONE_YEAR' } })).toMatchObject(mismatch)
  expect(await act(IDEA.write, bea, { input: asked })).toMatchObject(mismatch)
  expect(await act(IDEA.write, anna, { input: input() })).toMatchObject({ code: 'STEP_NOT_OPEN' })
  expect(await checksum(world.db)).toBe(before)
})

test('two people who send one id at once: one idea is written, the other is told', async () => {
  const { act, anna, bea, input } = await wall()
  const asked = input()
  const answers = await Promise.all([anna, bea].map((as) => act(IDEA.write, as, { input: asked })))
  expect(answers.map(({ code }) => code ?? 'written').sort()).toEqual(['IDEMPOTENCY_MISMATCH', 'written'])
})

test('one changes one’s own idea while ideas are written, and a facilitator any at any time', async () => {
  const { act, anna, bea, facilitator, observer, setStep, write } = await wall()
  const id = await write(anna)
  const edit = (as: As, text: string) => act(IDEA.edit, as, { input: { id, text, horizon: 'LONG_TERM' } })
  expect(await edit(anna, 'Listen')).toMatchObject({
    idea: { text: 'Listen', horizon: 'LONG_TERM', dueOn: null },
  })
  const before = await checksum(world.db)
  expect(await edit(bea, 'x')).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  expect(await edit(observer, 'x')).toMatchObject({ code: 'FORBIDDEN' })
  expect(await edit(null, 'x')).toMatchObject({ code: 'UNAUTHENTICATED' })
  expect(await act(IDEA.withdraw, bea, { id })).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  await setStep('IDEATE', 'DONE')
  expect(await edit(anna, 'x')).toMatchObject({ code: 'STEP_NOT_OPEN' })
  await setStep('IDEATE', 'OPEN')
  expect(await checksum(world.db)).toBe(before)
  expect(await edit(facilitator, 'Listen well')).toMatchObject({ idea: { text: 'Listen well' } })
})

test('an idea moves to another statement of the workshop that stands, and to no other', async () => {
  const { act, anna, write, statementId, workshopId, priorityIds } = await wall()
  const elsewhere = await wall()
  const id = await write(anna)
  const write2 = `mutation ($input: WriteStatementInput!) { result: writeStatement(input: $input) { __typename } }`
  const other = v7()
  await act(write2, anna, {
    input: { id: other, workshopId, priorityIds: [priorityIds[0]], title: 'Another' },
  })
  const move = (to: string) => act(IDEA.edit, anna, { input: { id, statementId: to } })
  expect(await move(other)).toMatchObject({ idea: { statement: { id: other } } })
  await act('mutation ($id: ID!) { result: withdrawStatement(statementId: $id) { __typename } }', anna, {
    id: statementId,
  })
  expect(await move(statementId)).toMatchObject({ code: 'NOT_ALLOWED_NOW', field: 'statementId' })
  expect(await move(elsewhere.statementId)).toMatchObject({ code: 'NOT_FOUND', field: 'statementId' })
})

test('an idea that is withdrawn is found by its author and facilitators alone, and comes back', async () => {
  const { act, anna, bea, facilitator, write } = await wall()
  const id = await write(anna)
  expect(await act(IDEA.withdraw, anna, { id })).toMatchObject({
    idea: { status: 'WITHDRAWN', statement: { ideaCount: 0 } },
  })
  expect(await act(IDEA.withdraw, anna, { id })).toMatchObject({ idea: { status: 'WITHDRAWN' } })
  const ask = async (as: As) => (await world.run(`{ idea(id: "${id}") { text } }`, {}, as ?? null)).codes
  expect([await ask(anna), await ask(facilitator), await ask(bea)]).toEqual([[], [], ['NOT_FOUND']])
  expect(await act(IDEA.support, bea, { id, on: true })).toMatchObject({ code: 'NOT_FOUND' })
  expect(await act(IDEA.edit, anna, { input: { id, text: 'x' } })).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  expect(await act(IDEA.restore, anna, { id })).toMatchObject({ idea: { status: 'ON_THE_WALL' } })
})

test('an idea is hidden with a reason that its author sees, and the log says who did it and never whose it was', async () => {
  const { act, anna, bea, facilitator, write, workshopId } = await wall({ published: true })
  const id = await write(anna)
  const asked = { id, reason: 'Names a patient' }
  expect(await act(IDEA.hide, bea, asked)).toMatchObject({ code: 'FORBIDDEN' })
  expect(await act(IDEA.hide, facilitator, asked)).toMatchObject({ idea: { status: 'HIDDEN' } })
  await act(IDEA.hide, facilitator, asked)
  const ask = async (as: As) => {
    const { data, codes } = await world.run<{ idea: { hiddenReason: string } | null }>(
      `{ idea(id: "${id}") { hiddenReason } }`,
      {},
      as ?? null,
    )
    return data?.idea?.hiddenReason ?? codes[0]
  }
  expect([await ask(anna), await ask(bea), await ask(null)]).toEqual([
    'Names a patient',
    'NOT_FOUND',
    'NOT_FOUND',
  ])
  expect(await act(IDEA.support, facilitator, { id, on: true })).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  await act(IDEA.show, facilitator, { id })
  await act(IDEA.show, facilitator, { id })
  const log = await world.db.$client`
    select act, subject_id as "subjectId", actor_name as "actorName", reason from workshop_log
    where workshop_id = ${workshopId} order by id`
  expect([...log]).toEqual([
    { act: 'IDEA_HIDDEN', subjectId: id, actorName: 'Fay', reason: 'Names a patient' },
    { act: 'IDEA_SHOWN', subjectId: id, actorName: 'Fay', reason: null },
  ])
  expect(await ask(bea)).toBeUndefined()
})

test('support counts one for each person, however often and at once they ask', async () => {
  const { act, anna, bea, observer, write } = await wall()
  const id = await write(anna)
  const answers = await Promise.all(Array.from({ length: 8 }, () => act(IDEA.support, bea, { id, on: true })))
  for (const answer of answers)
    expect(answer).toMatchObject({ idea: { supportCount: 1, viewerSupports: true } })
  expect(await act(IDEA.support, anna, { id, on: true })).toMatchObject({ idea: { supportCount: 2 } })
  const off = await Promise.all([1, 2, 3].map(() => act(IDEA.support, bea, { id, on: false })))
  for (const answer of off) expect(answer).toMatchObject({ idea: { supportCount: 1, viewerSupports: false } })
  expect(await act(IDEA.support, observer, { id, on: true })).toMatchObject({ code: 'FORBIDDEN' })
  const admin = await world.person({ platformRole: 'ADMIN' })
  expect(await act(IDEA.support, admin, { id, on: true })).toMatchObject({ code: 'FORBIDDEN' })
})

test('one supports while ideas or comments are written; an answer that was lost is given again afterwards', async () => {
  const { act, anna, bea, facilitator, setStep, write } = await wall({ open: ['IDEATE', 'CRITIQUE'] })
  const id = await write(anna)
  await setStep('IDEATE', 'DONE')
  expect(await act(IDEA.support, bea, { id, on: true })).toMatchObject({ idea: { viewerCanCritique: true } })
  await setStep('CRITIQUE', 'DONE')
  expect(await act(IDEA.support, bea, { id, on: true })).toMatchObject({
    idea: { supportCount: 1, viewerCanSupport: false, viewerCanCritique: false },
  })
  for (const as of [anna, facilitator])
    expect(await act(IDEA.support, as, { id, on: true })).toMatchObject({ code: 'STEP_NOT_OPEN' })
  expect(await act(IDEA.support, bea, { id, on: false })).toMatchObject({ code: 'STEP_NOT_OPEN' })
})

test('names of authors are for the people of the workshop, and for nobody where tables alone are shown', async () => {
  for (const namesShown of ['NAMES', 'TABLES'] as const) {
    const { anna, facilitator, workshop, write } = await wall({ published: true, namesShown })
    const id = await write(anna)
    const admin = await world.person({ platformRole: 'ADMIN' })
    const told = async (as: As) => {
      const ask = `{ idea(id: "${id}") { authorName tableCodes } workshop(slug: "${workshop.slug}") { ideas { edges { node { authorName } } } } }`
      const { data } = await world.run<{ idea: { authorName: string; tableCodes: string[] } }>(
        ask,
        {},
        as ?? null,
      )
      expect(data.idea.tableCodes).toEqual(['A'])
      return JSON.stringify(data).includes('Anna')
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

test('a table from which an idea or a comment came stays', async () => {
  const { act, anna, facilitator, write, comment, tables } = await wall()
  const remove = `mutation ($id: ID!) { result: removeTable(tableId: $id) { __typename ... on Refusal { code message } } }`
  const [tableA, tableB] = tables.map(({ id }) => id)
  await comment(await write(anna), null, { tableId: tableB })
  for (const id of [tableA, tableB]) {
    expect(await act(remove, facilitator, { id })).toMatchObject({
      code: 'NOT_ALLOWED_NOW',
      message: expect.stringContaining('ideas or comments came from this table'),
    })
  }
})

test('every change on the wall moves the pulse of its workshop', async () => {
  const { act, anna, bea, facilitator, write, comment, workshop, statementId } = await wall()
  const pulse = async () =>
    (
      await world.run<{ workshop: { pulse: string } }>(
        `{ workshop(slug: "${workshop.slug}") { pulse } }`,
        {},
        bea,
      )
    ).data.workshop.pulse
  const id = await write(anna)
  const reword =
    'mutation ($input: RewordStatementInput!) { result: rewordStatement(input: $input) { __typename } }'
  const because = 'mutation ($input: WriteReasonInput!) { result: writeReason(input: $input) { __typename } }'
  let before = await pulse()
  expect(await pulse()).toBe(before)
  for (const change of [
    () => write(anna),
    () => act(IDEA.edit, anna, { input: { id, text: 'Other words' } }),
    () => act(IDEA.support, bea, { id, on: true }),
    () => act(IDEA.support, bea, { id, on: false }),
    () => act(IDEA.hide, facilitator, { id, reason: 'x' }),
    () => act(IDEA.show, facilitator, { id }),
    () => act(reword, anna, { input: { id: statementId, title: 'Worded anew' } }),
    () => act(because, anna, { input: { id: v7(), statementId, text: 'peers know' } }),
    () => comment(id, bea),
  ]) {
    await change()
    expect(await pulse()).not.toBe(before)
    before = await pulse()
  }
})
