import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { votingRoom } from '#tests/support/voting.ts'
import { openWorld, type World } from '#tests/support/world.ts'

/** A tablet is handed round: a page of one person must not act as the next, who has joined on it meanwhile. */

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Answer = { done: { __typename: string } | null }

test('what one person left to be sent is not written by the next who holds the session', async () => {
  const { voters, areas, workshopId } = await votingRoom(world, { voters: 2 })
  const [anna, ben] = voters
  if (!anna || !ben) throw new Error('Two people sit here.')
  await world.db.$client`insert into steps (id, workshop_id, position, title, activity, state)
    values (${v7()}, ${workshopId}, 0, 'Gather', 'GATHER', 'OPEN')`
  const write = async (as: { token: string; pageOf?: string }) => {
    const input = { id: v7(), workshopId, areaId: areas[0]?.id, title: 'Anna’s words' }
    return world.run<Answer>(
      'mutation ($input: WriteIssueInput!) { done: writeIssue(input: $input) { __typename } }',
      { input },
      as,
    )
  }
  expect((await write({ token: ben.token, pageOf: anna.seatId })).codes).toEqual(['UNAUTHENTICATED'])
  expect((await write({ token: anna.token, pageOf: anna.seatId })).data.done).toEqual({
    __typename: 'IssueSuccess',
  })
  expect((await write({ token: ben.token, pageOf: 'no seat' })).codes).toEqual(['UNAUTHENTICATED'])
  const [row] = await world.db.$client<{ by: string }[]>`
    select author_seat_id as by from issues where title = 'Anna’s words'`
  expect(row?.by).toBe(anna.seatId)
})

test('a dot of one person is not put by the next who holds the session', async () => {
  const { voters, workshopId, optionIds, ballot } = await votingRoom(world, { voters: 2 })
  const [anna, ben] = voters
  if (!anna || !ben) throw new Error('Two people sit here.')
  const vote = (as: { token: string; pageOf?: string }) =>
    world.run<Answer>(
      'mutation ($w: ID!, $o: ID!) { done: castVote(workshopId: $w, optionId: $o) { __typename } }',
      { w: workshopId, o: optionIds[0] },
      as,
    )
  expect((await vote({ token: ben.token, pageOf: anna.seatId })).codes).toEqual(['UNAUTHENTICATED'])
  expect((await vote({ token: ben.token, pageOf: 'nope' })).codes).toEqual(['UNAUTHENTICATED'])
  expect((await ballot(1)).spentOn).toEqual([])
  expect((await vote({ token: anna.token, pageOf: anna.seatId })).data.done).toEqual({
    __typename: 'VoteSuccess',
  })
  expect((await ballot(0)).spentOn).toEqual([optionIds[0]])
})
