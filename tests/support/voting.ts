import { v7 } from 'uuid'
import { listOptions, openRound } from '#db/queries/rounds.ts'
import { issues, issueTables } from '#db/schema/issues.ts'
import { rounds } from '#db/schema/rounds.ts'
import type { World } from './world.ts'

type Given = {
  voters?: number
  /** Issues that are put forward. */
  issues?: number
  dots?: number
  select?: number
  open?: boolean
  hidden?: boolean
  published?: boolean
}

export type VotingRoom = Awaited<ReturnType<typeof votingRoom>>
export type Vote = { __typename: string; code?: string; hasDot?: boolean; remaining?: number }

/** A workshop with a round and its roll; every voter has a session. */
export async function votingRoom(world: World, given: Given = {}) {
  const { voters = 1, dots = 4, select = 4, open = true, hidden = true, published = false } = given
  const names = Array.from({ length: voters }, (_, at) => `Voter ${at + 1}`)
  const made = await world.workshop({ participants: names, tables: ['A', 'B'], published })
  const workshopId = made.workshop.id
  const wall = Array.from({ length: given.issues ?? 6 }, (_, at) => ({
    id: v7(),
    workshopId,
    areaId: made.areas[at % made.areas.length]?.id ?? '',
    title: `Issue ${at + 1}`,
    state: 'PUT_FORWARD' as const,
  }))
  if (wall.length > 0) {
    await world.db.insert(issues).values(wall)
    const from = made.tables[0]?.id ?? ''
    await world.db.insert(issueTables).values(wall.map(({ id }) => ({ issueId: id, tableId: from })))
  }
  const roundId = v7()
  await world.db.insert(rounds).values({
    id: roundId,
    workshopId,
    title: 'A round',
    dotsPerVoter: dots,
    prioritiesToSelect: select,
    hideUntilClose: hidden,
  })
  if (open) await world.db.transaction((tx) => openRound(tx, { id: roundId, workshopId }))
  const roll = await listOptions(world.db, [roundId])
  const optionOf = (issueId: string | undefined) =>
    roll.find((option) => option.issueId === issueId)?.id ?? ''
  return {
    ...made,
    workshopId,
    roundId,
    issueIds: wall.map(({ id }) => id),
    optionIds: wall.map(({ id }) => optionOf(id)),
    voters: made.participants,
    /** Puts a voter's dot on the option of that number, or takes it back. */
    cast: (voter: number, option: number) => move('castVote', voter, option),
    withdraw: (voter: number, option: number) => move('withdrawVote', voter, option),
    /** What a voter's own page shows. */
    async ballot(voter: number) {
      const query = 'query ($id: ID!) { round(id: $id) { ballot { allowance remaining spentOn } } }'
      type Ballot = { allowance: number; remaining: number; spentOn: string[] }
      const { data } = await world.run<{ round: { ballot: Ballot } }>(query, { id: roundId }, person(voter))
      return data.round.ballot
    },
  }

  function person(voter: number) {
    const found = made.participants[voter]
    if (found === undefined) throw new Error(`There is no voter ${voter}.`)
    return found
  }

  async function move(act: 'castVote' | 'withdrawVote', voter: number, option: number): Promise<Vote> {
    const variables = { workshopId, optionId: optionOf(wall[option]?.id) }
    const { data, codes } = await world.run<Record<string, Vote>>(MOVE[act], variables, person(voter))
    return data?.[act] ?? { __typename: 'Error', code: codes[0] }
  }
}

const moving = (act: string) => `mutation ($workshopId: ID!, $optionId: ID!) {
  ${act}(workshopId: $workshopId, optionId: $optionId) {
    __typename
    ... on VoteSuccess { hasDot remaining }
    ... on Refusal { code }
  }
}`
export const MOVE = { castVote: moving('castVote'), withdrawVote: moving('withdrawVote') }

const changing = (head: string, call: string, what = 'id state') => `mutation (${head}) {
  result: ${call} { __typename ... on RoundSuccess { round { ${what} } } ... on Refusal { code field message } }
}`

/** Changes of a round; the answer is under `result`. */
export const ROUND = {
  create: changing(
    '$input: CreateRoundInput!',
    'createRound(input: $input)',
    'id title state dotsPerVoter prioritiesToSelect hideUntilClose replaceReason replacesRound { id }',
  ),
  update: changing(
    '$input: UpdateRoundInput!',
    'updateRound(input: $input)',
    'title dotsPerVoter prioritiesToSelect hideUntilClose shuffleOptions',
  ),
  open: changing('$id: ID!', 'openRound(roundId: $id)', 'state openedAt options { title position }'),
  close: changing('$id: ID!', 'closeRound(roundId: $id)', 'state closedAt'),
  enter: changing(
    '$input: EnterPaperDotsInput!',
    'enterPaperDots(input: $input)',
    'paper { ballots first { optionId dots } second { optionId dots } differences }',
  ),
  clear: changing(
    '$id: ID!',
    'clearPaperDots(roundId: $id)',
    'paper { ballots first { dots } second { dots } }',
  ),
  declare: changing(
    '$input: DeclarePrioritiesInput!',
    'declarePriorities(input: $input)',
    'priorities { position option { id } } prioritiesReason prioritiesDeclaredAt',
  ),
  discard:
    'mutation ($id: ID!) { result: discardRound(roundId: $id) { __typename ... on Refusal { code message } } }',
}

export type Changed<Round = Record<string, unknown>> = {
  result: { __typename: string; code?: string; field?: string; message?: string; round?: Round }
}
