import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ALL_FILES, EXPORTS, exportFileName } from '#domain/exports.ts'
import { linesOf, openExports } from '#tests/support/exports.ts'
import { giveToken } from '#tests/support/partners.ts'
import { type Cast, openCast, openScene, type Scene } from '#tests/support/scene.ts'
import { openWorld, type World } from '#tests/support/world.ts'

/** Bulk files for partners: what stands in them, for whom, and in which form. */

let world: World
let cast: Cast
let granted: Scene
let other: Scene
let get: Awaited<ReturnType<typeof openExports>>
beforeAll(async () => {
  world = await openWorld()
  cast = await openCast(world)
  get = await openExports(world)
  granted = await openScene(world, cast, { published: true })
  other = await openScene(world, cast, { published: true })
  await openScene(world, cast)
  for (const scene of [granted, other]) await fillRest(scene)
})
afterAll(() => world.close())

/** What a scene does not have: a change of phase, a check-in, a cycle that went on, and ballots on two channels. */
async function fillRest({ project, ideas, cycles, rounds }: Scene): Promise<void> {
  const sql = world.db.$client
  await sql`insert into phase_changes (id, project_id, "to") values (${v7()}, ${project.id}, 'DISCOVERY')`
  await sql`insert into check_ins (id, idea_id, outcome) values (${v7()}, ${ideas.own.id}, 'DONE')`
  await sql`insert into cycle_changes (id, cycle_id, "from", "to") values (${v7()}, ${cycles.do.id}, 'PLAN', 'DO')`
  await sql`insert into channel_totals (round_id, channel, ballots, dots)
    values (${rounds.closed.id}, 'PAPER', 5, 9), (${rounds.closed.id}, 'OWN_DEVICE', 40, 90)
    on conflict (round_id, channel) do update set ballots = excluded.ballots, dots = excluded.dots`
}

const names = ALL_FILES.filter(({ format }) => format === 'CSV').map(({ name }) => name)

test.each(names)('%s holds the same rows as CSV and as JSON, in the order of its columns', async (name) => {
  const { headers } = await giveToken(world, { scopes: ['CONTENT'], workshopIds: [granted.workshopId] })
  const [columns = [], ...lines] = await linesOf(await get(`${name}.csv`, { headers }))
  expect(columns).toEqual(EXPORTS[name].columns)
  const json = await get(`${name}.json`, { headers })
  expect(json.headers.get('content-type')).toBe('application/json; charset=utf-8')
  const rows: Record<string, unknown>[] = await json.json()
  expect(rows.map((row) => Object.keys(row))).toEqual(rows.map(() => columns))
  expect(rows.length).toBe(lines.length)
  const first = 'id' in (rows[0] ?? {}) ? 'id' : columns[0]
  const at = columns.indexOf(first ?? '')
  expect(lines.map((line) => line[at])).toEqual(rows.map((row) => row[first ?? '']))
})

test.each(names)('%s has rows of what is granted, and none of anything else', async (name) => {
  const { headers } = await giveToken(world, { scopes: ['CONTENT'], workshopIds: [granted.workshopId] })
  const one = await (await get(`${name}.json`, { headers })).text()
  expect(JSON.parse(one)).not.toEqual([])
  const theirs = [other.workshopId, other.project.id, other.briefId, other.rounds.closed.id, other.measure.id]
  expect(theirs.filter((id) => one.includes(id))).toEqual([])
  const all = await giveToken(world, { scopes: ['CONTENT'] })
  const both = await (await get(`${name}.json`, { headers: all.headers })).text()
  expect(JSON.parse(both).length).toBeGreaterThan(JSON.parse(one).length)
  expect(both).not.toMatch(
    /Hidden|taken back|Withdrawn|"Draft"|"Open"|Names a|Somebody complains|Names of the team|displayName|@example/,
  )
})

