import type { APIRequestContext, Browser, BrowserContext, Page } from '@playwright/test'
import { v7 } from 'uuid'
import { ask, type MadeWorkshop, makeWorkshop } from './api.ts'
import { expect, watch } from './journey.ts'

/** The four issues that the room of July 2017 took forward, each in its area. */
export const TAKEN_FORWARD = [
  { area: 'Evidence', title: 'How to use lived experience and stories to drive the change' },
  { area: 'Workforce', title: 'Equity with the medical model' },
  { area: 'Culture and buy-in', title: 'Tradition and challenging the current paradigm' },
  { area: 'Access', title: 'How to refer effectively' },
] as const

const STEPS = ['GATHER', 'VOTE', 'REFRAME', 'IDEATE', 'CRITIQUE'] as const
export type Activity = (typeof STEPS)[number]

export type SecondDay = MadeWorkshop & {
  title: string
  roomCode: string
  tables: { id: string; code: string }[]
  steps: Record<Activity, string>
}

const REFUSED = '... on Refusal { message }'

/** A workshop with two tables, its room open, as it stands in the morning of the first day. */
export async function makeSecondDay(request: APIRequestContext, title: string): Promise<SecondDay> {
  const workshop = await makeWorkshop(request, { title, areas: TAKEN_FORWARD.map(({ area }) => area) })
  const tables: SecondDay['tables'] = []
  for (const code of ['E1', 'C1']) {
    const { addTable } = await ask<{ addTable: { table: SecondDay['tables'][number] } }>(
      request,
      `mutation ($input: AddTableInput!) { addTable(input: $input) {
        __typename ... on TableSuccess { table { id code } } ${REFUSED} } }`,
      { input: { workshopId: workshop.id, code, areaId: workshop.areas[tables.length]?.id } },
    )
    tables.push(addTable.table)
  }
  const steps: Partial<SecondDay['steps']> = {}
  for (const activity of STEPS) {
    const { addStep } = await ask<{ addStep: { step: { id: string } } }>(
      request,
      `mutation ($input: AddStepInput!) { addStep(input: $input) {
        __typename ... on StepSuccess { step { id } } ${REFUSED} } }`,
      { input: { workshopId: workshop.id, title: `Step ${activity}`, activity } },
    )
    steps[activity] = addStep.step.id
  }
  const { found } = await ask<{ found: { roomCode: string } }>(
    request,
    'query ($slug: String!) { found: workshop(slug: $slug) { roomCode } }',
    { slug: workshop.slug },
  )
  return { ...workshop, title, roomCode: found.roomCode, tables, steps: steps as SecondDay['steps'] }
}

type Participant = { page: Page; context: BrowserContext; complaints: string[] }

/** Somebody who joins in the room, in a browser of their own. */
export async function joinRoom(browser: Browser, name: string, day: SecondDay): Promise<Participant> {
  const context = await browser.newContext({ storageState: { cookies: [], origins: [] } })
  const complaints = watch(context)
  const page = await context.newPage()
  await page.goto(`/j/${day.roomCode}`)
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Join the workshop' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(day.title)
  return { page, context, complaints }
}

/** Opens a step of the workshop. */
export async function openStep(
  request: APIRequestContext,
  day: SecondDay,
  activity: Activity,
): Promise<void> {
  await moveStep(request, day, activity, { from: 'PLANNED', to: 'OPEN' })
}

/** Opens, ends or reopens a step. */
export async function moveStep(
  request: APIRequestContext,
  day: SecondDay,
  activity: Activity,
  { from, to }: { from: string; to: string },
): Promise<void> {
  await ask(
    request,
    `mutation ($stepId: ID!, $from: StepState!, $to: StepState!) {
      changeStep(stepId: $stepId, from: $from, to: $to) { __typename ${REFUSED} } }`,
    { stepId: day.steps[activity], from, to },
  )
}

/** Gives the people of a workshop their tables, by their names. */
export async function seatAtTables(
  request: APIRequestContext,
  day: SecondDay,
  tableOf: Record<string, string>,
): Promise<void> {
  const { found } = await ask<{
    found: { seats: { edges: { node: { id: string; displayName: string } }[] } }
  }>(
    request,
    'query ($slug: String!) { found: workshop(slug: $slug) { seats { edges { node { id displayName } } } } }',
    { slug: day.slug },
  )
  for (const { node } of found.seats.edges) {
    const table = day.tables.find(({ code }) => code === tableOf[node.displayName])
    if (table === undefined) continue
    await ask(
      request,
      `mutation ($seatId: ID!, $tableId: ID!) { moveSeat(seatId: $seatId, tableId: $tableId) { __typename ${REFUSED} } }`,
      { seatId: node.id, tableId: table.id },
    )
  }
}

