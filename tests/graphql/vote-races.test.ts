import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BallotKeyMissing, listBallotKeys } from '#db/ballot-keys.ts'
import { lockRound } from '#db/queries/rounds.ts'
import { closeRound, destroyKeysOfClosedRounds } from '#db/queries/tallies.ts'
import { castDot, type Dot, type DotOutcome, listOwnDots, withdrawDot } from '#db/queries/votes.ts'
import { seatPeople } from '#tests/support/burst.ts'
import { type TestDatabase, testDatabase } from '#tests/support/database.ts'
import { count, room as emptyRoom, type Room } from '#tests/support/room.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.close())

/** A room whose seats are people: a seat's id is the token of its session. */
async function room(given?: Parameters<typeof emptyRoom>[1]): Promise<Room> {
  const made = await emptyRoom(database.db, given)
  await seatPeople(database.db, made)
  return made
}

const cast = (dot: Dot) => castDot(database.db, dot).then(allowed)
const withdraw = (dot: Dot) => withdrawDot(database.db, dot).then(allowed)
function allowed(outcome: DotOutcome | null): DotOutcome {
  if (outcome === null) throw new Error('Whoever asked may not vote.')
  return outcome
}

const close = (of: Room) => database.db.transaction((tx) => closeRound(tx, of.roundId))
const dot = (of: Room, seat: number, option: number) => ({
  workshopId: of.workshopId,
  sessionToken: of.seatIds[seat] ?? '',
  seatId: null,
  optionId: of.optionIds[option] ?? '',
})
const held = (outcomes: DotOutcome[]) => outcomes.filter(({ outcome }) => outcome === 'HELD').length

test('eight different issues at once get exactly four dots', async () => {
  const here = await room({ options: 8 })
  const outcomes = await Promise.all(here.optionIds.map((_, option) => cast(dot(here, 0, option))))
  expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual([
    ...Array(4).fill('HELD'),
    ...Array(4).fill('VOTE_LIMIT_REACHED'),
  ])
})

test('the same dot sent from five tabs at once is one dot, and every tab is told the same', async () => {
  const here = await room()
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => cast(dot(here, 0, 0))))
  expect(new Set(outcomes.map(({ outcome, remaining }) => `${outcome} ${remaining}`))).toEqual(
    new Set(['HELD 3']),
  )
})

test('ten thousand hostile dots at once never break a limit', async () => {
  const here = await room({ voters: 125, options: 20 })
  const attempts = Array.from({ length: 10_000 }, (_, at) =>
    dot(here, at % 125, (at * 7 + Math.floor(at / 125)) % 20),
  )
  const outcomes = await Promise.all(attempts.map((attempt, at) => (at % 9 === 0 ? withdraw : cast)(attempt)))
  expect(outcomes).toHaveLength(10_000)
  const worst = await count(
    database.db,
    sql`
    select coalesce(max(n), 0) from (select count(*) n from dots where round_id = ${here.roundId} group by voter) x`,
  )
  expect(worst).toBeLessThanOrEqual(4)
  const astray = await count(
    database.db,
    sql`
    select count(*) from ballots b where b.round_id = ${here.roundId}
      and b.used <> (select count(*) from dots d where d.round_id = b.round_id and d.voter = b.voter)`,
  )
  expect(astray).toBe(0)
  expect(held(outcomes)).toBeGreaterThan(400)
}, 60_000)

test('a dot that arrives while the round closes is in the tally or refused, never acknowledged and absent', async () => {
  const here = await room({ voters: 200, options: 5 })
  const casting = here.seatIds.map((_, seat) => cast(dot(here, seat, seat % 5)))
  const closing = database.db.transaction(async (tx) => {
    await lockRound(tx, here.roundId)
    await closeRound(tx, here.roundId)
  })
  const [outcomes] = await Promise.all([Promise.all(casting), closing])
  const tally = await count(
    database.db,
    sql`select coalesce(sum(dots), 0) from tallies where round_id = ${here.roundId}`,
  )
  expect(tally).toBe(held(outcomes))
  expect(new Set(outcomes.map(({ outcome }) => outcome))).not.toContain('VOTE_LIMIT_REACHED')
})

test('casting and withdrawing the same dot over and over never wait for each other in a circle', async () => {
  const here = await room({ options: 3 })
  const moves = Array.from({ length: 300 }, (_, at) => (at % 2 ? withdraw : cast)(dot(here, 0, at % 3)))
  await expect(Promise.all(moves)).resolves.toHaveLength(300)
})

test('closing destroys what joins a seat to its ballot and a dot to its option, and keeps the sums', async () => {
  const here = await room({ voters: 3 })
  for (const seat of [0, 1, 2]) for (const option of [seat, seat + 1]) await cast(dot(here, seat, option))
  const ownDots = () =>
    listOwnDots(database.db, { id: here.roundId, workshopId: here.workshopId }, here.seatIds[0] ?? '')
  expect((await ownDots()).sort()).toEqual(here.optionIds.slice(0, 2).sort())
  await close(here)
  await destroyKeysOfClosedRounds(database.db)
  for (const table of ['ballots', 'dots']) {
    expect(
      await count(
        database.db,
        sql`select count(*) from ${sql.identifier(table)} where round_id = ${here.roundId}`,
      ),
    ).toBe(0)
  }
  expect(await count(database.db, sql`select ballot_dots from rounds where id = ${here.roundId}`)).toBe(6)
  expect((await listBallotKeys()).map(({ roundId }) => roundId)).not.toContain(here.roundId)
  await expect(ownDots()).rejects.toThrow(BallotKeyMissing)
})

test('an option without a dot has the figure zero once the round has closed', async () => {
  const here = await room({ voters: 1, options: 2 })
  await cast(dot(here, 0, 0))
  await close(here)
  const figures = await database.db.execute<{ dots: number }>(sql`
    select coalesce(sum(t.dots), -1)::int as dots from options o left join tallies t on t.option_id = o.id
    where o.round_id = ${here.roundId} group by o.id, o.position order by o.position`)
  expect(figures.map(({ dots }) => dots)).toEqual([1, 0])
})

test('a dot for an option of another workshop is not found', async () => {
  const [here, elsewhere] = [await room(), await room()]
  const astray = { ...dot(here, 0, 0), optionId: elsewhere.optionIds[0] ?? '' }
  expect(await cast(astray)).toMatchObject({ outcome: 'NOT_FOUND' })
})
