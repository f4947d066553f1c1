import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { critiques } from '#db/schema/critiques.ts'
import { ideas } from '#db/schema/ideas.ts'
import { issues } from '#db/schema/issues.ts'
import { statements } from '#db/schema/statements.ts'
import { checksum } from '#tests/support/checksum.ts'
import { openWorld, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const IMPORT = `mutation ($input: ImportTextsInput!) {
  importTexts(input: $input) {
    __typename
    ... on ImportTextsSuccess {
      added refusedCount refused { line reason }
      reading { delimiter headingLine columns { heading readAs } facts { label figure } }
    }
    ... on Refusal { code field message }
  }
}`

type Done = {
  __typename: string
  code?: string
  added?: number
  refused?: { line: number; reason: string }[]
}

async function room() {
  const made = await world.workshop({ tables: ['E1', 'E2'], participants: ['Anna'] })
  const [statementId, otherId] = [v7(), v7()]
  const titled = { workshopId: made.workshop.id, position: 0 }
  await world.db.insert(statements).values([
    { ...titled, id: statementId, title: 'Shifting the power from “over” to “with”' },
    { ...titled, id: otherId, title: 'Making time', position: 1 },
  ])
  async function add(input: Record<string, unknown>, who: { token: string } | undefined = made.facilitator) {
    const { data, codes } = await world.run<{ importTexts: Done }>(
      IMPORT,
      { input: { id: v7(), workshopId: made.workshop.id, dryRun: false, ...input } },
      who,
    )
    return data?.importTexts ?? { __typename: 'Error', code: codes[0] }
  }
  const [area, other] = made.areas
  return { ...made, statementId, otherId, add, area, other }
}

test('issues are added one a line, commas and all, in the order of the lines', async () => {
  const { add, workshop, area } = await room()
  const text = 'No time for it\r\nCulture, and buy-in\r\n\r\n"Nobody asks"\r\n'
  expect(await add({ kind: 'ISSUES', text, areaId: area?.id })).toMatchObject({ added: 3 })
  const written = await world.db
    .select()
    .from(issues)
    .where(eq(issues.workshopId, workshop.id))
    .orderBy(issues.id)
  expect(written.map(({ title }) => title)).toEqual(['No time for it', 'Culture, and buy-in', 'Nobody asks'])
  expect(new Set(written.map(({ areaId, authorSeatId }) => `${areaId} ${authorSeatId}`))).toEqual(
    new Set([`${area?.id} null`]),
  )
})

test('a heading says which column is the area and which the table, and what is ignored', async () => {
  const { add, other } = await room()
  const text = `Table;Issue;Area;When\nE1;"No time\nfor it";${other?.name};today\ntable e2;Too far away;${other?.name};`
  expect(await add({ kind: 'ISSUES', text, dryRun: true })).toMatchObject({
    added: 2,
    reading: {
      delimiter: 'semicolon',
      columns: [
        { readAs: 'table' },
        { readAs: 'issue' },
        { readAs: 'area' },
        { heading: 'When', readAs: null },
      ],
      facts: [{ label: other?.name, figure: '2' }],
    },
  })
})

test('ideas and comments find their statement, horizon, idea and kind by words', async () => {
  const { add, workshop, statementId, otherId } = await room()
  const ideasText = `idea,statement,horizon,table
Ask people,"shifting the power from ""over"" to ""with""",4 weeks,E1
Book a room,,long-term,`
  expect(await add({ kind: 'IDEAS', text: ideasText, statementId: otherId })).toMatchObject({ added: 2 })
  const written = await world.db
    .select()
    .from(ideas)
    .where(eq(ideas.workshopId, workshop.id))
    .orderBy(ideas.id)
  expect(written.map((idea) => [idea.statementId, idea.horizon])).toEqual([
    [statementId, 'FOUR_WEEKS'],
    [otherId, 'LONG_TERM'],
  ])
  const said =
    'Comment\tIdea\tKind\nWho pays?\task people\tquestion\nIt may tire them\tAsk people\tUnintended consequence'
  expect(await add({ kind: 'COMMENTS', text: said })).toMatchObject({ added: 2 })
  const kinds = await world.db
    .select()
    .from(critiques)
    .where(eq(critiques.ideaId, written[0]?.id ?? ''))
  expect(kinds.map(({ kind }) => kind).toSorted()).toEqual(['QUESTION', 'UNINTENDED_CONSEQUENCE'])
})

test('while one line is refused nothing is added, and every such line is named', async () => {
  const { add, area } = await room()
  const before = await checksum(world.db)
  const issueText = `issue,area,table\nFine,${area?.name},\nNo area,,\nWrong,Nowhere,E1\nWrong,${area?.name},Z9\nToo many,${area?.name},E1,x\n\ufffd,${area?.name},`
  const dry = await add({ kind: 'ISSUES', text: issueText, dryRun: true })
  expect([dry.added, dry.refused?.map(({ line }) => line)]).toEqual([1, [3, 4, 5, 6, 7]])
  expect(await add({ kind: 'ISSUES', text: issueText })).toMatchObject({
    code: 'BAD_USER_INPUT',
    field: 'text',
  })
  const ideasText =
    'idea,statement,horizon\nA,Nothing,4 weeks\nB,1,4 weeks\nC,Making time,soon\nD,Making time,'
  expect(
    (await add({ kind: 'IDEAS', text: ideasText, dryRun: true })).refused?.map(({ line }) => line),
  ).toEqual([2, 3, 4, 5])
  expect(await add({ kind: 'COMMENTS', text: 'comment,idea,kind\nA,None,QUESTION' })).toMatchObject({
    code: 'BAD_USER_INPUT',
  })
  expect(await checksum(world.db)).toBe(before)
})

test('the same request again, also at the same moment, adds nothing a second time; other words under its id are refused', async () => {
  const { add, workshop, area } = await room()
  const input = { id: v7(), kind: 'ISSUES', text: 'One\nTwo', areaId: area?.id }
  const answers = await Promise.all([add(input), add(input), add(input)])
  expect(answers.map(({ added }) => added)).toEqual([2, 2, 2])
  expect(await world.db.$count(issues, eq(issues.workshopId, workshop.id))).toBe(2)
  expect(await add({ ...input, text: 'Three' })).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' })
})

test('at most 500 texts are added at once, by those who run the workshop', async () => {
  const { add, area, participants } = await room()
  const lines = (count: number) => Array.from({ length: count }, (_, at) => `Issue ${at}`).join('\n')
  const input = { kind: 'ISSUES', areaId: area?.id }
  expect(await add({ ...input, text: lines(500) })).toMatchObject({ added: 500 })
  expect(await add({ ...input, text: lines(501) })).toMatchObject({ code: 'BAD_USER_INPUT' })
  for (const kind of ['ISSUES', 'IDEAS', 'COMMENTS'])
    expect(await add({ kind, text: 'A' }, participants[0])).toMatchObject({ code: 'FORBIDDEN' })
})
