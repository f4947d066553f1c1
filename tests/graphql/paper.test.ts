import { afterAll, beforeAll, expect, test } from 'vitest'
import { checksum } from '#tests/support/checksum.ts'
import { type Changed, ROUND, type VotingRoom, votingRoom } from '#tests/support/voting.ts'
import { openWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Figure = { optionId: string; dots: number }
type Paper = { paper: { ballots: number | null; first: Figure[]; second: Figure[]; differences: string[] } }

/** Enters figures for the options by their number. */
async function enter(
  room: VotingRoom,
  entry: 'FIRST' | 'SECOND',
  dots: Record<number, number>,
  ballots?: number | null,
) {
  const figures = Object.entries(dots).map(([option, count]) => ({
    optionId: room.optionIds[Number(option)],
    dots: count,
  }))
  const input = { roundId: room.roundId, entry, figures, ballots }
  const { data, codes } = await world.run<Changed<Paper>>(ROUND.enter, { input }, room.facilitator)
  expect(codes).toEqual([])
  return data.result
}

const close = async (room: VotingRoom) =>
  (await world.run<Changed>(ROUND.close, { id: room.roundId }, room.facilitator)).data.result

test('paper is entered twice, and the round closes only once both entries say the same', async () => {
  const room = await votingRoom(world)
  await enter(room, 'FIRST', { 0: 3, 1: 2 }, 4)
  const second = await enter(room, 'SECOND', { 0: 3, 1: 4, 2: 1 }, 4)
  expect(second.round?.paper.differences.toSorted()).toEqual(
    [room.optionIds[1], room.optionIds[2]].toSorted(),
  )
  const before = await checksum(world.db)
  expect(await close(room)).toMatchObject({ __typename: 'Refusal', code: 'ENTRIES_DIFFER' })
  expect(await checksum(world.db)).toBe(before)
  const corrected = await enter(room, 'SECOND', { 0: 3, 1: 2 }, 4)
  expect(corrected.round?.paper).toMatchObject({ ballots: 4, differences: [] })
  expect(await close(room)).toMatchObject({ round: { state: 'CLOSED' } })
})

test.each<[string, 'FIRST' | 'SECOND', Record<number, number>]>([
  ['only the first', 'FIRST', { 0: 3 }],
  ['only the second', 'SECOND', { 0: 3 }],
  ['only the first, and it says none', 'FIRST', { 0: 0 }],
])('a round with one entry does not close: %s', async (_, entry, figures) => {
  const room = await votingRoom(world)
  const { round } = await enter(room, entry, figures)
  expect(round?.paper.differences).toEqual([room.optionIds[0]])
  expect(await close(room)).toMatchObject({ code: 'ENTRIES_DIFFER' })
})

test('an entry replaces the one before it whole, and both can be cleared', async () => {
  const room = await votingRoom(world)
  await enter(room, 'FIRST', { 0: 3, 1: 2 }, 7)
  const again = await enter(room, 'FIRST', { 1: 5 })
  expect(again.round?.paper.first).toEqual([{ optionId: room.optionIds[1], dots: 5 }])
  expect(again.round?.paper.ballots).toBe(7)
  const { data } = await world.run<Changed>(ROUND.clear, { id: room.roundId }, room.facilitator)
  expect(data.result.round).toEqual({ paper: { ballots: null, first: [], second: [] } })
  expect(await close(room)).toMatchObject({ round: { state: 'CLOSED' } })
})

test.each<[string, Record<number, number>, number | undefined, string, string]>([
  ['fewer than no dots', { 0: -1 }, undefined, 'BAD_USER_INPUT', 'figures'],
  ['more dots than a hall holds', { 0: 100_001 }, undefined, 'BAD_USER_INPUT', 'figures'],
  ['fewer than no ballots', { 0: 1 }, -1, 'BAD_USER_INPUT', 'ballots'],
  ['an issue that is not on the ballot', { 99: 1 }, undefined, 'NOT_FOUND', 'figures'],
])('figures that cannot be are refused: %s', async (_, figures, ballots, code, field) => {
  const room = await votingRoom(world)
  room.optionIds[99] = crypto.randomUUID()
  const before = await checksum(world.db)
  expect(await enter(room, 'FIRST', figures, ballots)).toMatchObject({ __typename: 'Refusal', code, field })
  expect(await checksum(world.db)).toBe(before)
})

test('more dots than the paper ballots can hold are refused, also when only their number changes', async () => {
  const room = await votingRoom(world)
  expect(await enter(room, 'FIRST', { 0: 5, 1: 5, 2: 5 }, 1)).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: room.optionIds[0],
  })
  expect(await enter(room, 'FIRST', { 0: 2, 1: 2, 2: 2, 3: 2, 4: 1 }, 2)).toMatchObject({ field: 'ballots' })
  await enter(room, 'FIRST', { 0: 5, 1: 5, 2: 5 }, 5)
  expect(await enter(room, 'SECOND', { 0: 6 })).toMatchObject({ field: room.optionIds[0] })
  expect(await enter(room, 'SECOND', { 0: 5, 1: 5, 2: 5 }, 1)).toMatchObject({ field: room.optionIds[0] })
  expect(await enter(room, 'SECOND', { 0: 5, 1: 5, 2: 5 })).toMatchObject({
    round: { paper: { ballots: 5 } },
  })
  expect(await close(room)).toMatchObject({ round: { state: 'CLOSED' } })
})

