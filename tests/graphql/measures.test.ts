import { v7 } from 'uuid'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checksum } from '#tests/support/checksum.ts'
import { MEASURE, makeMeasure } from '#tests/support/measures.ts'
import { openWorld, type TestPerson, type World } from '#tests/support/world.ts'

let world: World
let staff: TestPerson
beforeAll(async () => {
  world = await openWorld()
  staff = await world.person({ name: 'Stella', platformRole: 'STAFF' })
})
afterAll(() => world.close())

type Point = { id: string; day: string; value: number; corrections: unknown[] }
type Measure = {
  id: string
  target: number | null
  baselinePoints: number | null
  points: { totalCount: number; edges: { node: Point }[] }
  removedPoints: (Point & { removedReason: string })[]
  annotations: { id: string }[]
  baselines: { id: string }[]
}
type Done = { __typename: string; measure?: Measure; code?: string; field?: string; message?: string }

const ask = async (operation: string, variables: Record<string, unknown>, as = staff) =>
  (await world.run<{ done: Done }>(operation, variables, as)).data.done
const definition = (projectId: string) => ({
  id: v7(),
  projectId,
  title: 'Hours slept',
  kind: 'OUTCOME',
  direction: 'UP',
  unit: 'hours',
  definition: 'Asked at breakfast',
  target: 7,
  baselinePoints: 12,
})

describe('a measure', () => {
  test('is made once, however often the request comes', async () => {
    const { id: projectId } = await world.project()
    const input = definition(projectId)
    const [first, second] = [await ask(MEASURE.create, { input }), await ask(MEASURE.create, { input })]
    expect(first.measure).toMatchObject({ id: input.id, title: 'Hours slept', target: 7, baselinePoints: 12 })
    expect(second).toEqual(first)
    const other = await ask(MEASURE.create, { input: { ...input, title: 'Another' } })
    expect(other).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' })
  })

  test('keeps what a change leaves out, and gives up a target of null', async () => {
    const { id } = await makeMeasure(world, { target: 7, baselinePoints: 12 })
    const kept = await ask(MEASURE.update, { input: { id, title: 'Sleep' } })
    expect(kept.measure).toMatchObject({ title: 'Sleep', unit: 'hours', target: 7, baselinePoints: 12 })
    const given = await ask(MEASURE.update, { input: { id, target: null, baselinePoints: null } })
    expect(given.measure).toMatchObject({ target: null, baselinePoints: null })
  })

  test.each([
    ['target', 1e10],
    ['baselinePoints', 11],
    ['title', ' '],
  ])('with %s %j is refused and changes nothing', async (field, value) => {
    const { id } = await makeMeasure(world)
    const before = await checksum(world.db)
    expect(await ask(MEASURE.update, { input: { id, [field]: value } })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field,
    })
    expect(await checksum(world.db)).toBe(before)
  })

  test('that is archived is left out of the list unless asked for', async () => {
    const { id, projectId } = await makeMeasure(world)
    await ask(MEASURE.archive, { id, archived: true })
    const list = `query ($id: ID!) { project(id: $id) { measures { id } all: measures(archived: true) { id } } }`
    const { data } = await world.run(list, { id: projectId }, staff)
    expect(data.project).toEqual({ measures: [], all: [{ id }] })
  })

  test('is for staff: people in a workshop of the project see none', async () => {
    const { facilitator, project } = await world.workshop()
    await ask(MEASURE.create, { input: definition(project.id) })
    const list = `query ($id: ID!) { project(id: $id) { measures(archived: true) { id } } }`
    const seen = await world.run(list, { id: project.id }, facilitator)
    expect(seen.data.project).toEqual({ measures: [] })
  })
})

describe('a chart', () => {
  const QUIET = [9, 11, 9, 11, 9, 11, 9, 11, 9, 11, 9, 11]
  const chartOf = async (id: string, kind?: string) => {
    const { data } = await world.run<{ measure: { chart: Record<string, unknown> } }>(
      MEASURE.chart,
      { id, ...(kind && { kind }) },
      staff,
    )
    return data.measure.chart
  }

  test('has its lines, its icons and its words from the rules', async () => {
    const { id } = await makeMeasure(world, { values: QUIET, target: 4 })
    expect(await chartOf(id)).toMatchObject({
      kind: 'XMR',
      variation: 'COMMON_CAUSE',
      assurance: 'WILL_HIT',
      assuranceWords: 'As things are, the target will be hit',
      segments: [{ centre: 10, lower: 4.68, upper: 15.32, counted: 12 }],
      signals: [],
    })
    expect(await chartOf(id, 'RUN')).toMatchObject({
      kind: 'RUN',
      variation: null,
      segments: [{ centre: 10, lower: null, runs: 12, fewestRuns: 3, mostRuns: 11 }],
      signals: [{ signal: 'TOO_MANY_RUNS' }],
    })
    expect(await chartOf((await makeMeasure(world)).id)).toMatchObject({
      kind: 'NONE',
      points: [],
      segments: [],
    })
  })

  test('begins new lines at a declared baseline, and forgets them when it is withdrawn', async () => {
    const { id } = await makeMeasure(world, { values: [...QUIET, ...QUIET.map((value) => value + 10)] })
    const input = { id: v7(), measureId: id, fromDay: '2026-01-13', reason: 'New beds', lockedPoints: null }
    const { measure } = await ask(MEASURE.baseline, { input })
    expect(measure?.baselines).toMatchObject([{ reason: 'New beds', declaredByName: 'Stella' }])
    expect(await ask(MEASURE.baseline, { input })).toMatchObject({ __typename: 'MeasureSuccess' })
    expect(await chartOf(id)).toMatchObject({ segments: [{ centre: 10 }, { centre: 20 }], signals: [] })
    const again = await ask(MEASURE.baseline, { input: { ...input, id: v7(), reason: 'Other' } })
    expect(again).toMatchObject({ code: 'NOT_ALLOWED_NOW', field: 'fromDay' })
    await ask(MEASURE.withdrawBaseline, { id: input.id })
    expect(await chartOf(id)).toMatchObject({ segments: [{ centre: 15 }] })
  })

  test('is annotated once, and the words are taken off again', async () => {
    const { id } = await makeMeasure(world, { values: [1] })
    const input = { id: v7(), measureId: id, day: '2026-01-01', text: 'The beds came' }
    await ask(MEASURE.annotate, { input })
    const { measure } = await ask(MEASURE.annotate, { input })
    expect(measure?.annotations).toMatchObject([{ text: 'The beds came', writtenByName: 'Stella' }])
    const without = await ask(MEASURE.withdrawAnnotation, { id: input.id })
    expect(without.measure?.annotations).toEqual([])
  })

  test('is drawn from 8 to 10,000 points', async () => {
    const { id } = await makeMeasure(world)
    for (const most of [7, 0, -1, 10_001]) {
      expect((await world.run(MEASURE.chart, { id, most }, staff)).codes).toEqual(['BAD_USER_INPUT'])
    }
  })
})
