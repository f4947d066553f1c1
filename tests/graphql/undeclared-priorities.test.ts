import { afterAll, beforeAll, expect, test } from 'vitest'
import { openIdeation } from '#tests/support/ideation.ts'
import { ROUND } from '#tests/support/voting.ts'
import { openWorld, type World } from '#tests/support/world.ts'

/** Whoever declares priorities may slip. What was made of a priority comes back with it. */

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Priority = { id: string; option: { id: string; title: string }; statements: { title: string }[] }
const SHOWN = `query ($id: ID!) { round(id: $id) { priorities { id option { id title } statements { title } } } }`

async function declaring() {
  const room = await openIdeation(world, { priorities: 3 })
  const sql = world.db.$client
  const [round] = await sql<{ id: string }[]>`select id from rounds where workshop_id = ${room.workshopId}`
  const id = round?.id ?? ''
  for (const priorityId of room.priorityIds.slice(0, 2))
    await sql`insert into statement_priorities values (${room.statementId}, ${priorityId})`
  const shown = async () => {
    const { data } = await world.run<{ round: { priorities: Priority[] } }>(SHOWN, { id }, room.facilitator)
    return data.round.priorities
  }
  const declare = async (optionIds: string[]) => {
    const basedOn = (await shown()).map(({ option }) => option.id)
    const input = { roundId: id, optionIds, reason: 'As the room decided', basedOn }
    const done = await world.run<{ result: { __typename: string } }>(
      ROUND.declare,
      { input },
      room.facilitator,
    )
    expect(done.data.result.__typename).toBe('RoundSuccess')
  }
  return { ...room, sql, shown, declare }
}

test('a priority that is declared again is the one it was, with its statements', async () => {
  const { shown, declare } = await declaring()
  const before = await shown()
  const [first, second, third] = before.map(({ option }) => option.id) as [string, string, string]
  expect(before[0]?.statements).toEqual([{ title: 'Shift the power' }])
  await declare([third])
  expect((await shown()).map(({ option }) => option.id)).toEqual([third])
  await declare([third, second])
  await declare([first, second, third])
  expect(await shown()).toEqual(before)
})

test('a statement that has gone meanwhile does not come back, and a new priority is a new one', async () => {
  const { shown, declare, sql, statementId } = await declaring()
  const before = await shown()
  const [first, second, third] = before.map(({ option }) => option.id) as [string, string, string]
  await sql`delete from priorities where option_id = ${third}`
  await declare([second])
  await sql`delete from statements where id = ${statementId}`
  await declare([first, second, third])
  const after = await shown()
  expect(after.map(({ statements }) => statements)).toEqual([[], [], []])
  expect(after.slice(0, 2).map(({ id }) => id)).toEqual(before.slice(0, 2).map(({ id }) => id))
  expect(after[2]?.id).not.toBe(before[2]?.id)
})
