import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findRoundWithSheet } from '#db/queries/results.ts'
import { seedOnce } from '#db/seed.ts'
import { resultSheet } from '#graphql/types/results.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  await seedOnce(database.db)
})
afterAll(() => database.close())

async function count(query: string): Promise<number> {
  const [row] = await database.db.execute<{ n: number }>(sql.raw(`select count(*)::int as n ${query}`))
  return row?.n ?? -1
}

async function result2017() {
  const [row] = await database.db.execute<{ id: string }>(
    sql`select r.id from rounds r join workshops w on w.id = r.workshop_id where w.slug = 'peer-support-2017'`,
  )
  const round = await findRoundWithSheet(database.db, row?.id ?? '')
  if (!round?.sheet) throw new Error('no round')
  return resultSheet(round, round.sheet)
}

test('the 2017 workshop has 27 issues: 15 on the ballot, 11 not chosen and one with neither', async () => {
  const of = (state: string) =>
    count(
      `from issues i join workshops w on w.id = i.workshop_id where w.slug = 'peer-support-2017' and i.state = '${state}'`,
    )
  expect([await of('PUT_FORWARD'), await of('NOT_CHOSEN'), await of('RAISED')]).toEqual([15, 11, 1])
})

test('the 2017 result counts 147 dots and takes shares of the 154 that were published', async () => {
  const sheet = await result2017()
  expect(sheet).toMatchObject({
    dots: 147,
    shareBase: 154,
    shareBaseIsPublished: true,
    ballots: null,
    unusedDots: null,
  })
  expect(sheet.rows.slice(0, 6).map(({ dots, rank, tied }) => [dots, rank, tied])).toEqual([
    [21, 1, false],
    [19, 2, false],
    [15, 3, true],
    [15, 3, true],
    [14, 5, true],
    [14, 5, true],
  ])
  expect(sheet.cutLine).toMatchObject({ margin: 1, dotsAbove: 70, tiedAcross: [] })
})

test('an issue with no votes stands in the 2017 result with zero, not without a figure', async () => {
  const { rows } = await result2017()
  expect(rows.at(-1)).toMatchObject({ dots: 0, option: { title: "Making the peer support role 'work'" } })
})

test('seeding twice, also at once, adds nothing', async () => {
  const before = await count('from issues')
  await Promise.all([seedOnce(database.db), seedOnce(database.db)])
  expect(await count('from issues')).toBe(before)
})

test('the sample workshop stands in the middle of its vote', async () => {
  expect(
    await count(
      "from rounds r join workshops w on w.id = r.workshop_id where w.slug = 'sample-sleeping-well' and r.state = 'OPEN'",
    ),
  ).toBe(1)
  expect(
    await count("from ballots b join rounds r on r.id = b.round_id where b.used > 0 and r.state = 'OPEN'"),
  ).toBe(9)
})

test('the second sample has voted, and stands in the middle of its comments', async () => {
  const there = "from workshops w join steps s on s.workshop_id = w.id where w.slug = 'sample-second-day'"
  expect(await count(`${there} and s.activity = 'CRITIQUE' and s.state = 'OPEN'`)).toBe(1)
  expect(await count(`${there} and s.activity = 'IDEATE' and s.state = 'DONE'`)).toBe(1)
  const of = (table: string) =>
    count(`from ${table} x join workshops w on w.id = x.workshop_id where w.slug = 'sample-second-day'`)
  expect([await of('statements'), await of('ideas'), await of('critiques')]).toEqual([4, 18, 25])
  const [row] = await database.db.execute<{ id: string }>(
    sql`select r.id from rounds r join workshops w on w.id = r.workshop_id where w.slug = 'sample-second-day'`,
  )
  const round = await findRoundWithSheet(database.db, row?.id ?? '')
  if (!round?.sheet) throw new Error('no round')
  const { rows, dots, ballots } = resultSheet(round, round.sheet)
  expect([dots, ballots, ...rows.map((line) => line.dots)]).toEqual([46, 12, 10, 8, 7, 6, 5, 4, 3, 2, 1])
})

test('the 2017 workshop has four statements with a reason each and one wording, and seven ideas', async () => {
  const of2017 = (table: string, join: string) =>
    count(
      `from ${table} x ${join} join workshops w on w.id = s.workshop_id where w.slug = 'peer-support-2017'`,
    )
  expect(await of2017('wordings', 'join statements s on s.id = x.statement_id')).toBe(4)
  expect(await of2017('reasons', 'join statements s on s.id = x.statement_id')).toBe(4)
  expect(await of2017('statement_priorities', 'join statements s on s.id = x.statement_id')).toBe(4)
  expect(await of2017('ideas', 'join statements s on s.id = x.statement_id')).toBe(7)
})

test('one idea of the sample has become an adopted change: a ramp of three cycles, and three measures', async () => {
  const adopted = "from briefs b where b.status = 'ADOPTED' and b.title like 'Green moon%'"
  expect(await count(adopted)).toBe(1)
  const ramp = await database.db.execute<{ decision: string }>(
    sql`select decision from test_cycles where state = 'DONE' order by id`,
  )
  expect(ramp.map(({ decision }) => decision)).toEqual(['ADAPT', 'ADAPT', 'ADOPT'])
  const points = await database.db.execute<{
    kind: string
    n: number
    fromComment: boolean
    own: boolean
  }>(sql`
    select m.kind, m.critique_id is not null as "fromComment", j.team_id is not null as own,
      (select count(*)::int from measure_points p where p.measure_id = m.id) as n
    from brief_measures j join measures m on m.id = j.measure_id order by m.kind`)
  expect([...points]).toEqual([
    { kind: 'OUTCOME', fromComment: false, own: false, n: 24 },
    { kind: 'PROCESS', fromComment: false, own: true, n: 6 },
    { kind: 'BALANCING', fromComment: true, own: false, n: 24 },
  ])
})

test('a workshop of 2017 from before there were write-ups gets its own once, and a withdrawn one stays withdrawn', async () => {
  const of2017 = (table: string) =>
    count(`from ${table} x join workshops w on w.id = x.workshop_id where w.slug = 'peer-support-2017'`)
  const texts = await of2017('write_up_texts')
  await database.db.execute(sql`delete from write_ups`)
  await database.db.execute(sql`delete from write_up_texts`)
  await seedOnce(database.db)
  expect([await of2017('write_ups'), await of2017('write_up_texts')]).toEqual([1, texts])
  await database.db.execute(sql`update write_ups set published_at = null`)
  await seedOnce(database.db)
  expect(await count('from write_ups where published_at is not null')).toBe(0)
})
