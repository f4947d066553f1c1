import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ideaSupports, ideas } from '#db/schema/ideas.ts'
import { issues } from '#db/schema/issues.ts'
import { workshops } from '#db/schema/workshops.ts'
import { openWall, type Wall } from '#tests/support/wall.ts'
import { openWorld, type TestPerson, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const IDEA = `{ id text horizon dueOn status statement { title } tableCodes authorName place { x y } supportCount
  critiqueCounts { kind count } critiqueCount readByOthers
  critiques { id kind parentId depth text authorName tableCode pin { x y } } }`
const BOARD = `query ($slug: String!) { workshop(slug: $slug) { board {
  viewerCanArrange
  issues { id title tableCodes place { x y } createdAt area { name } }
  statements { id title ideaCount }
  ideas ${IDEA}
} } }`
type Board = {
  viewerCanArrange: boolean
  issues: { id: string; title: string; tableCodes: string[]; place: unknown; createdAt: string }[]
  statements: { id: string; title: string; ideaCount: number }[]
  ideas: {
    id: string
    text: string
    statement: { title: string }
    tableCodes: string[]
    authorName: string | null
    supportCount: number
    critiqueCounts: unknown[]
    critiqueCount: number
    readByOthers: boolean
    critiques: {
      id: string
      text: string | null
      depth: number
      authorName: string | null
      tableCode: string
    }[]
  }[]
}

async function boardOf(wall: Wall, as: TestPerson | null): Promise<Board> {
  const { data, codes } = await world.run<{ workshop: { board: Board } }>(
    BOARD,
    { slug: wall.workshop.slug },
    as,
  )
  expect(codes).toEqual([])
  return data.workshop.board
}

describe('the board', () => {
  test('carries the whole wall, and answers as each idea does on its own', async () => {
    const wall = await openWall(world)
    const issueId = await wall.write.issue('Nobody knows of it')
    const statementId = await wall.write.statement('Shift the power')
    const ideaId = await wall.write.idea(statementId, 'Meet weekly')
    await wall.write.idea(statementId, 'Write it down', {
      tableId: null,
      authorSeatId: null,
      horizon: 'LONG_TERM',
    })
    const merged = await wall.write.idea(statementId, 'Meet often', {
      mergedIntoId: ideaId,
      tableId: wall.tableB.id,
      authorSeatId: wall.ben.seatId,
    })
    const asked = await wall.write.critique(ideaId, 'Where?', { pinX: 10, pinY: 990 })
    await wall.write.critique(merged, 'Who pays?', {
      authorSeatId: wall.cleo.seatId,
      tableId: wall.tableA.id,
    })
    const answer = await wall.write.critique(ideaId, 'In the library', { parentId: asked })
    await wall.write.critique(ideaId, 'When?', { parentId: answer })
    await wall.write.critique(ideaId, 'Swearword', {
      parentId: answer,
      hiddenAt: new Date(),
      hiddenReason: 'Rude',
    })
    await world.db.insert(ideaSupports).values([
      { ideaId, seatId: wall.anna.seatId },
      { ideaId: merged, seatId: wall.anna.seatId },
      { ideaId: merged, seatId: wall.dan.seatId },
    ])
    const board = await boardOf(wall, wall.anna)
    expect(board.issues).toMatchObject([{ id: issueId, title: 'Nobody knows of it', tableCodes: ['A'] }])
    expect(board.statements).toEqual([{ id: statementId, title: 'Shift the power', ideaCount: 2 }])
    expect(board.ideas).toMatchObject([
      {
        id: ideaId,
        statement: { title: 'Shift the power' },
        tableCodes: ['A', 'B'],
        authorName: 'Anna',
        supportCount: 2,
        critiqueCounts: [{ kind: 'QUESTION', count: 2 }],
        critiqueCount: 4,
        readByOthers: false,
      },
      { text: 'Write it down', authorName: null, tableCodes: [], critiqueCount: 0, critiques: [] },
    ])
    expect(board.ideas[0]?.critiques.map(({ text, depth, authorName }) => [text, depth, authorName])).toEqual(
      [
        ['Where?', 0, 'Ben'],
        ['In the library', 1, 'Ben'],
        ['When?', 2, 'Ben'],
        ['Who pays?', 0, 'Cleo'],
      ],
    )
    for (const idea of board.ideas) {
      const alone = await world.run<{ idea: unknown }>(
        `query ($id: ID!) { idea(id: $id) ${IDEA} }`,
        { id: idea.id },
        wall.anna,
      )
      expect([alone.codes, alone.data.idea]).toEqual([[], idea])
    }
  })

  test('leaves out what was merged, withdrawn or hidden, for everybody', async () => {
    const wall = await openWall(world)
    const now = new Date()
    const statementId = await wall.write.statement('Stays')
    await wall.write.statement('Gone', { withdrawnAt: now })
    const stays = await wall.write.idea(statementId, 'Stays')
    const issueStays = await wall.write.issue('Stays')
    for (const aside of [{ withdrawnAt: now }, { hiddenAt: now }]) {
      await wall.write.idea(statementId, 'Gone', aside)
      await wall.write.issue('Gone', aside)
    }
    await wall.write.idea(statementId, 'Gone', { mergedIntoId: stays })
    await wall.write.issue('Gone', { mergedIntoId: issueStays })
    for (const person of [wall.anna, wall.facilitator]) {
      const { issues, statements, ideas } = await boardOf(wall, person)
      expect([issues.map(({ title }) => title), statements.map(({ title }) => title)]).toEqual([
        ['Stays'],
        ['Stays'],
      ])
      expect(ideas.map(({ text }) => text)).toEqual(['Stays'])
    }
  })

  test('shows no name to readers without a seat, and to nobody where tables stand for people', async () => {
    const wall = await openWall(world, { published: true })
    const ideaId = await wall.write.idea(await wall.write.statement('S'), 'I')
    await wall.write.critique(ideaId, 'With a name')
    await wall.write.critique(ideaId, 'Without', { nameHiddenAt: new Date() })
    const names = async (as: TestPerson | null) =>
      (await boardOf(wall, as)).ideas.flatMap(({ authorName, critiques }) => [
        authorName,
        ...critiques.map((critique) => critique.authorName),
      ])
    expect(await names(wall.cleo)).toEqual(['Anna', 'Ben', null])
    expect(await names(wall.facilitator)).toEqual(['Anna', 'Ben', null])
    expect(await names(null)).toEqual([null, null, null])
    await world.db.update(workshops).set({ namesShown: 'TABLES' }).where(eq(workshops.id, wall.workshopId))
    expect(await names(wall.facilitator)).toEqual([null, null, null])
    expect((await boardOf(wall, null)).ideas[0]).toMatchObject({
      tableCodes: ['A'],
      critiques: [{ tableCode: 'B' }, {}],
    })
  })
})

const PLACE = `mutation ($input: PlaceCardInput!) { result: placeCard(input: $input) {
  __typename ... on PlaceCardSuccess { cardId place { x y } } ... on Refusal { code field } } }`
const place = async (input: object, as: TestPerson | null) => {
  const { data, codes } = await world.run(PLACE, { input }, as)
  return codes[0] ?? data.result
}

describe('a card', () => {
  test('is put by facilitators, and by participants once everybody may; it stays there for all', async () => {
    const wall = await openWall(world)
    const ideaId = await wall.write.idea(await wall.write.statement('S'), 'I')
    const issueId = await wall.write.issue('X')
    const before = await world.db.select({ at: ideas.updatedAt }).from(ideas).where(eq(ideas.id, ideaId))
    expect(await place({ ideaId, x: 5, y: -5 }, wall.facilitator)).toEqual({
      __typename: 'PlaceCardSuccess',
      cardId: ideaId,
      place: { x: 5, y: -5 },
    })
    expect(await place({ issueId, x: 1, y: 2 }, wall.anna)).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
    expect((await boardOf(wall, wall.anna)).viewerCanArrange).toBe(false)
    await world.db.update(workshops).set({ anyoneArranges: true }).where(eq(workshops.id, wall.workshopId))
    expect(await place({ issueId, x: 1, y: 2 }, wall.anna)).toMatchObject({ cardId: issueId })
    const board = await boardOf(wall, wall.ben)
    expect([board.viewerCanArrange, board.issues[0]?.place]).toEqual([true, { x: 1, y: 2 }])
    expect(board.ideas).toMatchObject([{ place: { x: 5, y: -5 } }])
    // Nobody's words have changed by that.
    expect(await world.db.select({ at: ideas.updatedAt }).from(ideas).where(eq(ideas.id, ideaId))).toEqual(
      before,
    )
  })

  test('moves the pulse of its workshop', async () => {
    const wall = await openWall(world)
    const issueId = await wall.write.issue('X')
    const pulse = async () =>
      (
        await world.run(
          'query ($slug: String!) { workshop(slug: $slug) { pulse } }',
          { slug: wall.workshop.slug },
          wall.anna,
        )
      ).data
    const before = await pulse()
    await place({ issueId, x: 1, y: 2 }, wall.facilitator)
    const moved = await pulse()
    expect(moved).not.toEqual(before)
    await place({ issueId, x: 2, y: 1 }, wall.facilitator)
    expect(await pulse()).not.toEqual(moved)
  })

  test('is one card, on the board, and within reach', async () => {
    const wall = await openWall(world)
    const ideaId = await wall.write.idea(await wall.write.statement('S'), 'I')
    const issueId = await wall.write.issue('X', { withdrawnAt: new Date() })
    const by = wall.facilitator
    expect(await place({ x: 1, y: 1 }, by)).toMatchObject({ code: 'BAD_USER_INPUT' })
    expect(await place({ ideaId, issueId, x: 1, y: 1 }, by)).toMatchObject({ code: 'BAD_USER_INPUT' })
    expect(await place({ ideaId, x: 100_001, y: 1 }, by)).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'x',
    })
    expect(await place({ ideaId, x: 1, y: -100_001 }, by)).toMatchObject({
      code: 'BAD_USER_INPUT',
      field: 'y',
    })
    expect(await place({ issueId, x: 1, y: 1 }, by)).toMatchObject({ code: 'STALE_STATE' })
    // An idea's id is not an issue's, and what others withdrew is not to be known.
    expect(await place({ issueId: ideaId, x: 1, y: 1 }, by)).toBe('NOT_FOUND')
    expect(await place({ ideaId: 'nope', x: 1, y: 1 }, by)).toBe('NOT_FOUND')
    expect(await place({ issueId, x: 1, y: 1 }, wall.ben)).toBe('NOT_FOUND')
  })

  test('goes back where the board lays it when a facilitator tidies its frames', async () => {
    const wall = await openWall(world)
    const ideaId = await wall.write.idea(await wall.write.statement('S'), 'I', { placeX: 1, placeY: 1 })
    const issueId = await wall.write.issue('X', { placeX: 1, placeY: 1 })
    const tidy = (as: TestPerson) =>
      world.run(
        `mutation ($id: ID!) { tidyBoard(workshopId: $id, frames: HORIZONS) { ... on TidyBoardSuccess { cards } } }`,
        { id: wall.workshopId },
        as,
      )
    expect((await tidy(wall.anna)).codes).toEqual(['FORBIDDEN'])
    expect((await tidy(wall.facilitator)).data).toEqual({ tidyBoard: { cards: 1 } })
    expect((await tidy(wall.facilitator)).data).toEqual({ tidyBoard: { cards: 0 } })
    const placed = [ideas, issues].map((table) =>
      world.db.select({ id: table.id, x: table.placeX }).from(table),
    )
    const [ofIdeas = [], ofIssues = []] = await Promise.all(placed)
    expect(ofIdeas).toContainEqual({ id: ideaId, x: null })
    expect(ofIssues).toContainEqual({ id: issueId, x: 1 })
  })
})

test('how somebody reads ideas is remembered for them alone', async () => {
  const [anna, ben] = [await world.person(), await world.person()]
  const SET = `mutation { setWallView(view: OUTLINE) { ... on SetWallViewSuccess { viewer { wallView } } } }`
  const ask = async (as: TestPerson) => (await world.run('{ viewer { wallView } }', {}, as)).data
  expect(await ask(anna)).toEqual({ viewer: { wallView: null } })
  expect((await world.run(SET, {}, anna)).data).toEqual({ setWallView: { viewer: { wallView: 'OUTLINE' } } })
  expect([await ask(anna), await ask(ben)]).toEqual([
    { viewer: { wallView: 'OUTLINE' } },
    { viewer: { wallView: null } },
  ])
  expect((await world.run(SET)).codes).toEqual(['UNAUTHENTICATED'])
})