test('two figures for one issue, and what is no id, are refused', async () => {
  const room = await votingRoom(world)
  const send = async (optionIds: (string | undefined)[]) => {
    const figures = optionIds.map((optionId) => ({ optionId, dots: 1 }))
    const input = { roundId: room.roundId, entry: 'FIRST', figures }
    const { data, codes } = await world.run<Changed>(ROUND.enter, { input }, room.facilitator)
    return [...codes, data?.result.code]
  }
  expect(await send([room.optionIds[0], room.optionIds[0]])).toEqual(['BAD_USER_INPUT'])
  expect(await send(['nope'])).toEqual(['NOT_FOUND'])
  expect(await send([(await votingRoom(world)).optionIds[0]])).toEqual(['NOT_FOUND'])
})

test('paper dots stand beside the digital ones: in the turnout while open, in the tally by channel once closed', async () => {
  const room = await votingRoom(world, { voters: 2 })
  await room.cast(0, 0)
  await room.cast(1, 0)
  await room.cast(1, 1)
  for (const entry of ['FIRST', 'SECOND'] as const) await enter(room, entry, { 0: 5, 2: 0 }, 5)
  const query = `query ($id: ID!) { round(id: $id) {
    turnout { ballots dots seats }
    result { dots ballots channels { channel dots ballots } rows { option { id } dots byChannel { channel dots } }
      reconciliation { label status counted stated sentence } }
  } }`
  type Sheet = {
    dots: number
    ballots: number
    channels: object[]
    rows: { option: { id: string }; dots: number }[]
  }
  const ask = () =>
    world.run<{ round: { turnout: object; result: Sheet & { reconciliation: object[] } } }>(
      query,
      { id: room.roundId },
      room.facilitator,
    )
  expect((await ask()).data.round.turnout).toEqual({ ballots: 7, dots: 8, seats: 2 })
  await close(room)
  const { turnout, result } = (await ask()).data.round
  expect(turnout).toEqual({ ballots: 7, dots: 8, seats: 2 })
  expect(result).toMatchObject({ dots: 8, ballots: 7 })
  expect(result.channels).toEqual([
    { channel: 'OWN_DEVICE', dots: 3, ballots: 2 },
    { channel: 'PAPER', dots: 5, ballots: 5 },
  ])
  const dots = room.optionIds
    .slice(0, 3)
    .map((id) => result.rows.find(({ option }) => option.id === id)?.dots)
  expect(dots).toEqual([7, 1, 0])
  expect(result.reconciliation).not.toContainEqual(expect.objectContaining({ status: 'GAP' }))
  expect(result.reconciliation).toContainEqual({
    label: 'Within the dot limit',
    status: 'AGREES',
    counted: 8,
    stated: 28,
    sentence: '7 ballots of 4 dots can hold 28 votes, and 8 are on them.',
  })
})

test('paper fixes the rules like any other dot', async () => {
  const room = await votingRoom(world)
  await enter(room, 'FIRST', { 0: 1 })
  const update = { input: { id: room.roundId, dotsPerVoter: 5 } }
  const { data } = await world.run<Changed>(ROUND.update, update, room.facilitator)
  expect(data.result).toMatchObject({ code: 'ROUND_FROZEN' })
})

test('two who enter at once leave one whole entry', async () => {
  const room = await votingRoom(world)
  await Promise.all([1, 2, 3, 4].map((dots) => enter(room, 'FIRST', { 0: dots, 1: dots, 2: dots }, dots)))
  const { round } = await enter(room, 'SECOND', {})
  const counts = round?.paper.first.map(({ dots }) => dots) ?? []
  expect(counts).toHaveLength(3)
  expect(new Set([...counts, round?.paper.ballots]).size).toBe(1)
})

test('before it opened and after it closed a round takes no paper', async () => {
  for (const open of [false, true]) {
    const room = await votingRoom(world, { open })
    if (open) await close(room)
    else room.optionIds.fill(crypto.randomUUID())
    const before = await checksum(world.db)
    expect(await enter(room, 'FIRST', { 0: 1 })).toMatchObject({ code: 'ROUND_CLOSED' })
    const { data } = await world.run<Changed>(ROUND.clear, { id: room.roundId }, room.facilitator)
    expect(data.result).toMatchObject({ code: 'ROUND_CLOSED' })
    expect(await checksum(world.db)).toBe(before)
  }
})
