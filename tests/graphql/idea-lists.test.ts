import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type As, IDEA, openIdeaWall } from '#tests/support/ideation.ts'
import { openWorld, type World } from '#tests/support/world.ts'

/** Finding ideas: lists, what to read next, and how far tables have read each other. */

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const wall = () => openIdeaWall(world)

const LIST = `query ($slug: String!, $first: Int, $after: String, $order: IdeaOrder, $filter: IdeaFilter) {
  workshop(slug: $slug) {
    ideas(first: $first, after: $after, order: $order, filter: $filter) {
      totalCount pageInfo { endCursor hasNextPage } edges { node { id } }
    }
  }
}`
type List = {
  totalCount: number
  pageInfo: { endCursor: string; hasNextPage: boolean }
  edges: { node: { id: string } }[]
}

async function page(as: As, variables: object): Promise<List> {
  const { data } = await world.run<{ workshop: { ideas: List } }>(LIST, { ...variables }, as ?? null)
  return data.workshop.ideas
}

test('every order pages through all ideas once, ties by when they were written', async () => {
  const { act, anna, bea, cy, write, comment, workshop } = await wall()
  const ids: string[] = []
  for (let at = 0; at < 7; at += 1) ids.push(await write(anna, `Idea ${at}`))
  const at = (...places: number[]) => places.map((place) => ids[place])
  for (const id of at(2, 4, 5)) await act(IDEA.support, bea, { id, on: true })
  await act(IDEA.support, cy, { id: ids[4], on: true })
  for (const id of at(6, 6, 1)) await comment(id ?? '', bea)
  await comment(ids[3] ?? '', bea, { withdrawnAt: new Date() })
  const expected = {
    WRITTEN: ids,
    SUPPORT: at(4, 2, 5, 0, 1, 3, 6),
    FEWEST_CRITIQUES: at(0, 2, 3, 4, 5, 1, 6),
    MOST_CRITIQUES: at(6, 1, 0, 2, 3, 4, 5),
  }
  for (const [order, wanted] of Object.entries(expected)) {
    const seen: string[] = []
    let after: string | null = null
    do {
      const { edges, pageInfo, totalCount }: List = await page(bea, {
        slug: workshop.slug,
        first: 2,
        after,
        order,
      })
      expect(totalCount).toBe(7)
      seen.push(...edges.map(({ node }) => node.id))
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null
    } while (after !== null)
    expect([order, seen]).toEqual([order, wanted])
  }
})

test('a cursor of one order is no place in another that counts', async () => {
  const { anna, bea, write, workshop } = await wall()
  await write(anna)
  const ask = (variables: object) =>
    world.run<{ workshop: { ideas: List } }>(LIST, { slug: workshop.slug, ...variables }, bea)
  const after = (await ask({ first: 1 })).data.workshop.ideas.pageInfo.endCursor
  expect((await ask({ after, order: 'SUPPORT' })).codes).toEqual(['BAD_USER_INPUT'])
  expect((await ask({ after: Buffer.from(`${v7()}|-1`).toString('base64url') })).codes).toEqual([
    'BAD_USER_INPUT',
  ])
  expect((await ask({ first: 101 })).codes).toEqual(['BAD_USER_INPUT'])
})

test('a list is narrowed by statement, horizon, table, status, reading, author and words', async () => {
  const { act, anna, bea, facilitator, write, comment, statementId, tables, workshop } = await wall()
  const first = await write(anna, 'Green moon 100%', 'FOUR_WEEKS')
  const second = await write(bea, 'Soft bins', 'ONE_YEAR')
  const gone = await write(anna, 'Taken back')
  await act(IDEA.withdraw, anna, { id: gone })
  await comment(first, bea, { tableId: tables[1]?.id })
  await comment(second, bea, { tableId: tables[1]?.id })
  const find = async (filter: object, as: As = bea) => {
    const { data } = await world.run<{ workshop: { ideas: List } }>(
      LIST,
      { slug: workshop.slug, filter },
      as ?? null,
    )
    expect(data.workshop.ideas.totalCount).toBe(data.workshop.ideas.edges.length)
    return data.workshop.ideas.edges.map(({ node }) => node.id)
  }
  expect(await find({})).toEqual([first, second])
  expect(await find({ statementId })).toEqual([first, second])
  expect(await find({ statementId: v7() })).toEqual([])
  expect(await find({ statementId: 'nope' })).toEqual([])
  expect(await find({ horizon: 'ONE_YEAR' })).toEqual([second])
  expect(await find({ tableId: tables[0]?.id })).toEqual([first])
  expect(await find({ readByOthers: true })).toEqual([first])
  expect(await find({ readByOthers: false })).toEqual([second])
  expect(await find({ mine: true })).toEqual([second])
  expect(await find({ search: 'MOON 100%' })).toEqual([first])
  expect(await find({ search: '%' })).toEqual([first])
  expect(await find({ status: 'WITHDRAWN' })).toEqual([])
  expect(await find({ status: 'WITHDRAWN' }, anna)).toEqual([gone])
  expect(await find({ status: 'WITHDRAWN', mine: true }, facilitator)).toEqual([])
  expect(await find({ status: 'WITHDRAWN' }, facilitator)).toEqual([gone])
})

