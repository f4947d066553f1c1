import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checksum } from '#tests/support/checksum.ts'
import { type Imported, importer } from '#tests/support/imports.ts'
import { count } from '#tests/support/room.ts'
import { type Changed, ROUND, type VotingRoom, votingRoom } from '#tests/support/voting.ts'
import { openWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const reportOf = (done: Imported) => {
  expect(done).toMatchObject({ __typename: 'BallotImportSuccess' })
  return done.ballotImport?.report
}
const dotsIn = ({ roundId }: VotingRoom) =>
  count(world.db, sql`select count(*) from dots where round_id = ${roundId}`)
/** Everything but the file and its report, which are kept to be looked at. */
const round = ({ roundId }: VotingRoom) =>
  world.db.$client`
    select (select count(*)::int from ballots where round_id = ${roundId}) as ballots,
      (select count(*)::int from dots where round_id = ${roundId}) as dots,
      (select coalesce(sum(dots), 0)::int from entered_tallies where round_id = ${roundId}) as figures`

const FILE = 'voter,issue\nAnna,Issue 1\nAnna,Issue 2\nBea,issue  1\nBea,#3\n'

const NO_FIGURES = { newFigures: null, replacedFigures: null }
const NOTHING_ELSE = { alreadyPresent: 0, refusedCount: 0, refused: [], ...NO_FIGURES }

test.each<[string, string]>([
  ['plain', FILE],
  ['with a byte order mark', `\ufeff${FILE}`],
  ['with line ends of Windows', FILE.replaceAll('\n', '\r\n')],
  ['with empty lines and spaces', FILE.replaceAll('\n', ' \n\n').replaceAll(',', ' , ')],
  ['with quotes', FILE.replace('Anna,Issue 2', '"Anna","Issue 2"')],
  ['with columns in another order', FILE.replace(/^(.*?),(.*)$/gm, '$2,$1')],
  ['with a further column', FILE.replace(/^(.+)$/gm, '$1,x')],
  ['without a head line', FILE.slice(FILE.indexOf('\n') + 1)],
  ['without a last line end', FILE.trimEnd()],
  ['with semicolons', FILE.replaceAll(',', ';')],
  ['with tabs', FILE.replaceAll(',', '\t')],
  ['with a line for the delimiter', `sep=;\r\n${FILE.replaceAll(',', ';')}`],
  ['with another heading', FILE.replace('voter,issue', 'Name,Issue title')],
  ['with a ballot on each line', 'voter,issue 1,issue 2\nAnna,Issue 1,Issue 2\nBea,issue  1,#3\n'],
])('a file of ballots is read and counted once: %s', async (_, text) => {
  const room = await votingRoom(world)
  expect(reportOf(await importer(world, room).apply(text))).toMatchObject({
    ballots: 2,
    added: 4,
    ...NOTHING_ELSE,
  })
  expect(await dotsIn(room)).toBe(4)
})

test.each<[string, string]>([
  ['a missing column', FILE.replace('voter,issue', 'when,issue')],
  ['one column', 'issue\nIssue 1\nIssue 2\n'],
  ['an open quote', FILE.replace('Bea,#3', 'Bea,"#3')],
  ['an empty file', ''],
  ['nothing but a byte order mark', '\ufeff\n'],
  ['a web page', '<!doctype html><html><body>Sign in</body></html>'],
])('a file that is no list of ballots is refused with what to do: %s', async (_, text) => {
  const room = await votingRoom(world)
  const before = await round(room)
  const { code, message } = await importer(world, room).apply(text)
  expect(code).toBe('BAD_USER_INPUT')
  expect(message).toMatch(/CSV|hoose it again/)
  expect(await round(room)).toEqual(before)
})

test('a dry run says what would be added and changes nothing but its own report', async () => {
  const room = await votingRoom(world)
  const files = importer(world, room)
  const id = await files.send(FILE)
  const before = await round(room)
  const checked = await files.act('check', { importId: id })
  expect(reportOf(checked)).toMatchObject({ added: 4, alreadyPresent: 0 })
  expect(checked.ballotImport?.appliedAt).toBeNull()
  expect(await round(room)).toEqual(before)
  expect(await files.act('check', { importId: id })).toEqual(checked)
})

test('the same file twice adds nothing the second time, also under another name and at the same moment', async () => {
  const room = await votingRoom(world)
  const files = importer(world, room)
  const first = await files.send(FILE)
  const again = await files.send(FILE.replace('Anna,Issue 2', ' Anna,issue 2'), { fileName: 'copy.csv' })
  const done = await Promise.all(
    [first, again, first, again].map((importId) => files.act('apply', { importId })),
  )
  const reports = done.map(reportOf)
  expect(reports.map((report) => [report?.added, report?.alreadyPresent]).toSorted()).toEqual([
    [0, 4],
    [0, 4],
    [0, 4],
    [4, 0],
  ])
  expect(await dotsIn(room)).toBe(4)
})

test('a longer file adds what is new, and never more than a ballot may hold', async () => {
  const room = await votingRoom(world, { dots: 3 })
  const files = importer(world, room)
  await files.apply(FILE)
  expect(reportOf(await files.apply(`${FILE}Anna,Issue 4\n`))).toMatchObject({ added: 1, alreadyPresent: 4 })
  const before = await round(room)
  const more = await files.check('Anna,Issue 5\n')
  expect(reportOf(more)).toMatchObject({ refusedCount: 1, refused: [{ line: 1, code: 'BALLOT_SIZE' }] })
  expect(await files.apply('Anna,Issue 5\n')).toMatchObject({ code: 'BAD_USER_INPUT' })
  expect(await round(room)).toEqual(before)
})

test('a ballot that names an issue twice is refused whole, with its lines, and with it the file', async () => {
  const room = await votingRoom(world)
  const files = importer(world, room)
  const text = `${FILE}Cy,Issue 1\nCy,issue 1\nCy,#1\n`
  const report = reportOf(await files.check(text))
  expect(report).toMatchObject({ ballots: 2, added: 4, refusedCount: 3 })
  expect(report?.refused.map(({ line, code }) => `${line} ${code}`)).toEqual([
    '6 DUPLICATE_IN_BALLOT',
    '7 DUPLICATE_IN_BALLOT',
    '8 DUPLICATE_IN_BALLOT',
  ])
  const before = await round(room)
  expect(await files.apply(text)).toMatchObject({
    code: 'BAD_USER_INPUT',
    message: expect.stringContaining('3 lines'),
  })
  expect(await round(room)).toEqual(before)
})

test('where exactly so many dots are asked, a ballot of another size is refused', async () => {
  const room = await votingRoom(world, { dots: 5 })
  const files = importer(world, room)
  const ballot = (voter: string, dots: number) =>
    Array.from({ length: dots }, (_, at) => `${voter},#${at + 1}\n`).join('')
  const text = ballot('Anna', 5) + ballot('Bea', 3)
  const report = reportOf(await files.check(text, { exactDots: 5 }))
  expect(report).toMatchObject({ ballots: 1, added: 5, refusedCount: 3 })
  expect(new Set(report?.refused.map(({ code }) => code))).toEqual(new Set(['BALLOT_SIZE']))
  expect(reportOf(await files.apply(ballot('Anna', 5), { exactDots: 5 }))).toMatchObject({ added: 5 })
})

test('lines that cannot be read are listed with number and reason, a hundred of them', async () => {
  const room = await votingRoom(world)
  const bad = Array.from({ length: 250 }, (_, at) => `Voter ${at},No such issue\n`).join('')
  const report = reportOf(await importer(world, room).check(`voter,issue\nAnna,\n,Issue 1\nBea,#99\n${bad}`))
  expect(report).toMatchObject({ lines: 253, added: 0, refusedCount: 253 })
  expect(report?.refused).toHaveLength(100)
  expect(report?.refused.slice(0, 3).map(({ line }) => line)).toEqual([2, 3, 4])
  for (const { reason } of report?.refused ?? []) expect(reason).toMatch(/\.$/)
})

test('figures alone are imported as a tally, once, and what has no figure keeps none', async () => {
  const room = await votingRoom(world, { issues: 4 })
  const files = importer(world, room)
  const text = 'issue,votes\nIssue 1,21\nIssue 2,0\n'
  const kind = 'TALLY' as const
  expect(reportOf(await files.apply(text, { kind }))).toMatchObject({ added: 21, alreadyPresent: 0 })
  expect(reportOf(await files.apply(text, { kind }))).toMatchObject({ added: 0, alreadyPresent: 21 })
  for (const wrong of [
    'Issue 1,-1\n',
    'Issue 1,1.5\n',
    'Issue 1,many\n',
    'Issue 1,\n',
    'Issue 1,1\nissue 1,2\n',
    'Issue 1,100001\n',
  ]) {
    expect(reportOf(await files.check(`issue,votes\n${wrong}`, { kind }))?.refusedCount).toBeGreaterThan(0)
    expect(await files.apply(`issue,votes\n${wrong}`, { kind })).toMatchObject({ code: 'BAD_USER_INPUT' })
  }
  await world.run<Changed>(ROUND.close, { id: room.roundId }, room.facilitator)
  const query =
    'query ($id: ID!) { round(id: $id) { result { rows { option { id } dots } channels { channel dots ballots } } } }'
  type Result = {
    round: { result: { rows: { option: { id: string }; dots: number | null }[]; channels: object[] } }
  }
  const { data } = await world.run<Result>(query, { id: room.roundId }, room.facilitator)
  const figures = room.optionIds.map(
    (id) => data.round.result.rows.find(({ option }) => option.id === id)?.dots,
  )
  expect(figures).toEqual([21, 0, null, null])
  expect(data.round.result.channels).toEqual([{ channel: 'IMPORTED', dots: 21, ballots: null }])
})

test('a second file of figures changes the issues that it names, says so before, and leaves the others', async () => {
  const room = await votingRoom(world, { issues: 4 })
  const files = importer(world, room)
  const kind = 'TALLY' as const
  await files.apply('issue,votes\nIssue 1,21\nIssue 2,5\n', { kind })
  const second = 'issue,votes\nIssue 2,0\nIssue 3,7\nIssue 4,0\n'
  const said = { added: 7, alreadyPresent: 0, newFigures: 2, replacedFigures: 1 }
  expect(reportOf(await files.check(second, { kind }))).toMatchObject(said)
  expect(reportOf(await files.apply(second, { kind }))).toMatchObject(said)
  const held = await world.db.$client<{ dots: number }[]>`
    select e.dots from entered_tallies e join options o on o.id = e.option_id
    where e.round_id = ${room.roundId} order by o.title`
  expect(held.map(({ dots }) => dots)).toEqual([21, 0, 7, 0])
  const nothing = { added: 0, alreadyPresent: 7, newFigures: 0, replacedFigures: 0 }
  expect(reportOf(await files.check(second, { kind }))).toMatchObject(nothing)
})

test('imported ballots join those cast here, and close by channel', async () => {
  const room = await votingRoom(world)
  await room.cast(0, 0)
  await importer(world, room).apply(FILE)
  await world.run<Changed>(ROUND.close, { id: room.roundId }, room.facilitator)
  const totals = await world.db.$client`
    select channel, ballots, dots from channel_totals where round_id = ${room.roundId} order by channel::text`
  expect(totals).toEqual([
    { channel: 'IMPORTED', ballots: 2, dots: 4 },
    { channel: 'OWN_DEVICE', ballots: 1, dots: 1 },
  ])
  const kept = sql`select count(*) from ballot_import_pieces p join ballot_imports i on i.id = p.import_id
    where i.round_id = ${room.roundId}`
  expect(await count(world.db, kept)).toBe(0)
})

test('a piece sent twice changes nothing, a missing one is noticed, and the order of sending does not matter', async () => {
  const room = await votingRoom(world)
  const files = importer(world, room)
  const id = await files.send('', {})
  const add = (number: number, text: string) => files.act('add', { importId: id, number, text })
  await add(1, FILE.slice(20))
  expect(await files.act('check', { importId: id })).toMatchObject({ code: 'BAD_USER_INPUT' })
  await Promise.all([add(0, FILE.slice(0, 20)), add(0, FILE.slice(0, 20)), add(0, FILE.slice(0, 20))])
  expect(reportOf(await files.act('apply', { importId: id }))).toMatchObject({ added: 4 })
  for (const [number, text] of [
    [-1, 'x'],
    [200, 'x'],
    [2, 'x'.repeat(95_001)],
    [2, 'a\0b'],
    [2, '\ud800'],
  ] as const) {
    expect(await add(number, text)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'text' })
  }
})

