import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { critiques } from '#db/schema/critiques.ts'
import { ideas } from '#db/schema/ideas.ts'
import { type Discussion, openDiscussion } from '#tests/support/discussion.ts'
import { openWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const THREADS = `query ($id: ID!) { idea(id: $id) { critiques {
  id depth parentId kind text authorName tableCode hiddenReason pin { x y } idea { id } } } }`
const ONE = 'query ($id: ID!) { critique(id: $id) { id depth text authorName viewerCanAnswer idea { id } } }'
const ANSWER = `mutation ($input: AnswerCritiqueInput!) { result: answerCritique(input: $input) {
  __typename ... on CritiqueSuccess { critique { id depth parentId kind text } } ... on Refusal { code field message } } }`
type Shown = { id: string; depth: number; text: string | null; authorName: string | null }
type As = { token: string } | null | undefined

async function threads(ideaId: string, as: As): Promise<Shown[]> {
  const { data, codes } = await world.run<{ idea: { critiques: Shown[] } }>(THREADS, { id: ideaId }, as)
  expect(codes).toEqual([])
  return data.idea.critiques
}
const words = (shown: Shown[]) => shown.map(({ depth, text }) => `${depth} ${text ?? '–'}`)

async function answer(parentId: string, text: string, as: As) {
  const { data, codes } = await world.run<{ result: { code?: string; critique?: { id: string } } }>(
    ANSWER,
    { input: { id: v7(), parentId, text } },
    as,
  )
  return data?.result ?? { code: codes[0] }
}

/** Bea asks, Anna answers, Bea answers that. */
async function exchange(room: Discussion) {
  const asked = await room.addCritique({ text: 'Who pays?' })
  const answered = await room.addCritique({
    parentId: asked.id,
    text: 'The trust',
    authorSeatId: room.anna.seatId,
  })
  const below = await room.addCritique({ parentId: answered.id, text: 'For how long?' })
  return { asked, answered, below }
}

test('threads are read in order, each answer below what it answers, with its depth', async () => {
  const room = await openDiscussion(world)
  const { asked } = await exchange(room)
  await room.addCritique({ text: 'Good', kind: 'COULD_WORK_WELL', pinX: 120, pinY: 990 })
  await room.addCritique({ parentId: asked.id, text: 'And who else?' })
  const shown = await threads(room.idea.id, room.anna)
  expect(words(shown)).toEqual(['0 Who pays?', '1 The trust', '2 For how long?', '1 And who else?', '0 Good'])
  expect(shown[0]).toMatchObject({
    kind: 'QUESTION',
    parentId: null,
    authorName: 'Bea',
    tableCode: 'B',
    pin: null,
  })
  expect(shown[4]).toMatchObject({
    kind: 'COULD_WORK_WELL',
    pin: { x: 120, y: 990 },
    idea: { id: room.idea.id },
  })
})

test('a thread twelve levels down works, and a hundred', async () => {
  const room = await openDiscussion(world)
  let last = (await room.addCritique()).id
  for (let level = 1; level <= 12; level += 1) {
    const done = await answer(last, `Level ${level}`, level % 2 ? room.anna : room.bea)
    expect(done).toMatchObject({ critique: { depth: level, parentId: last, kind: null } })
    last = done.critique?.id ?? ''
  }
  for (let level = 13; level <= 100; level += 1) last = (await room.addCritique({ parentId: last })).id
  const { data } = await world.run<{ critique: Shown }>(ONE, { id: last }, room.bea)
  expect(data.critique.depth).toBe(100)
  expect((await threads(room.idea.id, room.bea)).map(({ depth }) => depth)).toEqual(
    Array.from({ length: 101 }, (_, depth) => depth),
  )
})

test('what is answered in another workshop, or does not exist, is not found', async () => {
  const room = await openDiscussion(world)
  const there = await openDiscussion(world)
  const { id } = await there.addCritique()
  expect(await answer(id, 'From elsewhere', room.anna)).toEqual({ code: 'NOT_FOUND' })
  expect(await answer(v7(), 'To nothing', room.anna)).toEqual({ code: 'NOT_FOUND' })
  expect(await answer('nope', 'To nothing', room.anna)).toEqual({ code: 'NOT_FOUND' })
  expect(await answer(id, 'From nobody', null)).toEqual({ code: 'UNAUTHENTICATED' })
})

test('what was withdrawn has no words and no name for anybody, and keeps the answers below it', async () => {
  const room = await openDiscussion(world)
  const { asked } = await exchange(room)
  await world.db.update(critiques).set({ withdrawnAt: new Date() }).where(eq(critiques.id, asked.id))
  for (const who of [room.anna, room.bea, room.facilitator]) {
    const shown = await threads(room.idea.id, who)
    expect(words(shown)).toEqual(['0 –', '1 The trust', '2 For how long?'])
    expect(shown[0]?.authorName).toBeNull()
  }
  expect(await answer(asked.id, 'Kept under the stub', room.anna)).toMatchObject({ critique: { depth: 1 } })
  expect(words(await threads(room.idea.id, room.bea))).toContain('1 Kept under the stub')
})

test('a stub below which nothing stands is left out, and found by nobody', async () => {
  const room = await openDiscussion(world)
  const { asked, answered, below } = await exchange(room)
  for (const { id } of [answered, below]) {
    await world.db.update(critiques).set({ withdrawnAt: new Date() }).where(eq(critiques.id, id))
  }
  expect(words(await threads(room.idea.id, room.bea))).toEqual(['0 Who pays?'])
  expect((await world.run(ONE, { id: below.id }, room.bea)).codes).toEqual(['NOT_FOUND'])
  expect((await world.run(ONE, { id: asked.id }, room.bea)).codes).toEqual([])
})

test('what was hidden is read by its author and by facilitators, others see that something was there', async () => {
  const room = await openDiscussion(world)
  const { asked } = await exchange(room)
  const leaf = await room.addCritique({ text: 'Names a person' })
  for (const { id } of [asked, leaf]) {
    await world.db
      .update(critiques)
      .set({ hiddenAt: new Date(), hiddenReason: 'It names a person' })
      .where(eq(critiques.id, id))
  }
  for (const who of [room.bea, room.facilitator]) {
    const shown = await threads(room.idea.id, who)
    expect(words(shown)).toEqual(['0 Who pays?', '1 The trust', '2 For how long?', '0 Names a person'])
    expect(shown[3]).toMatchObject({ hiddenReason: 'It names a person', authorName: 'Bea' })
  }
  const shown = await threads(room.idea.id, room.anna)
  expect(words(shown)).toEqual(['0 –', '1 The trust', '2 For how long?'])
  expect(shown[0]).toMatchObject({ hiddenReason: null, authorName: null })
})

test('comments on a merged idea come along, and are answered where it went', async () => {
  const room = await openDiscussion(world)
  const merged = await room.addIdea({ text: 'The same in other words', mergedIntoId: room.idea.id })
  await room.addCritique({ text: 'On the first' })
  const there = await room.addCritique({ text: 'On the merged one', ideaId: merged.id })
  expect(words(await threads(room.idea.id, room.bea))).toEqual(['0 On the first', '0 On the merged one'])
  expect(words(await threads(merged.id, room.bea))).toEqual(['0 On the merged one'])
  expect(await answer(there.id, 'Still here', room.anna)).toMatchObject({ critique: { depth: 1 } })
  expect(words(await threads(room.idea.id, room.bea))).toEqual([
    '0 On the first',
    '0 On the merged one',
    '1 Still here',
  ])
})

test('an idea that is hidden hides its comments, wherever it was merged', async () => {
  const room = await openDiscussion(world)
  const merged = await room.addIdea({ mergedIntoId: room.idea.id, authorSeatId: room.cy?.seatId })
  await room.addCritique({ text: 'On the first' })
  const there = await room.addCritique({ text: 'On the hidden one', ideaId: merged.id })
  await world.db.update(ideas).set({ hiddenAt: new Date() }).where(eq(ideas.id, merged.id))
  expect(words(await threads(room.idea.id, room.bea))).toEqual(['0 On the first'])
  expect(words(await threads(room.idea.id, room.facilitator))).toContain('0 On the hidden one')
  expect((await world.run(ONE, { id: there.id }, room.bea)).codes).toEqual(['NOT_FOUND'])
  expect((await world.run(ONE, { id: there.id }, room.cy)).codes).toEqual([])
  expect(await answer(there.id, 'Into the dark', room.bea)).toEqual({ code: 'NOT_FOUND' })
  expect(await answer(there.id, 'Into the dark', room.cy)).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
})

test('a reader without a seat reads the words of a published workshop, with tables and without names', async () => {
  const room = await openDiscussion(world, { published: true })
  const { asked } = await exchange(room)
  const stranger = await world.person()
  for (const who of [null, stranger]) {
    const [first] = await threads(room.idea.id, who)
    expect(first).toMatchObject({ text: 'Who pays?', authorName: null, tableCode: 'B' })
    const { data } = await world.run<{ critique: object }>(ONE, { id: asked.id }, who)
    expect(data.critique).toMatchObject({ authorName: null, viewerCanAnswer: false })
  }
})

test('a comment in a workshop that is not published, or was deleted, is not found by others', async () => {
  const room = await openDiscussion(world)
  const { id } = await room.addCritique()
  const stranger = await world.person()
  for (const who of [null, stranger]) expect((await world.run(ONE, { id }, who)).codes).toEqual(['NOT_FOUND'])
  await world.db.$client`update workshops set deleted_at = now() where id = ${room.workshopId}`
  expect((await world.run(ONE, { id }, room.bea)).codes).toEqual(['NOT_FOUND'])
  for (const none of [v7(), 'nope']) {
    expect((await world.run(ONE, { id: none }, room.bea)).codes).toEqual(['NOT_FOUND'])
  }
})
