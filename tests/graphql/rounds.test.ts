import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { destroyBallotKey } from '#db/ballot-keys.ts'
import { log } from '#log.ts'
import { checksum } from '#tests/support/checksum.ts'
import { type Changed, ROUND, votingRoom } from '#tests/support/voting.ts'
import { openWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const result = async (answer: Promise<{ data: Changed; codes: string[] }>) => {
  const { data, codes } = await answer
  expect(codes).toEqual([])
  return data.result
}

async function expectRefusal(
  answer: Promise<{ data: Changed; codes: string[] }>,
  code: string,
  field?: string,
) {
  const no = await result(answer)
  expect(no).toMatchObject({ __typename: 'Refusal', code, ...(field && { field }) })
  expect(no.message).toMatch(/\.$/)
}

test('a round takes its rules from the workshop, or from what is asked', async () => {
  const { workshopId, facilitator } = await votingRoom(world, { open: false })
  const create = (input: object) =>
    result(world.run(ROUND.create, { input: { workshopId, ...input } }, facilitator))
  expect((await create({})).round).toMatchObject({ title: 'Voting round 2', state: 'DRAFT', dotsPerVoter: 4 })
  const asked = { title: 'Second vote', dotsPerVoter: 20, prioritiesToSelect: 1, hideUntilClose: false }
  expect((await create(asked)).round).toMatchObject(asked)
})

test.each<[object, string]>([
  [{ dotsPerVoter: 0 }, 'dotsPerVoter'],
  [{ dotsPerVoter: 21 }, 'dotsPerVoter'],
  [{ dotsPerVoter: -4 }, 'dotsPerVoter'],
  [{ prioritiesToSelect: 0 }, 'prioritiesToSelect'],
  [{ prioritiesToSelect: 21 }, 'prioritiesToSelect'],
  [{ title: ' ' }, 'title'],
  [{ title: 'x'.repeat(121) }, 'title'],
  [{ id: 'nope' }, 'id'],
])('a round is not made of %j', async (input, field) => {
  const { workshopId, facilitator } = await votingRoom(world, { open: false })
  const before = await checksum(world.db)
  await expectRefusal(
    world.run(ROUND.create, { input: { workshopId, ...input } }, facilitator),
    'BAD_USER_INPUT',
    field,
  )
  expect(await checksum(world.db)).toBe(before)
})

test('making a round twice with one id makes one, in sequence and at once, and other content is refused', async () => {
  const { workshopId, facilitator } = await votingRoom(world, { open: false })
  const input = { id: v7(), workshopId, dotsPerVoter: 3 }
  const create = (asked: object) => result(world.run(ROUND.create, { input: asked }, facilitator))
  const answers = await Promise.all([1, 2, 3, 4].map(() => create(input)))
  expect(new Set(answers.map(({ round }) => round?.id))).toEqual(new Set([input.id]))
  expect((await create(input)).round).toEqual(answers[0]?.round)
  expect(await create({ ...input, dotsPerVoter: 5 })).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' })
  const elsewhere = await votingRoom(world, { open: false })
  const other = { ...input, workshopId: elsewhere.workshopId }
  const stranger = await result(world.run(ROUND.create, { input: other }, elsewhere.facilitator))
  expect(stranger).toMatchObject({ __typename: 'Refusal', code: 'IDEMPOTENCY_MISMATCH' })
  expect(JSON.stringify(stranger)).not.toContain(workshopId)
  const [{ rounds } = { rounds: 0 }] = await world.db.$client`
    select count(*)::int as rounds from rounds where workshop_id = ${workshopId}`
  expect(rounds).toBe(2)
})

test('before the first dot the rules may change, also while the round is open', async () => {
  for (const open of [false, true]) {
    const { roundId, facilitator } = await votingRoom(world, { open })
    const rules = {
      title: 'Other',
      dotsPerVoter: 2,
      prioritiesToSelect: 3,
      hideUntilClose: false,
      shuffleOptions: false,
    }
    const { round } = await result(world.run(ROUND.update, { input: { id: roundId, ...rules } }, facilitator))
    expect(round).toEqual(rules)
    // What is left out stays, be it everything.
    const again = await result(world.run(ROUND.update, { input: { id: roundId } }, facilitator))
    expect(again.round).toEqual(rules)
  }
})

test.each<[object]>([
  [{ dotsPerVoter: 5 }],
  [{ dotsPerVoter: 1 }],
  [{ hideUntilClose: false }],
  [{ prioritiesToSelect: 2 }],
])('from the first dot on the rules are fixed, also when it was taken back: %j', async (rules) => {
  const room = await votingRoom(world)
  await room.cast(0, 0)
  const change = () =>
    world.run<Changed>(ROUND.update, { input: { id: room.roundId, ...rules } }, room.facilitator)
  const before = await checksum(world.db)
  await expectRefusal(change(), 'ROUND_FROZEN')
  expect(await checksum(world.db)).toBe(before)
  await room.withdraw(0, 0)
  await expectRefusal(change(), 'ROUND_FROZEN')
})

test('lowering the dots while people vote leaves nobody with more than the rule that holds', async () => {
  for (let round = 0; round < 5; round++) {
    const room = await votingRoom(world, { voters: 3 })
    const votes = [0, 1, 2].flatMap((voter) => [0, 1, 2, 3].map((option) => () => room.cast(voter, option)))
    const update = () =>
      world.run<Changed>(ROUND.update, { input: { id: room.roundId, dotsPerVoter: 1 } }, room.facilitator)
    const all = await Promise.all([
      ...votes.slice(0, round * 2).map((vote) => vote()),
      update(),
      ...votes.slice(round * 2).map((vote) => vote()),
    ])
    const changed = all.find((one) => 'data' in one)
    const lowered = changed?.data.result.__typename === 'RoundSuccess'
    for (const voter of [0, 1, 2]) {
      const { allowance, remaining, spentOn } = await room.ballot(voter)
      expect({ allowance, remaining, spent: spentOn.length }).toEqual(
        lowered ? { allowance: 1, remaining: 0, spent: 1 } : { allowance: 4, remaining: 0, spent: 4 },
      )
    }
  }
})

test('a round opens on the issues that are put forward now, once, and is never discarded then', async () => {
  const { roundId, facilitator } = await votingRoom(world, { open: false, issues: 3 })
  const open = () =>
    world.run<Changed<{ state: string; options: unknown[] }>>(ROUND.open, { id: roundId }, facilitator)
  expect((await result(open())).round).toMatchObject({
    state: 'OPEN',
    options: [{ position: 1 }, { position: 2 }, { position: 3 }],
  })
  await expectRefusal(open(), 'STALE_STATE')
  await expectRefusal(world.run(ROUND.discard, { id: roundId }, facilitator), 'NOT_ALLOWED_NOW')
})

test('a round without anything to vote on does not open', async () => {
  const { roundId, facilitator } = await votingRoom(world, { open: false, issues: 0 })
  await expectRefusal(world.run(ROUND.open, { id: roundId }, facilitator), 'NOT_ALLOWED_NOW')
})

test('of two rounds opened at once one opens, and the other is told', async () => {
  const { roundId, workshopId, facilitator } = await votingRoom(world, { open: false })
  const second = v7()
  await world.run(ROUND.create, { input: { id: second, workshopId } }, facilitator)
  const answers = await Promise.all(
    [roundId, second, roundId, second].map((id) => result(world.run(ROUND.open, { id }, facilitator))),
  )
  expect(answers.filter(({ __typename }) => __typename === 'RoundSuccess')).toHaveLength(1)
  for (const { __typename, code } of answers) {
    if (__typename === 'Refusal') expect(['NOT_ALLOWED_NOW', 'STALE_STATE']).toContain(code)
  }
})

test('of two facilitators who close at once one closes, and a closed round is never reopened', async () => {
  const room = await votingRoom(world)
  const close = () => result(world.run(ROUND.close, { id: room.roundId }, room.facilitator))
  const answers = await Promise.all([close(), close(), close()])
  expect(answers.map(({ code }) => code ?? 'closed').sort()).toEqual(['STALE_STATE', 'STALE_STATE', 'closed'])
  await expectRefusal(world.run(ROUND.open, { id: room.roundId }, room.facilitator), 'ROUND_CLOSED')
  const rules = { input: { id: room.roundId, dotsPerVoter: 5 } }
  await expectRefusal(world.run(ROUND.update, rules, room.facilitator), 'ROUND_FROZEN')
})

test('a draft cannot be closed, and can be thrown away', async () => {
  const { roundId, facilitator } = await votingRoom(world, { open: false })
  await expectRefusal(world.run(ROUND.close, { id: roundId }, facilitator), 'STALE_STATE')
  expect(await result(world.run(ROUND.discard, { id: roundId }, facilitator))).toEqual({
    __typename: 'DiscardRoundSuccess',
  })
  expect((await world.run(ROUND.discard, { id: roundId }, facilitator)).codes).toEqual(['NOT_FOUND'])
})

test('a closed round is replaced by a new one with a reason, and by nothing else', async () => {
  const room = await votingRoom(world)
  const create = (given: object) =>
    world.run<Changed>(
      ROUND.create,
      { input: { workshopId: room.workshopId, replacesRoundId: room.roundId, ...given } },
      room.facilitator,
    )
  await expectRefusal(create({ reason: 'The wrong roll' }), 'NOT_FOUND', 'replacesRoundId')
  await world.run(ROUND.close, { id: room.roundId }, room.facilitator)
  await expectRefusal(create({}), 'BAD_USER_INPUT', 'reason')
  await expectRefusal(create({ reason: '\u200b' }), 'BAD_USER_INPUT', 'reason')
  const elsewhere = await votingRoom(world)
  await world.run(ROUND.close, { id: elsewhere.roundId }, elsewhere.facilitator)
  await expectRefusal(
    create({ replacesRoundId: elsewhere.roundId, reason: 'x' }),
    'NOT_FOUND',
    'replacesRoundId',
  )
  await expectRefusal(create({ replacesRoundId: 'nope', reason: 'x' }), 'NOT_FOUND', 'replacesRoundId')
  expect((await result(create({ reason: ' The wrong roll ' }))).round).toMatchObject({
    replaceReason: 'The wrong roll',
    replacesRound: { id: room.roundId },
  })
})

test('the steps of a workshop follow its vote', async () => {
  const { workshopId, roundId, facilitator } = await votingRoom(world, { open: false })
  const states = ['SHORTLIST OPEN', 'VOTE PLANNED', 'TALK OPEN'].map((step) => step.split(' '))
  await world.db.$client`insert into steps ${world.db.$client(
    states.map(([activity, state], position) => ({
      id: v7(),
      workshop_id: workshopId,
      position,
      title: activity,
      activity,
      state,
    })),
  )}`
  const held = async () => {
    const rows = await world.db.$client<{ step: string }[]>`
      select activity || ' ' || state as step from steps where workshop_id = ${workshopId} order by position`
    return rows.map(({ step }) => step)
  }
  await result(world.run(ROUND.open, { id: roundId }, facilitator))
  expect(await held()).toEqual(['SHORTLIST DONE', 'VOTE OPEN', 'TALK OPEN'])
  await expectRefusal(world.run(ROUND.open, { id: roundId }, facilitator), 'STALE_STATE')
  await result(world.run(ROUND.close, { id: roundId }, facilitator))
  expect(await held()).toEqual(['SHORTLIST DONE', 'VOTE DONE', 'TALK OPEN'])
})

test('a vote whose key is lost does not close, says why, and can be discarded to vote again', async () => {
  const room = await votingRoom(world)
  await room.cast(0, 0)
  const act = (document: string) =>
    world.run<Changed>(document, { id: room.roundId }, room.facilitator).then(({ data }) => data.result)
  expect(await act(ROUND.discard)).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  await destroyBallotKey(room.roundId)
  const logged = vi.spyOn(log, 'error').mockImplementation(() => {})
  const closed = await act(ROUND.close)
  expect(closed).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  expect(closed.message).toContain('discard this round and vote again')
  expect(logged).toHaveBeenCalled()
  expect(await act(ROUND.discard)).toMatchObject({ __typename: 'DiscardRoundSuccess' })
  logged.mockRestore()
})