test('a start sent twice is one import, and other content under its id is refused', async () => {
  const room = await votingRoom(world)
  const files = importer(world, room)
  const input = { id: v7(), roundId: room.roundId, kind: 'BALLOTS', fileName: 'a.csv', exactDots: 4 }
  const starts = await Promise.all([1, 2, 3].map(() => files.act('start', { input })))
  expect(new Set(starts.map(({ ballotImport }) => ballotImport?.id))).toEqual(new Set([input.id]))
  const before = await checksum(world.db)
  for (const other of [{ kind: 'TALLY' }, { fileName: 'b.csv' }, { exactDots: 3 }, { exactDots: null }]) {
    expect(await files.act('start', { input: { ...input, ...other } })).toMatchObject({
      code: 'IDEMPOTENCY_MISMATCH',
    })
  }
  const elsewhere = await votingRoom(world)
  const stolen = { ...input, roundId: elsewhere.roundId }
  expect(await importer(world, elsewhere).act('start', { input: stolen })).toMatchObject({
    code: 'IDEMPOTENCY_MISMATCH',
  })
  expect((await checksum(world.db)).split('\n').filter((line) => line.startsWith('ballot_imports'))).toEqual(
    before.split('\n').filter((line) => line.startsWith('ballot_imports')),
  )
})

