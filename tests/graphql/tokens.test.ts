import { afterAll, beforeAll, expect, test } from 'vitest'
import { checksum } from '#tests/support/checksum.ts'
import { ask, type HttpWorld, openHttpWorld, send, signedIn } from '#tests/support/http-server.ts'

/** Whatever is shown that is no token of a partner is refused alike, and a session is no token. */

let world: HttpWorld
beforeAll(async () => {
  world = await openHttpWorld()
})
afterAll(() => world.close())

const RENAME = 'mutation { renameViewer(name: "Somebody else") { __typename } }'

test('an unknown, a malformed, an empty and a stolen token are refused in the same words, for queries and mutations', async () => {
  const anna = await world.person()
  const before = await checksum(world.db)
  const shown = [
    'Bearer qlab_0123456789abcdef',
    'Bearer',
    'bearer  x',
    '',
    'Basic YTpi',
    `Bearer ${anna.token}`,
  ]
  const answers = []
  for (const authorization of shown) {
    for (const query of ['{ viewer { id } }', RENAME]) {
      const answer = await ask(world.server, query, {}, { authorization, ...signedIn(anna) })
      answers.push({
        status: answer.status,
        errors: answer.errors,
        challenge: answer.headers['www-authenticate'],
      })
    }
  }
  expect(answers[0]).toMatchObject({
    status: 401,
    errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    challenge: 'Bearer error="invalid_token"',
  })
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(await checksum(world.db)).toBe(before)
})

test.each(['token', 'access_token', 'api_key', 'authorization', 'session', 'qlab.session'])(
  'a token in the address, as %s, is not looked at',
  async (name) => {
    const anna = await world.person()
    const before = await checksum(world.db)
    const search = `?${name}=${anna.token}`
    const asking = await send(world.server, {
      search,
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ viewer { id } }"}',
    })
    expect(asking).toMatchObject({ status: 200, data: { viewer: null } })
    const body = JSON.stringify({ query: RENAME })
    const acting = await send(world.server, { search, headers: { 'content-type': 'application/json' }, body })
    expect(acting.errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }])
    expect(await checksum(world.db)).toBe(before)
  },
)

test.each(['token', 'authorization', 'session', '__Host-qlab.session', 'QLAB.SESSION'])(
  'a token in a cookie of another name, %s, is not looked at',
  async (name) => {
    const anna = await world.person()
    const answer = await ask(world.server, '{ viewer { id } }', {}, { cookie: `${name}=${anna.token}` })
    expect(answer).toMatchObject({ status: 200, data: { viewer: null } })
  },
)

test('a session that was tampered with or has ended is nobody', async () => {
  const anna = await world.person()
  expect(await ask(world.server, '{ viewer { id } }', {}, signedIn(anna))).toMatchObject({
    data: { viewer: { id: anna.id } },
  })
  for (const token of [
    `${anna.token}x`,
    anna.token.slice(1),
    anna.token.toUpperCase(),
    '',
    'null',
    '\u00e9',
  ]) {
    const answer = await ask(world.server, '{ viewer { id } }', {}, signedIn({ token }))
    expect(answer).toMatchObject({ status: 200, data: { viewer: null } })
  }
  await world.db.$client`update sessions set expires_at = now() where person_id = ${anna.id}`
  expect(await ask(world.server, '{ viewer { id } }', {}, signedIn(anna))).toMatchObject({
    data: { viewer: null },
  })
})
