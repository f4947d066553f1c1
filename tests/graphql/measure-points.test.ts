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
  points: { totalCount: number; edges: { node: Point }[] }
  removedPoints: (Point & { removedReason: string })[]
}
type Done = { __typename: string; measure?: Measure; code?: string; field?: string; message?: string }

const ask = async (operation: string, variables: Record<string, unknown>, as = staff) =>
  (await world.run<{ done: Done }>(operation, variables, as)).data.done
const pointsOf = (measure: Measure | undefined) =>
  measure?.points.edges.map(({ node }) => [node.day, node.value])
describe('points', () => {
  test('are added many at once, and again without a change', async () => {
    const { id } = await makeMeasure(world)
    const points = [
      { id: v7(), day: '2026-02-01', value: 5 },
      { day: '2026-02-02', value: 6.1234567 },
      { day: '2026-02-03', value: -0 },
    ]
    const input = { measureId: id, points }
    for (const _ of [1, 2]) {
      const { measure } = await ask(MEASURE.add, { input })
      expect(pointsOf(measure)).toEqual([
        ['2026-02-03', 0],
        ['2026-02-02', 6.123457],
        ['2026-02-01', 5],
      ])
    }
  })

  test('two people who add the same day at once leave one point', async () => {
    const { id } = await makeMeasure(world)
    const add = (value: number) =>
      ask(MEASURE.add, { input: { measureId: id, points: [{ day: '2026-02-01', value }] } })
    const answers = await Promise.all([add(1), add(2)])
    expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual(['MeasureSuccess', 'Refusal'])
    const { data } = await world.run<{ measure: Measure }>(MEASURE.read, { id }, staff)
    expect(data.measure.points.totalCount).toBe(1)
  })

  test.each([
    ['points.1.value', { day: '2026-02-02', value: 1e9 }, 'BAD_USER_INPUT'],
    ['points.1.day', { day: '0099-01-01', value: 1 }, 'BAD_USER_INPUT'],
    ['points.1.value', { day: '2026-01-01', value: 9 }, 'NOT_ALLOWED_NOW'],
    ['points.1.value', { day: '2026-02-01', value: 2 }, 'NOT_ALLOWED_NOW'],
  ])('are all refused when %s is %j', async (field, second, code) => {
    const { id } = await makeMeasure(world, { values: [5] })
    const before = await checksum(world.db)
    const points = [{ day: '2026-02-01', value: 1 }, second]
    expect(await ask(MEASURE.add, { input: { measureId: id, points } })).toMatchObject({ code, field })
    expect(await checksum(world.db)).toBe(before)
  })

  test('that are no numbers or no days do not come in at all', async () => {
    const { id } = await makeMeasure(world)
    const before = await checksum(world.db)
    const add = (point: string) =>
      world.run(
        `mutation { addMeasurePoints(input: { measureId: "${id}", points: [${point}] }) {
        ... on Refusal { code } } }`,
        {},
        staff,
      )
    expect((await add('{ day: "2026-02-01", value: 1e309 }')).data?.addMeasurePoints ?? null).toSatisfy(
      (answer: { code?: string } | null) => answer === null || answer.code === 'BAD_USER_INPUT',
    )
    for (const point of [
      '{ day: "2026-02-30", value: 1 }',
      '{ day: "2026-2-3", value: 1 }',
      '{ day: "2026-02-01", value: NaN }',
      '{ day: "2026-02-01", value: "1" }',
    ]) {
      const { data } = await add(point).catch(() => ({ data: null }))
      const answer = data?.addMeasurePoints as { code?: string } | null | undefined
      expect([point, answer?.code ?? 'BAD_USER_INPUT']).toEqual([point, 'BAD_USER_INPUT'])
    }
    expect(await checksum(world.db)).toBe(before)
  })

  test('are corrected with a reason, and what they were is kept', async () => {
    const { id, points } = await makeMeasure(world, { values: [5] })
    const input = { pointId: points[0]?.id, value: 6, reason: 'Read the wrong line' }
    await ask(MEASURE.correct, { input })
    const { measure } = await ask(MEASURE.correct, { input })
    expect(measure?.points.edges[0]?.node).toMatchObject({
      value: 6,
      corrections: [{ from: 5, to: 6, reason: 'Read the wrong line', correctedByName: 'Stella' }],
    })
    expect(await ask(MEASURE.correct, { input: { ...input, value: 7, reason: ' ' } })).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'reason',
    })
    expect(id).toBe(measure?.id)
  })

  test('are removed with a reason and put back, unless the day has another by then', async () => {
    const { id, points } = await makeMeasure(world, { values: [5, 6] })
    const pointId = points[0]?.id
    const { measure } = await ask(MEASURE.remove, { id: pointId, reason: 'A test value' })
    expect(pointsOf(measure)).toEqual([['2026-01-02', 6]])
    expect(measure?.removedPoints).toMatchObject([
      { id: pointId, value: 5, removedReason: 'A test value', removedByName: 'Stella' },
    ])
    expect(await ask(MEASURE.correct, { input: { pointId, value: 1, reason: 'R' } })).toMatchObject({
      code: 'STALE_STATE',
    })
    await ask(MEASURE.add, { input: { measureId: id, points: [{ day: '2026-01-01', value: 4 }] } })
    expect(await ask(MEASURE.restore, { id: pointId })).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    await ask(MEASURE.remove, { id: points[1]?.id, reason: 'R' })
    const back = await ask(MEASURE.restore, { id: points[1]?.id })
    expect(pointsOf(back.measure)).toEqual([
      ['2026-01-02', 6],
      ['2026-01-01', 4],
    ])
  })
})

