import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { workshops } from '#db/schema/workshops.ts'
import { openWall } from '#tests/support/wall.ts'
import { openWorld, type TestPerson, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Hit = { kind: string; id: string; text: string; path: string }
type Result = { hits: Hit[]; hasMore: boolean; corrections: { typed: string; meant: string[] }[] }
const HITS =
  'kind id text workshopTitle projectTitle areaName horizon critiqueKind issueState tableCodes path'
const SEARCH = `query ($query: String!, $filter: SearchFilter, $first: Int) {
  search(query: $query, filter: $filter, first: $first) { hits { ${HITS} } hasMore corrections { typed meant } } }`

async function search(query: string, as: TestPerson | null, more: object = {}): Promise<Result> {
  const { data, codes } = await world.run<{ search: Result }>(SEARCH, { query, ...more }, as)
  expect(codes).toEqual([])
  return data.search
}
const textsOf = async (...asked: Parameters<typeof search>) =>
  (await search(...asked)).hits.map(({ text }) => text)

describe('a search', () => {
  test('finds issues, statements, ideas and comments, and says where they are', async () => {
    const wall = await openWall(world)
    const issueId = await wall.write.issue('Zebras cross the ward', { state: 'NOT_CHOSEN' })
    const statementId = await wall.write.statement('A zebra for all')
    const ideaId = await wall.write.idea(statementId, 'Buy a zebra', { horizon: 'ONE_YEAR' })
    const critiqueId = await wall.write.critique(ideaId, 'Who feeds the zebra?')
    const { hits } = await search('zebra', wall.anna)
    const at = `/workshops/${wall.workshop.slug}`
    expect(new Map(hits.map((hit) => [hit.kind, hit]))).toEqual(
      new Map([
        [
          'ISSUE',
          expect.objectContaining({
            id: issueId,
            areaName: 'Evidence',
            issueState: 'NOT_CHOSEN',
            tableCodes: ['A'],
            path: `${at}/issues#issue-${issueId}`,
          }),
        ],
        [
          'STATEMENT',
          expect.objectContaining({
            id: statementId,
            tableCodes: [],
            path: `${at}/priorities#statement-${statementId}`,
          }),
        ],
        [
          'IDEA',
          expect.objectContaining({
            id: ideaId,
            horizon: 'ONE_YEAR',
            tableCodes: ['A'],
            path: `${at}/ideas/${ideaId}`,
          }),
        ],
        [
          'CRITIQUE',
          expect.objectContaining({
            id: critiqueId,
            critiqueKind: 'QUESTION',
            tableCodes: ['B'],
            path: `${at}/ideas/${ideaId}#critique-${critiqueId}`,
          }),
        ],
      ]),
    )
  })

  test('does not mind accents, cases, endings, slashes, or a word that is not finished', async () => {
    const wall = await openWall(world)
    await wall.write.issue('Café-led communities need funding/training')
    const found = ['Café-led communities need funding/training']
    for (const typed of [
      'cafe',
      'CAFÉ',
      'café',
      'community',
      'funded training',
      'training',
      'communities fund',
      'commun',
      'trai',
    ]) {
      expect([typed, await textsOf(typed, wall.anna)]).toEqual([typed, found])
    }
  })

  test('forgives typing errors, and says what it looked for instead', async () => {
    const wall = await openWall(world)
    await wall.write.issue('Volunteers are exhausted')
    for (const [typed, meant] of [
      ['voluntears', 'volunteers'],
      ['exausted', 'exhausted'],
    ]) {
      const { hits, corrections } = await search(typed ?? '', wall.anna)
      expect(hits.map(({ text }) => text)).toEqual(['Volunteers are exhausted'])
      expect(corrections).toEqual([{ typed, meant: [meant] }])
    }
    expect((await search('volunteers exausted', wall.anna)).corrections).toEqual([
      { typed: 'exausted', meant: ['exhausted'] },
    ])
    expect((await search('volunteers', wall.anna)).corrections).toEqual([])
  })

  test('does not say that nobody wrote a word that stands elsewhere, and means no addresses', async () => {
    const wall = await openWall(world)
    await wall.write.issue('Volunteer rotas')
    await wall.write.issue('Quolls are exhausted')
    await wall.write.issue('See quolls.example.org or write to quollz@example.org')
    // Both stand on the wall, and nowhere together.
    expect((await search('volunteer quolls', wall.anna)).corrections).toEqual([])
    const { corrections } = await search('quolz', wall.anna)
    expect(corrections.flatMap(({ meant }) => meant)).toEqual(['quolls'])
  })

  test('finds words with soft hyphens and marks that nobody sees, and so do the filters', async () => {
    const wall = await openWall(world)
    await wall.write.issue('Self\u00adhelp groups’ caf\u00e9')
    expect(await textsOf('selfhelp', wall.anna)).toHaveLength(1)
    const filtered = async (typed: string) => {
      const { data } = await world.run<{ workshop: { issues: { totalCount: number } } }>(
        'query ($slug: String!, $search: String) { workshop(slug: $slug) { issues(filter: { search: $search }) { totalCount } } }',
        { slug: wall.workshop.slug, search: typed },
        wall.anna,
      )
      return data.workshop.issues.totalCount
    }
    for (const typed of [
      'selfhelp',
      'SELF\u00adHELP',
      "groups' cafe",
      'groups’ CAF\u00c9',
      'cafe\u0301',
      'self\u200bhelp',
    ])
      expect([typed, await filtered(typed)]).toEqual([typed, 1])
    for (const typed of ['coffee', '%', '_', '\\']) expect([typed, await filtered(typed)]).toEqual([typed, 0])
  })

  test('puts what holds every word before what holds some', async () => {
    const wall = await openWall(world)
    await wall.write.issue('Giraffes giraffes giraffes')
    await wall.write.issue('Giraffes and lions and whatever else comes to the watering place')
    expect(await textsOf('giraffes lions', wall.anna)).toEqual([
      'Giraffes and lions and whatever else comes to the watering place',
      'Giraffes giraffes giraffes',
    ])
  })

  test('gives as many as asked for, and says whether there are more', async () => {
    const wall = await openWall(world)
    for (const n of [1, 2, 3]) await wall.write.issue(`Penguin ${n}`)
    expect(await search('penguin', wall.anna, { first: 2 })).toMatchObject({ hits: [{}, {}], hasMore: true })
    expect(await search('penguin', wall.anna, { first: 3 })).toMatchObject({
      hits: [{}, {}, {}],
      hasMore: false,
    })
    for (const first of [0, 51]) {
      expect((await world.run(SEARCH, { query: 'penguin', first }, wall.anna)).codes).toEqual([
        'BAD_USER_INPUT',
      ])
    }
  })

  test('is narrowed by kind, area, horizon, state, status, workshop and project', async () => {
    const [here, there] = [await openWall(world), await openWall(world)]
    const admin = await world.person({ platformRole: 'ADMIN' })
    const area = here.areas[1]?.id ?? ''
    await here.write.issue('Okapi one', { areaId: area, state: 'PUT_FORWARD' })
    await here.write.issue('Okapi two')
    const ideaId = await here.write.idea(await here.write.statement('Okapi three'), 'Okapi four', {
      horizon: 'LONG_TERM',
    })
    await here.write.critique(ideaId, 'Okapi five', { kind: 'BUILD' })
    await here.write.idea(await here.write.statement('S'), 'Okapi seven', { mergedIntoId: ideaId })
    await there.write.issue('Okapi six')
    const found = async (filter: object) =>
      (await textsOf('okapi', admin, { filter })).map((text) => text.slice(6)).sort()
    const project = { projectId: here.project.id }
    expect(await found(project)).toEqual(['five', 'four', 'one', 'seven', 'three', 'two'])
    expect(await found({ workshopId: there.workshopId })).toEqual(['six'])
    expect(await found({ ...project, kinds: ['ISSUE', 'IDEA'] })).toEqual(['four', 'one', 'seven', 'two'])
    expect(await found({ ...project, areaId: area })).toEqual(['one'])
    expect(await found({ ...project, issueState: 'PUT_FORWARD' })).toEqual(['one'])
    expect(await found({ ...project, horizon: 'LONG_TERM' })).toEqual(['five', 'four'])
    expect(await found({ ...project, ideaStatus: 'ON_THE_WALL' })).toEqual(['four'])
    expect(await found({ ...project, ideaStatus: 'MERGED' })).toEqual(['seven'])
    expect(await found({ ...project, ideaStatus: 'HIDDEN' })).toEqual([])
    expect(await found({ ...project, critiqueKind: 'BUILD' })).toEqual(['five'])
    expect(await found({ ...project, critiqueKind: 'BUILD', kinds: ['ISSUE'] })).toEqual([])
    expect(await found({ areaId: 'nope' })).toEqual([])
  })
})

describe('nobody finds', () => {
  test('what is in workshops that they may not read, nor that it is there', async () => {
    const [here, there] = [await openWall(world), await openWall(world)]
    await there.write.issue('The quagga project is secret')
    for (const person of [here.anna, here.facilitator, null]) {
      for (const typed of ['quagga', 'quaggas', 'quaga', 'qua']) {
        expect([typed, await search(typed, person)]).toEqual([
          typed,
          { hits: [], hasMore: false, corrections: [] },
        ])
      }
    }
    expect((await search('quaga', there.anna)).corrections).toEqual([{ typed: 'quaga', meant: ['quagga'] }])
    expect(await textsOf('quagga', null, { filter: { workshopId: there.workshopId } })).toEqual([])
    await world.db
      .update(workshops)
      .set({ publishedAt: new Date() })
      .where(eq(workshops.id, there.workshopId))
    for (const person of [here.anna, null]) expect(await textsOf('quagga', person)).toHaveLength(1)
    await world.db.update(workshops).set({ deletedAt: new Date() }).where(eq(workshops.id, there.workshopId))
    const admin = await world.person({ platformRole: 'ADMIN' })
    for (const person of [there.anna, admin, null]) expect(await textsOf('quagga', person)).toEqual([])
  })

  test('a word of elsewhere among the corrections, also where it is the likest', async () => {
    const [here, there] = [await openWall(world), await openWall(world)]
    await there.write.issue('Kangaroos')
    await here.write.issue('Kangas')
    const { corrections, hits } = await search('kangaros', here.anna)
    expect(JSON.stringify([corrections, hits])).not.toContain('Kangaroo')
    expect(corrections.flatMap(({ meant }) => meant)).not.toContain('kangaroos')
  })

  test('what was hidden or withdrawn, and no comment on such an idea', async () => {
    const wall = await openWall(world)
    const gone = [{ hiddenAt: new Date() }, { withdrawnAt: new Date() }]
    const statementId = await wall.write.statement('S')
    const stays = await wall.write.idea(statementId, 'I')
    await wall.write.statement('Wombat', { withdrawnAt: new Date() })
    for (const aside of gone) {
      await wall.write.issue('Wombat', aside)
      await wall.write.critique(stays, 'Wombat', aside)
      await wall.write.critique(await wall.write.idea(statementId, 'Wombat', aside), 'Wombat')
    }
    for (const person of [wall.anna, wall.ben, wall.facilitator])
      expect(await textsOf('wombat', person)).toEqual([])
    const merged = await wall.write.issue('Wombat', { mergedIntoId: await wall.write.issue('Other') })
    expect((await search('wombat', wall.anna)).hits).toMatchObject([{ id: merged }])
  })
})
