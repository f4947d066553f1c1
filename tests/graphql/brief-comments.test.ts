import { afterAll, beforeAll, expect, test } from 'vitest'
import { checksum } from '#tests/support/checksum.ts'
import { type Cast, openCast, openScene } from '#tests/support/scene.ts'
import { openWorld, type World } from '#tests/support/world.ts'

let world: World
let cast: Cast
beforeAll(async () => {
  world = await openWorld()
  cast = await openCast(world)
})
afterAll(() => world.close())

type As = { token: string } | null
type Comment = Record<string, unknown>
type Brief = { commentCount: number; comments: Comment[]; updates: { kind: string; text: string | null }[] }

async function act(call: string, as: As) {
  const operation = `mutation { result: ${call} { __typename ... on Refusal { code field } } }`
  const { data, codes } = await world.run<{ result: { __typename: string; code?: string } }>(
    operation,
    {},
    as,
  )
  return data?.result ?? { __typename: 'Error', code: codes[0] }
}
async function look(briefId: string, as: As): Promise<Brief> {
  const shown = 'text authorName hiddenReason viewerCanHide viewerHasReported reports'
  const query = `{ brief(id: "${briefId}") { commentCount comments { ${shown} } updates { kind text } } }`
  return (await world.run<{ brief: Brief }>(query, {}, as)).data.brief
}

test('a hidden comment leaves a stub; its author and staff read it, and why', async () => {
  const { briefId, commentId } = await openScene(world, cast)
  const hide = `hideBriefComment(commentId: "${commentId}", reason: "Names a nurse")`
  await act(hide, cast.staff)
  await act(hide, cast.staff)
  const [facilitator, author, staff] = await Promise.all(
    [cast.facilitator, cast.participant, cast.staff].map((as) => look(briefId, as)),
  )
  expect(facilitator?.comments[0]).toMatchObject({ text: null, authorName: null, hiddenReason: null })
  expect(author?.comments[0]).toMatchObject({ text: 'Ask the night shift', hiddenReason: 'Names a nurse' })
  expect(staff?.comments[0]).toMatchObject({ text: 'Ask the night shift', viewerCanHide: true })
  expect(staff?.updates).toEqual([{ kind: 'COMMENT_HIDDEN', text: 'Names a nurse' }])
  expect([author?.updates, facilitator?.updates, facilitator?.commentCount]).toEqual([[], [], 0])
  await act(`showBriefComment(commentId: "${commentId}")`, cast.staff)
  expect((await look(briefId, cast.facilitator)).comments[0]).toMatchObject({ text: 'Ask the night shift' })
})

test('a comment is hidden with a reason, and not once it was taken back', async () => {
  const { commentId } = await openScene(world, cast)
  const hide = (reason: string) =>
    act(`hideBriefComment(commentId: "${commentId}", reason: "${reason}")`, cast.staff)
  const before = await checksum(world.db)
  expect(await hide(' ')).toMatchObject({ code: 'BAD_USER_INPUT', field: 'reason' })
  expect(await checksum(world.db)).toBe(before)
  await act(`withdrawBriefComment(commentId: "${commentId}")`, cast.participant)
  expect(await hide('Names a nurse')).toMatchObject({ code: 'NOT_FOUND' })
})

test('a report reaches staff alone, once for each person', async () => {
  const { briefId, commentId } = await openScene(world, cast)
  const report = (reason: string) =>
    act(`reportBriefComment(commentId: "${commentId}", reason: "${reason}")`, cast.facilitator)
  await report('Rude')
  await report('Rude about a ward')
  const seen = (await look(briefId, cast.facilitator)).comments[0]
  expect(seen).toMatchObject({ viewerHasReported: true, reports: null, viewerCanHide: false })
  expect((await look(briefId, cast.staff)).comments[0]).toMatchObject({
    viewerHasReported: false,
    reports: ['Rude about a ward'],
  })
  // Nobody reports words that they cannot read.
  await act(`hideBriefComment(commentId: "${commentId}", reason: "Rude")`, cast.staff)
  expect(await report('Still there')).toMatchObject({ code: 'NOT_FOUND' })
})
