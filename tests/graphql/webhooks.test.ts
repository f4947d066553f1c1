import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { WEBHOOKS_AT_MOST } from '#domain/webhooks.ts'
import { log } from '#log.ts'
import { ask, type HttpWorld, openHttpWorld, signedIn } from '#tests/support/http-server.ts'
import { type GivenToken, giveToken } from '#tests/support/partners.ts'
import { giveWebhook, minute, type Receiver, startReceiver } from '#tests/support/webhooks.ts'
import type { TestPerson } from '#tests/support/world.ts'

/** Who registers webhooks, what is refused, and what the token's holder reads of them. */

let world: HttpWorld
let receiver: Receiver
let admin: TestPerson
beforeAll(async () => {
  world = await openHttpWorld()
  receiver = await startReceiver()
  admin = await world.person({ platformRole: 'ADMIN' })
})
afterAll(async () => {
  await world.close()
  await receiver.close()
})

const SHOWN = {
  WebhookSuccess: 'webhook { id state pauseReason }',
  WebhookSecretSuccess: 'secret webhook { id url state pauseReason deliveries { totalCount } }',
}
type Answer = {
  __typename: string
  code?: string
  field?: string
  message?: string
  secret?: string
  webhook?: { id: string; url: string; state: string; pauseReason: string | null }
}

async function act(call: string): Promise<Answer> {
  const success = /^(register|renew)/.test(call) ? 'WebhookSecretSuccess' : 'WebhookSuccess'
  const answer = `__typename ... on Refusal { code field message } ... on ${success} { ${SHOWN[success]} }`
  const operation = `mutation { made: ${call} { ${answer} } }`
  const { data, errors } = await ask(world.server, operation, {}, signedIn(admin))
  expect(errors).toBeUndefined()
  return (data as { made: Answer }).made
}
const register = (tokenId: string, url: string) =>
  act(`registerWebhook(input: { tokenId: "${tokenId}", url: ${JSON.stringify(url)} })`)

async function read({ headers }: GivenToken, selection = 'id url state pauseReason') {
  const { data, errors } = await ask(world.server, `{ webhooks { ${selection} } }`, {}, headers)
  expect(errors).toBeUndefined()
  return (data as { webhooks: Record<string, unknown>[] }).webhooks
}

test('a webhook is registered, its secret shown once and kept encrypted', async () => {
  const token = await giveToken(world)
  const made = await register(token.id, 'https://data.example.org/qlab?key=1')
  expect(made).toMatchObject({
    __typename: 'WebhookSecretSuccess',
    webhook: { url: 'https://data.example.org/qlab?key=1', state: 'ACTIVE', pauseReason: null },
  })
  expect(made.secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/)
  const [row] = await world.db.$client<{ text: string; bytes: Uint8Array }[]>`
    select w::text as text, w.secret as bytes from webhooks w where id = ${made.webhook?.id ?? ''}`
  const bytes = Buffer.from(made.secret?.slice('whsec_'.length) ?? '', 'base64')
  expect(row?.text).not.toContain(made.secret?.slice('whsec_'.length))
  for (const kept of [made.secret ?? '', bytes]) {
    expect(Buffer.from(row?.bytes ?? []).includes(kept)).toBe(false)
  }
  expect(await read(token)).toEqual([made.webhook && expect.objectContaining({ id: made.webhook.id })])
})

test('another secret can be made, which takes the place of the first', async () => {
  const token = await giveToken(world)
  const webhook = await giveWebhook(world, receiver, token.id)
  const renewed = await act(`renewWebhookSecret(id: "${webhook.id}")`)
  expect(renewed.secret).toMatch(/^whsec_/)
  await act(`testWebhook(id: "${webhook.id}")`)
  await minute(world, receiver.way)
  expect(() => webhook.received()).toThrow('signature')
})

test.each([
  'http://data.example.org/',
  'https://anna:pass@data.example.org/',
  'https://data.example.org/#x',
  'https://127.0.0.1:8443/',
  'https://[::ffff:127.0.0.1]/',
  'https://169.254.169.254/latest/meta-data',
  'https://localhost:8443/',
  'https://data.example.org:22/',
  'nonsense',
])('%s is refused at once', async (url) => {
  const { id } = await giveToken(world)
  expect(await register(id, url)).toMatchObject({
    __typename: 'Refusal',
    code: 'BAD_USER_INPUT',
    field: 'url',
  })
})

