import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checksum } from '#tests/support/checksum.ts'
import { type Changed, ROUND, type VotingRoom, votingRoom } from '#tests/support/voting.ts'
import { openWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const RESULT = `query ($id: ID!) { round(id: $id) {
  state
  result {
    dots ballots seats unusedDots shareBase shareBaseIsPublished
    rows { option { id } rank tied dots share aboveCut byChannel { channel dots } }
    cutLine { select margin tiedAcross dotsAbove explanation }
    reconciliation { label status counted stated sentence }
  }
} }`
type Row = {
  option: { id: string }
  rank: number
  tied: boolean
  dots: number
  share: number
  aboveCut: boolean | null
}
type Sheet = {
  dots: number
  ballots: number
  seats: number
  unusedDots: number
  rows: Row[]
  cutLine: { margin: number | null; tiedAcross: string[]; dotsAbove: number; explanation: string }
  reconciliation: { label: string; status: string; sentence: string }[]
}

async function sheetOf(room: VotingRoom): Promise<Sheet> {
  const { data, codes } = await world.run<{ round: { result: Sheet } }>(
    RESULT,
    { id: room.roundId },
    room.facilitator,
  )
  expect(codes).toEqual([])
  return data.round.result
}
const close = (room: VotingRoom) => world.run(ROUND.close, { id: room.roundId }, room.facilitator)

/** Each voter's options by number. */
async function vote(room: VotingRoom, ballots: readonly (readonly number[])[]): Promise<void> {
  await Promise.all(ballots.flatMap((ballot, voter) => ballot.map((option) => room.cast(voter, option))))
}

async function declare(room: VotingRoom, options: number[], reason?: string, before: number[] = []) {
  const ids = (some: number[]) => some.map((option) => room.optionIds[option])
  const input = { roundId: room.roundId, optionIds: ids(options), reason, basedOn: ids(before) }
  const { data, codes } = await world.run<Changed>(ROUND.declare, { input }, room.facilitator)
  expect(codes).toEqual([])
  return data.result
}

test('the result is what was voted: ranks, ties, shares and unused dots of any ballots', async () => {
  const anyBallots = fc.array(fc.uniqueArray(fc.nat(4), { maxLength: 3 }), { minLength: 1, maxLength: 6 })
  const property = fc.asyncProperty(anyBallots, fc.boolean(), async (ballots, hidden) => {
    const room = await votingRoom(world, { voters: ballots.length, issues: 5, dots: 3, select: 2, hidden })
    await vote(room, ballots)
    const counted = room.optionIds.map(
      (_, option) => ballots.filter((ballot) => ballot.includes(option)).length,
    )
    const total = counted.reduce((sum, dots) => sum + dots, 0)
    const expected = room.optionIds.map((id, option) => {
      const dots = counted[option] ?? 0
      const share = total === 0 ? null : dots / total
      const [better, same] = [
        counted.filter((other) => other > dots),
        counted.filter((other) => other === dots),
      ]
      return {
        id,
        dots,
        rank: better.length + 1,
        tied: same.length > 1,
        share: share === null ? null : expect.closeTo(share, 9),
      }
    })
    const check = async () => {
      const { rows, dots } = await sheetOf(room)
      expect(dots).toBe(total)
      const found = rows.map(({ option, dots, rank, tied, share }) => ({
        id: option.id,
        dots,
        rank,
        tied,
        share,
      }))
      expect(found.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
        expected.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
      )
      expect(rows.map(({ rank }) => rank)).toEqual(rows.map(({ rank }) => rank).toSorted((a, b) => a - b))
    }
    const voted = ballots.filter((ballot) => ballot.length > 0).length
    // Tallies that are shown while voting is open start with the fifth ballot.
    if (!hidden && voted < 5) expect(await sheetOf(room)).toBeNull()
    if (!hidden && voted >= 5) await check()
    await close(room)
    await check()
    const used = ballots.filter((ballot) => ballot.length > 0)
    const { ballots: counting, seats, unusedDots } = await sheetOf(room)
    expect({ ballots: counting ?? 0, seats }).toEqual({ ballots: used.length, seats: ballots.length })
    if (used.length > 0) expect(unusedDots).toBe(used.length * 3 - total)
  })
  await fc.assert(property, { numRuns: 10 })
})

test('by option and by ballot the dots agree, and every line is a sentence', async () => {
  const room = await votingRoom(world, { voters: 3 })
  await vote(room, [[0, 1], [0], [0, 1, 2]])
  await close(room)
  const { reconciliation } = await sheetOf(room)
  expect(reconciliation.find(({ label }) => label === 'By option and by ballot')).toMatchObject({
    status: 'AGREES',
  })
  for (const { sentence } of reconciliation) expect(sentence).toMatch(/^[A-Z0-9].*\.$/)
  expect(reconciliation.map(({ status }) => status)).not.toContain('GAP')
})

test('nobody has voted: the round closes, and none is a figure', async () => {
  const room = await votingRoom(world, { voters: 2, issues: 3 })
  await close(room)
  const { rows, dots, unusedDots, seats } = await sheetOf(room)
  expect(rows.map((row) => row.dots)).toEqual([0, 0, 0])
  expect({ dots, seats }).toEqual({ dots: 0, seats: 2 })
  expect(unusedDots ?? 0).toBe(0)
})

test('the issues above the cut are declared as they were voted, without a reason', async () => {
  const room = await votingRoom(world, { voters: 3, issues: 4, select: 2 })
  await vote(room, [[0, 1, 2], [0, 1], [0]])
  await close(room)
  const { cutLine, rows } = await sheetOf(room)
  expect(cutLine).toMatchObject({ margin: 1, tiedAcross: [], dotsAbove: 5 })
  expect(rows.map(({ aboveCut }) => aboveCut)).toEqual([true, true, false, false])
  const { round } = await declare(room, [1, 0])
  expect(round).toMatchObject({
    priorities: [
      { position: 0, option: { id: room.optionIds[1] } },
      { position: 1, option: { id: room.optionIds[0] } },
    ],
    prioritiesReason: null,
    prioritiesDeclaredAt: expect.any(String),
  })
})

test('a tie across the cut is a decision of people: it needs a reason, and is kept with it', async () => {
  const room = await votingRoom(world, { voters: 2, issues: 4, select: 2 })
  await vote(room, [
    [0, 1],
    [0, 2],
  ])
  await close(room)
  const { cutLine, rows } = await sheetOf(room)
  expect(new Set(cutLine.tiedAcross)).toEqual(new Set([room.optionIds[1], room.optionIds[2]]))
  expect(rows.map(({ aboveCut }) => aboveCut)).toEqual([true, null, null, false])
  const before = await checksum(world.db)
  expect(await declare(room, [0, 1])).toMatchObject({ code: 'TIE_NEEDS_REASON', field: 'reason' })
  expect(await declare(room, [0, 1], ' \u200b ')).toMatchObject({ code: 'TIE_NEEDS_REASON' })
  expect(await checksum(world.db)).toBe(before)
  const { round } = await declare(room, [0, 1], 'Issue 2 was raised at three tables')
  expect(round).toMatchObject({ prioritiesReason: 'Issue 2 was raised at three tables' })
})

test('a choice other than the vote needs a reason too, and a later declaration replaces the first', async () => {
  const room = await votingRoom(world, { voters: 2, issues: 3, select: 1 })
  await vote(room, [[0], [0]])
  await close(room)
  expect(await declare(room, [2])).toMatchObject({ code: 'BAD_USER_INPUT', field: 'reason' })
  await declare(room, [2], 'It is urgent')
  // Whoever has not seen the first is told of it.
  expect(await declare(room, [0])).toMatchObject({ code: 'STALE_STATE', field: 'optionIds' })
  const { round } = await declare(room, [0, 0], undefined, [2])
  expect(round).toMatchObject({ priorities: [{ option: { id: room.optionIds[0] } }], prioritiesReason: null })
})

test('nothing is declared before the round closed, and nothing that is not on its roll', async () => {
  const room = await votingRoom(world, { issues: 3, select: 1 })
  expect(await declare(room, [0])).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  await vote(room, [[0]])
  await close(room)
  expect(await declare(room, [])).toMatchObject({ code: 'BAD_USER_INPUT', field: 'optionIds' })
  for (const astray of ['nope', crypto.randomUUID(), (await votingRoom(world)).optionIds[0] ?? '']) {
    room.optionIds[9] = astray
    expect(await declare(room, [9], 'why not')).toMatchObject({ code: 'NOT_FOUND', field: 'optionIds' })
  }
})

test('of many who declare at once those who choose otherwise than the first are told so', async () => {
  const room = await votingRoom(world, { issues: 4, select: 1 })
  await vote(room, [[0]])
  await close(room)
  const answers = await Promise.all(
    Array.from({ length: 16 }, (_, at) => declare(room, [at % 4], `Choice ${at}`)),
  )
  const done = answers.map(({ code }, at) => ({ code: code ?? 'DECLARED', choice: at % 4 }))
  expect(new Set(done.map(({ code }) => code))).toEqual(new Set(['DECLARED', 'STALE_STATE']))
  expect(new Set(done.flatMap(({ code, choice }) => (code === 'DECLARED' ? [choice] : []))).size).toBe(1)
  const kept = await world.db.$client`
    select p.option_id as id, r.priorities_reason as reason from priorities p join rounds r on r.id = p.round_id
    where r.id = ${room.roundId}`
  expect(kept).toHaveLength(1)
  const [one] = kept
  expect(room.optionIds[Number(/\d+/.exec(one?.reason)?.[0]) % 4]).toBe(one?.id)
})
