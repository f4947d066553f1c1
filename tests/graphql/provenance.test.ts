import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { critiques } from '#db/schema/critiques.ts'
import { ideas } from '#db/schema/ideas.ts'
import { issues } from '#db/schema/issues.ts'
import { statementPriorities, statements } from '#db/schema/statements.ts'
import { workshops } from '#db/schema/workshops.ts'
import { ROUND, votingRoom } from '#tests/support/voting.ts'
import { openWorld, type TestPerson, type World } from '#tests/support/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

type Link = {
  kind: string
  id: string
  title: string
  detail: string | null
  distance: number
  via: string[]
  path: string
}
type Chain = { of: Link; origins: Link[]; outcomes: Link[] }
const LINK = '{ kind id title detail distance via path }'
const CHAIN = `{ of ${LINK} origins ${LINK} outcomes ${LINK} }`
const ask = (kind: string, id: string, as: TestPerson | null) =>
  world.run<{ provenance: Chain | null }>(
    `query ($id: ID!) { provenance(kind: ${kind}, id: $id) ${CHAIN} }`,
    { id },
    as,
  )

async function chainOf(kind: string, id: string, as: TestPerson | null): Promise<Chain> {
  const { data, codes } = await ask(kind, id, as)
  expect(codes).toEqual([])
  if (data.provenance === null) throw new Error('no chain')
  return data.provenance
}
const steps = (links: readonly Link[]) =>
  links.map(({ kind, title, distance }) => `${distance} ${kind} ${title}`)

/** From an issue with a merged original to a comment: three issues, two priorities, one statement. */
async function openChain() {
  const room = await votingRoom(world, { voters: 2, issues: 3, select: 2 })
  const [first, second, third] = room.optionIds
  await room.cast(0, 0)
  await room.cast(1, 0)
  await room.cast(0, 1)
  const { workshopId } = room
  await world.run(ROUND.close, { id: room.roundId }, room.facilitator)
  await world.run(
    ROUND.declare,
    { input: { roundId: room.roundId, optionIds: [first, second] } },
    room.facilitator,
  )
  const declared = await world.db.$client<{ id: string; optionId: string }[]>`
    select id, option_id as "optionId" from priorities where round_id = ${room.roundId} order by position`
  const [issueId = ''] = room.issueIds
  const original = v7()
  await world.db.insert(issues).values({
    ...{
      id: original,
      workshopId,
      areaId: room.areas[0]?.id ?? '',
      title: 'Original',
      mergedIntoId: issueId,
    },
  })
  const [statementId, ideaId, mergedIdea, critiqueId, answer] = [v7(), v7(), v7(), v7(), v7()]
  await world.db.insert(statements).values({ id: statementId, workshopId, position: 0, title: 'Statement' })
  await world.db
    .insert(statementPriorities)
    .values(declared.map(({ id: priorityId }) => ({ statementId, priorityId })))
  const idea = { workshopId, statementId, horizon: 'FOUR_WEEKS' as const }
  await world.db.insert(ideas).values([
    { ...idea, id: ideaId, text: 'Idea' },
    { ...idea, id: mergedIdea, text: 'Merged idea', mergedIntoId: ideaId },
  ])
  await world.db.insert(critiques).values([
    { id: critiqueId, workshopId, ideaId, kind: 'UNINTENDED_CONSEQUENCE', text: 'Comment' },
    { id: answer, workshopId, ideaId, kind: null, parentId: critiqueId, text: 'Answer' },
  ])
  return {
    ...room,
    slug: room.workshop.slug,
    ids: { issueId, original, statementId, ideaId, mergedIdea, critiqueId, answer, first, second, third },
    declared,
  }
}