type OpenRound = { roundId: string; optionIds: string[] }

/** Puts the four issues forward and opens a vote on them. */
export async function openVote(request: APIRequestContext, day: SecondDay): Promise<OpenRound> {
  for (const [at, { title }] of TAKEN_FORWARD.entries()) {
    const id = v7()
    await ask(
      request,
      `mutation ($input: WriteIssueInput!) { writeIssue(input: $input) { __typename ${REFUSED} } }`,
      {
        input: { id, workshopId: day.id, areaId: day.areas[at]?.id, title, tableId: day.tables[at % 2]?.id },
      },
    )
    await ask(
      request,
      `mutation ($input: DecideIssueInput!) { decideIssue(input: $input) { __typename ${REFUSED} } }`,
      { input: { issueId: id, state: 'PUT_FORWARD' } },
    )
  }
  await openStep(request, day, 'VOTE')
  const ROUND = `... on RoundSuccess { round { id options { id } } } ${REFUSED}`
  const { createRound } = await ask<{ createRound: { round: { id: string } } }>(
    request,
    `mutation ($input: CreateRoundInput!) { createRound(input: $input) { __typename ${ROUND} } }`,
    { input: { workshopId: day.id } },
  )
  const roundId = createRound.round.id
  const { openRound } = await ask<{ openRound: { round: { options: { id: string }[] } } }>(
    request,
    `mutation ($roundId: ID!) { openRound(roundId: $roundId) { __typename ${ROUND} } }`,
    { roundId },
  )
  return { roundId, optionIds: openRound.round.options.map(({ id }) => id) }
}

/** Takes the four issues from the wall through a vote of these people to priorities. */
export async function voteForAll(
  request: APIRequestContext,
  day: SecondDay,
  voters: readonly APIRequestContext[],
): Promise<void> {
  await declareAll(request, await openVote(request, day), day, voters)
}

/** Lets these people vote for everything, closes the vote and declares everything a priority. */
export async function declareAll(
  request: APIRequestContext,
  { roundId, optionIds }: OpenRound,
  day: SecondDay,
  voters: readonly APIRequestContext[],
): Promise<void> {
  for (const voter of voters) {
    for (const optionId of optionIds) {
      await ask(
        voter,
        `mutation ($workshopId: ID!, $optionId: ID!) {
          castVote(workshopId: $workshopId, optionId: $optionId) { __typename ${REFUSED} } }`,
        { workshopId: day.id, optionId },
      )
    }
  }
  await ask(request, `mutation ($roundId: ID!) { closeRound(roundId: $roundId) { __typename ${REFUSED} } }`, {
    roundId,
  })
  await ask(
    request,
    `mutation ($input: DeclarePrioritiesInput!) { declarePriorities(input: $input) { __typename ${REFUSED} } }`,
    { input: { roundId, optionIds, reason: 'All four were taken forward in 2017.' } },
  )
}

/** An idea of a table, for a statement that rewords the workshop's first priority. */
export async function writeIdea(
  request: APIRequestContext,
  day: SecondDay,
  { text, table }: { text: string; table: string },
): Promise<string> {
  const { found } = await ask<{ found: { priorities: { id: string }[] } }>(
    request,
    'query ($slug: String!) { found: workshop(slug: $slug) { priorities { id } } }',
    { slug: day.slug },
  )
  const statementId = v7()
  await ask(
    request,
    `mutation ($input: WriteStatementInput!) { writeStatement(input: $input) { __typename ${REFUSED} } }`,
    {
      input: {
        id: statementId,
        workshopId: day.id,
        priorityIds: [found.priorities[0]?.id],
        title: 'How can we use lived experience to drive the system?',
      },
    },
  )
  const id = v7()
  const tableId = day.tables.find(({ code }) => code === table)?.id
  await ask(
    request,
    `mutation ($input: WriteIdeaInput!) { writeIdea(input: $input) { __typename ${REFUSED} } }`,
    { input: { id, statementId, horizon: 'FOUR_WEEKS', text, tableId } },
  )
  return id
}
