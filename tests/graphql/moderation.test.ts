import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Discussion, openDiscussion } from '#tests/support/discussion.ts'
import { count } from '#tests/support/room.ts'
import { openWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const REFUSAL = '... on Refusal { code field message }'
const CRITIQUE = `{ __typename ... on CritiqueSuccess { critique {
  id text authorName nameHidden hiddenReason viewerHasReported } } ${REFUSAL} }`
const operations = {
  report: `mutation ($input: ReportInput!) { result: report(input: $input) { __typename ... on ReportSuccess { open } ${REFUSAL} } }`,
  settle: `mutation ($id: ID!) { result: settleReport(reportId: $id) { __typename ... on ReportSuccess { open } ${REFUSAL} } }`,
  hide: `mutation ($id: ID!, $reason: String!) { result: hideCritique(critiqueId: $id, reason: $reason) ${CRITIQUE} }`,
  show: `mutation ($id: ID!) { result: showCritique(critiqueId: $id) ${CRITIQUE} }`,
  name: `mutation ($id: ID!, $hidden: Boolean!) { result: hideName(critiqueId: $id, hidden: $hidden) ${CRITIQUE} }`,
  set: `mutation ($input: SetDiscussionInput!) { result: setDiscussion(input: $input) {
    __typename ... on WorkshopSuccess { workshop { namesShown anyoneArranges } } ${REFUSAL} } }`,
}
const REPORTS = `query ($slug: String!, $filter: ReportFilter, $first: Int, $after: String) { workshop(slug: $slug) {
  reports(filter: $filter, first: $first, after: $after) { totalCount pageInfo { hasNextPage endCursor }
    edges { node { id reason settledAt idea { id } critique { id text authorName } } } } } }`
const CRITIC =
  'query ($id: ID!) { critique(id: $id) { text authorName nameHidden viewerHasReported hiddenReason } }'
type Done = { __typename: string; code?: string; open?: boolean; critique?: { id: string } }
type Report = { id: string; reason: string; critique: { id: string } | null }
type Reports = {
  workshop: {
    reports: { totalCount: number; pageInfo: { endCursor: string }; edges: { node: Report }[] }
  }
}
type As = { token: string } | null | undefined

async function act(name: keyof typeof operations, variables: object, as: As): Promise<Done> {
  const { data, codes } = await world.run<{ result: Done }>(operations[name], { ...variables }, as)
  return data?.result ?? { __typename: 'Error', code: codes[0] ?? '' }
}
const about = (more: object) => ({ input: { id: v7(), reason: 'It names a person', ...more } })

async function reports(room: Discussion, more: object = {}) {
  const { data } = await world.run<Reports>(REPORTS, { slug: room.workshop.slug, ...more }, room.facilitator)
  return data.workshop.reports
}

test('anybody with a seat reports, and facilitators see what and why, not who', async () => {
  const room = await openDiscussion(world)
  const { id: critiqueId } = await room.addCritique()
  const observer = await world.seat(room.workshopId, { role: 'OBSERVER' })
  for (const who of [room.anna, observer, room.facilitator]) {
    expect(await act('report', about({ critiqueId }), who)).toEqual({
      __typename: 'ReportSuccess',
      open: true,
    })
  }
  await act('report', about({ ideaId: room.idea.id, reason: 'An advertisement' }), room.bea)
  const { edges, totalCount } = await reports(room)
  expect(totalCount).toBe(4)
  expect(edges[0]?.node).toMatchObject({
    reason: 'An advertisement',
    critique: null,
    idea: { id: room.idea.id },
  })
  expect(edges[1]?.node).toMatchObject({ critique: { id: critiqueId }, idea: { id: room.idea.id } })
})

test('asked twice, also at once, it stays one report until somebody has looked at it', async () => {
  const room = await openDiscussion(world)
  const { id: critiqueId } = await room.addCritique()
  const admin = await world.person({ platformRole: 'ADMIN' })
  await Promise.all([1, 2, 3].map(() => act('report', about({ critiqueId }), room.anna)))
  await Promise.all([1, 2].map(() => act('report', about({ critiqueId }), admin)))
  const { edges } = await reports(room)
  expect(edges).toHaveLength(2)
  for (const { node } of edges) await act('settle', { id: node.id }, room.facilitator)
  await act('report', about({ critiqueId }), room.anna)
  expect((await reports(room, { filter: { settled: false } })).totalCount).toBe(1)
  expect((await reports(room, { filter: { settled: true } })).totalCount).toBe(2)
})

test('the same report sent again is answered as the first; its id is good for nothing else', async () => {
  const room = await openDiscussion(world)
  const { id: critiqueId } = await room.addCritique()
  const made = about({ critiqueId })
  const first = await act('report', made, room.anna)
  expect(await act('report', made, room.anna)).toEqual(first)
  const other = { input: { ...made.input, reason: 'Another reason' } }
  expect(await act('report', other, room.anna)).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' })
  expect(await act('report', made, room.cy)).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' })
})

test('one thing is reported at a time, not what one wrote oneself, and not what is gone', async () => {
  const room = await openDiscussion(world)
  const { id: critiqueId } = await room.addCritique()
  const gone = await room.addCritique({ withdrawnAt: new Date() })
  const both = about({ critiqueId, ideaId: room.idea.id })
  expect(await act('report', both, room.anna)).toMatchObject({ code: 'BAD_USER_INPUT' })
  expect(await act('report', about({}), room.anna)).toMatchObject({ code: 'BAD_USER_INPUT' })
  expect(await act('report', about({ critiqueId }), room.bea)).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  expect(await act('report', about({ critiqueId: gone.id }), room.anna)).toMatchObject({
    code: 'NOT_ALLOWED_NOW',
  })
  expect(await act('report', about({ critiqueId: v7() }), room.anna)).toMatchObject({ code: 'NOT_FOUND' })
  const hidden = await room.addIdea({ hiddenAt: new Date() })
  expect(await act('report', about({ ideaId: hidden.id }), room.bea)).toMatchObject({ code: 'NOT_FOUND' })
})

test('who has reported is told so, until somebody has looked', async () => {
  const room = await openDiscussion(world)
  const { id } = await room.addCritique()
  await act('report', about({ critiqueId: id }), room.anna)
  const told = async (as: As) => (await world.run<{ critique: object }>(CRITIC, { id }, as)).data.critique
  expect(await told(room.anna)).toMatchObject({ viewerHasReported: true })
  expect(await told(room.bea)).toMatchObject({ viewerHasReported: false })
  const [report] = (await reports(room)).edges
  await act('settle', { id: report?.node.id }, room.facilitator)
  expect(await act('settle', { id: report?.node.id }, room.facilitator)).toMatchObject({ open: false })
  expect(await told(room.anna)).toMatchObject({ viewerHasReported: false })
})

test('hiding takes the words from others with a reason, settles what was reported, and can be undone', async () => {
  const room = await openDiscussion(world)
  const { id } = await room.addCritique({ text: 'Names a person' })
  const below = await room.addCritique({ parentId: id, text: 'Answered' })
  await act('report', about({ critiqueId: id }), room.anna)
  expect(await act('hide', { id, reason: ' ' }, room.facilitator)).toMatchObject({ code: 'BAD_USER_INPUT' })
  await act('hide', { id, reason: 'It names a person' }, room.facilitator)
  expect((await reports(room, { filter: { settled: false } })).totalCount).toBe(0)
  const told = async (as: As) => (await world.run<{ critique: object }>(CRITIC, { id }, as)).data.critique
  expect(await told(room.anna)).toMatchObject({ text: null, hiddenReason: null })
  expect(await told(room.bea)).toMatchObject({ text: 'Names a person', hiddenReason: 'It names a person' })
  expect((await world.run(CRITIC, { id: below.id }, room.anna)).codes).toEqual([])
  await act('show', { id }, room.facilitator)
  expect(await told(room.anna)).toMatchObject({ text: 'Names a person', hiddenReason: null })
})

test('hiding an idea settles what was reported of it', async () => {
  const room = await openDiscussion(world)
  await act('report', about({ ideaId: room.idea.id }), room.bea)
  const hide = `mutation { hideIdea(ideaId: "${room.idea.id}", reason: "An advertisement") { __typename } }`
  await world.run(hide, {}, room.facilitator)
  const { edges } = await reports(room)
  expect(edges.map(({ node }) => node)).toMatchObject([{ settledAt: expect.any(String) }])
})

test('whoever takes a name off is not told it, and nobody is from then on', async () => {
  const room = await openDiscussion(world)
  await world.db.$client`update seats set display_name = 'Beatrix Unmistakable' where id = ${room.bea.seatId}`
  const { id } = await room.addCritique()
  const admin = await world.person({ platformRole: 'ADMIN' })
  const done = await act('name', { id, hidden: true }, room.facilitator)
  expect(done).toMatchObject({ critique: { authorName: null, nameHidden: true } })
  await act('report', about({ critiqueId: id }), room.anna)
  for (const who of [room.anna, room.bea, room.facilitator, admin]) {
    const { data } = await world.run<{ critique: object }>(CRITIC, { id }, who)
    expect(data.critique).toMatchObject({ authorName: null, nameHidden: true, text: 'Who pays?' })
  }
  const log =
    'query ($slug: String!) { workshop(slug: $slug) { log { edges { node { act subject actorName reason } } } } }'
  const told = await world.run(log, { slug: room.workshop.slug }, room.facilitator)
  expect(JSON.stringify([told.data, await reports(room), done])).not.toContain('Unmistakable')
})

test('a facilitator says whose names are shown and who moves cards; participants are forbidden to', async () => {
  const room = await openDiscussion(world)
  const input = { workshopId: room.workshopId, namesShown: 'TABLES' }
  expect(await act('set', { input }, room.facilitator)).toMatchObject({
    workshop: { namesShown: 'TABLES', anyoneArranges: false },
  })
  const moves = { workshopId: room.workshopId, anyoneArranges: true }
  expect(await act('set', { input: moves }, room.facilitator)).toMatchObject({
    workshop: { namesShown: 'TABLES', anyoneArranges: true },
  })
  expect(await act('set', { input }, room.anna)).toMatchObject({ code: 'FORBIDDEN' })
})

test('reports are read page by page, by those who moderate', async () => {
  const room = await openDiscussion(world)
  for (let n = 0; n < 3; n += 1) {
    const { id: critiqueId } = await room.addCritique()
    await act('report', about({ critiqueId, reason: `Reason ${n}` }), room.anna)
  }
  const first = await reports(room, { first: 2 })
  const second = await reports(room, { first: 2, after: first.pageInfo.endCursor })
  const told = [...first.edges, ...second.edges].map(({ node }) => node.reason)
  expect(told).toEqual(['Reason 2', 'Reason 1', 'Reason 0'])
  const { codes } = await world.run(REPORTS, { slug: room.workshop.slug }, room.anna)
  expect(codes).toEqual(['FORBIDDEN'])
  expect(
    await count(world.db, sql`select count(*) from reports where workshop_id = ${room.workshopId}`),
  ).toBe(3)
})
