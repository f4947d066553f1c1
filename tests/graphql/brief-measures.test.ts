import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checksum } from '#tests/support/checksum.ts'
import { makeMeasure } from '#tests/support/measures.ts'
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

async function act(call: string, as: As = cast.admin, shown = '') {
  const operation = `mutation { result: ${call} { __typename ... on Refusal { code field message } ${shown} } }`
  const { data, codes } = await world.run<{ result: Found }>(operation, {}, as)
  return data?.result ?? { __typename: 'Error', code: codes[0] }
}
async function ask(query: string, as: As) {
  const { data, codes } = await world.run<Record<string, unknown>>(`{ ${query} }`, {}, as)
  return { data, codes }
}
const JOINED = '... on BriefSuccess { brief { measures { title } updates { kind measure { title } } } }'

test('a measure joins a brief once, and both say so', async () => {
  const { briefId, measure } = await openScene(world, cast)
  await act(`leaveMeasure(briefId: "${briefId}", measureId: "${measure.id}")`)
  const join = `joinMeasure(briefId: "${briefId}", measureId: "${measure.id}")`
  await act(join)
  const { brief } = await act(join, cast.staff, JOINED)
  expect(brief).toEqual({
    measures: [{ title: 'Nights of sleep' }],
    updates: [
      { kind: 'MEASURE_JOINED', measure: { title: 'Nights of sleep' } },
      { kind: 'MEASURE_LEFT', measure: { title: 'Nights of sleep' } },
    ],
  })
  const look = `measure(id: "${measure.id}") { briefs { title } }`
  expect((await ask(look, cast.staff)).data).toEqual({
    measure: { briefs: [{ title: 'Peers on every ward' }] },
  })
})

test('a measure can be one team’s own; a team of another brief, or a measure of another project, is refused', async () => {
  const [here, there] = [await openScene(world, cast), await openScene(world, cast)]
  const join = (measureId: string, teamId: string) =>
    act(
      `joinMeasure(briefId: "${here.briefId}", measureId: "${measureId}", teamId: "${teamId}")`,
      cast.staff,
      '... on BriefSuccess { brief { measures { id } teams { measures { id } } } }',
    )
  const own = [{ id: here.measure.id }]
  expect((await join(here.measure.id, here.teamId)).brief).toEqual({
    measures: own,
    teams: [{ measures: own }],
  })
  const before = await checksum(world.db)
  expect(await join(here.measure.id, there.teamId)).toMatchObject({ code: 'NOT_FOUND', field: 'teamId' })
  expect(await join(there.measure.id, here.teamId)).toMatchObject({ code: 'NOT_FOUND' })
  expect(await join(v7(), here.teamId)).toMatchObject({ code: 'NOT_FOUND' })
  expect(await checksum(world.db)).toBe(before)
})

test('who reads a brief reads its measures and their charts, and not who keeps them', async () => {
  const { briefId, measure } = await openScene(world, cast)
  await world.db
    .$client`update measure_points set added_by = ${cast.staff.id} where measure_id = ${measure.id}`
  const look = `measure(id: "${measure.id}") { title chart { pointCount } points { edges { node { addedByName } } }
    removedPoints { removedReason } viewerCanEdit }`
  expect((await ask(look, cast.participant)).data).toEqual({
    measure: {
      title: 'Nights of sleep',
      chart: { pointCount: 2 },
      points: { edges: [{ node: { addedByName: null } }, { node: { addedByName: null } }] },
      removedPoints: [],
      viewerCanEdit: false,
    },
  })
  expect(JSON.stringify((await ask(look, cast.staff)).data)).toContain('"addedByName":"Staff"')
  expect((await ask(look, cast.stranger)).codes).toEqual(['FORBIDDEN'])
  expect((await ask(look, null)).codes).toEqual(['UNAUTHENTICATED'])
  await act(`publishBrief(briefId: "${briefId}", published: false)`)
  expect((await ask(look, cast.participant)).codes).toEqual(['FORBIDDEN'])
  const { id } = await makeMeasure(world)
  expect((await ask(`measure(id: "${id}") { title }`, cast.participant)).codes).toEqual(['FORBIDDEN'])
})

const MADE = '... on MeasureSuccess { measure { id title kind direction briefs { title } critique { id } } }'

test('an unintended consequence becomes a balancing measure of the brief, once, and says so', async () => {
  const { briefId, consequences, ideas } = await openScene(world, cast)
  const make = `measureConsequence(input: { briefId: "${briefId}", critiqueId: "${consequences.free.id}" })`
  const made = await Promise.all([1, 2, 3].map(() => act(make, cast.admin, MADE)))
  for (const each of made) expect(each).toEqual(made[0])
  expect(made[0]?.measure).toMatchObject({
    title: 'Wards lean on peers',
    kind: 'BALANCING',
    direction: 'DOWN',
    briefs: [{ title: 'Peers on every ward' }],
    critique: { id: consequences.free.id },
  })
  const look = `idea(id: "${ideas.own.id}") { critiques { measure { title briefs { title } } } }`
  for (const as of [cast.participant, cast.admin]) {
    expect(JSON.stringify((await ask(look, as)).data)).toContain(
      '{"title":"Wards lean on peers","briefs":[{"title":"Peers on every ward"}]}',
    )
  }
  await act(`publishBrief(briefId: "${briefId}", published: false)`)
  expect(JSON.stringify((await ask(look, cast.participant)).data)).not.toContain('Wards lean')
})

test('only a standing comment on an unintended consequence of the project becomes a measure', async () => {
  const [here, there] = [await openScene(world, cast), await openScene(world, cast)]
  const make = (critiqueId: string) =>
    act(`measureConsequence(input: { briefId: "${here.briefId}", critiqueId: "${critiqueId}" })`)
  const before = await checksum(world.db)
  expect(await make(here.critiques.own.id)).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  expect(await make(there.consequences.free.id)).toMatchObject({ code: 'NOT_FOUND' })
  expect(await make(v7())).toMatchObject({ code: 'NOT_FOUND' })
  expect(await checksum(world.db)).toBe(before)
})

test('a title in the words of a comment goes with the comment, until somebody words it', async () => {
  const { briefId, consequences } = await openScene(world, cast)
  const { measure } = await act(
    `measureConsequence(input: { briefId: "${briefId}", critiqueId: "${consequences.free.id}" })`,
    cast.admin,
    MADE,
  )
  const { id } = measure as { id: string }
  await world.db.$client`update critiques set withdrawn_at = now() where id = ${consequences.free.id}`
  const title = async (as: As) => (await ask(`measure(id: "${id}") { title critique { id } }`, as)).data
  for (const as of [cast.participant, cast.staff, cast.admin]) {
    expect(await title(as)).toEqual({
      measure: { title: 'Balancing measure from a comment', critique: null },
    })
  }
  await act(`updateMeasure(input: { id: "${id}", title: "Calls to peers" })`, cast.staff)
  expect(await title(cast.participant)).toEqual({ measure: { title: 'Calls to peers', critique: null } })
})
