import { once } from 'node:events'
import { request } from 'node:http'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { log } from '#log.ts'
import { type HttpWorld, openHttpWorld } from '#tests/support/http-server.ts'

/** What the log holds of a request: enough to find it, and nothing that opens anything. */

let world: HttpWorld
beforeAll(async () => {
  world = await openHttpWorld()
})
afterAll(() => world.close())

vi.spyOn(log, 'isLevelEnabled').mockReturnValue(true)
/** Sends an address as it is written, which `fetch` would tidy up. */
async function send(path: string): Promise<void> {
  const asked = request({ port: world.server.port, host: '127.0.0.1', path })
  asked.end()
  const [response] = await once(asked, 'response')
  response.resume()
  await once(response, 'end')
}

const told = vi.spyOn(log, 'info').mockImplementation(() => {})
afterEach(() => told.mockClear())

test.each([
  ['/api/exports/issues.csv?for=1&until=2&signature=SECRET', '/api/exports/issues.csv'],
  ['/api/write-ups/linked/SECRET/archive.json', '/api/write-ups/linked/…/archive.json'],
  ['/write-ups/SECRET', '/write-ups/…'],
  ['/welcome/SECRET', '/welcome/…'],
  ['/j/SECRET', '/j/…'],
  ['//j/SECRET', '/j/…'],
  ['/%6A/SECRET', '/j/…'],
  ['/J/SECRET', '/J/…'],
  ['/./j//SECRET', '/j/…'],
  ['/x/..%2fj/SECRET', '/j/…'],
  ['/j\\SECRET', '/j/…'],
  ['/j/%E0%A4%A/SECRET', '…'],
])('%s is logged without what opens it', async (address, path) => {
  await send(address)
  await vi.waitFor(() => expect(told).toHaveBeenCalled())
  expect(told.mock.calls[0]?.[0]).toMatchObject({ method: 'GET', path })
  expect(JSON.stringify(told.mock.calls)).not.toContain('SECRET')
})
