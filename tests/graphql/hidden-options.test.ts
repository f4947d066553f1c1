import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROUND, type VotingRoom, votingRoom } from '#tests/support/voting.ts'
import { openWorld, type World } from '#tests/support/world.ts'

/** Words that name somebody are hidden wherever they stand, on the roll of a vote too; the dots on them stay. */

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const HIDE =
  'mutation ($id: ID!) { hideIssue(issueId: $id, reason: "It names a patient") { __typename ... on Refusal { message } } }'
const SHOW = 'mutation ($id: ID!) { showIssue(issueId: $id) { __typename ... on Refusal { message } } }'
const ROLL = 'query ($id: ID!) { round(id: $id) { options { title votable } } }'
const RESULT = `query ($id: ID!) { round(id: $id) { options { title votable }
  result { rows { dots option { title } } } priorities { option { title provenance { of { title } outcomes { title } } } } } }`
const NOT_SHOWN = 'An issue that is no longer shown'

async function roll(room: VotingRoom, as: { token: string } | null, query = ROLL) {
  type Roll = { round: { options: { title: string; votable: boolean }[] } }
  const { data, errors } = await world.run<Roll>(query, { id: room.roundId }, as)
  expect(errors).toEqual([])
  return data.round
}

test('an issue that is hidden while people vote loses its words and takes no dots, until it is shown again', async () => {
  const room = await votingRoom(world)
  const [voter = null] = room.voters
  await room.cast(0, 2)
  await world.run(HIDE, { id: room.issueIds[2] }, room.facilitator)
  for (const as of [voter, room.facilitator]) {
    const { options } = await roll(room, as)
    const hidden = options.filter(({ votable }) => !votable)
    expect(hidden).toEqual([{ title: NOT_SHOWN, votable: false }])
    expect(JSON.stringify(options)).not.toContain('Issue 3')
  }
  expect(await room.cast(0, 2)).toEqual({ __typename: 'Refusal', code: 'ISSUE_NOT_VOTABLE' })
  await world.run(SHOW, { id: room.issueIds[2] }, room.facilitator)
  expect((await roll(room, voter)).options).toContainEqual({ title: 'Issue 3', votable: true })
  expect(await room.cast(0, 2)).toMatchObject({ __typename: 'VoteSuccess', remaining: 3 })
})

test('an issue that is hidden after the vote keeps its dots and its place, and nobody reads its words', async () => {
  const room = await votingRoom(world, { published: true })
  await room.cast(0, 1)
  await world.run(ROUND.close, { id: room.roundId }, room.facilitator)
  const input = { roundId: room.roundId, optionIds: [room.optionIds[1]] }
  await world.run(ROUND.declare, { input: { ...input, reason: 'The only one' } }, room.facilitator)
  await world.run(HIDE, { id: room.issueIds[1] }, room.facilitator)
  for (const as of [null, room.facilitator]) {
    const round = await roll(room, as, RESULT)
    expect(round).toMatchObject({
      result: { rows: [{ dots: 1, option: { title: NOT_SHOWN } }, {}, {}, {}, {}, {}] },
    })
    expect(JSON.stringify(round)).not.toContain('Issue 2')
  }
  await world.run(HIDE, { id: room.issueIds[1] }, room.facilitator)
  await world.run(SHOW, { id: room.issueIds[1] }, room.facilitator)
  expect(JSON.stringify(await roll(room, null, RESULT))).toContain('Issue 2')
})

test('an issue that was merged while people vote takes no dots when it is shown again', async () => {
  const room = await votingRoom(world)
  const admin = await world.person({ platformRole: 'ADMIN' })
  const merge =
    'mutation ($into: ID!, $ids: [ID!]!) { mergeIssues(intoId: $into, issueIds: $ids) { __typename } }'
  await world.run(merge, { into: room.issueIds[0], ids: [room.issueIds[1]] }, admin)
  await world.run(HIDE, { id: room.issueIds[1] }, room.facilitator)
  await world.run(SHOW, { id: room.issueIds[1] }, room.facilitator)
  expect((await roll(room, room.facilitator)).options).toContainEqual({ title: 'Issue 2', votable: false })
})
