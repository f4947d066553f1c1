import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { critiques } from '#db/schema/critiques.ts'
import { type Discussion, openDiscussion } from '#tests/support/discussion.ts'
import { openWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const LOG = `query ($slug: String!, $first: Int, $after: String) { workshop(slug: $slug) {
  log(first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    edges { node { act subjectId subject actorName reason createdAt } } } } }`
type Entry = { act: string; subject: string | null; reason: string | null; actorName: string }
type Log = {
  workshop: { log: { totalCount: number; pageInfo: { endCursor: string }; edges: { node: Entry }[] } }
}
type As = { token: string } | null | undefined

async function log(room: Discussion, as: As = room.facilitator, page: object = {}) {
  const { data, codes } = await world.run<Log>(LOG, { slug: room.workshop.slug, ...page }, as)
  expect(codes).toEqual([])
  return data.workshop.log
}
const entries = async (room: Discussion) => (await log(room)).edges.map(({ node }) => node)

async function act(call: string, as: As) {
  const { data, codes } = await world.run<Record<string, { __typename: string }>>(
    `mutation { done: ${call} { __typename } }`,
    {},
    as,
  )
  expect([codes, data?.done?.__typename]).toEqual([[], expect.stringContaining('Success')])
}

test('every act on a comment is told, the latest first, with who, why and the words', async () => {
  const room = await openDiscussion(world)
  const { id } = await room.addCritique({ text: 'Who pays?' })
  await act(`report(input: { id: "${v7()}", critiqueId: "${id}", reason: "Unkind" })`, room.anna)
  await act(`hideCritique(critiqueId: "${id}", reason: "Names a person")`, room.facilitator)
  await act(`showCritique(critiqueId: "${id}")`, room.facilitator)
  await act(`hideName(critiqueId: "${id}", hidden: true)`, room.facilitator)
  await act(`hideName(critiqueId: "${id}", hidden: false)`, room.facilitator)
  await act(`resolveCritique(critiqueId: "${id}", note: "The trust pays")`, room.anna)
  await act(`reopenCritique(critiqueId: "${id}")`, room.facilitator)
  await act(
    `setDiscussion(input: { workshopId: "${room.workshopId}", namesShown: TABLES })`,
    room.facilitator,
  )
  const told = (await entries(room)).map(({ act, actorName, reason, subject }) => [
    act,
    actorName,
    reason,
    subject,
  ])
  expect(told).toEqual([
    ['SETTINGS_CHANGED', 'Fay', "Authors' names are hidden: tables only.", null],
    ['CRITIQUE_REOPENED', 'Fay', null, 'Who pays?'],
    ['CRITIQUE_RESOLVED', 'Anna', 'The trust pays', 'Who pays?'],
    ['NAME_SHOWN', 'Fay', null, 'Who pays?'],
    ['NAME_HIDDEN', 'Fay', null, 'Who pays?'],
    ['CRITIQUE_SHOWN', 'Fay', null, 'Who pays?'],
    ['CRITIQUE_HIDDEN', 'Fay', 'Names a person', 'Who pays?'],
    ['REPORTED', 'Somebody in the workshop', 'Unkind', 'Who pays?'],
  ])
  expect(JSON.stringify(told)).not.toContain('Bea')
})

test('what changes nothing is not told', async () => {
  const room = await openDiscussion(world)
  const { id } = await room.addCritique()
  await act(`hideCritique(critiqueId: "${id}", reason: "R")`, room.facilitator)
  await act(`hideCritique(critiqueId: "${id}", reason: "R")`, room.facilitator)
  await act(`hideName(critiqueId: "${id}", hidden: false)`, room.facilitator)
  await act(`setDiscussion(input: { workshopId: "${room.workshopId}", namesShown: NAMES })`, room.facilitator)
  expect((await entries(room)).map(({ act }) => act)).toEqual(['CRITIQUE_HIDDEN'])
})

test('an administrator without a seat stands in it under their own name', async () => {
  const room = await openDiscussion(world)
  const { id } = await room.addCritique()
  const admin = await world.person({ name: 'Ada Min', platformRole: 'ADMIN' })
  await act(`hideCritique(critiqueId: "${id}", reason: "R")`, admin)
  expect(await entries(room)).toMatchObject([{ actorName: 'Ada Min' }])
})

test('words are cut after 120 characters, and gone once their author has taken them back', async () => {
  const room = await openDiscussion(world)
  const { id } = await room.addCritique({ text: 'é'.repeat(121) })
  await act(`hideName(critiqueId: "${id}", hidden: true)`, room.facilitator)
  expect(await entries(room)).toMatchObject([{ subject: `${'é'.repeat(120)}…` }])
  await world.db.update(critiques).set({ withdrawnAt: new Date() }).where(eq(critiques.id, id))
  expect(await entries(room)).toMatchObject([{ act: 'NAME_HIDDEN', subject: null }])
})

test('it is read page by page, and holds one workshop only', async () => {
  const room = await openDiscussion(world)
  const there = await openDiscussion(world)
  const { id } = await room.addCritique()
  const elsewhere = await there.addCritique()
  await act(`hideName(critiqueId: "${elsewhere.id}", hidden: true)`, there.facilitator)
  for (const hidden of [true, false, true]) {
    await act(`hideName(critiqueId: "${id}", hidden: ${hidden})`, room.facilitator)
  }
  const first = await log(room, room.facilitator, { first: 2 })
  const second = await log(room, room.facilitator, { first: 2, after: first.pageInfo.endCursor })
  expect([first.totalCount, first.edges.length, second.edges.length]).toEqual([3, 2, 1])
})

test('it is for those who run the workshop, also where everybody may read the rest', async () => {
  const room = await openDiscussion(world, { published: true })
  const stranger = await world.person()
  const asked = async (as: As) => (await world.run(LOG, { slug: room.workshop.slug }, as)).codes
  for (const who of [room.anna, stranger]) expect(await asked(who)).toEqual(['FORBIDDEN'])
  expect(await asked(null)).toEqual(['UNAUTHENTICATED'])
})
