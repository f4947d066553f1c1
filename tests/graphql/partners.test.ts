import { afterAll, beforeAll, expect, test } from 'vitest'
import { createGraphqlServer } from '#graphql/server.ts'
import { checksum } from '#tests/support/checksum.ts'
import {
  ask,
  type HttpWorld,
  JSON_HEADERS,
  openHttpWorld,
  send,
  serve,
  signedIn,
} from '#tests/support/http-server.ts'
import { giveToken } from '#tests/support/partners.ts'

/** What a token opens over HTTP, what it does not, and what its holder is told. */

let world: HttpWorld
beforeAll(async () => {
  world = await openHttpWorld()
})
afterAll(() => world.close())

const LIST = '{ publishedWorkshops { totalCount edges { node { slug } } } }'

test('an unknown, a malformed, a revoked and an expired token are refused in the same words', async () => {
  const revoked = await giveToken(world)
  await world.db.$client`update partner_tokens set revoked_at = now() where id = ${revoked.id}`
  const expired = await giveToken(world, { expiresAt: new Date(Date.now() - 1) })
  const live = await giveToken(world)
  const shown = [
    'Bearer qlab_abcdefghjkmn_0123456789012345678901234567890123456789012',
    'Bearer qlab_short',
    revoked.headers.authorization,
    expired.headers.authorization,
    live.headers.authorization.slice(0, -1),
    `${live.headers.authorization.slice(0, -43)}${'A'.repeat(43)}`,
    `Basic ${live.token}`,
  ]
  const before = await checksum(world.db)
  const answers = []
  for (const authorization of shown) {
    const { status, errors, headers } = await ask(world.server, LIST, {}, { authorization })
    answers.push(
      JSON.stringify({
        status,
        errors,
        challenge: headers['www-authenticate'],
        names: Object.keys(headers).toSorted(),
      }),
    )
  }
  expect(new Set(answers).size).toBe(1)
  expect(answers[0]).toContain('"challenge":"Bearer error=\\"invalid_token\\""')
  expect(answers[0]).toContain('"status":401')
  expect(await checksum(world.db)).toBe(before)
})

test('a token in the address or in a cookie is nobody, and a session beside a token is not looked at', async () => {
  const { token, headers } = await giveToken(world)
  const anna = await world.person({ platformRole: 'ADMIN' })
  const body = '{"query":"{ projects { totalCount } }"}'
  for (const search of [`?token=${token}`, `?authorization=Bearer%20${token}`]) {
    const { errors } = await send(world.server, { search, headers: JSON_HEADERS, body })
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }])
  }
  const cookie = { cookie: `token=${token}; authorization=Bearer ${token}` }
  const { errors } = await ask(world.server, '{ projects { totalCount } }', {}, cookie)
  expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }])
  const both = await ask(world.server, '{ staff { totalCount } }', {}, { ...headers, ...signedIn(anna) })
  expect(both.errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }])
})

test('a token sees its own contract, introspection included, also where the same document is known to people', async () => {
  const { headers } = await giveToken(world)
  for (const query of [
    '{ viewer { id } }',
    '{ workshops { totalCount } }',
    '{ __type(name: "Viewer") { name } }',
  ]) {
    await ask(world.server, query)
    await ask(world.server, query)
    const { data, errors } = await ask(world.server, query, {}, headers)
    if (query.includes('__type')) expect(data).toEqual({ __type: null })
    else expect(errors).toMatchObject([{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }])
  }
  const { data } = await ask(
    world.server,
    '{ __schema { mutationType { name } directives { name } } }',
    {},
    headers,
  )
  expect(data).toMatchObject({ __schema: { mutationType: null } })
  expect(JSON.stringify(data)).not.toMatch(/partner|inside/)
})

test.each([
  'mutation { renameViewer(name: "X") { __typename } }',
  'mutation Make($input: CreateTokenInput!) { createToken(input: $input) { __typename } }',
  'mutation { nothing }',
])('a token is for reading: %s is forbidden', async (query) => {
  const { headers } = await giveToken(world)
  expect(await ask(world.server, query, {}, headers)).toMatchObject({
    status: 200,
    data: null,
    errors: [{ extensions: { code: 'FORBIDDEN' } }],
  })
  const search = `?query=${encodeURIComponent(query)}`
  expect(await send(world.server, { method: 'GET', search, headers })).toMatchObject({ status: 405 })
})

