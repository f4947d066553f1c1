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

type As = { token: string } | null
const ask = async (query: string, as: As = cast.staff) =>
  (await world.run<Record<string, unknown>>(`{ ${query} }`, {}, as)).data

/** A cycle that ran from the second to the ninth of January. */
async function openDays(zone = 'Europe/London') {
  const scene = await openScene(world, cast)
  const { id } = scene.cycles.plan
  const sql = world.db.$client
  const move = (from: string, to: string, at: string) =>
    sql`insert into cycle_changes (id, cycle_id, "from", "to", changed_at) values (${v7()}, ${id}, ${from}, ${to}, ${at})`
  await move('PLAN', 'DO', '2026-01-02T09:00:00Z')
  await move('DO', 'PLAN', '2026-01-03T09:00:00Z')
  await move('PLAN', 'DO', '2026-01-04T09:00:00Z')
  await move('ACT', 'DONE', '2026-01-09T09:00:00Z')
  await sql`update test_cycles set state = 'DONE', decision = 'ADAPT' where id = ${id}`
  await sql`update workshops set time_zone = ${zone} where project_id = ${scene.project.id}`
  await sql`delete from measure_points where measure_id = ${scene.measure.id}`
  const measureOn = (...days: number[]) => sql`
    insert into measure_points (id, measure_id, day, value)
    select gen_random_uuid(), ${scene.measure.id}, '2026-01-01'::date + d - 1, 5 from unnest(${days}::int[]) d`
  return { ...scene, id, measureOn }
}

const DAYS = 'cycleDays { day event cycle { number decision team { organisation } } }'

test('a cycle begins and is decided on the days that they are where its project works', async () => {
  const { id, project } = await openDays('Pacific/Kiritimati')
  await world.db
    .$client`update cycle_changes set changed_at = changed_at + interval '3 hours' where cycle_id = ${id}`
  expect(await ask(`testCycle(id: "${id}") { startedOn decidedOn }`)).toEqual({
    testCycle: { startedOn: '2026-01-03', decidedOn: '2026-01-10' },
  })
  expect(await ask(`project(id: "${project.id}") { timeZone }`)).toEqual({
    project: { timeZone: 'Pacific/Kiritimati' },
  })
})

test('the chart of a measure shows where a cycle began and how it was decided, and nobody wrote it there', async () => {
  const { measure, id } = await openDays()
  const cycle = { number: 1, decision: 'ADAPT', team: { organisation: 'Ward 4' } }
  const shown = {
    measure: {
      cycleDays: [
        { day: '2026-01-02', event: 'BEGUN', cycle },
        { day: '2026-01-09', event: 'DECIDED', cycle },
      ],
      annotations: [{ text: 'The beds came' }],
    },
  }
  const look = `measure(id: "${measure.id}") { ${DAYS} annotations { text } }`
  expect(await ask(look)).toEqual(shown)
  expect(await ask(look, cast.participant)).toEqual(shown)
  // Taken up again, it is not decided any more.
  await world.db.$client`update test_cycles set state = 'ACT', decision = null where id = ${id}`
  expect(await ask(`testCycle(id: "${id}") { startedOn decidedOn }`)).toEqual({
    testCycle: { startedOn: '2026-01-02', decidedOn: null },
  })
})

test('a team’s own measure shows its own cycles, and a brief that one may not read shows none', async () => {
  const { measure, briefId } = await openDays()
  const other = v7()
  const sql = world.db.$client
  await sql`insert into test_teams (id, brief_id, organisation) values (${other}, ${briefId}, 'Ward 5')`
  const look = `measure(id: "${measure.id}") { cycleDays { day } }`
  await sql`update brief_measures set team_id = ${other} where measure_id = ${measure.id}`
  expect(await ask(look)).toEqual({ measure: { cycleDays: [] } })
  await sql`update brief_measures set team_id = null where measure_id = ${measure.id}`
  const shown = v7()
  await sql`insert into briefs (id, project_id, title, published_at) select ${shown}, project_id, 'Other', now() from briefs where id = ${briefId}`
  await sql`insert into brief_ideas (brief_id, idea_id) select ${shown}, idea_id from brief_ideas where brief_id = ${briefId}`
  await sql`insert into brief_measures (brief_id, measure_id) values (${shown}, ${measure.id})`
  await sql`update briefs set published_at = null where id = ${briefId}`
  expect(await ask(look, cast.participant)).toEqual({ measure: { cycleDays: [] } })
})

test('three measured days within a cycle are data over time; days around it are not', async () => {
  const { id, measureOn } = await openDays()
  const features = async () => JSON.stringify(await ask(`testCycle(id: "${id}") { features }`))
  await measureOn(1, 2, 9, 10, 11)
  expect(await features()).not.toContain('DATA_OVER_TIME')
  await measureOn(5)
  expect(await features()).toContain('DATA_OVER_TIME')
})
