import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { addJobs } from '#db/jobs.ts'
import { forgetOldDeliveries } from '#db/queries/webhook-deliveries.ts'
import { FAILING_DAYS, WEBHOOK_LOG_DAYS, WEBHOOK_TRIES } from '#domain/webhooks.ts'
import { startBackground } from '#graphql/background.ts'
import { sendLater, tellWebhooks } from '#graphql/tell-webhooks.ts'
import { giveToken } from '#tests/support/partners.ts'
import { giveWebhook, minute, type Receiver, startReceiver, tryWaiting } from '#tests/support/webhooks.ts'
import { openWorld, type World } from '#tests/support/world.ts'

/** How messages get to a partner's host, and what happens when they do not. */

let world: World
let receiver: Receiver
beforeAll(async () => {
  world = await openWorld()
  receiver = await startReceiver()
})
afterAll(async () => {
  await world.close()
  await receiver.close()
})

/** A published workshop, a token for it and a webhook that knows it. */
async function openRoom() {
  const { workshop } = await world.workshop({ published: true })
  const token = await giveToken(world, { workshopIds: [workshop.id] })
  const webhook = await giveWebhook(world, receiver, token.id)
  const rename = (title: string) =>
    world.db.$client`update workshops set title = ${title} where id = ${workshop.id}`
  return { workshop, token, webhook, rename }
}

const logOf = (webhookId: string) =>
  world.db.$client<{ state: string; number: number | null; status: number | null; failure: string | null }[]>`
    select d.state, t.number, t.status, t.failure from webhook_deliveries d left join webhook_tries t on t.delivery_id = d.id
    where d.webhook_id = ${webhookId} order by d.id, t.id`
const findRow = async (webhookId: string) =>
  (
    await world.db.$client<{ pauseReason: string | null; failing: boolean }[]>`
      select pause_reason as "pauseReason", failing_since is not null as failing from webhooks where id = ${webhookId}`
  )[0]

test('what failed is tried again with the same id, until it arrives', async () => {
  const { workshop, webhook, rename } = await openRoom()
  await rename('Renamed')
  receiver.statuses.push(500, 302)
  await minute(world, receiver.way)
  expect(await findRow(webhook.id)).toEqual({ pauseReason: null, failing: true })
  await tryWaiting(world, receiver.way)
  await tryWaiting(world, receiver.way)
  const messages = webhook.received()
  expect(messages).toHaveLength(3)
  expect(new Set(messages.map(({ id }) => id)).size).toBe(1)
  expect(messages[0]).toMatchObject({ type: 'content.changed', data: { workshopIds: [workshop.id] } })
  expect(await logOf(webhook.id)).toEqual(
    [500, 302, 204].map((status, at) => ({ state: 'DELIVERED', number: at + 1, status, failure: null })),
  )
  expect(await findRow(webhook.id)).toEqual({ pauseReason: null, failing: false })
  await minute(world, receiver.way)
  expect(webhook.received()).toHaveLength(3)
})

test('the worker does all of it by itself', async () => {
  const { webhook, rename } = await openRoom()
  await rename('Renamed')
  receiver.statuses.push(503)
  const worker = startBackground(world.db, world.url, receiver.way)
  await addJobs(world.db, 'webhooks', [{}])
  await vi.waitFor(async () => expect((await logOf(webhook.id)).length).toBe(1), { timeout: 30_000 })
  await vi.waitFor(() => expect(webhook.received()).toHaveLength(2), { timeout: 60_000, interval: 100 })
  await worker.stop()
})

test('redirections are not followed, and nothing but the message is sent', async () => {
  const { webhook, rename } = await openRoom()
  await rename('Renamed')
  receiver.statuses.push(307)
  await minute(world, receiver.way)
  expect(receiver.requests.filter(({ path }) => path === '/elsewhere')).toEqual([])
  const sent = receiver.requests.find(({ path }) => path === `/${webhook.id}`)
  expect(Object.keys(sent?.headers ?? {}).toSorted()).toEqual(
    [
      ...['connection', 'content-length', 'content-type', 'host', 'user-agent'],
      ...['webhook-id', 'webhook-signature', 'webhook-timestamp'],
    ].toSorted(),
  )
  await tryWaiting(world, receiver.way)
})

test('a host that answers 410 is paused, and is told nothing more', async () => {
  const { webhook, rename } = await openRoom()
  await rename('Renamed')
  receiver.statuses.push(410)
  await minute(world, receiver.way)
  expect(await findRow(webhook.id)).toMatchObject({ pauseReason: 'GONE' })
  await rename('Again')
  await minute(world, receiver.way)
  expect(await logOf(webhook.id)).toEqual([{ state: 'GIVEN_UP', number: 1, status: 410, failure: null }])
})

