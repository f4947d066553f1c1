import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Cast, openCast, openScene } from '#tests/support/scene.ts'
import { openWorld, type World } from '#tests/support/world.ts'

let world: World
let cast: Cast
beforeAll(async () => {
  world = await openWorld()
  cast = await openCast(world)
})
afterAll(() => world.close())

type Found = { __typename: string; code?: string; field?: string } & Record<string, unknown>
type As = { token: string } | null

async function act(call: string, as: As, shown = '') {
  const operation = `mutation { result: ${call} { __typename ... on Refusal { code field message } ${shown} } }`
  const { data, codes } = await world.run<{ result: Found }>(operation, {}, as)
  return data?.result ?? { __typename: 'Error', code: codes[0] }
}
async function ask(query: string, as: As) {
  const { data, codes } = await world.run<Record<string, unknown>>(`{ ${query} }`, {}, as)
  return { data, codes }
}

test('comments carry names as their workshop shows them, and staff sign theirs', async () => {
  const scene = await openScene(world, cast)
  const comment = (as: As) =>
    act(
      `commentOnBrief(input: { id: "${v7()}", briefId: "${scene.briefId}", text: "C" })`,
      as,
      '... on BriefCommentSuccess { briefComment { authorName viewerIsAuthor } }',
    )
  expect(await comment(cast.participant)).toMatchObject({ briefComment: { viewerIsAuthor: true } })
  expect(await comment(cast.staff)).toMatchObject({ briefComment: { authorName: 'Staff' } })
  const look = `brief(id: "${scene.briefId}") { comments { authorName text } }`
  const names = async (as: As) => JSON.stringify((await ask(look, as)).data)
  await world.db.$client`update workshops set names_shown = 'NAMES' where id = ${scene.workshopId}`
  expect(await names(cast.facilitator)).toContain('"Participant"')
  // Staff without a seat are not among the people of the workshop.
  expect(await names(cast.staff)).not.toContain('"Participant"')
  await world.db.$client`update workshops set names_shown = 'TABLES' where id = ${scene.workshopId}`
  for (const as of [cast.facilitator, cast.admin, cast.participant]) {
    expect(await names(as)).not.toContain('"Participant"')
  }
})

test('one takes one’s own comment back, staff any', async () => {
  const scene = await openScene(world, cast)
  const back = `withdrawBriefComment(commentId: "${scene.commentId}")`
  expect(await act(back, cast.facilitator)).toMatchObject({ code: 'FORBIDDEN' })
  const shown = '... on BriefSuccess { brief { commentCount comments { text } } }'
  expect(await act(back, cast.participant, shown)).toMatchObject({ brief: { commentCount: 0, comments: [] } })
  expect(await act(back, cast.facilitator)).toMatchObject({ code: 'NOT_FOUND' })
})

test('somebody asked by e-mail reads and comments once the brief is published', async () => {
  const scene = await openScene(world, cast)
  const invited = await world.person({ name: 'Invited' })
  const add = `addContributor(input: { briefId: "${scene.briefId}", email: "${invited.email}" })`
  const shown = '... on BriefSuccess { brief { contributors { id name fromSeat } } }'
  expect((await ask(`brief(id: "${scene.briefId}") { id }`, invited)).codes).toEqual(['NOT_FOUND'])
  const added = await act(add, cast.staff, shown)
  expect(await act(add, cast.staff, shown)).toEqual(added)
  expect(JSON.stringify(added)).toContain('"name":"Invited","fromSeat":false')
  const comment = `commentOnBrief(input: { id: "${v7()}", briefId: "${scene.briefId}", text: "C" })`
  expect(await act(comment, invited)).toMatchObject({ __typename: 'BriefCommentSuccess' })
})

test('somebody asked from their seat is named to the people of that workshop alone', async () => {
  const scene = await openScene(world, cast)
  const shown = '... on BriefSuccess { brief { contributors { name fromSeat } } }'
  const add = `addContributor(input: { briefId: "${scene.briefId}", seatId: "${scene.seats.participant.id}" })`
  expect(await act(add, cast.staff)).toMatchObject({ code: 'NOT_FOUND', field: 'seatId' })
  const named = { name: 'Participant', fromSeat: true }
  expect(await act(add, cast.admin, shown)).toMatchObject({
    brief: { contributors: expect.arrayContaining([named]) },
  })
  const look = `brief(id: "${scene.briefId}") { contributors { name fromSeat } }`
  expect((await ask(look, cast.staff)).data).toMatchObject({
    brief: { contributors: expect.arrayContaining([{ name: null, fromSeat: true }]) },
  })
})
