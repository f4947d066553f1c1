import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:http'
import { connect } from 'node:net'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type HttpWorld, openHttpWorld } from '#tests/support/http-server.ts'

/** Who calls is who the connection is from, and what a trusted proxy says of whom it speaks for. Nobody else is believed. */

let world: HttpWorld
beforeAll(async () => {
  world = await openHttpWorld()
})
afterAll(async () => {
  await world.close()
  vi.unstubAllEnvs()
})

type Heard = { address: string; protocol: string; requestId: string | null; proxied: boolean; left: string[] }

async function hear(trusted: string, peer: string, headers: Record<string, string>): Promise<Heard> {
  vi.resetModules()
  vi.stubEnv('TRUSTED_PROXIES', trusted)
  const { meetCaller } = await import('../../trusted-proxies.ts')
  const asked = { httpVersion: '1.1', headers: { ...headers }, socket: { remoteAddress: peer } }
  const heard = meetCaller(asked as unknown as IncomingMessage)
  return { ...heard, left: Object.keys(asked.headers).filter((name) => headers[name] !== undefined) }
}

const CLAIMS = {
  'x-forwarded-for': '203.0.113.9, 198.51.100.7',
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'evil.example',
  'x-request-id': 'from-the-proxy-1',
}

test('a stranger who claims to be forwarded is who they are', async () => {
  const heard = await hear('loopback', '192.0.2.4', CLAIMS)
  expect(heard).toMatchObject({ address: '192.0.2.4', protocol: 'http', requestId: null, proxied: true })
  expect(heard.left.toSorted()).toEqual(['x-forwarded-proto', 'x-request-id'])
})

test('a trusted proxy is believed about the caller that it names last, and about no one further away', async () => {
  const heard = await hear('loopback', '127.0.0.1', CLAIMS)
  expect(heard).toMatchObject({ address: '198.51.100.7', protocol: 'https', requestId: 'from-the-proxy-1' })
  const chain = await hear('loopback, 198.51.100.0/24', '::1', CLAIMS)
  expect(chain.address).toBe('203.0.113.9')
  expect((await hear('none', '127.0.0.1', CLAIMS)).address).toBe('127.0.0.1')
})

test('a request id that is none is replaced', async () => {
  for (const id of ['short', 'with spaces in it', `${'long'.repeat(40)}`, '<script>alert(1)</script>'])
    expect((await hear('loopback', '127.0.0.1', { 'x-request-id': id })).requestId).toBeNull()
})

test('a proxy that says nothing of the caller gives itself away by its old protocol', async () => {
  const { address, proxied } = await hear('loopback', '127.0.0.1', {})
  expect([address, proxied]).toEqual(['127.0.0.1', false])
  const socket = connect(world.server.port, '127.0.0.1')
  socket.end('GET /api/health HTTP/1.0\r\nHost: localhost:3000\r\n\r\n')
  const [answer] = await once(socket, 'data')
  expect(String(answer)).toContain('200 OK')
})

test('every answer says that it is not to be sniffed, and a form from a page of another site is refused', async () => {
  const post = async (path: string, headers: Record<string, string>) => {
    const asked = request({ port: world.server.port, host: '127.0.0.1', method: 'POST', path, headers })
    asked.end()
    const [response] = await once(asked, 'response')
    response.resume()
    expect(response.headers['x-content-type-options']).toBe('nosniff')
    return response.statusCode
  }
  const action = { 'next-action': 'a'.repeat(40), host: 'lab.test' }
  expect(await post('/join', { ...action, origin: 'https://evil.example' })).toBe(403)
  expect(await post('/join', { ...action, origin: 'null' })).toBe(403)
  // What is let through reaches the pages, of which this world has none.
  expect(await post('/join', { ...action, origin: 'http://lab.test' })).toBe(404)
  expect(await post('/join', action)).toBe(404)
})
