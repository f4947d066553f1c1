import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWall } from '#tests/support/wall.ts'
import { openWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

test('a board gives every field, whatever is asked beside it', async () => {
  const wall = await openWall(world)
  const ideaId = await wall.write.idea(await wall.write.statement('S'), 'I')
  const asked = await wall.write.critique(ideaId, 'C', { pinX: 1, pinY: 2, editedAt: new Date() })
  const long = { createdAt: new Date('2026-01-01') }
  await wall.write.critique(ideaId, 'A', { parentId: asked, nameHiddenAt: new Date(), ...long })
  await wall.write.critique(ideaId, 'W', { withdrawnAt: new Date() })
  await wall.write.critique(ideaId, 'H', { hiddenAt: new Date(), hiddenReason: 'Rude' })
  const resolved = { resolvedAt: new Date(), resolvedByName: 'Anna', resolvedNote: 'Done' }
  await wall.write.critique(ideaId, 'R', { authorSeatId: wall.cleo.seatId, ...resolved })
  const own = `kind parentId depth text authorName tableCode pin { x y } viewerIsAuthor viewerCanEdit viewerCanWithdraw
    viewerCanAnswer viewerCanResolve viewerHasReported nameHidden editedAt editableUntil withdrawnAt hiddenAt hiddenReason
    resolvedAt resolvedByName resolvedNote createdAt updatedAt`
  type Found = { critiques: Record<string, unknown>[] }
  const onBoard = async (fields: string): Promise<Found | undefined> => {
    const { data, codes } = await world.run<{ workshop: { board: { ideas: Found[] } } }>(
      `query ($slug: String!) { workshop(slug: $slug) { board { ideas { id ${fields} } } } }`,
      { slug: wall.workshop.slug },
      wall.ben,
    )
    expect(codes).toEqual([])
    return data.workshop.board.ideas[0]
  }
  const fields = `createdAt updatedAt critiqueCount critiques { id ${own} }`
  const alone = await world.run<{ idea: Found }>(
    `query ($id: ID!) { idea(id: $id) { id ${fields} } }`,
    { id: ideaId },
    wall.ben,
  )
  expect(alone.codes).toEqual([])
  expect(await onBoard(fields)).toEqual(alone.data.idea)
  for (const [field, name = ''] of own.matchAll(/(\w+)(?: {[^}]*})?/g)) {
    const each = alone.data.idea.critiques.map(({ id, [name]: value }) => ({ id, [name]: value }))
    expect(await onBoard(`critiques { id ${field} }`)).toEqual({ id: ideaId, critiques: each })
  }
})
