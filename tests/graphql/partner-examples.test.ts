import { readFileSync } from 'node:fs'
import {
  buildSchema,
  type GraphQLNamedType,
  getNamedType,
  isIntrospectionType,
  parse,
  specifiedRules,
  TypeInfo,
  validate,
  visit,
  visitWithTypeInfo,
} from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exampleFinder } from '#app/(public)/partners/schema/example-query.ts'
import { seedOnce } from '#db/seed.ts'
import { HTTP_RULES } from '#graphql/limits.ts'
import { ask, type HttpWorld, openHttpWorld } from '#tests/support/http-server.ts'
import { type GivenToken, giveToken } from '#tests/support/partners.ts'
import { openCast, openScene, type Scene } from '#tests/support/scene.ts'

/** Every type of the schema reference has an example, which is answered with the sample data as it stands. */

let world: HttpWorld
let token: GivenToken
let scene: Scene
beforeAll(async () => {
  world = await openHttpWorld()
  await seedOnce(world.db)
  scene = await openScene(world, await openCast(world), { published: true })
  token = await giveToken(world, { requestsPerMinute: 6_000, costPerMinute: 1_000_000 })
})
afterAll(() => world.close())

const schema = buildSchema(readFileSync('graphql/partner.graphql', 'utf8'))
const find = exampleFinder(schema)
const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type))

// What has to be named is named from a workshop in which everything is there.
const IDS: Record<string, (scene: Scene) => string> = {
  brief: ({ briefId }) => briefId,
  testCycle: ({ cycles }) => cycles.act.id,
  measure: ({ measure }) => measure.id,
  round: ({ rounds }) => rounds.closed.id,
  similarTo: ({ issues }) => issues.own.id,
}

test.each(types)('$name has an example that is answered', async (type: GraphQLNamedType) => {
  const example = find(type)
  if (example === null) throw new Error(`There is no example with ${type.name}.`)
  const { query, idOf } = example
  expect(validate(schema, parse(query), [...specifiedRules, ...HTTP_RULES])).toEqual([])
  const id = idOf === null ? undefined : IDS[idOf]
  if (idOf !== null && id === undefined) throw new Error(`Say which id ${idOf} is to be asked with: ${query}`)
  const { status, errors } = await ask(world.server, query, id ? { id: id(scene) } : {}, token.headers)
  expect([query, status, errors]).toEqual([query, 200, undefined])
})

test.each(types)('the example with $name leads to it', (type: GraphQLNamedType) => {
  const info = new TypeInfo(schema)
  const met = new Set<string>()
  const meet = (of: Parameters<typeof getNamedType>[0] | null | undefined) =>
    of && met.add(getNamedType(of).name)
  visit(
    parse(find(type)?.query ?? '{ __typename }'),
    visitWithTypeInfo(info, {
      enter() {
        meet(info.getType())
        meet(info.getInputType())
      },
    }),
  )
  expect([...met]).toContain(type.name)
})
