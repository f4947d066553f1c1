import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { briefs } from '#db/schema/briefs.ts'
import { openWall } from '#tests/support/wall.ts'
import { openWorld, type TestPerson, type World } from '#tests/support/world.ts'

/** What was hidden or taken back is offered nowhere, also to those who may read it all the same. */

let world: World
let admin: TestPerson
beforeAll(async () => {
  world = await openWorld()
  admin = await world.person({ name: 'Admin', platformRole: 'ADMIN' })
})
afterAll(() => world.close())

type Done = { __typename: string; code?: string; message?: string }
type As = { token: string } | null

async function act(call: string, as: As = admin): Promise<Done> {
  const { data, codes } = await world.run<{ done: Done }>(
    `mutation { done: ${call} { __typename ... on Refusal { code message } } }`,
    {},
    as,
  )
  return data?.done ?? { __typename: codes.join() }
}

async function ask<Data>(query: string, variables: Record<string, string>, as: As): Promise<Data> {
  const { data, codes } = await world.run<Data>(query, variables, as)
  expect(codes).toEqual([])
  return data
}

const GONE = {
  hidden: { hiddenAt: new Date(), hiddenReason: 'Rude' },
  withdrawn: { withdrawnAt: new Date() },
}
const NO = { __typename: 'Refusal', code: 'NOT_ALLOWED_NOW' }

async function openBrief() {
  const wall = await openWall(world, { steps: [{ activity: 'CRITIQUE', state: 'OPEN' }] })
  const briefId = v7()
  const projectId = wall.workshop.projectId
  await world.db.insert(briefs).values({ id: briefId, projectId, title: 'Brief' })
  const statementId = await wall.write.statement('Statement')
  return { ...wall, briefId, projectId, statementId }
}

/** A comment on an unintended consequence that stands, is hidden or withdrawn, or stands on an idea that does not. */
async function consequences() {
  const wall = await openBrief()
  const kind = 'UNINTENDED_CONSEQUENCE' as const
  const idea = (text: string, more = {}) => wall.write.idea(wall.statementId, text, more)
  const on = await idea('Stands')
  const asked = {
    stands: await wall.write.critique(on, 'Zebra stands', { kind }),
    hidden: await wall.write.critique(on, 'Zebra hidden', { kind, ...GONE.hidden }),
    withdrawn: await wall.write.critique(on, 'Zebra withdrawn', { kind, ...GONE.withdrawn }),
    onHidden: await wall.write.critique(await idea('Hidden', GONE.hidden), 'Zebra below', { kind }),
  }
  // Words below a stub keep it in its thread.
  for (const parentId of [asked.hidden, asked.withdrawn]) await wall.write.critique(on, 'Why?', { parentId })
  return { ...wall, ideaId: on, asked }
}

test.each(['hidden', 'withdrawn', 'onHidden'] as const)(
  'a comment that is %s is neither watched for nor measured',
  async (how) => {
    const { briefId, asked } = await consequences()
    const input = (id: string) => `(input: { briefId: "${briefId}", critiqueId: "${id}" })`
    expect(await act(`watchFor${input(asked[how])}`)).toMatchObject(NO)
    expect(await act(`measureConsequence${input(asked[how])}`)).toMatchObject(NO)
    // In words of one's own the same: the line would say what the comment was hidden for.
    const own = `watchFor(input: { briefId: "${briefId}", critiqueId: "${asked[how]}", text: "Mine" })`
    expect(await act(own)).toMatchObject(NO)
    expect(await act(`watchFor${input(asked.stands)}`)).toEqual({ __typename: 'WatchForSuccess' })
    expect(await act(`measureConsequence${input(asked.stands)}`)).toEqual({ __typename: 'MeasureSuccess' })
  },
)

test('a comment that is hidden or withdrawn is not offered to be answered or resolved, to nobody', async () => {
  const { ideaId, asked, facilitator, anna, ben } = await consequences()
  for (const as of [admin, facilitator, anna, ben]) {
    const { idea } = await ask<{ idea: { critiques: Record<string, unknown>[] } }>(
      'query ($id: ID!) { idea(id: $id) { critiques { id viewerCanAnswer viewerCanResolve viewerCanEdit } } }',
      { id: ideaId },
      as,
    )
    const of = (id: string) => idea.critiques.find((one) => one.id === id)
    const nothing = { viewerCanAnswer: false, viewerCanResolve: false, viewerCanEdit: false }
    expect(of(asked.hidden)).toMatchObject(nothing)
    expect(of(asked.withdrawn)).toMatchObject(nothing)
    if (as !== admin) expect(of(asked.stands)).toMatchObject({ viewerCanAnswer: true })
  }
})

