import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { Webhook } from 'standardwebhooks'
import { v7 } from 'uuid'
import { makeWebhookSecret, sealWebhookSecret } from '#auth/webhook-secrets.ts'
import type { Database } from '#db/client.ts'
import { beginTelling } from '#db/queries/webhook-changes.ts'
import { insertWebhook } from '#db/queries/webhooks.ts'
import { PUBLIC_WAY, type Way } from '#graphql/send-webhook.ts'
import { DELIVERY, deliverWebhook, tellWebhooks } from '#graphql/tell-webhooks.ts'
import { selfSigned } from './self-signed.ts'
import type { World } from './world.ts'

const HOST = 'hooks.lab.test'
/** In place of a status: the host takes the message and never answers. */
export const SILENCE = 0
const OTHER_PROTOCOL = 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: other\r\n\r\n'

/** A message as a receiver finds it once its signature has been verified by the library. */
export type Received = {
  id: string
  path: string
  type: string
  data: { workshopIds: string[]; projectIds: string[] }
}

export type Receiver = Awaited<ReturnType<typeof startReceiver>>

/** A real https server of a partner. It answers with the statuses that it is given, then with 204. */
export async function startReceiver() {
  const { key, cert } = selfSigned(HOST)
  const requests: { path: string; headers: Record<string, string>; body: string }[] = []
  const statuses: number[] = []
  const server = createServer({ key, cert }, async (req, res) => {
    const headers = Object.fromEntries(
      Object.entries(req.headers).map(([name, value]) => [name, String(value)]),
    )
    requests.push({ path: req.url ?? '', headers, body: await text(req) })
    const status = statuses.shift() ?? 204
    if (status === SILENCE) return
    if (status === 101) return req.socket.end(OTHER_PROTOCOL)
    res.writeHead(status, { location: `https://${HOST}:${port}/elsewhere` }).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const way: Way = {
    isAllowed: (address) => address === '127.0.0.1',
    lookUp: async () => [{ address: '127.0.0.1', family: 4 }],
    ca: cert,
  }
  return {
    port,
    requests,
    statuses,
    way,
    addressOf: (path: string) => `https://${HOST}:${port}/${path}`,
    close() {
      server.closeAllConnections()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

/** A row as registering makes it; it was told nothing yet. */
export async function writeWebhook(db: Database, tokenId: string): Promise<string> {
  const id = v7()
  const url = `https://data.example.org/${id}`
  const secret = sealWebhookSecret(makeWebhookSecret(), id)
  await db.transaction((tx) => insertWebhook(tx, { id, tokenId, url, secret, createdById: null }))
  return id
}

/** A webhook as an administrator would have registered it, with what a test does to it and finds at its receiver. */
export async function giveWebhook({ db }: World, receiver: Receiver, tokenId: string) {
  const id = v7()
  const secret = makeWebhookSecret()
  const sealed = sealWebhookSecret(secret, id)
  await db.transaction(async (tx) => {
    await insertWebhook(tx, { id, tokenId, url: receiver.addressOf(id), secret: sealed, createdById: null })
    await beginTelling(tx, id)
  })
  return {
    id,
    secret,
    /** What has come in for this webhook: verified, or it throws. */
    received: (): Received[] =>
      receiver.requests
        .filter(({ path }) => path === `/${id}`)
        .map(({ path, headers, body }) => {
          const verified = new Webhook(secret).verify(body, headers) as Pick<Received, 'type' | 'data'>
          return { ...verified, id: headers['webhook-id'] ?? '', path }
        }),
  }
}

/** A minute passes on one instance: what has changed is found, and whatever waits is tried once, however late it is due. */
export async function minute(world: World, way: Way = PUBLIC_WAY): Promise<void> {
  await tellWebhooks(world.db)
  await tryWaiting(world, way)
}

/** What the worker does with the tries that wait, as far as they waited at the beginning. */
export async function tryWaiting({ db }: World, way: Way): Promise<void> {
  const jobs = await db.$client<{ payload: unknown }[]>`
    delete from graphile_worker._private_jobs j using graphile_worker._private_tasks t
    where t.id = j.task_id and t.identifier = 'webhook' returning j.payload`
  for (const { payload } of jobs) await deliverWebhook(db, DELIVERY.parse(payload), way)
}
