import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openWall } from '#tests/support/wall.ts'
import { openWorld, type TestPerson, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Hit = { id: string }

describe('similar to an issue or an idea', () => {
  const SIMILAR = `query ($id: ID!) { similarTo(id: $id) { kind id text path } }`
  const similar = (id: string, as: TestPerson | null) => world.run<{ similarTo: Hit[] }>(SIMILAR, { id }, as)

  test('is what shares its rare words, in any workshop that the viewer reads', async () => {
    const [here, there, secret] = [
      await openWall(world),
      await openWall(world, { published: true }),
      await openWall(world),
    ]
    const id = await here.write.issue('Night buses do not stop at the clinic')
    const merged = await here.write.issue('Night buses never stop near the clinic', { mergedIntoId: id })
    const idea = await there.write.idea(await there.write.statement('S'), 'Ask for night buses to the clinic')
    await there.write.issue('Buses are red')
    await secret.write.issue('Night buses do not stop at the clinic')
    await there.write.issue('Night buses do not stop at the clinic', { hiddenAt: new Date() })
    const found = await similar(id, here.anna)
    expect(found.data.similarTo.map((hit) => hit.id)).toEqual([idea])
    expect((await similar(idea, null)).data.similarTo).toEqual([])
    const back = await similar(idea, here.ben)
    expect(new Set(back.data.similarTo.map((hit) => hit.id))).toEqual(new Set([id, merged]))
  })

  test('is not said of what the viewer may not see', async () => {
    const wall = await openWall(world)
    const hidden = await wall.write.issue('Hidden', { hiddenAt: new Date(), authorSeatId: null })
    const shown = await wall.write.issue('Shown')
    expect((await similar(hidden, wall.ben)).codes).toEqual(['NOT_FOUND'])
    expect((await similar(hidden, wall.facilitator)).codes).toEqual([])
    for (const id of [shown, hidden]) expect((await similar(id, null)).codes).toEqual(['NOT_FOUND'])
    expect((await similar('nope', wall.anna)).codes).toEqual(['NOT_FOUND'])
    expect((await similar(wall.workshopId, wall.anna)).codes).toEqual(['NOT_FOUND'])
  })
})