test('a token has five webhooks at most, also where six are registered at once, and none twice', async () => {
  const token = await giveToken(world)
  const tries = Array.from({ length: WEBHOOKS_AT_MOST + 1 }, (_, at) =>
    register(token.id, `https://data.example.org/${at}`),
  )
  const codes = (await Promise.all(tries)).map(({ code }) => code ?? 'ok')
  expect(codes.toSorted()).toEqual(['NOT_ALLOWED_NOW', ...Array(WEBHOOKS_AT_MOST).fill('ok')])
  const other = await giveToken(world)
  await register(other.id, 'https://data.example.org/')
  expect(await register(other.id, 'https://data.example.org')).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'url',
  })
})

test('a token that has ended or was revoked gets no webhook and no test', async () => {
  const revoked = await giveToken(world)
  const webhook = await giveWebhook(world, receiver, revoked.id)
  await world.db.$client`update partner_tokens set revoked_at = now() where id = ${revoked.id}`
  const expired = await giveToken(world, { expiresAt: new Date(Date.now() - 1) })
  for (const { id } of [revoked, expired]) {
    expect(await register(id, 'https://data.example.org/')).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  }
  expect(await act(`testWebhook(id: "${webhook.id}")`)).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
})

test('a webhook is paused, resumed and removed with its log', async () => {
  const token = await giveToken(world)
  const { id } = await giveWebhook(world, receiver, token.id)
  for (let times = 0; times < 2; times += 1) {
    expect((await act(`pauseWebhook(id: "${id}")`)).webhook).toMatchObject({
      state: 'PAUSED',
      pauseReason: 'An administrator of the Lab paused it.',
    })
  }
  for (let times = 0; times < 2; times += 1) {
    expect((await act(`resumeWebhook(id: "${id}")`)).webhook).toMatchObject({
      state: 'ACTIVE',
      pauseReason: null,
    })
  }
  const remove = `mutation { removeWebhook(id: "${id}") { ... on RemoveWebhookSuccess { webhookId } } }`
  expect((await ask(world.server, remove, {}, signedIn(admin))).data).toEqual({
    removeWebhook: { webhookId: id },
  })
  expect((await ask(world.server, remove, {}, signedIn(admin))).errors).toMatchObject([
    { extensions: { code: 'NOT_FOUND' } },
  ])
  expect(await read(token)).toEqual([])
})

test('tests go out one at a time, and stand in the log with what came of them', async () => {
  const token = await giveToken(world)
  const webhook = await giveWebhook(world, receiver, token.id)
  await act(`testWebhook(id: "${webhook.id}")`)
  expect(await act(`testWebhook(id: "${webhook.id}")`)).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  await minute(world, receiver.way)
  expect(webhook.received()).toMatchObject([{ type: 'test', data: { workshopIds: [], projectIds: [] } }])
  receiver.statuses.push(500)
  await act(`testWebhook(id: "${webhook.id}")`)
  await minute(world, receiver.way)
  const log =
    'deliveries { totalCount edges { node { id event state nextTryAt tries { number status failure words } } } }'
  const [found] = await read(token, log)
  const tryOf = (status: number, words: string) => [{ number: 1, status, failure: null, words }]
  const about = { event: 'TEST', nextTryAt: null }
  expect(found).toMatchObject({
    deliveries: {
      totalCount: 2,
      edges: [
        { node: { ...about, state: 'GIVEN_UP', tries: tryOf(500, 'The answer was 500.') } },
        { node: { ...about, state: 'DELIVERED', tries: tryOf(204, 'It has arrived: the answer was 204.') } },
      ],
    },
  })
})