test('a comment leads back to the issues that it all began with', async () => {
  const { ids, facilitator, slug } = await openChain()
  const { of, origins, outcomes } = await chainOf('CRITIQUE', ids.critiqueId, facilitator)
  expect(of).toMatchObject({
    kind: 'CRITIQUE',
    title: 'Comment',
    detail: 'unintended consequence',
    distance: 0,
    via: [],
  })
  expect(steps(origins)).toEqual([
    '1 IDEA Idea',
    '2 STATEMENT Statement',
    '2 IDEA Merged idea',
    '3 PRIORITY Issue 1',
    '3 PRIORITY Issue 2',
    '4 OPTION Issue 1',
    '4 OPTION Issue 2',
    '5 ISSUE Issue 1',
    '5 ISSUE Issue 2',
    '6 ISSUE Original',
  ])
  expect(outcomes).toEqual([])
  const detail = (kind: string) => origins.filter((link) => link.kind === kind).map((link) => link.detail)
  expect(detail('OPTION')).toEqual(['2 dots, 1st of 3', '1 dot, 2nd of 3'])
  expect(detail('PRIORITY')).toEqual(['1st priority', '2nd priority'])
  expect(detail('STATEMENT')).toEqual(['1 idea'])
  expect(detail('IDEA')).toEqual(['next four weeks', 'merged into another, next four weeks'])
  expect(origins.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      `/workshops/${slug}/ideas/${ids.ideaId}`,
      `/workshops/${slug}/priorities#statement-${ids.statementId}`,
      `/workshops/${slug}/results#option-${ids.first}`,
      `/workshops/${slug}/issues#issue-${ids.original}`,
    ]),
  )
  expect(of.path).toBe(`/workshops/${slug}/ideas/${ids.ideaId}#critique-${ids.critiqueId}`)
})

test('an issue leads on to what was said about what to do, and each link says through which it is reached', async () => {
  const { ids, facilitator, declared } = await openChain()
  const { origins, outcomes } = await chainOf('ISSUE', ids.original, facilitator)
  expect(origins).toEqual([])
  expect(steps(outcomes)).toEqual([
    '1 ISSUE Issue 1',
    '2 OPTION Issue 1',
    '3 PRIORITY Issue 1',
    '4 STATEMENT Statement',
    '5 IDEA Idea',
    '5 IDEA Merged idea',
    '6 CRITIQUE Comment',
  ])
  expect(outcomes.map(({ via }) => via)).toEqual([
    [ids.original],
    [ids.issueId],
    [ids.first],
    [declared[0]?.id],
    [ids.statementId],
    [ids.statementId],
    [ids.ideaId],
  ])
  const middle = await chainOf('STATEMENT', ids.statementId, facilitator)
  expect([middle.origins.length, middle.outcomes.length]).toEqual([7, 3])
  expect(middle.origins.find(({ kind }) => kind === 'ISSUE')).toMatchObject({ distance: 3 })
})

test('issues, options, statements, ideas and comments carry the same chain', async () => {
  const { ids, facilitator, slug, roundId } = await openChain()
  const { data, codes } = await world.run<Record<string, { provenance: Chain }>>(
    `query ($issue: ID!, $statement: ID!, $idea: ID!, $critique: ID!) {
      issue(id: $issue) { provenance ${CHAIN} } statement(id: $statement) { provenance ${CHAIN} }
      idea(id: $idea) { provenance ${CHAIN} } critique(id: $critique) { provenance ${CHAIN} } }`,
    { issue: ids.issueId, statement: ids.statementId, idea: ids.ideaId, critique: ids.answer },
    facilitator,
  )
  expect(codes).toEqual([])
  expect(data.issue?.provenance).toEqual(await chainOf('ISSUE', ids.issueId, facilitator))
  expect(data.statement?.provenance).toEqual(await chainOf('STATEMENT', ids.statementId, facilitator))
  expect(data.idea?.provenance).toEqual(await chainOf('IDEA', ids.ideaId, facilitator))
  expect(data.critique?.provenance.of).toMatchObject({ title: 'Answer', detail: 'answer' })
  const round = await world.run<{ round: { options: { id: string; provenance: Chain }[] } }>(
    `query ($id: ID!) { round(id: $id) { options { id provenance ${CHAIN} } } }`,
    { id: roundId },
    facilitator,
  )
  expect(round.data.round.options.find(({ id }) => id === ids.first)?.provenance).toEqual(
    await chainOf('OPTION', ids.first ?? '', facilitator),
  )
  expect(slug).toMatch(/^workshop-/)
})

