import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect } from '#db/client.ts'
import { briefStatements, briefs } from '#db/schema/briefs.ts'
import { issues } from '#db/schema/issues.ts'
import { areas } from '#db/schema/projects.ts'
import { statements } from '#db/schema/statements.ts'
import { tellWebhooks } from '#graphql/tell-webhooks.ts'
import { giveToken } from '#tests/support/partners.ts'
import { type Cast, openCast, openScene, type Scene } from '#tests/support/scene.ts'
import { giveWebhook, minute, type Receiver, startReceiver, tryWaiting } from '#tests/support/webhooks.ts'
import { openWorld, type World } from '#tests/support/world.ts'

/** What partners' hosts are told of, and what they never hear. */

let world: World
let receiver: Receiver
let cast: Cast
beforeAll(async () => {
  world = await openWorld()
  receiver = await startReceiver()
  cast = await openCast(world)
})
afterAll(async () => {
  await world.close()
  await receiver.close()
})

type Given = { scopes?: ('RESULTS' | 'CONTENT')[]; byProject?: boolean; published?: boolean }

/** A workshop in the middle of everything, and a webhook of a token for it. */
async function openRoom({ scopes, byProject = false, published = true }: Given = {}) {
  const scene = await openScene(world, cast, { published })
  const grant = byProject ? { projectIds: [scene.project.id] } : { workshopIds: [scene.workshopId] }
  const token = await giveToken(world, { ...grant, ...(scopes && { scopes }) })
  const webhook = await giveWebhook(world, receiver, token.id)
  return { scene, token, webhook }
}

const pass = () => minute(world, receiver.way)
const sql = () => world.db.$client
const told = (webhook: { received: () => { type: string; data: object }[] }) =>
  webhook.received().map(({ type, data }) => ({ type, ...data }))
const changed = (workshopIds: string[], projectIds: string[] = []) => ({
  type: 'content.changed',
  workshopIds,
  projectIds,
})

test('a new webhook is told nothing of what was there before', async () => {
  const { webhook } = await openRoom()
  await pass()
  await pass()
  expect(told(webhook)).toEqual([])
})

// Each begins where the one before it has ended.
const CHANGES: [string, (scene: Scene) => Promise<unknown>][] = [
  ['an issue is written', (scene) => addIssue(scene)],
  ['an issue is reworded', ({ issues: { own } }) => reword(own.id)],
  ['an issue is withdrawn', ({ issues: { other } }) => setOn('issues', other.id, 'withdrawn_at')],
  ['an issue is hidden', ({ issues: { own } }) => setOn('issues', own.id, 'hidden_at')],
  ['an idea is hidden', ({ ideas: { own } }) => setOn('ideas', own.id, 'hidden_at')],
  [
    'a comment is withdrawn',
    ({ critiques, ideas }) =>
      sql()`update ideas set hidden_at = null where id = ${ideas.own.id}`.then(() =>
        setOn('critiques', critiques.other.id, 'withdrawn_at'),
      ),
  ],
  ['an idea is supported', ({ ideas, seats }) => support(ideas.other.id, seats.target.id)],
  ['a statement is withdrawn', ({ statements }) => setOn('statements', statements.own.id, 'withdrawn_at')],
  [
    'a table is renamed',
    ({ tables }) => sql()`update tables set name = 'Oak' where id = ${tables[0]?.id ?? ''}`,
  ],
  [
    'the workshop is renamed',
    ({ workshopId }) => sql()`update workshops set title = 'X' where id = ${workshopId}`,
  ],
  ['a round is closed', ({ finishOpenRound }) => finishOpenRound()],
]

test('whatever partners read of a workshop is told when it changes', async () => {
  const { scene, webhook } = await openRoom()
  for (const [what, change] of CHANGES) {
    const before = told(webhook).length
    await change(scene)
    await pass()
    expect([what, told(webhook).slice(before)]).toEqual([
      what,
      [expect.objectContaining({ type: 'content.changed', workshopIds: [scene.workshopId] })],
    ])
  }
})

test('what partners do not read is told nobody', async () => {
  const { scene, webhook } = await openRoom()
  const { workshopId, issues: wall, critiques, rounds, seats, briefId } = scene
  await sql()`update briefs set published_at = null where id = ${briefId}`
  await pass()
  const before = told(webhook).length
  await reword(wall.hidden.id)
  await reword(wall.withdrawn.id)
  await sql()`update critiques set text = 'Other', updated_at = now() where id = ${critiques.hidden.id}`
  await sql()`update rounds set title = 'Other' where id in ${sql()([rounds.draft.id, rounds.open.id])}`
  await sql()`update seats set display_name = 'Other', removed_at = now() where id = ${seats.target.id}`
  await sql()`update steps set title = 'Other' where workshop_id = ${workshopId}`
  await sql()`update workshops set room_open = false, contact_email = 'a@lab.test', embed_origins = '{https://a.test}' where id = ${workshopId}`
  await sql()`update issues set place_x = 5, place_y = 5 where id = ${wall.own.id}`
  await sql()`update briefs set title = 'Other', updated_at = now() where id = ${briefId}`
  await pass()
  expect(told(webhook).slice(before)).toEqual([])
})

test('changes of a project and its published briefs name the project', async () => {
  const { scene, webhook } = await openRoom({ byProject: true })
  const { project, statements: made } = scene
  await sql()`update projects set challenge = 'What else?' where id = ${project.id}`
  await pass()
  await world.db
    .update(areas)
    .set({ name: 'Renamed' })
    .where(eq(areas.id, scene.areas[0]?.id ?? ''))
  await pass()
  const id = v7()
  await world.db
    .insert(briefs)
    .values({ id, projectId: project.id, title: 'Published', publishedAt: new Date() })
  await world.db.insert(briefStatements).values({ briefId: id, statementId: made.own.id })
  await pass()
  await sql()`update briefs set published_at = null where id = ${id}`
  await pass()
  expect(told(webhook)).toEqual(Array(4).fill(changed([], [project.id])))
})