test('the log comes in pages', async () => {
  const token = await giveToken(world)
  const webhooks = [
    await giveWebhook(world, receiver, token.id),
    await giveWebhook(world, receiver, token.id),
  ]
  for (let times = 0; times < 3; times += 1) {
    for (const { id } of webhooks) await act(`testWebhook(id: "${id}")`)
    await minute(world, receiver.way)
  }
  const page = async (after: string | null) => {
    const log = `deliveries(first: 2${after ? `, after: "${after}"` : ''}) {
      totalCount edges { node { id } } pageInfo { hasNextPage endCursor } }`
    return (await read(token, log)).map(({ deliveries }) => deliveries as LogPage)
  }
  const firsts = await page(null)
  expect(firsts.map(({ totalCount, edges }) => [totalCount, edges.length])).toEqual([
    [3, 2],
    [3, 2],
  ])
  for (const [at, first] of firsts.entries()) {
    const second = (await page(first.pageInfo.endCursor))[at]
    expect(second?.pageInfo.hasNextPage).toBe(false)
    const ids = [first, second].flatMap((log) => log?.edges.map(({ node }) => node.id))
    expect(new Set(ids).size).toBe(3)
  }
})
type LogPage = {
  totalCount: number
  edges: { node: { id: string } }[]
  pageInfo: { hasNextPage: boolean; endCursor: string }
}

test('a token reads its own webhooks, nobody and no person reads any in this way', async () => {
  const [mine, other] = [await giveToken(world), await giveToken(world, { scopes: ['RESULTS'] })]
  const webhook = await giveWebhook(world, receiver, mine.id)
  expect(await read(mine, 'id')).toEqual([{ id: webhook.id }])
  expect(await read(other, 'id')).toEqual([])
  for (const headers of [{}, signedIn(admin)]) {
    expect(await ask(world.server, '{ webhooks { id } }', {}, headers)).toMatchObject({
      data: { webhooks: null },
    })
  }
})

test('no secret of a webhook reaches the log, whatever goes wrong and whoever prints it', async () => {
  const token = await giveToken(world)
  const methods = ['error', 'warn', 'info', 'debug'] as const
  const logged = methods.map((method) => vi.spyOn(log, method).mockImplementation(() => {}))
  const { secret = '', webhook } = await register(token.id, 'https://data.example.org/')
  await act(`testWebhook(id: "${webhook?.id}")`)
  const refusing = { ...receiver.way, lookUp: () => Promise.reject(new Error('Nobody answers')) }
  await minute(world, refusing)
  const entries = JSON.stringify(logged.flatMap(({ mock }) => mock.calls))
  for (const method of logged) method.mockRestore()
  expect(entries).not.toContain(secret.slice('whsec_'.length))
  const program = `const { log } = await import('#log.ts')
    log.error({ err: new Error('Broken: ${secret}'), note: '${secret}' }, 'It said ${secret}')`
  const args = ['--import', 'tsx', '--input-type=module', '--eval', program]
  const { stderr } = await promisify(execFile)(process.execPath, args)
  expect(stderr).toContain('It said whsec_[secret]')
  expect(stderr).not.toContain(secret.slice('whsec_'.length))
})

test('a token has no field that shows a secret, and changes nothing', async () => {
  const token = await giveToken(world)
  const { id } = await giveWebhook(world, receiver, token.id)
  const { errors } = await ask(world.server, '{ webhooks { secret } }', {}, token.headers)
  expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }])
  const remove = `mutation { removeWebhook(id: "${id}") { __typename } }`
  expect((await ask(world.server, remove, {}, token.headers)).errors).toMatchObject([
    { extensions: { code: 'FORBIDDEN' } },
  ])
  expect(await read(token, 'id')).toEqual([{ id }])
})

test('the webhooks go on with the token that takes the place of theirs', async () => {
  const old = await giveToken(world)
  const { id } = await giveWebhook(world, receiver, old.id)
  const rotate = `mutation { rotateToken(input: { id: "${old.id}" }) {
    ... on PartnerTokenSuccess { partnerToken { webhooks { id } } } } }`
  const { data } = await ask(world.server, rotate, {}, signedIn(admin))
  expect(data).toEqual({ rotateToken: { partnerToken: { webhooks: [{ id }] } } })
  expect(await read(old, 'id')).toEqual([])
})