const NEXT =
  'query ($slug: String!, $first: Int) { workshop(slug: $slug) { readAcross(first: $first) { id } } }'

test('everybody is shown other tables’ ideas to read next: none of their own, none they have commented on, the least read first', async () => {
  const { act, anna, bea, cy, facilitator, write, comment, tables, workshop } = await wall()
  const [read, unread, late] = [
    await write(anna, 'Read'),
    await write(anna, 'Unread'),
    await write(cy, 'Late'),
  ]
  const own = await write(bea, 'Own')
  const next = async (as: As, first = 5) => {
    const { data } = await world.run<{ workshop: { readAcross: { id: string }[] } }>(
      NEXT,
      { slug: workshop.slug, first },
      as ?? null,
    )
    return data.workshop.readAcross.map(({ id }) => id)
  }
  await comment(read, facilitator)
  expect(await next(bea)).toEqual([unread, late, read])
  expect(await next(bea, 1)).toEqual([unread])
  // Anna and Cy sit at one table: neither reads the other's.
  expect([await next(anna), await next(cy)]).toEqual([[own], [own]])
  expect(await next(facilitator)).toEqual([unread, late, own])
  await comment(late, bea, { tableId: tables[1]?.id })
  await act(IDEA.hide, facilitator, { id: unread, reason: 'Names a patient' })
  expect(await next(bea)).toEqual([read])
  await act(IDEA.merge, facilitator, { id: read, ids: [late] })
  expect(await next(bea)).toEqual([])
  const wrong = await world.run(NEXT, { slug: workshop.slug, first: 21 }, bea)
  expect(wrong.codes).toEqual(['BAD_USER_INPUT'])
})

test('readers without a seat are shown nothing to read next, and no progress', async () => {
  const { anna, workshop, write } = await openIdeaWall(world, { published: true })
  await write(anna)
  const ask = `{ workshop(slug: "${workshop.slug}") { readAcross { id } readingProgress { ideas } } }`
  const { data, codes } = await world.run(ask)
  expect([data, codes]).toEqual([{ workshop: { readAcross: [], readingProgress: null } }, []])
})

test('facilitators see how far each table’s ideas have been read by other tables, and nobody else does', async () => {
  const { act, anna, bea, cy, facilitator, write, comment, tables, workshop } = await wall()
  const [first, second, merged] = [await write(anna), await write(cy), await write(cy)]
  const [own] = [await write(bea), await write(anna)]
  const [tableA, tableB] = tables.map(({ id }) => id)
  await comment(first, bea, { tableId: tableB })
  await comment(first, bea, { tableId: tableB })
  await comment(second, anna, { tableId: tableA })
  await comment(own, anna, { tableId: tableA, hiddenAt: new Date() })
  await act(IDEA.merge, facilitator, { id: first, ids: [merged] })
  const ask = '{ workshop(slug: "SLUG") { readingProgress { table { code } ideas readByOthers written } } }'
  const read = async (as: As) =>
    (
      await world.run<{ workshop: { readingProgress: unknown } }>(
        ask.replace('SLUG', workshop.slug),
        {},
        as ?? null,
      )
    ).data.workshop.readingProgress
  expect(await read(facilitator)).toEqual([
    { table: { code: 'A' }, ideas: 3, readByOthers: 1, written: 0 },
    { table: { code: 'B' }, ideas: 1, readByOthers: 0, written: 2 },
  ])
  expect(await read(anna)).toBeNull()
})
