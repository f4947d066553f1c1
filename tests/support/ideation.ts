import { v7 } from 'uuid'
import { critiques } from '#db/schema/critiques.ts'
import { issues } from '#db/schema/issues.ts'
import { priorities } from '#db/schema/priorities.ts'
import { options, rounds } from '#db/schema/rounds.ts'
import { statements } from '#db/schema/statements.ts'
import type { Activity, StepState } from '#domain/steps.ts'
import type { World } from './world.ts'

export type As = { token: string } | null | undefined
export type Done = {
  __typename: string
  code?: string
  field?: string
  message?: string
  [key: string]: unknown
}

type Given = {
  open?: readonly Activity[]
  state?: StepState
  published?: boolean
  namesShown?: 'NAMES' | 'TABLES'
  priorities?: number
}

/**
 * A workshop with declared priorities in which people reword them and write ideas. Anna and Cy sit at A, Bea at B; Obi
 * observes.
 */
export async function openIdeation(world: World, given: Given = {}) {
  const { open = ['REFRAME', 'IDEATE'], state = 'OPEN', published, namesShown = 'NAMES' } = given
  const { db } = world
  const made = await world.workshop({
    participants: ['Anna', 'Bea', 'Cy'],
    tables: ['A', 'B'],
    steps: open.map((activity) => ({ activity, state })),
    published,
  })
  const [anna, bea, cy] = made.participants
  if (!anna || !bea || !cy) throw new Error('Somebody is missing.')
  const workshopId = made.workshop.id
  const observer = await world.seat(workshopId, { name: 'Obi', role: 'OBSERVER' })
  await db.$client`update workshops set names_shown = ${namesShown} where id = ${workshopId}`
  const [areaId] = made.areas.map(({ id }) => id)
  const roundId = v7()
  await db.insert(rounds).values({
    id: roundId,
    workshopId,
    title: 'First vote',
    state: 'CLOSED',
    dotsPerVoter: 4,
    prioritiesToSelect: 4,
  })
  const chosen = Array.from({ length: given.priorities ?? 2 }, (_, position) => ({
    id: v7(),
    issueId: v7(),
    optionId: v7(),
    title: `Issue ${position + 1}`,
    position,
  }))
  await db
    .insert(issues)
    .values(chosen.map(({ issueId, title }) => ({ id: issueId, workshopId, areaId: areaId ?? '', title })))
  await db.insert(options).values(
    chosen.map(({ optionId, issueId, title, position }) => ({
      id: optionId,
      roundId,
      issueId,
      position: position + 1,
      title,
      areaName: 'Evidence',
      tableCodes: [],
    })),
  )
  await db
    .insert(priorities)
    .values(chosen.map(({ id, optionId, position }) => ({ id, workshopId, roundId, optionId, position })))
  const statementId = v7()
  await db
    .insert(statements)
    .values({ id: statementId, workshopId, position: 0, title: 'Shift the power', authorSeatId: anna.seatId })

  /** Executes one change that answers `result`, and gives that, or the code of the error. */
  const act = async (call: string, as: As, variables: Record<string, unknown> = {}): Promise<Done> => {
    const { data, codes } = await world.run<{ result: Done }>(call, variables, as ?? null)
    return data?.result ?? { __typename: 'Error', code: codes[0] }
  }
  const setStep = async (activity: Activity, to: StepState) => {
    await db.$client`update steps set state = ${to} where workshop_id = ${workshopId} and activity = ${activity}`
  }
  return {
    ...made,
    workshopId,
    anna,
    bea,
    cy,
    observer,
    priorityIds: chosen.map(({ id }) => id),
    statementId,
    act,
    setStep,
  }
}

const SHOWN = `id text horizon dueOn status tableCodes authorName viewerIsAuthor viewerCanEdit viewerCanSupport
  viewerCanCritique supportCount viewerSupports hiddenReason mergedByName mergedInto { id } mergedFrom { id }
  critiqueCount critiqueCounts { kind count } readByOthers statement { id ideaCount } workshop { id }`
const RESULT = `{ __typename ... on IdeaSuccess { idea { ${SHOWN} } } ... on Refusal { code field message } }`

/** Every change of an idea. */
export const IDEA = {
  write: `mutation ($input: WriteIdeaInput!) { result: writeIdea(input: $input) ${RESULT} }`,
  edit: `mutation ($input: EditIdeaInput!) { result: editIdea(input: $input) ${RESULT} }`,
  withdraw: `mutation ($id: ID!) { result: withdrawIdea(ideaId: $id) ${RESULT} }`,
  restore: `mutation ($id: ID!) { result: restoreIdea(ideaId: $id) ${RESULT} }`,
  support: `mutation ($id: ID!, $on: Boolean!) { result: supportIdea(ideaId: $id, supported: $on) ${RESULT} }`,
  merge: `mutation ($id: ID!, $ids: [ID!]!) { result: mergeIdeas(intoId: $id, ideaIds: $ids) ${RESULT} }`,
  unmerge: `mutation ($id: ID!) { result: unmergeIdea(ideaId: $id) ${RESULT} }`,
  hide: `mutation ($id: ID!, $reason: String!) { result: hideIdea(ideaId: $id, reason: $reason) ${RESULT} }`,
  show: `mutation ($id: ID!) { result: showIdea(ideaId: $id) ${RESULT} }`,
}

/** A workshop in which two tables write ideas, and ways to write and to comment. */
export async function openIdeaWall(world: World, given: Given = {}) {
  const room = await openIdeation(world, given)
  const input = (text = 'Ask people', horizon = 'FOUR_WEEKS') => ({
    id: v7(),
    statementId: room.statementId,
    horizon,
    text,
  })
  const write = async (as: As, text?: string, horizon?: string): Promise<string> => {
    const asked = input(text, horizon)
    await room.act(IDEA.write, as, { input: asked })
    return asked.id
  }
  const comment = (
    ideaId: string,
    by: { seatId: string } | null,
    more: Partial<typeof critiques.$inferInsert> = {},
  ) =>
    world.db.insert(critiques).values({
      workshopId: room.workshopId,
      ideaId,
      kind: 'QUESTION',
      text: 'Who?',
      authorSeatId: by?.seatId ?? null,
      ...more,
    })
  return { ...room, input, write, comment }
}