test.each(names)('%s asks for its scope, and names it', async (name) => {
  const { headers } = await giveToken(world, { scopes: ['RESULTS'] })
  const answer = await get(`${name}.csv`, { headers })
  if (EXPORTS[name].scope !== 'CONTENT')
    return expect((await linesOf(answer))[0]).toEqual(EXPORTS[name].columns)
  expect(answer.status).toBe(403)
  const { errors } = await answer.json()
  expect(errors).toMatchObject([
    { message: expect.stringContaining('content:read'), extensions: { code: 'FORBIDDEN' } },
  ])
})

test('a token for results reads tallies and priorities without their issues', async () => {
  const tokens = [await giveToken(world, { scopes: ['RESULTS'] }), await giveToken(world)]
  for (const file of ['tallies.json', 'priorities.json']) {
    const [results, content] = await Promise.all(
      tokens.map(async ({ headers }) => (await get(file, { headers })).json()),
    )
    expect(results.map(({ issueId }: { issueId: unknown }) => issueId)).toEqual(results.map(() => null))
    expect(content[0].issueId).toMatch(/^[0-9a-f-]{36}$/)
  }
})

test('a breakdown by channel is left out where fewer than five ballots stand behind a part of it', async () => {
  const { headers } = await giveToken(world, { scopes: ['RESULTS'], workshopIds: [granted.workshopId] })
  const read = async () => ({
    channels: await (await get('channels.json', { headers })).json(),
    tallies: await (await get('tallies.json', { headers })).text(),
  })
  const { rounds, option } = granted
  const sql = world.db.$client
  await sql`insert into tallies (round_id, option_id, channel, dots) values (${rounds.closed.id}, ${option.closed}, 'PAPER', 9)`
  const whole = await read()
  expect(whole.channels).toHaveLength(2)
  expect(whole.tallies).toContain('"paperDots":9')
  await sql`update channel_totals set ballots = 4 where round_id = ${rounds.closed.id} and channel = 'PAPER'`
  const small = await read()
  expect(small.channels).toEqual([])
  expect(small.tallies).toContain('"dots":9')
  expect(small.tallies).toContain('"paperDots":null')
  await sql`update channel_totals set ballots = 5 where round_id = ${rounds.closed.id} and channel = 'PAPER'`
})

test('words that would run as a formula stay words, with their line breaks and quotes', async () => {
  const words = ['=HYPERLINK("http://evil.example")', '@SUM(A1)', 'a "quoted", long\nline 💡']
  const wall = Object.values(granted.ideas).slice(0, 2)
  const [first, second] = wall
  await world.db.$client`update ideas set text = ${words[0] ?? ''} where id = ${first?.id ?? ''}`
  await world.db.$client`update ideas set text = ${words[2] ?? ''} where id = ${second?.id ?? ''}`
  const { headers } = await giveToken(world)
  const answer = await get('ideas.csv', { headers })
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="ideas.csv"')
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const bytes = Buffer.from(await answer.clone().arrayBuffer())
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const texts = (await linesOf(answer)).map((line) => line[4])
  expect(texts).toContain(`'${words[0]}`)
  expect(texts).toContain(words[2])
})

test('only what was changed since a moment, where the file knows it', async () => {
  const { headers } = await giveToken(world, { costPerMinute: 1_000_000 })
  const ask = async (file: string, since: string) =>
    get(file, { headers, search: `?updatedSince=${encodeURIComponent(since)}` })
  const hour = new Date(Date.now() + 3_600_000).toISOString()
  const past = new Date(Date.now() - 3_600_000).toISOString()
  for (const name of names.filter((name) => 'since' in EXPORTS[name])) {
    expect([name, await (await ask(`${name}.json`, hour)).json()]).toEqual([name, []])
    expect([name, (await (await ask(`${name}.json`, past)).json()).length > 0]).toEqual([name, true])
  }
  expect((await ask('tables.csv', past)).status).toBe(400)
  expect((await ask('issues.csv', 'yesterday')).status).toBe(400)
})

test('a file that is not there is not found, whoever asks', async () => {
  for (const file of ['ballots.csv', 'issues.xlsx', 'issues', '__proto__.csv', 'Issues.csv']) {
    expect((await get(file, await giveToken(world))).status).toBe(404)
  }
  expect(ALL_FILES.map(exportFileName)).not.toContain('ballots.csv')
})
