import { eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { critiques } from '#db/schema/critiques.ts'
import { ideas } from '#db/schema/ideas.ts'
import { checksum } from '#tests/support/checksum.ts'
import { type Discussion, openDiscussion } from '#tests/support/discussion.ts'
import { count } from '#tests/support/room.ts'
import { openWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const SHOWN = `id kind text authorName tableCode pin { x y } editedAt editableUntil createdAt withdrawnAt
  resolvedAt resolvedByName resolvedNote viewerIsAuthor viewerCanEdit viewerCanWithdraw viewerCanAnswer viewerCanResolve`
const RESULT = `{ __typename ... on CritiqueSuccess { critique { ${SHOWN} } } ... on Refusal { code field message } }`
const operations = {
  write: `mutation ($input: WriteCritiqueInput!) { result: writeCritique(input: $input) ${RESULT} }`,
  answer: `mutation ($input: AnswerCritiqueInput!) { result: answerCritique(input: $input) ${RESULT} }`,
  edit: `mutation ($input: EditCritiqueInput!) { result: editCritique(input: $input) ${RESULT} }`,
  withdraw: `mutation ($id: ID!) { result: withdrawCritique(critiqueId: $id) ${RESULT} }`,
  resolve: `mutation ($id: ID!, $note: String) { result: resolveCritique(critiqueId: $id, note: $note) ${RESULT} }`,
  reopen: `mutation ($id: ID!) { result: reopenCritique(critiqueId: $id) ${RESULT} }`,
}
type Shown = { id: string; text: string | null; editedAt: string | null; resolvedAt: string | null }
type Done = { __typename: string; code?: string; field?: string; message?: string; critique?: Shown }
type As = { token: string } | null | undefined

async function act(name: keyof typeof operations, variables: object, as: As): Promise<Done> {
  const { data, codes } = await world.run<{ result: Done }>(operations[name], { ...variables }, as)
  return data?.result ?? { __typename: 'Error', code: codes[0] ?? '' }
}
const comment = (room: Discussion, more: object = {}) => ({
  input: { id: v7(), ideaId: room.idea.id, kind: 'QUESTION', text: 'Who pays?', ...more },
})
async function ask(room: Discussion, as: As = room.bea) {
  return (await act('write', comment(room), as)).critique?.id ?? ''
}
const CLOSE = 'mutation ($id: ID!) { changeStep(stepId: $id, from: OPEN, to: DONE) { __typename } }'
const close = (room: Discussion) => world.run(CLOSE, { id: room.steps[0]?.id }, room.facilitator)
const age = (id: string, minutes: number) =>
  world.db
    .$client`update critiques set created_at = now() - make_interval(mins => ${minutes}) where id = ${id}`

test('a comment has its kind, its pin, and the name and the table of who wrote it', async () => {
  const room = await openDiscussion(world)
  const pin = { x: 0, y: 1000 }
  const done = await act('write', comment(room, { kind: 'BUILD', text: ' Two\nlines ', pin }), room.bea)
  expect(done.critique).toMatchObject({
    kind: 'BUILD',
    text: 'Two\nlines',
    pin,
    authorName: 'Bea',
    tableCode: 'B',
    viewerIsAuthor: true,
    viewerCanEdit: true,
    viewerCanWithdraw: true,
    viewerCanAnswer: true,
    viewerCanResolve: false,
  })
})

test('a pin beside the card is refused', async () => {
  const room = await openDiscussion(world)
  for (const pin of [
    { x: -1, y: 5 },
    { x: 5, y: 1001 },
    { x: 99_999, y: 0 },
  ]) {
    expect(await act('write', comment(room, { pin }), room.bea)).toMatchObject({ field: 'pin' })
  }
})

test('sent twice, one after the other or at once, a comment is written once and both are told the same', async () => {
  const room = await openDiscussion(world)
  const asked = comment(room)
  const answers = await Promise.all([1, 2, 3, 4].map(() => act('write', asked, room.bea)))
  for (const answer of [...answers, await act('write', asked, room.bea)]) expect(answer).toEqual(answers[0])
  const reply = { input: { id: v7(), parentId: asked.input.id, text: 'The trust' } }
  const replies = await Promise.all([1, 2, 3].map(() => act('answer', reply, room.anna)))
  for (const answer of replies) expect(answer).toEqual(replies[0])
  expect(await count(world.db, sql`select count(*) from critiques where idea_id = ${room.idea.id}`)).toBe(2)
})

test('an id that is used gets nobody anything, and shows nothing of what has it', async () => {
  const room = await openDiscussion(world)
  const asked = comment(room, { text: 'What Bea wrote' })
  await act('write', asked, room.bea)
  const before = await checksum(world.db)
  const tries = [
    act('write', { input: { ...asked.input, text: 'Other words' } }, room.bea),
    act('write', asked, room.anna),
    act('answer', { input: { id: asked.input.id, parentId: asked.input.id, text: 'To itself' } }, room.bea),
  ]
  for (const answer of await Promise.all(tries)) {
    expect(answer).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH', field: 'id' })
    expect(JSON.stringify(answer)).not.toContain('What Bea wrote')
  }
  expect(await checksum(world.db)).toBe(before)
})

test('participants comment while that step is open, also long after the event; a facilitator always', async () => {
  const room = await openDiscussion(world, { state: 'PLANNED' })
  expect(await act('write', comment(room), room.bea)).toMatchObject({ code: 'STEP_NOT_OPEN' })
  expect(await act('write', comment(room), room.facilitator)).toMatchObject({ __typename: 'CritiqueSuccess' })
  const open = await openDiscussion(world)
  const first = comment(open)
  await act('write', first, open.bea)
  await close(open)
  expect(await act('write', first, open.bea)).toMatchObject({ critique: { id: first.input.id } })
  expect(await act('write', comment(open), open.bea)).toMatchObject({ code: 'STEP_NOT_OPEN' })
  const late = { input: { id: v7(), parentId: first.input.id, text: 'Late' } }
  expect(await act('answer', late, open.anna)).toMatchObject({ code: 'STEP_NOT_OPEN' })
})

test('nobody comments on an idea that has left the wall, and everybody is told where to go', async () => {
  const room = await openDiscussion(world)
  const asked = await ask(room)
  const merged = await room.addIdea({ mergedIntoId: room.idea.id })
  for (const who of [room.bea, room.facilitator]) {
    const done = await act('write', comment(room, { ideaId: merged.id }), who)
    expect(done).toMatchObject({
      code: 'NOT_ALLOWED_NOW',
      message: expect.stringContaining('Go to that idea'),
    })
  }
  await world.db.update(ideas).set({ withdrawnAt: new Date() }).where(eq(ideas.id, room.idea.id))
  for (const who of [room.anna, room.facilitator]) {
    expect(await act('write', comment(room), who)).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    const reply = { input: { id: v7(), parentId: asked, text: 'Still?' } }
    expect(await act('answer', reply, who)).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  }
})

test('an idea of another workshop, or none, is not found', async () => {
  const room = await openDiscussion(world)
  const there = await openDiscussion(world)
  for (const ideaId of [there.idea.id, v7(), 'nope']) {
    expect(await act('write', comment(room, { ideaId }), room.bea)).toMatchObject({ code: 'NOT_FOUND' })
  }
})

test('its author changes words and kind for fifteen minutes by the clock of the database, then answers', async () => {
  const room = await openDiscussion(world)
  const id = await ask(room)
  await close(room)
  const edit = (more: object, as: As = room.bea) => act('edit', { input: { id, ...more } }, as)
  const done = await edit({ text: 'Who would pay?', kind: 'UNINTENDED_CONSEQUENCE' })
  expect(done.critique).toMatchObject({ text: 'Who would pay?', kind: 'UNINTENDED_CONSEQUENCE' })
  expect(done.critique?.editedAt).not.toBeNull()
  await age(id, 14)
  expect(await edit({ text: 'Just in time' })).toMatchObject({ critique: { viewerCanEdit: true } })
  await age(id, 15)
  const refused = await edit({ text: 'Too late' })
  expect(refused).toMatchObject({
    code: 'NOT_ALLOWED_NOW',
    message: expect.stringContaining('Write an answer'),
  })
  for (const who of [room.anna, room.facilitator]) {
    expect(await edit({ text: 'Not theirs' }, who)).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  }
})

test('an answer has no kind, and words that stay the same are no change', async () => {
  const room = await openDiscussion(world)
  const { id } = await room.addCritique({ parentId: await ask(room), text: 'The trust' })
  expect(await act('edit', { input: { id, kind: 'BUILD' } }, room.bea)).toMatchObject({ field: 'kind' })
  expect(await act('edit', { input: { id, text: 'The trust' } }, room.bea)).toMatchObject({
    critique: { editedAt: null },
  })
})

test('words are taken back at any time, once and for all; the stub keeps its answers', async () => {
  const room = await openDiscussion(world)
  const id = await ask(room)
  await act('answer', { input: { id: v7(), parentId: id, text: 'The trust' } }, room.anna)
  await close(room)
  await age(id, 1000)
  expect(await act('withdraw', { id }, room.anna)).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  expect(await act('withdraw', { id }, room.facilitator)).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  const done = await act('withdraw', { id }, room.bea)
  expect(done.critique).toMatchObject({ text: null, authorName: null, viewerCanWithdraw: false })
  expect(await act('withdraw', { id }, room.bea)).toEqual(done)
  expect(await act('edit', { input: { id, text: 'Back' } }, room.bea)).toMatchObject({
    code: 'NOT_ALLOWED_NOW',
  })
  expect(await count(world.db, sql`select count(*) from critiques where parent_id = ${id}`)).toBe(1)
})

test("the idea's table marks a thread as resolved with a note, and opens it again, also after commenting", async () => {
  const room = await openDiscussion(world)
  const id = await ask(room)
  await close(room)
  expect(await act('resolve', { id }, room.bea)).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  const done = await act('resolve', { id, note: ' The trust pays. ' }, room.cy)
  expect(done.critique).toMatchObject({
    resolvedByName: 'Cy',
    resolvedNote: 'The trust pays.',
    viewerCanResolve: true,
  })
  expect(await act('resolve', { id, note: 'The trust pays.' }, room.anna)).toMatchObject({
    critique: { resolvedByName: 'Cy' },
  })
  expect(await act('withdraw', { id }, room.bea)).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  expect(await act('reopen', { id }, room.bea)).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  expect(await act('reopen', { id }, room.anna)).toMatchObject({
    critique: { resolvedAt: null, resolvedByName: null, resolvedNote: null },
  })
  expect(await act('withdraw', { id }, room.bea)).toMatchObject({ critique: { text: null } })
})

test('a facilitator resolves any thread; answers are never resolved', async () => {
  const room = await openDiscussion(world)
  const id = await ask(room)
  const { id: answer } = await room.addCritique({ parentId: id })
  expect(await act('resolve', { id }, room.facilitator)).toMatchObject({
    critique: { resolvedByName: 'Fay' },
  })
  for (const who of [room.anna, room.facilitator]) {
    expect(await act('resolve', { id: answer }, who)).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  }
})

test('the table of an idea that was merged in resolves what is said to the whole', async () => {
  const room = await openDiscussion(world)
  await room.addIdea({ mergedIntoId: room.idea.id, tableId: room.tables[1]?.id ?? null })
  expect(await act('resolve', { id: await ask(room, room.anna) }, room.bea)).toMatchObject({
    critique: { resolvedByName: 'Bea' },
  })
})

test('every change moves the moment of the last one', async () => {
  const room = await openDiscussion(world)
  const id = await ask(room)
  const changes = [
    () => act('edit', { input: { id, text: 'Who would pay?' } }, room.bea),
    () => act('resolve', { id }, room.anna),
    () => act('reopen', { id }, room.anna),
    () => act('withdraw', { id }, room.bea),
  ]
  for (const change of changes) {
    await world.db.$client`update critiques set updated_at = 'epoch' where id = ${id}`
    await change()
    const [row] = await world.db.select().from(critiques).where(eq(critiques.id, id))
    expect(row?.updatedAt.getTime()).toBeGreaterThan(Date.now() - 60_000)
  }
})

test('where a workshop shows tables only, no name is shown to anybody, not to those who run it', async () => {
  const room = await openDiscussion(world)
  const id = await ask(room)
  const admin = await world.person({ platformRole: 'ADMIN' })
  const shown = async (as: As) =>
    (await world.run<{ critique: Shown }>(`query ($id: ID!) { critique(id: $id) { ${SHOWN} } }`, { id }, as))
      .data.critique
  for (const who of [room.anna, room.facilitator, admin])
    expect(await shown(who)).toMatchObject({ authorName: 'Bea' })
  await world.db.$client`update workshops set names_shown = 'TABLES' where id = ${room.workshopId}`
  for (const who of [room.anna, room.bea, room.facilitator, admin]) {
    expect(await shown(who)).toMatchObject({ authorName: null, tableCode: 'B' })
  }
})
