import { afterAll, beforeAll, expect, test } from 'vitest'
import { importer } from '#tests/support/imports.ts'
import { type Changed, ROUND, votingRoom } from '#tests/support/voting.ts'
import { openWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const STATE = `mutation ($input: StatePublishedFiguresInput!) {
  result: statePublishedFigures(input: $input) {
    __typename
    ... on RoundSuccess { round { publishedFigures { options dots topOptions topDots }
      result { shareBase shareBaseIsPublished reconciliation { label status counted stated } } } }
    ... on Refusal { code field message }
  }
}`

async function closedRoom() {
  const room = await votingRoom(world, { issues: 4 })
  await importer(world, room).apply('issue,votes\nIssue 1,21\nIssue 2,5\n', { kind: 'TALLY' })
  await world.run<Changed>(ROUND.close, { id: room.roundId }, room.facilitator)
  const state = async (figures: Record<string, unknown>) => {
    const input = { roundId: room.roundId, ...figures }
    const { data } = await world.run<{ result: Record<string, unknown> }>(STATE, { input }, room.facilitator)
    return data.result
  }
  return { ...room, state }
}

test('what a document states is shown beside what was counted, with the gap', async () => {
  const { state } = await closedRoom()
  const figures = { options: 5, dots: 30, topOptions: 2, topDots: 26 }
  expect(await state(figures)).toMatchObject({
    round: {
      publishedFigures: figures,
      result: {
        shareBase: 30,
        shareBaseIsPublished: true,
        reconciliation: expect.arrayContaining([
          { label: 'Counted and published', status: 'GAP', counted: 26, stated: 30 },
          { label: 'The top issues', status: 'AGREES', counted: 26, stated: 26 },
        ]),
      },
    },
  })
  expect(await state({})).toMatchObject({ round: { publishedFigures: null, result: { shareBase: 26 } } })
})

test.each([
  ['options', { options: 0 }],
  ['options', { options: 1_001 }],
  ['dots', { dots: -1 }],
  ['dots', { dots: 100_001 }],
  ['topDots', { topOptions: 4 }],
  ['topOptions', { topDots: 70 }],
  ['topOptions', { options: 3, topOptions: 4, topDots: 5 }],
  ['topDots', { dots: 60, topOptions: 4, topDots: 61 }],
])('%s is to blame for %j', async (field, figures) => {
  const { state } = await closedRoom()
  expect(await state(figures)).toMatchObject({ code: 'BAD_USER_INPUT', field })
})

test('figures that somebody else has stated since are not overwritten unseen', async () => {
  const { state } = await closedRoom()
  await state({ dots: 154 })
  expect(await state({ dots: 150, basedOn: { dots: null } })).toMatchObject({
    code: 'STALE_STATE',
    field: 'dots',
  })
  expect(await state({ dots: 150, basedOn: { dots: 154 } })).toMatchObject({ __typename: 'RoundSuccess' })
})

test('a round that is open has nothing published of it yet', async () => {
  const room = await votingRoom(world)
  const input = { roundId: room.roundId, dots: 4 }
  const { data } = await world.run<{ result: object }>(STATE, { input }, room.facilitator)
  expect(data.result).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
})