test('without the scope a field is null, and the error names the scope', async () => {
  const { workshop } = await world.workshop({ published: true })
  const { headers } = await giveToken(world, { scopes: ['RESULTS'] })
  const query = `{ workshop(slug: "${workshop.slug}") { title rounds { id } issues { totalCount } statements { id } } }`
  const { status, data, errors } = await ask(world.server, query, {}, headers)
  expect(status).toBe(200)
  expect(data).toEqual({ workshop: { title: 'Discovery', rounds: [], issues: null, statements: null } })
  expect(errors).toHaveLength(2)
  expect(errors?.[0]).toMatchObject({ extensions: { code: 'FORBIDDEN' } })
  expect(errors?.[0]?.message).toContain('content:read')
})

test('what was not granted, or is not published, is not there: not by name, in lists or in counts', async () => {
  const { project, workshop: granted } = await world.workshop({ published: true, title: 'Granted' })
  const other = await world.workshop({ published: true, title: 'Other' })
  const draft = await world.workshop({ projectId: project.id, title: 'Draft' })
  const by = { workshopIds: [granted.id, draft.workshop.id] }
  for (const given of [by, { projectIds: [project.id] }]) {
    const { headers } = await giveToken(world, given)
    const { data } = await ask(
      world.server,
      `{
      publishedWorkshops { totalCount edges { node { title } } }
      projects { totalCount edges { node { id } } }
      project(id: "${project.id}") { workshops { totalCount edges { node { title } } } }
    }`,
      {},
      headers,
    )
    const workshops = { totalCount: 1, edges: [{ node: { title: 'Granted' } }] }
    expect(data).toEqual({
      publishedWorkshops: workshops,
      projects: { totalCount: 1, edges: [{ node: { id: project.id } }] },
      project: { workshops },
    })
    for (const hidden of [
      `workshop(slug: "${other.workshop.slug}") { id }`,
      `workshop(slug: "${draft.workshop.slug}") { id }`,
      `project(id: "${other.project.id}") { id }`,
    ]) {
      const { errors } = await ask(world.server, `{ ${hidden} }`, {}, headers)
      expect([hidden, errors]).toMatchObject([hidden, [{ extensions: { code: 'NOT_FOUND' } }]])
    }
  }
})

test('a token that is revoked while somebody pages is refused at once, on every instance', async () => {
  const second = await serve(await createGraphqlServer(world.db))
  const { id, headers } = await giveToken(world)
  for (let page = 0; page < 3; page++) {
    for (const server of [world.server, second]) {
      expect((await ask(server, LIST, {}, headers)).status).toBe(200)
    }
  }
  const admin = await world.person({ platformRole: 'ADMIN' })
  const { data } = await ask(
    world.server,
    `mutation { revokeToken(id: "${id}") { ... on RevokeTokenSuccess { partnerToken { state } } } }`,
    {},
    signedIn(admin),
  )
  expect(data).toEqual({ revokeToken: { partnerToken: { state: 'REVOKED' } } })
  for (const server of [world.server, second]) expect((await ask(server, LIST, {}, headers)).status).toBe(401)
  await second.close()
})

test('the token is shown once, kept as a hash, and rotated with an overlap', async () => {
  const admin = await world.person({ platformRole: 'ADMIN' })
  const make =
    'mutation { createToken(input: { organisation: "O", scopes: [RESULTS], allPublished: true }) { ... on PartnerTokenSuccess { token partnerToken { id prefix } } } }'
  const made = (await ask(world.server, make, {}, signedIn(admin))).data as Made<'createToken'>
  const { token, partnerToken } = made.createToken
  expect(token).toMatch(/^qlab_[a-z0-9]{12}_[\w-]{43}$/)
  const [row] = await world.db
    .$client`select t::text as text from partner_tokens t where id = ${partnerToken.id}`
  expect(row?.text).not.toContain(token.slice(-43))
  const rotate = `mutation { rotateToken(input: { id: "${partnerToken.id}", overlapHours: 1 }) { ... on PartnerTokenSuccess { token partnerToken { id rotatedFrom { id } } } } }`
  const next = (await ask(world.server, rotate, {}, signedIn(admin))).data as Made<'rotateToken'>
  for (const works of [token, next.rotateToken.token]) {
    expect((await ask(world.server, LIST, {}, { authorization: `Bearer ${works}` })).status).toBe(200)
  }
  await world.db
    .$client`update partner_tokens set expires_at = expires_at - interval '2 hours' where id = ${partnerToken.id}`
  expect((await ask(world.server, LIST, {}, { authorization: `Bearer ${token}` })).status).toBe(401)
})
type Made<Name extends string> = Record<Name, { token: string; partnerToken: { id: string } }>
