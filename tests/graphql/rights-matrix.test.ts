import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSchema } from '#graphql/schema.ts'
import { checksum } from '#tests/support/checksum.ts'
import { RIGHTS_MATRIX } from '#tests/support/rights-matrix.ts'
import { ROOT_CALLS } from '#tests/support/root-calls.ts'
import { type Cast, openCast, openScene, ROLES, type Role, type Scene } from '#tests/support/scene.ts'
import { openWorld, type World } from '#tests/support/world.ts'
import { readTable } from '#tests/support/written-tables.ts'

/** Who may do what: every query and mutation of the contract, for everybody, on a real database. */

let world: World
let cast: Cast
/** Where somebody tries what they may not. Nothing comes of it, as each of these tests shows, so that one does for all. */
let untouched: Scene
beforeAll(async () => {
  world = await openWorld()
  cast = await openCast(world)
  untouched = await openScene(world, cast)
})
afterAll(() => world.close())

/** What must have happened before a call can succeed. */
const BEFORE: Record<string, (scene: Scene) => Promise<unknown>> = {
  openRound: ({ finishOpenRound }) => finishOpenRound(),
  restoreWorkshop: ({ deleteWorkshop }) => deleteWorkshop(),
  placeCard: ({ letEverybodyArrange }) => letEverybodyArrange(),
}

const CODES: Record<string, string[]> = {
  ok: [],
  null: [],
  no: [],
  '401': ['UNAUTHENTICATED'],
  '403': ['FORBIDDEN'],
  '404': ['NOT_FOUND'],
}

const rows = readTable(RIGHTS_MATRIX).map(([field = '', ...cells]) => ({
  field,
  cells: ROLES.map((role, at) => ({ role, cell: cells[at] ?? '' })),
}))

const schema = createSchema()
const mutations = new Set(Object.keys(schema.getMutationType()?.getFields() ?? {}))
const fields = [...Object.keys(schema.getQueryType()?.getFields() ?? {}), ...mutations]

test('every query and mutation of the contract has a row and a call', () => {
  expect(rows.map(({ field }) => field).toSorted()).toEqual(fields.toSorted())
  expect(Object.keys(ROOT_CALLS).toSorted()).toEqual(fields.toSorted())
  expect(rows.flatMap(({ cells }) => cells).filter(({ cell }) => !(cell in CODES))).toEqual([])
})

async function ask(field: string, role: Role, call: string | undefined) {
  const operation = `${mutations.has(field) ? 'mutation' : 'query'} { ${call} }`
  const { data, codes } = await world.run<Record<string, Answer>>(operation, {}, cast[role])
  return { answer: data?.[field] ?? null, codes }
}
type Answer = { __typename?: string } | null

const UUID = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g

test.each(rows)('$field: who may not, changes nothing and learns nothing', async ({ field, cells }) => {
  const scene = field in BEFORE ? await openScene(world, cast) : untouched
  await BEFORE[field]?.(scene)
  const call = ROOT_CALLS[field]?.(scene)
  const before = await checksum(world.db)
  for (const { role, cell } of cells.filter(({ cell }) => cell !== 'ok')) {
    const no = { answer: cell === 'no' ? { __typename: 'Refusal' } : null, codes: CODES[cell] }
    expect([role, await ask(field, role, call)]).toEqual([role, no])
    // What is hidden from somebody answers as what does not exist.
    if (cell === '403' || cell === 'no') continue
    const nowhere = call?.replace(UUID, () => v7())
    expect([role, await ask(field, role, nowhere)]).toEqual([role, no])
  }
  expect(await checksum(world.db)).toBe(before)
})

test.each(rows)('$field: who may, can', async ({ field, cells }) => {
  let scene: Scene | undefined
  for (const { role } of cells.filter(({ cell }) => cell === 'ok')) {
    let tried = scene && (await ask(field, role, ROOT_CALLS[field]?.(scene)))
    // What one has done may be done: the next one then finds a scene of their own.
    if (tried === undefined || !succeeded(field, tried.answer)) {
      scene = await openScene(world, cast)
      await BEFORE[field]?.(scene)
      tried = await ask(field, role, ROOT_CALLS[field]?.(scene))
    }
    expect([role, tried.codes]).toEqual([role, []])
    expect([role, succeeded(field, tried.answer), tried.answer]).toEqual([role, true, tried.answer])
  }
})

function succeeded(field: string, answer: Answer): boolean {
  return mutations.has(field) ? answer?.__typename?.endsWith('Success') === true : answer !== null
}