test('a host that nothing reaches for days is paused once an event was given up', async () => {
  const { webhook, rename } = await openRoom()
  const failFor = async (days: number) => {
    await rename(`After ${days} days`)
    await tellWebhooks(world.db)
    for (let number = 1; number <= WEBHOOK_TRIES; number += 1) {
      receiver.statuses.push(500)
      await tryWaiting(world, receiver.way)
      await world.db
        .$client`update webhooks set failing_since = now() - make_interval(days => ${days}) where id = ${webhook.id}`
    }
    return findRow(webhook.id)
  }
  expect(await failFor(1)).toMatchObject({ pauseReason: null })
  expect(await failFor(FAILING_DAYS)).toMatchObject({ pauseReason: 'FAILING' })
  const log = await logOf(webhook.id)
  expect(log).toHaveLength(2 * WEBHOOK_TRIES)
  expect(new Set(log.map(({ state }) => state))).toEqual(new Set(['GIVEN_UP']))
})

test('what was given up, or changed during a pause, is told afterwards', async () => {
  const { workshop, webhook, rename } = await openRoom()
  await rename('Renamed')
  receiver.statuses.push(410)
  await minute(world, receiver.way)
  await world.db.$client`update webhooks set paused_at = null, pause_reason = null where id = ${webhook.id}`
  await minute(world, receiver.way)
  expect(webhook.received()[1]).toMatchObject({ data: { workshopIds: [workshop.id] } })
})

test('while one event waits, later changes gather, and come together afterwards', async () => {
  const { webhook, rename } = await openRoom()
  await rename('First')
  receiver.statuses.push(500)
  await minute(world, receiver.way)
  await rename('Second')
  await tellWebhooks(world.db)
  expect(await logOf(webhook.id)).toHaveLength(1)
  await tryWaiting(world, receiver.way)
  await minute(world, receiver.way)
  expect((await logOf(webhook.id)).map(({ state, status }) => [state, status])).toEqual([
    ['DELIVERED', 500],
    ['DELIVERED', 204],
    ['DELIVERED', 204],
  ])
})

test('a token that was revoked meanwhile is told nothing', async () => {
  const { webhook, token, rename } = await openRoom()
  await rename('Renamed')
  await tellWebhooks(world.db)
  await world.db.$client`update partner_tokens set revoked_at = now() where id = ${token.id}`
  await tryWaiting(world, receiver.way)
  expect(webhook.received()).toEqual([])
  expect(await logOf(webhook.id)).toMatchObject([{ state: 'GIVEN_UP', number: null }])
})

test('a webhook that was removed meanwhile leaves nothing behind', async () => {
  const { webhook, rename } = await openRoom()
  await rename('Renamed')
  await tellWebhooks(world.db)
  await world.db.$client`delete from webhooks where id = ${webhook.id}`
  await tryWaiting(world, receiver.way)
  expect(webhook.received()).toEqual([])
})

test('without its secret a webhook sends nothing, and says so', async () => {
  const { webhook } = await openRoom()
  await world.db.$client`update webhooks set secret = ${Buffer.alloc(64)} where id = ${webhook.id}`
  await world.db.transaction((tx) =>
    sendLater(tx, [{ webhookId: webhook.id, event: 'TEST', workshopIds: [], projectIds: [], tells: [] }]),
  )
  await tryWaiting(world, receiver.way)
  expect(await logOf(webhook.id)).toMatchObject([{ status: null, failure: 'SECRET_LOST' }])
  expect(receiver.requests.filter(({ path }) => path === `/${webhook.id}`)).toEqual([])
})

test('what was sent is forgotten after some weeks, and what still waits is not', async () => {
  const { webhook, rename } = await openRoom()
  for (const title of ['One', 'Two']) {
    await rename(title)
    await minute(world, receiver.way)
  }
  await rename('Three')
  await tellWebhooks(world.db)
  await world.db.execute(sql`update webhook_deliveries set created_at = now() - make_interval(days => ${WEBHOOK_LOG_DAYS}, hours => 1)
    where webhook_id = ${webhook.id} and id <> (select max(id::text)::uuid from webhook_deliveries
      where webhook_id = ${webhook.id} and state = 'DELIVERED')`)
  await forgetOldDeliveries(world.db)
  expect((await logOf(webhook.id)).map(({ state }) => state)).toEqual(['DELIVERED', 'WAITING'])
  await tryWaiting(world, receiver.way)
})

test('what was never tried, for its job is lost, holds up nothing for long', async () => {
  const { workshop, webhook, rename } = await openRoom()
  await rename('Renamed')
  await tellWebhooks(world.db)
  await world.db.$client`delete from graphile_worker._private_jobs`
  await world.db
    .$client`update webhook_deliveries set next_try_at = now() - interval '25 hours' where webhook_id = ${webhook.id}`
  await forgetOldDeliveries(world.db)
  await minute(world, receiver.way)
  expect(webhook.received()).toMatchObject([{ data: { workshopIds: [workshop.id] } }])
})