test('no figure of a round that has not closed is told', async () => {
  const room = await votingRoom(world, { hidden: false })
  await room.cast(0, 0)
  for (const person of [room.facilitator, room.voters[0] ?? null]) {
    const { of } = await chainOf('OPTION', room.optionIds[0] ?? '', person)
    expect(of.detail).toBe('on the ballot')
  }
})

test('what was hidden or withdrawn is no part of a chain, nor is what only it leads to', async () => {
  const { ids, facilitator } = await openChain()
  await world.db.update(ideas).set({ hiddenAt: new Date() }).where(eq(ideas.id, ids.ideaId))
  await world.db.update(issues).set({ withdrawnAt: new Date() }).where(eq(issues.id, ids.original))
  const { origins, outcomes } = await chainOf('STATEMENT', ids.statementId, facilitator)
  expect(steps(outcomes)).toEqual(['1 IDEA Merged idea'])
  expect(JSON.stringify(origins)).not.toContain('Original')
})

test('whoever may not see something does not learn its chain', async () => {
  const { ids, facilitator, voters, workshopId } = await openChain()
  const stranger = await world.person()
  for (const [kind, id] of [
    ['ISSUE', ids.issueId],
    ['OPTION', ids.first ?? ''],
    ['STATEMENT', ids.statementId],
    ['IDEA', ids.ideaId],
    ['CRITIQUE', ids.critiqueId],
    ['IDEA', ids.critiqueId],
    ['CRITIQUE', 'nope'],
  ] as const) {
    expect([kind, (await ask(kind, id, stranger)).codes]).toEqual([kind, ['NOT_FOUND']])
    expect([kind, (await ask(kind, id, null)).codes]).toEqual([kind, ['NOT_FOUND']])
  }
  await world.db.update(workshops).set({ publishedAt: new Date() }).where(eq(workshops.id, workshopId))
  expect((await chainOf('CRITIQUE', ids.critiqueId, null)).origins).toHaveLength(10)
  await world.db.update(critiques).set({ hiddenAt: new Date() }).where(eq(critiques.id, ids.critiqueId))
  for (const person of [null, stranger, voters[0] ?? null]) {
    expect((await ask('CRITIQUE', ids.critiqueId, person)).codes).toEqual(['NOT_FOUND'])
  }
  expect((await chainOf('CRITIQUE', ids.critiqueId, facilitator)).of.title).toBe('Comment')
  // A stub that keeps an answer has a chain, without its words.
  const stub = await world.run<{ critique: { text: null; provenance: Chain } }>(
    `query ($id: ID!) { critique(id: $id) { text provenance ${CHAIN} } }`,
    { id: ids.critiqueId },
    voters[0] ?? null,
  )
  expect(stub.data.critique).toMatchObject({
    text: null,
    provenance: { of: { title: 'A comment that is no longer shown' } },
  })
})

test('no more than 100 of a kind are shown', async () => {
  const { ids, facilitator, workshopId } = await openChain()
  const many = Array.from({ length: 120 }, (_, at) => ({
    id: v7(),
    workshopId,
    ideaId: ids.ideaId,
    kind: 'BUILD' as const,
    text: `${at}`,
  }))
  await world.db.insert(critiques).values(many)
  const { outcomes } = await chainOf('STATEMENT', ids.statementId, facilitator)
  expect(outcomes.filter(({ kind }) => kind === 'CRITIQUE')).toHaveLength(100)
})
