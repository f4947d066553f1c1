import { execFile } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook } from 'standardwebhooks'
import { expect, test, vi } from 'vitest'
import { EXAMPLE_MESSAGE, NODE_RECEIVER } from '#app/(public)/partners/webhook-examples.ts'
import { makeWebhookSecret } from '#auth/webhook-secrets.ts'

/** What the page for partners says of webhooks works as it stands. */

async function findFreePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

test('the receiver in JavaScript takes what the Lab has signed, and nothing else', async () => {
  const secret = makeWebhookSecret()
  const port = await findFreePort()
  const env = { ...process.env, QLAB_WEBHOOK_SECRET: secret, PORT: String(port) }
  let said = ''
  const receiver = execFile(process.execPath, ['--input-type=module', '--eval', NODE_RECEIVER], { env })
  receiver.stdout?.on('data', (text) => {
    said += text
  })
  const body = EXAMPLE_MESSAGE.split('\n\n')[1] ?? ''
  const post = async (sentAt: Date, sent: string, signedWith = secret) => {
    const headers = {
      'webhook-id': 'm1',
      'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1_000)),
      'webhook-signature': new Webhook(signedWith).sign('m1', sentAt, body),
    }
    return (await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body: sent })).status
  }
  const now = new Date()
  await vi.waitFor(() => post(now, body), { timeout: 20_000 })
  expect(await post(now, body)).toBe(204)
  expect(await post(now, body.replace('content', 'other'))).toBe(401)
  expect(await post(now, body, makeWebhookSecret())).toBe(401)
  expect(await post(new Date(now.getTime() - 600_000), body)).toBe(401)
  expect((await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body })).status).toBe(401)
  await vi.waitFor(() => expect(said).toMatch(/^m1 content\.changed/))
  receiver.kill()
})