test('many changes in a minute are one event, with the ids and nothing else', async () => {
  const first = await openScene(world, cast, { published: true })
  const second = await openScene(world, cast, { published: true })
  const token = await giveToken(world, { workshopIds: [first.workshopId, second.workshopId] })
  const webhook = await giveWebhook(world, receiver, token.id)
  for (const scene of [first, second]) {
    for (let times = 0; times < 5; times += 1) await addIssue(scene)
    await world.db
      .update(statements)
      .set({ updatedAt: new Date() })
      .where(eq(statements.id, scene.statements.own.id))
  }
  await pass()
  expect(told(webhook)).toEqual([changed([first.workshopId, second.workshopId].toSorted())])
  const sent = receiver.requests.find(({ path }) => path === `/${webhook.id}`)?.body ?? ''
  expect(Object.keys(JSON.parse(sent))).toEqual(['type', 'timestamp', 'data'])
  expect(Object.keys(JSON.parse(sent).data)).toEqual(['workshopIds', 'projectIds'])
})

test('nothing is told of what is not granted or not published', async () => {
  const { webhook } = await openRoom()
  const other = await openScene(world, cast, { published: true })
  const draft = await openRoom({ published: false })
  for (const scene of [other, draft.scene]) {
    await addIssue(scene)
    await sql()`update workshops set title = 'X' where id = ${scene.workshopId}`
  }
  await pass()
  expect([told(webhook), told(draft.webhook)]).toEqual([[], []])
})

test('a token for results is told of results alone', async () => {
  const { scene, webhook } = await openRoom({ scopes: ['RESULTS'] })
  await addIssue(scene)
  await setOn('ideas', scene.ideas.own.id, 'hidden_at')
  await sql()`update briefs set title = 'Other', updated_at = now() where project_id = ${scene.project.id}`
  await pass()
  expect(told(webhook)).toEqual([])
  await scene.finishOpenRound()
  await pass()
  expect(told(webhook)).toEqual([changed([scene.workshopId])])
})

test('publishing is told, and taking it back once, to those who were told before', async () => {
  const { scene, webhook } = await openRoom({ published: false })
  const late = await giveToken(world, { workshopIds: [scene.workshopId] })
  const publish = () => sql()`update workshops set published_at = now() where id = ${scene.workshopId}`
  await publish()
  await pass()
  await scene.unpublished()
  const lateWebhook = await giveWebhook(world, receiver, late.id)
  await pass()
  await pass()
  await publish()
  await pass()
  await scene.deleteWorkshop()
  await pass()
  const [workshopIds, gone] = [[scene.workshopId], { workshopIds: [scene.workshopId], projectIds: [] }]
  const published = { type: 'workshop.published', workshopIds, projectIds: [scene.project.id] }
  const unpublished = { type: 'workshop.unpublished', ...gone }
  expect(told(webhook)).toEqual([published, unpublished, published, unpublished])
  expect(told(lateWebhook)).toEqual([published, unpublished])
})

test('a workshop that is published later in a granted project is told to its tokens, and to those for everything', async () => {
  const { scene, webhook } = await openRoom({ byProject: true })
  const everything = await giveWebhook(world, receiver, (await giveToken(world)).id)
  const next = await world.workshop({ projectId: scene.project.id, published: true })
  await pass()
  const published = expect.objectContaining({ type: 'workshop.published', workshopIds: [next.workshop.id] })
  expect([told(webhook), told(everything)]).toEqual([[published], [published]])
})

test('tokens that have ended or were revoked, and paused webhooks, are told nothing', async () => {
  const rooms = [await openRoom(), await openRoom(), await openRoom()]
  const [revoked, expired, paused] = rooms
  await sql()`update partner_tokens set revoked_at = now() where id = ${revoked?.token.id ?? ''}`
  await sql()`update partner_tokens set expires_at = now() where id = ${expired?.token.id ?? ''}`
  await sql()`update webhooks set paused_at = now(), pause_reason = 'BY_ADMINISTRATOR' where id = ${paused?.webhook.id ?? ''}`
  for (const { scene } of rooms) await addIssue(scene)
  await pass()
  expect(rooms.map(({ webhook }) => told(webhook))).toEqual([[], [], []])
})

test('two instances at once tell it once', async () => {
  const rooms = [await openRoom(), await openRoom(), await openRoom()]
  for (const { scene } of rooms) await addIssue(scene)
  const other = connect(world.url, { pool: 4 })
  await Promise.all([world.db, other.db, world.db, other.db].map((db) => tellWebhooks(db)))
  await tryWaiting(world, receiver.way)
  await other.close()
  await pass()
  expect(rooms.map(({ webhook }) => told(webhook).length)).toEqual([1, 1, 1])
})

async function addIssue({ workshopId, areas: [area] }: Scene) {
  await world.db.insert(issues).values({ id: v7(), workshopId, areaId: area?.id ?? '', title: 'New' })
}

function reword(id: string) {
  return sql()`update issues set title = 'Other', updated_at = now() where id = ${id}`
}

function setOn(table: string, id: string, column: string) {
  return sql()`update ${sql()(table)} set ${sql()(column)} = now(), updated_at = now() where id = ${id}`
}

function support(ideaId: string, seatId: string) {
  return sql()`insert into idea_supports (idea_id, seat_id) values (${ideaId}, ${seatId}) on conflict do nothing`
}
