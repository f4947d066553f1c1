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

type Link = {
  kind: string
  id: string
  title: string
  detail: string
  distance: number
  via: string[]
  path: string
}
type Chain = { of: Link; origins: Link[]; outcomes: Link[] }
type As = { token: string } | null

const LINK = '{ kind id title detail distance via path }'
const CHAIN = `{ of ${LINK} origins ${LINK} outcomes ${LINK} }`
async function ask(kind: string, id: string, as: As) {
  const query = `query ($id: ID!) { provenance(kind: ${kind}, id: $id) ${CHAIN} }`
  const { data, codes } = await world.run<{ provenance: Chain | null }>(query, { id }, as)
  return { chain: data?.provenance ?? null, codes }
}
async function chainOf(kind: string, id: string, as: As): Promise<Chain> {
  const { chain, codes } = await ask(kind, id, as)
  if (chain === null) throw new Error(codes.join())
  return chain
}
const steps = (links: readonly Link[]) =>
  links.map(({ kind, title, distance }) => `${distance} ${kind} ${title}`)
const LATER = ['BRIEF', 'CYCLE', 'MEASURE']
const later = (chain: Chain) => chain.outcomes.filter(({ kind }) => LATER.includes(kind))

test('an idea leads on to its brief, the cycles in their order and the measures with their latest point', async () => {
  const { ideas, briefId, measure, cycles } = await openScene(world, cast)
  await world.db
    .$client`update test_cycles set state = 'DONE', decision = 'ADAPT' where id = ${cycles.plan.id}`
  const found = later(await chainOf('IDEA', ideas.own.id, cast.participant))
  expect(steps(found)).toEqual([
    '1 BRIEF Peers on every ward',
    ...Array.from({ length: 4 }, () => '2 CYCLE Will they come?'),
    '2 MEASURE Nights of sleep',
  ])
  expect(found.map(({ detail }) => detail)).toEqual([
    'proposed',
    'cycle 1 of Ward 4, adapt',
    'cycle 2 of Ward 4, in Do',
    'cycle 3 of Ward 4, in Study',
    'cycle 4 of Ward 4, in Act',
    'outcome measure, 4 nights on 2 January 2026',
  ])
  expect(found.map(({ path }) => path)).toEqual([
    `/briefs/${briefId}`,
    ...Object.values(cycles).map(({ id }) => `/briefs/${briefId}#cycle-${id}`),
    `/briefs/${briefId}#measure-${measure.id}`,
  ])
})

test('a measure, a cycle and a brief lead back to the words that they began with', async () => {
  const { ideas, briefId, measure, cycles, workshop } = await openScene(world, cast)
  const back = await chainOf('MEASURE', measure.id, cast.participant)
  expect(back.origins[0]).toMatchObject({ kind: 'BRIEF', id: briefId, distance: 1 })
  expect(back.origins.find(({ id }) => id === ideas.own.id)).toMatchObject({
    distance: 2,
    via: [briefId],
    path: `/workshops/${workshop.slug}/ideas/${ideas.own.id}`,
  })
  expect(JSON.stringify(back)).not.toContain('Hidden idea')
  const [cycle, brief] = [
    await chainOf('CYCLE', cycles.do.id, cast.participant),
    await chainOf('BRIEF', briefId, cast.participant),
  ]
  expect(steps(cycle.origins)).toEqual(steps(back.origins))
  expect(brief.origins.map(({ id }) => id)).toEqual(back.origins.slice(1).map(({ id }) => id))
  const query = `query ($id: ID!) { brief(id: $id) { provenance ${CHAIN} measures { provenance ${CHAIN} } } }`
  const { data } = await world.run(query, { id: briefId }, cast.participant)
  expect(data.brief).toEqual({ provenance: brief, measures: [{ provenance: back }] })
})

test('a comment leads on to the measure that was made from it and the brief that watches for it', async () => {
  const { briefId, consequences } = await openScene(world, cast)
  await world.run(
    `mutation { measureConsequence(input: { briefId: "${briefId}", critiqueId: "${consequences.free.id}" }) { __typename } }`,
    {},
    cast.admin,
  )
  expect(steps(later(await chainOf('CRITIQUE', consequences.free.id, cast.participant)))).toEqual([
    '1 MEASURE Wards lean on peers',
  ])
  expect(steps(later(await chainOf('CRITIQUE', consequences.watched.id, cast.participant)))[0]).toBe(
    '1 BRIEF Peers on every ward',
  )
})

test('a brief that one may not read is no part of a chain, nor is what hangs on it', async () => {
  const { ideas, briefId, measure, cycles } = await openScene(world, cast)
  await world.db.$client`update briefs set published_at = null where id = ${briefId}`
  expect(later(await chainOf('IDEA', ideas.own.id, cast.participant))).toEqual([])
  for (const [kind, id] of [
    ['BRIEF', briefId],
    ['CYCLE', cycles.do.id],
    ['MEASURE', measure.id],
    ['MEASURE', v7()],
    ['BRIEF', 'nope'],
  ] as const) {
    for (const as of [cast.participant, cast.stranger, null]) {
      expect([kind, (await ask(kind, id, as)).codes]).toEqual([kind, ['NOT_FOUND']])
    }
  }
  expect(later(await chainOf('IDEA', ideas.own.id, cast.admin))).toHaveLength(6)
})

test('the chain of a brief opens no workshop to those who do not read it', async () => {
  const { briefId, measure } = await openScene(world, cast)
  const guest = await world.person()
  await world.db
    .$client`insert into brief_contributors (id, brief_id, person_id) values (${v7()}, ${briefId}, ${guest.id})`
  for (const as of [guest, cast.staff]) {
    const chain = await chainOf('BRIEF', briefId, as)
    expect(chain.origins).toEqual([])
    expect(chain.outcomes.map(({ kind }) => kind)).toEqual(['CYCLE', 'CYCLE', 'CYCLE', 'CYCLE', 'MEASURE'])
  }
  expect(steps((await chainOf('MEASURE', measure.id, guest)).origins)).toEqual([
    '1 BRIEF Peers on every ward',
  ])
})
