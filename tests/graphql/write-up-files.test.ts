import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createGraphqlServer } from '#graphql/server.ts'
import { openWorld, type World } from '#tests/support/world.ts'

vi.mock('server-only', () => ({}))
vi.mock('next/headers', () => ({
  headers: async () => new Headers({ host: 'lab.test' }),
  cookies: async () => ({ get: () => undefined }),
}))

/** Files of a write-up: few are made at once, and a place is free again however a file ended. */

let world: World
let serveFile: typeof import('#app/_write-up/serve-file.ts').serveFile
beforeAll(async () => {
  world = await openWorld()
  globalThis.qlab = (await createGraphqlServer(world.db)).inProcess
  ;({ serveFile } = await import('#app/_write-up/serve-file.ts'))
})
afterAll(() => world.close())

async function openWriteUp() {
  const { workshop } = await world.workshop({ published: true })
  await world.db
    .$client`insert into write_ups (workshop_id, token, audience, published_at) values (${workshop.id}, ${workshop.id}, 'EVERYBODY', now())`
  return (name: string, method = 'GET') => serveFile({ method }, { slug: workshop.slug }, name)
}

test('whoever asks for the headers alone takes no place', async () => {
  const get = await openWriteUp()
  for (let at = 0; at < 5; at++) {
    const head = await get('issues.csv', 'HEAD')
    expect([head.status, head.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
  }
  expect(await (await get('issues.csv')).text()).toContain('issue_id')
})

test('a file that was read or left frees its place', async () => {
  const get = await openWriteUp()
  const read = async (name: string) => {
    const answer = await get(name)
    expect([name, answer.status, (await answer.arrayBuffer()).byteLength > 0]).toEqual([name, 200, true])
  }
  for (const name of ['issues.csv', 'write-up.pdf', 'archive.json', 'ideas.csv']) await read(name)
  const open = [await get('issues.csv'), await get('write-up.pdf'), await get('archive.json')]
  expect((await get('issues.csv')).status).toBe(503)
  for (const { body } of open) await body?.cancel()
  // A place is free again once what was being written is there.
  await vi.waitFor(() => read('issues.csv'))
})