test('ballots are imported while the round is open, and not after', async () => {
  const room = await votingRoom(world)
  const files = importer(world, room)
  const importId = await files.send(FILE)
  await world.run<Changed>(ROUND.close, { id: room.roundId }, room.facilitator)
  const before = await checksum(world.db)
  const input = { id: v7(), roundId: room.roundId, kind: 'BALLOTS', fileName: 'late.csv' }
  const acts = [
    files.act('start', { input }),
    files.act('add', { importId, number: 1, text: 'x' }),
    files.act('check', { importId }),
    files.act('apply', { importId }),
  ]
  for (const late of await Promise.all(acts)) expect(late).toMatchObject({ code: 'ROUND_CLOSED' })
  expect(await checksum(world.db)).toBe(before)
})

test('a hundred thousand lines come in through the door, twice, and are counted once', async () => {
  const room = await votingRoom(world, { issues: 20 })
  const lines = Array.from({ length: 100_000 }, (_, at) => `Voter ${at >> 2},#${((at * 7) % 20) + 1}\n`)
  const text = `voter,issue\n${lines.join('')}`
  const files = importer(world, room)
  const report = reportOf(await files.apply(text))
  expect(report).toEqual({
    lines: 100_000,
    ballots: 25_000,
    added: 100_000,
    ...NOTHING_ELSE,
  })
  expect(await dotsIn(room)).toBe(100_000)
  expect(reportOf(await files.apply(text))).toMatchObject({ added: 0, alreadyPresent: 100_000 })
  expect(await dotsIn(room)).toBe(100_000)
}, 120_000)
