import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { readExportLink, signExportLink } from '#auth/export-links.ts'
import { revokePartnerToken } from '#db/queries/tokens.ts'
import { log } from '#log.ts'
import { openExports } from '#tests/support/exports.ts'
import { giveToken } from '#tests/support/partners.ts'
import { openWorld, type World } from '#tests/support/world.ts'

/** Who comes in to bulk files, by a token or by a link that it signed, and how much at once. */

let world: World
let get: Awaited<ReturnType<typeof openExports>>
let wall: Awaited<ReturnType<World['workshop']>>
beforeAll(async () => {
  world = await openWorld()
  get = await openExports(world)
  wall = await world.workshop({ published: true })
  await world.db.$client`insert into issues (id, workshop_id, area_id, title)
    select gen_random_uuid(), ${wall.workshop.id}, ${wall.areas[0]?.id ?? ''}, repeat('Long words ', 40) || n
    from generate_series(1, 2000) n`
})
afterAll(() => world.close())

const HOUR = 3_600_000
const linkTo = (tokenId: string, fileName: string, expiresAt = new Date(Date.now() + HOUR)) =>
  `?${signExportLink({ tokenId, fileName, expiresAt })}`

async function problem(answer: Response) {
  const { errors } = await answer.json()
  return [answer.status, errors[0].extensions.code]
}

test('without a token, with an unknown, revoked or expired one, the answer is the same', async () => {
  const revoked = await giveToken(world)
  await revokePartnerToken(world.db, revoked.id)
  const expired = await giveToken(world, { expiresAt: new Date(Date.now() - 1) })
  const tries = [
    {},
    { authorization: 'Bearer nonsense' },
    { authorization: `${expired.headers.authorization.slice(0, -1)}!` },
    revoked.headers,
    expired.headers,
  ]
  const said = new Set<string>()
  for (const headers of tries) {
    const answer = await get('projects.csv', { headers })
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"')
    said.add(await answer.text())
  }
  expect(said.size).toBe(1)
})

test('a link opens the file that it was signed for, and no other, until it is over', async () => {
  const { id } = await giveToken(world)
  const search = linkTo(id, 'projects.csv')
  const answer = await get('projects.csv', { search })
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
  expect(await answer.text()).toContain(wall.project.id)
  const narrowed = await get('issues.json', {
    search: `${linkTo(id, 'issues.json')}&updatedSince=2999-01-01T00:00:00Z`,
  })
  expect(await narrowed.json()).toEqual([])
  const other = await giveToken(world)
  const later = search.replace(/until=\d+/, `until=${Math.floor(Date.now() / 1000) + 7200}`)
  for (const [file, bad] of [
    ['projects.json', search],
    ['issues.csv', search],
    ['projects.csv', later],
    ['projects.csv', search.replace(id, other.id)],
    ['projects.csv', search.replace(id, 'nobody')],
    ['projects.csv', search.slice(0, -2)],
    ['projects.csv', linkTo(id, 'projects.csv', new Date(Date.now() - 1000))],
    ['projects.csv', '?signature='],
  ] as const) {
    expect([file, bad, ...(await problem(await get(file, { search: bad })))]).toEqual([
      ...[file, bad, 401, 'UNAUTHENTICATED'],
    ])
  }
})

test('a link ends with its token', async () => {
  const { id } = await giveToken(world)
  const search = linkTo(id, 'projects.csv')
  expect((await get('projects.csv', { search })).status).toBe(200)
  await revokePartnerToken(world.db, id)
  expect((await get('projects.csv', { search })).status).toBe(401)
})

test('a link holds its token’s scope to it', async () => {
  const { id } = await giveToken(world, { scopes: ['RESULTS'] })
  expect(await problem(await get('issues.csv', { search: linkTo(id, 'issues.csv') }))).toEqual([
    ...[403, 'FORBIDDEN'],
  ])
})

test('a link is over to the second', () => {
  const link = { tokenId: wall.project.id, fileName: 'a.csv', expiresAt: new Date(1_000_000) }
  const query = new URLSearchParams(signExportLink(link))
  expect(readExportLink('a.csv', query, new Date(999_999))).toBe(link.tokenId)
  expect(readExportLink('a.csv', query, new Date(1_000_000))).toBeNull()
})