test('comments that do not stand are found, counted, pinned and followed by nobody', async () => {
  const { ideaId, asked, workshop, facilitator } = await consequences()
  type Counted = { critiqueCounts: { kind: string; count: number }[] }
  const { found, idea, wall } = await ask<{
    found: { hits: { id: string }[] }
    idea: Counted & { provenance: { outcomes: { kind: string; id: string }[] } }
    wall: { board: { ideas: Counted[] } }
  }>(
    `query ($id: ID!, $slug: String!) {
      found: search(query: "zebra") { hits { id } }
      idea(id: $id) { critiqueCounts { kind count } provenance { outcomes { kind id } } }
      wall: workshop(slug: $slug) { board { ideas { critiqueCounts { kind count } } } } }`,
    { id: ideaId, slug: workshop.slug },
    facilitator,
  )
  const one = [{ kind: 'UNINTENDED_CONSEQUENCE', count: 1 }]
  expect(idea.critiqueCounts).toEqual(one)
  expect(wall.board.ideas).toEqual([{ critiqueCounts: one }])
  expect(idea.provenance.outcomes).toEqual([{ kind: 'CRITIQUE', id: asked.stands }])
  const ours = new Set(Object.values(asked))
  expect(found.hits.map(({ id }) => id).filter((id) => ours.has(id))).toEqual([asked.stands])
})

test.each(['hidden', 'withdrawn'] as const)('an idea that is %s is joined to no brief', async (how) => {
  const { briefId, projectId, write, statementId } = await openBrief()
  const id = await write.idea(statementId, 'Idea', GONE[how])
  expect(await act(`joinIdea(briefId: "${briefId}", ideaId: "${id}")`)).toMatchObject(NO)
  const made = `createBrief(input: { id: "${v7()}", projectId: "${projectId}", title: "B", ideaIds: ["${id}"] })`
  expect(await act(made)).toMatchObject(NO)
  const stands = await write.idea(statementId, 'Stands')
  expect(await act(`joinIdea(briefId: "${briefId}", ideaId: "${stands}")`)).toEqual({
    __typename: 'BriefSuccess',
  })
})

test('a statement that was taken back is joined to no brief', async () => {
  const { briefId, write } = await openBrief()
  const id = await write.statement('Gone', GONE.withdrawn)
  expect(await act(`joinStatement(briefId: "${briefId}", statementId: "${id}")`)).toMatchObject(NO)
})

test('a hidden issue is merged with nothing, is on no ballot and hangs on no board', async () => {
  const { write, workshop, workshopId, facilitator } = await openWall(world)
  const stands = await write.issue('Stands', { state: 'PUT_FORWARD' })
  const hidden = await write.issue('Hidden', { state: 'PUT_FORWARD', ...GONE.hidden })
  expect(await act(`mergeIssues(intoId: "${hidden}", issueIds: ["${stands}"])`, facilitator)).toMatchObject(
    NO,
  )
  expect(await act(`mergeIssues(intoId: "${stands}", issueIds: ["${hidden}"])`, facilitator)).toMatchObject(
    NO,
  )
  const { found } = await ask<{ found: { board: { issues: { id: string }[] } } }>(
    'query ($slug: String!) { found: workshop(slug: $slug) { board { issues { id } } } }',
    { slug: workshop.slug },
    facilitator,
  )
  expect(found.board.issues.map(({ id }) => id)).toEqual([stands])
  const { round } = await ask<{ round: { round: { id: string } } }>(
    `mutation ($id: ID!) { round: createRound(input: { workshopId: $id }) { ... on RoundSuccess { round { id } } } }`,
    { id: workshopId },
    facilitator,
  )
  const { opened } = await ask<{ opened: { round: { options: { title: string }[] } } }>(
    `mutation ($id: ID!) { opened: openRound(roundId: $id) { ... on RoundSuccess { round { options { title } } } } }`,
    { id: round.round.id },
    facilitator,
  )
  expect(opened.round.options.map(({ title }) => title)).toEqual(['Stands'])
})
