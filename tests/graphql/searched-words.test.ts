import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWall } from '#tests/support/wall.ts'
import { openWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const SEARCH = `query ($query: String!) { search(query: $query) { hits { text } hasMore corrections { typed meant } } }`

test.each([
  `'; drop table words; --`,
  `:* & | ! ( ) <-> <2>`,
  `&|!()`,
  `'a':* | 'b'`,
  `\\' \\ '' ''' \\\\`,
  'the and of',
  'ab%_\\',
  'x'.repeat(200),
  'lion '.repeat(40),
  '😀 👨‍👩‍👧 ﷽ ＷＩＤＥ ﬁne',
  'http://example.org/a?b=1 c@example.org 3.5 -7 2017-07-13 a/b/c',
  '<script>alert(1)</script> <b>',
])('typed as it is, %s is a search like any other', async (typed) => {
  const wall = await openWall(world)
  await wall.write.issue(typed)
  await wall.write.idea(await wall.write.statement(typed), typed)
  const { codes } = await world.run(SEARCH, { query: typed }, wall.anna)
  expect(codes).toEqual([])
})

test('a search for nothing, or for more than 200 characters, is no search', async () => {
  for (const query of ['', '   ', '\u200b', 'x'.repeat(201), 'nul\u0000']) {
    expect((await world.run(SEARCH, { query })).codes).toEqual(['BAD_USER_INPUT'])
  }
})

test('many who write new words at once wait for nobody in a circle', async () => {
  const wall = await openWall(world)
  const statementId = await wall.write.statement('S')
  const words = Array.from(
    { length: 30 },
    (_, at) => `neverwritten${String.fromCharCode(97 + (at % 26))}${at}`,
  )
  const writers = Array.from({ length: 24 }, (_, at) => {
    const turned = [...words.slice(at), ...words.slice(0, at)]
    const text = (at % 2 === 0 ? turned : turned.toReversed()).join(' ')
    return at % 3 === 0 ? wall.write.issue(text) : wall.write.idea(statementId, text)
  })
  await Promise.all(writers)
  const kept = await world.db.$client`select word from words where word like 'neverwritten%'`
  expect(new Set(kept.map(({ word }) => word))).toEqual(new Set(words))
})

test('words follow a text that is changed', async () => {
  const wall = await openWall(world)
  const id = await wall.write.issue('Before')
  await world.run(
    `mutation ($id: ID!) { editIssue(input: { id: $id, title: "Aardvark" }) { __typename } }`,
    { id },
    wall.facilitator,
  )
  const found = { hits: [{ text: 'Aardvark' }], corrections: [{ meant: ['aardvark'] }] }
  expect((await world.run(SEARCH, { query: 'ardvark' }, wall.anna)).data.search).toMatchObject(found)
  expect((await world.run(SEARCH, { query: 'before' }, wall.anna)).data.search).toMatchObject({ hits: [] })
})