describe('a paste', () => {
  type Pasted = { report?: { added: number; alreadyPresent: number; refused: unknown[] }; code?: string }
  const paste = async (measureId: string, text: string, dryRun = false) => {
    const { data } = await world.run<{ importMeasurePoints: Pasted }>(
      MEASURE.paste,
      { input: { measureId, text, dryRun } },
      staff,
    )
    return data.importMeasurePoints
  }

  test('says first what it would do, and changes nothing', async () => {
    const { id } = await makeMeasure(world, { values: [5] })
    const before = await checksum(world.db)
    const { report } = await paste(id, 'day,value\n2026-01-01,5\n2026-01-02,6\n2026-02-30,1', true)
    expect(report).toEqual({
      lines: 3,
      added: 1,
      alreadyPresent: 1,
      refusedCount: 1,
      refused: [{ line: 4, reason: 'This day is not in the calendar. Enter a day such as 2026-02-28.' }],
    })
    expect(await checksum(world.db)).toBe(before)
  })

  test('adds all of its lines or none', async () => {
    const { id } = await makeMeasure(world)
    const before = await checksum(world.db)
    expect(await paste(id, '2026-01-01,5\n2026-01-02,x')).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'text',
    })
    expect(await checksum(world.db)).toBe(before)
    expect((await paste(id, '01/01/2026\t5\n02/01/2026\t6')).report).toMatchObject({ added: 2 })
  })

  test('of 10,000 lines is taken and adds nothing a second time; 10,001 are refused', async () => {
    const { id } = await makeMeasure(world)
    const lines = Array.from({ length: 10_000 }, (_, at) => {
      const day = new Date(Date.UTC(2000, 0, 1 + at)).toISOString().slice(0, 10)
      return `${day},${at % 97}`
    }).join('\n')
    expect((await paste(id, lines)).report).toMatchObject({ added: 10_000, alreadyPresent: 0 })
    expect((await paste(id, lines)).report).toMatchObject({ added: 0, alreadyPresent: 10_000 })
    expect(await paste(id, `${lines}\n2199-01-01,1`)).toMatchObject({ code: 'BAD_USER_INPUT' })
    const { data } = await world.run<{ measure: { chart: { pointCount: number; points: unknown[] } } }>(
      MEASURE.chart,
      { id, most: 600 },
      staff,
    )
    expect(data.measure.chart.pointCount).toBe(10_000)
    expect(data.measure.chart.points.length).toBeLessThanOrEqual(600)
  })
})
