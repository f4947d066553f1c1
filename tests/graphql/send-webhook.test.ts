import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { isPublicAddress } from '#graphql/public-addresses.ts'
import { sendWebhook, type Way } from '#graphql/send-webhook.ts'
import { selfSigned } from '#tests/support/self-signed.ts'
import { type Receiver, SILENCE, startReceiver } from '#tests/support/webhooks.ts'

/** Where messages never go, and what is said of hosts that cannot be reached. */

let receiver: Receiver
beforeAll(async () => {
  receiver = await startReceiver()
})
afterAll(() => receiver.close())

/** A way that finds these addresses for every name, and is strict about them, as the product is. */
function strict(...found: string[]) {
  const asked: string[] = []
  const way: Way = {
    isAllowed: isPublicAddress,
    async lookUp(name) {
      asked.push(name)
      return found.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))
    },
  }
  return { way, asked }
}
const message = (url: string) => ({ id: 'm', url, secret: 'whsec_c2VjcmV0', body: '{}' })
const REFUSED = { status: null, failure: 'ADDRESS_REFUSED' }

test.each([
  [['10.0.0.1']],
  [['127.0.0.1']],
  [['169.254.169.254']],
  [['::ffff:127.0.0.1']],
  [['64:ff9b::7f00:1']],
  [['8.8.8.8', '10.0.0.1']],
  [[]],
])('a name that leads to %s is not called', async (found) => {
  expect(await sendWebhook(message(receiver.addressOf('private')), strict(...found).way)).toEqual(REFUSED)
})

test('private addresses in figures are not called, however they came there', async () => {
  for (const host of ['127.0.0.1', '10.0.0.1', '[::1]', '[::ffff:7f00:1]', '0x7f.1']) {
    const { way, asked } = strict('8.8.8.8')
    const outcome = await sendWebhook(message(`https://${host}:${receiver.port}/private`), way)
    expect([host, outcome, asked]).toEqual([host, REFUSED, []])
  }
})

test('a name is looked up once: one that answers differently the second time gets nowhere', async () => {
  const asked: string[] = []
  const rebinding: Way = {
    isAllowed: (address) => address === '127.0.0.2',
    ca: receiver.way.ca,
    async lookUp(name) {
      asked.push(name)
      return [{ address: asked.length === 1 ? '127.0.0.2' : '127.0.0.1', family: 4 }]
    },
  }
  expect(await sendWebhook(message(receiver.addressOf('rebinding')), rebinding)).toEqual({
    status: null,
    failure: 'CONNECTION',
  })
  expect(asked).toHaveLength(1)
  expect(await sendWebhook(message(receiver.addressOf('rebinding')), rebinding)).toEqual(REFUSED)
  expect(receiver.requests.filter(({ path }) => path === '/rebinding' || path === '/private')).toEqual([])
})

test('a certificate that nobody vouches for, or of another host, is not accepted', async () => {
  const other = selfSigned('somebody.else.test').cert
  const { isAllowed, lookUp } = receiver.way
  for (const way of [
    { isAllowed, lookUp },
    { isAllowed, lookUp, ca: other },
  ]) {
    expect(await sendWebhook(message(receiver.addressOf('certificate')), way)).toEqual({
      status: null,
      failure: 'CERTIFICATE',
    })
  }
  const elsewhere = message(`https://other.lab.test:${receiver.port}/certificate`)
  expect(await sendWebhook(elsewhere, receiver.way)).toEqual({ status: null, failure: 'CERTIFICATE' })
})

test('a name that nobody knows, and a port where nobody listens, are told apart', async () => {
  const unknown: Way = {
    ...receiver.way,
    lookUp: () => Promise.reject(Object.assign(new Error('not found'), { code: 'ENOTFOUND' })),
  }
  expect(await sendWebhook(message('https://unknown.lab.test/'), unknown)).toEqual({
    status: null,
    failure: 'NAME_NOT_FOUND',
  })
  expect(await sendWebhook(message('https://hooks.lab.test:1/'), receiver.way)).toEqual({
    status: null,
    failure: 'CONNECTION',
  })
})

test('a host that wants to speak another protocol is no answer', async () => {
  receiver.statuses.push(101)
  expect(await sendWebhook(message(receiver.addressOf('protocol')), receiver.way)).toEqual({
    status: null,
    failure: 'CONNECTION',
  })
})

test('a host that does not answer in ten seconds is left', async () => {
  const ticking = AbortSignal.timeout.bind(AbortSignal)
  const hurried = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => ticking(200))
  receiver.statuses.push(SILENCE)
  const outcome = await sendWebhook(message(receiver.addressOf('silence')), receiver.way)
  expect([outcome, hurried.mock.calls]).toEqual([{ status: null, failure: 'TIMEOUT' }, [[10_000]]])
  hurried.mockRestore()
})
