import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { refuseVote } from '#domain/votes.ts'
import { checksum } from '#tests/support/checksum.ts'
import { count } from '#tests/support/room.ts'
import { type Changed, MOVE, ROUND, type Vote, votingRoom } from '#tests/support/voting.ts'
import { openWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const codesOf = (votes: Vote[]) => votes.map(({ code, __typename }) => code ?? __typename).sort()
const dotsIn = (roundId: string) =>
  count(world.db, sql`select count(*) from dots where round_id = ${roundId}`)

test('a fifth dot is refused once four are spent, and nothing changes', async () => {
  const room = await votingRoom(world)
  for (const option of [0, 1, 2, 3]) {
    expect(await room.cast(0, option)).toEqual({
      __typename: 'VoteSuccess',
      hasDot: true,
      remaining: 3 - option,
    })
  }
  const before = await checksum(world.db)
  expect(await room.cast(0, 4)).toEqual({ __typename: 'Refusal', code: 'VOTE_LIMIT_REACHED' })
  expect(await room.ballot(0)).toMatchObject({ allowance: 4, remaining: 0 })
  expect(await checksum(world.db)).toBe(before)
})

test('eight different issues at once get four dots and four sentences', async () => {
  const room = await votingRoom(world, { issues: 8 })
  const votes = await Promise.all(room.optionIds.map((_, option) => room.cast(0, option)))
  expect(codesOf(votes)).toEqual([...Array(4).fill('VOTE_LIMIT_REACHED'), ...Array(4).fill('VoteSuccess')])
  expect(await dotsIn(room.roundId)).toBe(4)
})

test('the same dot twice, one after the other or at once, is one dot and the same answer', async () => {
  const room = await votingRoom(world)
  const once = await room.cast(0, 0)
  expect(await room.cast(0, 0)).toEqual(once)
  const votes = await Promise.all(Array.from({ length: 6 }, () => room.cast(0, 1)))
  expect(new Set(votes.map(({ remaining }) => remaining))).toEqual(new Set([2]))
  expect(await dotsIn(room.roundId)).toBe(2)
})

test('the same dot on a full ballot is still no error', async () => {
  const room = await votingRoom(world, { dots: 2 })
  await room.cast(0, 0)
  await room.cast(0, 1)
  expect(await room.cast(0, 1)).toEqual({ __typename: 'VoteSuccess', hasDot: true, remaining: 0 })
})

test('a dot is taken back once, however often that is asked, and can be spent again', async () => {
  const room = await votingRoom(world, { dots: 2 })
  await room.cast(0, 0)
  await room.cast(0, 1)
  const backs = await Promise.all([1, 2, 3].map(() => room.withdraw(0, 0)))
  for (const back of backs) expect(back).toEqual({ __typename: 'VoteSuccess', hasDot: false, remaining: 1 })
  expect(await room.cast(0, 2)).toMatchObject({ remaining: 0 })
  expect((await room.ballot(0)).spentOn.sort()).toEqual([room.optionIds[1], room.optionIds[2]].sort())
})

test("nobody takes back another's dot", async () => {
  const room = await votingRoom(world, { voters: 2 })
  await room.cast(0, 0)
  expect(await room.withdraw(1, 0)).toEqual({ __typename: 'VoteSuccess', hasDot: false, remaining: 4 })
  expect(await room.ballot(0)).toMatchObject({ spentOn: [room.optionIds[0]] })
})

test('a person who sits in the room on two devices has one ballot', async () => {
  const room = await votingRoom(world, { dots: 1 })
  const devices = [0, 1, 2, 3].map((option) => room.cast(0, option))
  expect(codesOf(await Promise.all(devices)).filter((code) => code === 'VoteSuccess')).toHaveLength(1)
})

test('any row of dots put and taken back is what the rule says, step by step', async () => {
  const moves = fc.array(
    fc.record({ voter: fc.nat(1), option: fc.nat(4), act: fc.constantFrom('cast', 'withdraw') }),
    { minLength: 5, maxLength: 25 },
  )
  const property = fc.asyncProperty(moves, fc.integer({ min: 1, max: 4 }), async (rows, dots) => {
    const room = await votingRoom(world, { voters: 2, issues: 5, dots })
    const spent = [new Set<string>(), new Set<string>()] as const
    for (const { voter, option, act } of rows) {
      const [mine, optionId] = [spent[voter as 0 | 1], room.optionIds[option] ?? '']
      const no = refuseVote({ open: true, allowance: dots, spentOn: [...mine] }, optionId)
      if (act === 'withdraw') {
        mine.delete(optionId)
        expect(await room.withdraw(voter, option)).toMatchObject({
          hasDot: false,
          remaining: dots - mine.size,
        })
      } else if (no) expect(await room.cast(voter, option)).toMatchObject({ code: no.code })
      else {
        mine.add(optionId)
        expect(await room.cast(voter, option)).toMatchObject({ hasDot: true, remaining: dots - mine.size })
      }
    }
    for (const voter of [0, 1] as const) {
      expect(new Set((await room.ballot(voter)).spentOn)).toEqual(spent[voter])
    }
  })
  await fc.assert(property, { numRuns: 15 })
})

test('before a round opens there is nothing to put a dot on, and after it closed the ballots are counted', async () => {
  const room = await votingRoom(world, { open: false })
  const variables = { workshopId: room.workshopId, optionId: room.issueIds[0] }
  const early = await world.run<Record<string, Vote>>(MOVE.castVote, variables, room.voters[0])
  expect(early.data.castVote).toMatchObject({ code: 'NOT_FOUND' })

  const closed = await votingRoom(world)
  await closed.cast(0, 0)
  await world.run(ROUND.close, { id: closed.roundId }, closed.facilitator)
  const before = await checksum(world.db)
  expect(await closed.cast(0, 1)).toMatchObject({ code: 'ROUND_CLOSED' })
  expect(await closed.withdraw(0, 0)).toMatchObject({ code: 'ROUND_CLOSED' })
  expect(await checksum(world.db)).toBe(before)
})

test('dots that arrive while the facilitator closes are in the tally or refused', async () => {
  const room = await votingRoom(world, { voters: 60, issues: 5 })
  const cast = (option: number) => room.voters.map((_, voter) => room.cast(voter, (voter + option) % 5))
  const early = cast(0)
  const closing = world.run<Changed>(ROUND.close, { id: room.roundId }, room.facilitator)
  const votes = await Promise.all([...early, ...cast(1), ...cast(2)])
  expect((await closing).data.result.__typename).toBe('RoundSuccess')
  const acknowledged = votes.filter(({ hasDot }) => hasDot).length
  const tally = sql`select sum(dots) from tallies where round_id = ${room.roundId}`
  expect(await count(world.db, tally)).toBe(acknowledged)
  expect(codesOf(votes).filter((code) => code !== 'ROUND_CLOSED')).toEqual(
    Array(acknowledged).fill('VoteSuccess'),
  )
})

test('an option of another workshop is not found, whichever workshop is named', async () => {
  const [here, there] = [await votingRoom(world), await votingRoom(world)]
  const before = await checksum(world.db)
  const astray = { workshopId: here.workshopId, optionId: there.optionIds[0] }
  const named = await world.run<Record<string, Vote>>(MOVE.castVote, astray, here.voters[0])
  expect(named.data.castVote).toMatchObject({ __typename: 'Refusal', code: 'NOT_FOUND' })
  const other = await world.run(MOVE.castVote, { ...astray, workshopId: there.workshopId }, here.voters[0])
  expect(other.codes).toEqual(['NOT_FOUND'])
  expect(await checksum(world.db)).toBe(before)
})

test('who has lost the seat votes no more, from the next request on, and their dots stay', async () => {
  const room = await votingRoom(world)
  await room.cast(0, 0)
  const remove = 'mutation ($id: ID!) { removeSeat(seatId: $id) { __typename } }'
  await world.run(remove, { id: room.voters[0]?.seatId }, room.facilitator)
  expect(await room.cast(0, 1)).toMatchObject({ code: 'NOT_FOUND' })
  expect(await dotsIn(room.roundId)).toBe(1)
})

test('every voter sees the roll in an order of their own, the same each time, and the facilitator as it opened', async () => {
  const room = await votingRoom(world, { voters: 3, issues: 12 })
  const query = 'query ($id: ID!) { round(id: $id) { options { id } } }'
  const order = async (who: { token: string } | undefined) => {
    const { data } = await world.run<{ round: { options: { id: string }[] } }>(
      query,
      { id: room.roundId },
      who,
    )
    return data.round.options.map(({ id }) => id)
  }
  const orders = await Promise.all(room.voters.map(order))
  expect(new Set(orders.map(String)).size).toBe(3)
  expect(await order(room.voters[0])).toEqual(orders[0])
  for (const one of orders) expect([...one].sort()).toEqual([...room.optionIds].sort())
  const roll = await world.db
    .$client`select id from options where round_id = ${room.roundId} order by position`
  expect(await order(room.facilitator)).toEqual(roll.map(({ id }) => id))
})
