import { sql } from 'drizzle-orm'
import { getNamedType, isLeafType, isUnionType } from 'graphql'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { VOTES } from '#graphql/limits.ts'
import { createSchema } from '#graphql/schema.ts'
import { ask, type HttpWorld, openHttpWorld, signedIn } from '#tests/support/http-server.ts'
import { count } from '#tests/support/room.ts'
import { MOVE, type VotingRoom, votingRoom } from '#tests/support/voting.ts'

/** Who votes is found by the statement that moves the dot. Whoever may not is told what they are told everywhere. */

let world: HttpWorld
beforeAll(async () => {
  world = await openHttpWorld()
})
afterAll(() => world.close())

/** Asks over HTTP until the document is known, and once more: both must be told the same. */
async function told(
  room: Pick<VotingRoom, 'workshopId' | 'optionIds'>,
  as: { token: string } | null,
  document = MOVE.castVote,
) {
  const variables = { workshopId: room.workshopId, optionId: room.optionIds[0] }
  const answers: unknown[] = []
  for (let n = 0; n < 2; n++) {
    const { status, data, errors } = await ask(world.server, document, variables, as ? signedIn(as) : {})
    answers.push({ status, vote: Object.values(data ?? {})[0] ?? null, code: errors?.[0]?.extensions?.code })
  }
  expect(answers[1]).toEqual(answers[0])
  return answers[1]
}

const refused = (code: string) => ({ status: 200, vote: null, code })
const dotsOf = (room: VotingRoom) =>
  count(world.db, sql`select count(*) from ballots where round_id = ${room.roundId}`)

test('nobody who lacks the right moves a dot, and each is told why', async () => {
  const room = await votingRoom(world, { voters: 3 })
  const [gone, ended, out] = room.voters
  const observer = await world.seat(room.workshopId, { role: 'OBSERVER' })
  const stranger = await world.person()
  const admin = await world.person({ platformRole: 'ADMIN' })
  await world.db.execute(sql`update seats set removed_at = now() where id = ${gone?.seatId}`)
  await world.db.execute(sql`delete from sessions where person_id = ${ended?.id}`)
  await world.db.execute(sql`update sessions set expires_at = now() where person_id = ${out?.id}`)
  const said = async (as: { token: string } | null | undefined) => told(room, as ?? null)
  expect(await said(null)).toEqual(refused('UNAUTHENTICATED'))
  expect(await said({ token: 'made-up' })).toEqual(refused('UNAUTHENTICATED'))
  expect(await said(ended)).toEqual(refused('UNAUTHENTICATED'))
  expect(await said(out)).toEqual(refused('UNAUTHENTICATED'))
  expect(await said(gone)).toEqual(refused('NOT_FOUND'))
  expect(await said(stranger)).toEqual(refused('NOT_FOUND'))
  expect(await said(observer)).toEqual(refused('FORBIDDEN'))
  expect(await said(room.facilitator)).toEqual(refused('FORBIDDEN'))
  expect(await said(admin)).toEqual(refused('FORBIDDEN'))
  expect(await dotsOf(room)).toBe(0)
})

test('a right that is taken is gone for the next dot, and one that is given is there', async () => {
  const room = await votingRoom(world)
  const [voter] = room.voters
  const held = {
    status: 200,
    vote: { __typename: 'VoteSuccess', hasDot: true, remaining: 3 },
    code: undefined,
  }
  expect(await told(room, voter ?? null)).toEqual(held)
  await world.db.execute(sql`update seats set role = 'OBSERVER' where id = ${voter?.seatId}`)
  expect(await told(room, voter ?? null, MOVE.withdrawVote)).toEqual(refused('FORBIDDEN'))
  await world.db.execute(sql`update seats set role = 'PARTICIPANT' where id = ${voter?.seatId}`)
  expect(await told(room, voter ?? null)).toEqual(held)
  await world.db.execute(sql`update workshops set deleted_at = now() where id = ${room.workshopId}`)
  expect(await told(room, voter ?? null)).toEqual(refused('NOT_FOUND'))
})

test('a seat in one workshop moves no dot in another', async () => {
  const [here, elsewhere] = [await votingRoom(world), await votingRoom(world)]
  const [voter = null] = here.voters
  expect(await told(elsewhere, voter)).toEqual(refused('NOT_FOUND'))
  const notFound = { status: 200, vote: { __typename: 'Refusal', code: 'NOT_FOUND' }, code: undefined }
  expect(await told({ ...elsewhere, workshopId: here.workshopId }, voter)).toEqual(notFound)
  expect(await told({ ...here, optionIds: ['no id'] }, voter)).toEqual(notFound)
  expect(await told({ ...here, workshopId: 'no id' }, voter)).toEqual(refused('NOT_FOUND'))
  expect((await dotsOf(here)) + (await dotsOf(elsewhere))).toBe(0)
})

test('whoever joins and votes in one request is let in and heard', async () => {
  const room = await votingRoom(world)
  const document = `mutation ($code: String!, $workshopId: ID!, $optionId: ID!) {
    joinWorkshop(input: { code: $code, displayName: "Zoe" }) { __typename }
    castVote(workshopId: $workshopId, optionId: $optionId) { ... on VoteSuccess { remaining } } }`
  const { workshopId, optionIds, workshop } = room
  const variables = { code: workshop.roomCode, workshopId, optionId: optionIds[0] }
  for (const _ of ['new', 'known']) {
    const { data } = await ask(world.server, document, variables)
    expect(data).toMatchObject({ castVote: { remaining: 3 } })
  }
  expect(await dotsOf(room)).toBe(2)
})

test('a dot of somebody who may vote takes one round trip, and anything beside it is asked in the usual way', async () => {
  const room = await votingRoom(world)
  const [voter = null] = room.voters
  const mixed = `mutation ($workshopId: ID!, $optionId: ID!) {
    castVote(workshopId: $workshopId, optionId: $optionId) { __typename }
    renameViewer(name: "Anna") { __typename } }`
  await told(room, voter)
  await told(room, voter, mixed)
  const asked = vi.spyOn(world.db.$client, 'unsafe')
  const variables = { workshopId: room.workshopId, optionId: room.optionIds[0] }
  // As the page does, which names the seat that it was opened from.
  const fromPage = voter ? { ...signedIn(voter), 'x-seat': voter.seatId } : {}
  await ask(world.server, MOVE.castVote, variables, fromPage)
  expect(asked).toHaveBeenCalledTimes(1)
  const { data } = await ask(world.server, mixed, variables, voter ? signedIn(voter) : {})
  expect(data).toMatchObject({ castVote: { __typename: 'VoteSuccess' } })
  expect(Object.values(data ?? {})).toHaveLength(2)
  asked.mockRestore()
})

test('the answer to a vote holds nothing but what the vote says, so that nothing in it asks who is looking', () => {
  const schema = createSchema()
  const fields = [...VOTES].map((name) => schema.getMutationType()?.getFields()[name])
  const results = fields.flatMap((field) => {
    const type = field && getNamedType(field.type)
    return isUnionType(type) ? type.getTypes() : []
  })
  expect(results.map(String).sort()).toEqual(['Refusal', 'Refusal', 'VoteSuccess', 'VoteSuccess'])
  for (const { type, args } of results.flatMap((result) => Object.values(result.getFields()))) {
    expect(isLeafType(getNamedType(type))).toBe(true)
    expect(args).toEqual([])
  }
})