test('a file counts as one request with the cost of all its pages, under its name', async () => {
  const { id, headers } = await giveToken(world)
  const answer = await get('issues.csv', { headers })
  expect(answer.headers.get('ratelimit')).toMatch(/^"requests";r=599;t=\d+, "cost";r=60000;t=\d+$/)
  await answer.text()
  const sql = world.db.$client
  const [operation] = await sql`select * from partner_operations where token_id = ${id}`
  expect(operation).toMatchObject({ name: 'export issues', requests: 1 })
  // Twenty pages of a hundred issues.
  expect(operation?.cost).toBeGreaterThan(20 * 100 * 10)
  const [used] =
    await sql`select sum(requests)::int as requests, sum(cost)::int as cost from partner_usage where token_id = ${id}`
  expect(used).toMatchObject({ requests: 1, cost: operation?.cost })
})

test('a minute that is used up stands at the entrance: a file that has begun goes on to its end', async () => {
  const { headers } = await giveToken(world, { costPerMinute: 1_000 })
  let refused: Response
  do {
    const whole = await get('issues.json', { headers })
    if (whole.status === 200) expect(await whole.json()).toHaveLength(2_000)
    refused = await get('issues.json', { headers })
    // A minute that turned in between began a new budget.
  } while (refused.status === 200 && (await refused.text()))
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await problem(refused)).toEqual([429, 'RATE_LIMITED'])
})

test('one file at a time with one token, and a few at once with all', async () => {
  const tokens = await Promise.all([1, 2, 3, 4].map(() => giveToken(world)))
  const [first, second, third, fourth] = tokens.map(({ headers }) => headers)
  const open = await get('issues.csv', { headers: first })
  const again = await get('projects.csv', { headers: first })
  expect(again.headers.get('retry-after')).toBe('5')
  expect(await problem(again)).toEqual([429, 'RATE_LIMITED'])
  const others = [await get('issues.csv', { headers: second }), await get('issues.csv', { headers: third })]
  expect(await problem(await get('issues.csv', { headers: fourth }))).toEqual([503, 'SERVICE_UNAVAILABLE'])
  const warned = vi.spyOn(log, 'warn')
  for (const { body } of [open, ...others]) await body?.cancel()
  for (const headers of [fourth, first]) {
    // A place is free again once the page that was being read is there.
    await vi.waitFor(async () => {
      const answer = await get('projects.csv', { headers })
      expect([await answer.text(), answer.status][1]).toBe(200)
    })
  }
  // Who leaves early makes no mistake.
  expect(warned).not.toHaveBeenCalled()
  warned.mockRestore()
})

test('a question for the headers alone takes no place', async () => {
  const { headers } = await giveToken(world)
  for (let at = 0; at < 5; at++) {
    const head = await get('issues.csv', { headers, method: 'HEAD' })
    expect([head.status, head.headers.get('content-type'), head.body]).toEqual([
      ...[200, 'text/csv; charset=utf-8', null],
    ])
  }
})

test('a file breaks off once its token is revoked, and says so to nobody but the log', async () => {
  const warned = vi.spyOn(log, 'warn').mockImplementation(() => {})
  const { id, headers } = await giveToken(world)
  const reader = (await get('issues.csv', { headers })).body?.getReader()
  expect((await reader?.read())?.done).toBe(false)
  await revokePartnerToken(world.db, id)
  const readOn = async () => {
    for (let size = 0; ; ) {
      const next = await reader?.read()
      if (next?.done !== false) return size
      size += next.value.length
    }
  }
  await expect(readOn()).rejects.toThrow('The token has ended.')
  expect(warned.mock.calls.map(([, message]) => message)).toEqual(['a bulk file broke off'])
  warned.mockRestore()
})

test('what is unpublished while a file is read is left out from there on', async () => {
  const { headers } = await giveToken(world)
  const reader = (await get('issues.csv', { headers })).body?.getReader()
  await reader?.read()
  await world.db.$client`update workshops set published_at = null where id = ${wall.workshop.id}`
  let text = ''
  for (let next = await reader?.read(); next?.done === false; next = await reader?.read()) {
    text += Buffer.from(next.value).toString()
  }
  expect(text.split('\r\n').length).toBeLessThan(2_000)
  await world.db.$client`update workshops set published_at = now() where id = ${wall.workshop.id}`
})
