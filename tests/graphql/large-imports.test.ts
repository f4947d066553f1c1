import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findBallotImport } from '#db/queries/ballot-imports.ts'
import { applyImport } from '#graphql/ballot-import.ts'
import { importer } from '#tests/support/imports.ts'
import { count } from '#tests/support/room.ts'
import { type VotingRoom, votingRoom } from '#tests/support/voting.ts'
import { openWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

/** So many voters with up to four dots each, in the order in which a spreadsheet was filled. */
function fileOf(voters: number, lines: number): string {
  const written = Array.from({ length: lines }, (_, at) => {
    const [voter, dot] = [at % voters, Math.floor(at / voters)]
    return `Voter ${voter},Issue ${((voter + 7 * dot) % 40) + 1}`
  })
  return `voter,issue\r\n${written.join('\r\n')}\r\n`
}

/** Votes on and on until something is done; answers how long the slowest vote took, in milliseconds. */
async function slowestVoteUntil(work: Promise<unknown>, room: VotingRoom): Promise<number> {
  let [done, slowest] = [false, 0]
  const over = () => {
    done = true
  }
  work.then(over, over)
  for (let at = 0; !done; at += 1) {
    const since = performance.now()
    const vote = await (at % 2 === 0 ? room.cast(at % 4, 0) : room.withdraw((at - 1) % 4, 0))
    expect(vote).toMatchObject({ __typename: 'VoteSuccess' })
    slowest = Math.max(slowest, performance.now() - since)
    await pause(20)
  }
  return slowest
}

/**
 * The longest that the process computed without looking up, in milliseconds of the processor: what else runs on the machine
 * does not count.
 */
async function standstillOf<Result>(work: () => Promise<Result>): Promise<[Result, number]> {
  let [longest, since] = [0, computed()]
  const looking = setInterval(() => {
    const now = computed()
    longest = Math.max(longest, now - since)
    since = now
  }, 1)
  const result = await work()
  clearInterval(looking)
  return [result, longest]
}

function computed(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

test('a file of 100,000 voters is added while people vote elsewhere and in its own room', async () => {
  const [voters, lines] = [100_000, 325_964]
  const room = await votingRoom(world, { issues: 40, voters: 4 })
  const elsewhere = await votingRoom(world, { voters: 4 })
  const files = importer(world, room)
  const importId = await files.send(fileOf(voters, lines))
  const [slowest, busy] = await standstillOf(async () => {
    const checked = files.act('check', { importId })
    const duringCheck = await slowestVoteUntil(checked, elsewhere)
    const applied = files.act('apply', { importId })
    const during = await Promise.all([slowestVoteUntil(applied, elsewhere), slowestVoteUntil(applied, room)])
    for (const { ballotImport } of [await checked, await applied])
      expect(ballotImport?.report).toMatchObject({ ballots: voters, added: lines, refusedCount: 0 })
    return Math.max(duringCheck, ...during)
  })
  expect(slowest).toBeLessThan(1_000)
  // Half of it is what V8 collects on threads of its own meanwhile.
  expect(busy).toBeLessThan(200)
  const imported = sql`select sum(used) from ballots where channel = 'IMPORTED' and round_id = ${room.roundId}`
  expect(await count(world.db, imported)).toBe(lines)
}, 240_000)

test('a file that is being added is seen by all who run the workshop, and nobody closes its round meanwhile', async () => {
  const room = await votingRoom(world, { issues: 40, voters: 1 })
  const files = importer(world, room)
  const importId = await files.send(fileOf(6_000, 18_000))
  const asked = `{ round(id: "${room.roundId}") { runningImport { id fileName report { ballots done } } } }`
  type Asked = { round: { runningImport: { id: string } | null } }
  const running = async (viewer = room.facilitator) =>
    (await world.run<Asked>(asked, {}, viewer)).data?.round.runningImport
  const close = () =>
    world.run<{ closeRound: object }>(
      `mutation { closeRound(roundId: "${room.roundId}") { __typename ... on Refusal { code } } }`,
      {},
      room.facilitator,
    )
  expect(await running()).toBeNull()
  const applied = files.act('apply', { importId })
  await expect
    .poll(() => running(), { interval: 5, timeout: 20_000 })
    .toMatchObject({
      id: importId,
      fileName: 'ballots.csv',
      report: { ballots: 6_000, done: expect.any(Number) },
    })
  expect((await close()).data?.closeRound).toEqual({ __typename: 'Refusal', code: 'NOT_ALLOWED_NOW' })
  expect(await running(room.voters[0])).toBeNull()
  expect((await applied).ballotImport?.report).toMatchObject({ added: 18_000 })
  expect(await running()).toBeNull()
  expect((await close()).data?.closeRound).toEqual({ __typename: 'RoundSuccess' })
})

test('how far a large file is can be read meanwhile, and one that fails on the way has changed nothing', async () => {
  const room = await votingRoom(world, { issues: 40 })
  const importId = await importer(world, room).send(fileOf(6_000, 18_000))
  const file = await findBallotImport(world.db, importId)
  if (file === null) throw new Error('The file was sent.')
  const seen: number[] = []
  await world.db.$client`create function stop_at_voter() returns trigger language plpgsql as $f$
    begin
      if (select count(*) from ballots where round_id = new.round_id) > 4500 then raise exception 'the disk is full'; end if;
      return null;
    end $f$`
  await world.db
    .$client`create trigger stop_at_voter after insert on dots for each row execute function stop_at_voter()`
  const failing = applyImport(world.db, file)
  const watching = (async () => {
    let over = false
    failing.then(
      () => (over = true),
      () => (over = true),
    )
    while (!over) {
      const done = (await findBallotImport(world.db, importId))?.report?.done
      if (done) seen.push(done)
      await pause(5)
    }
  })()
  await expect(failing).rejects.toThrow()
  await watching
  expect(seen.at(-1)).toBe(4_500)
  expect(await count(world.db, sql`select count(*) from ballots where round_id = ${room.roundId}`)).toBe(0)
  expect(await findBallotImport(world.db, importId)).toMatchObject({ appliedAt: null, report: null })
  await world.db.$client`drop trigger stop_at_voter on dots`
  expect(await applyImport(world.db, file)).toMatchObject({ ballots: 6_000, added: 18_000 })
}, 60_000)
