import type postgres from 'postgres'
import { tokenOf } from './dataset/build.ts'

export type Contender = 'product' | 'postgraphile' | 'floor'
/** Q1 and Q2 are a room that looks at what its own workshop shows; Q1S and Q2S ask for many workshops in turn. */
export type Operation = 'Q1' | 'Q1S' | 'Q2' | 'Q2S' | 'Q3' | 'M1' | 'P1'

/** One HTTP request, as the load generator sends it. */
export type Shot = { method: 'GET' | 'POST'; path: string; headers: Record<string, string>; body?: string }

/** What each connection sends, over and over. */
export type Volley = Shot[][]

export const CONNECTIONS = 16

const RESULTS = {
  product: `query Results($id: ID!) { round(id: $id) { id title result {
    rows { rank dots share option { title areaName tableCodes } byChannel { channel dots } }
    dots cutLine { margin explanation } channels { channel dots ballots } } } }`,
  postgraphile: `query Results($id: UUID!) { round: roundByRowId(rowId: $id) { id: rowId title
    rows: rowsList(orderBy: [RANK_ASC, POSITION_ASC]) {
      rank dots share title areaName tableCodes byChannel: byChannelList(orderBy: [CHANNEL_ASC]) { channel dots } }
    dots margin explanation channels: channelsList(orderBy: [CHANNEL_ASC]) { channel dots ballots } } }`,
}

const BOARD = {
  product: `query Board($slug: String!) { workshop(slug: $slug) { id title board {
    statements { id title }
    ideas { id text horizon statement { id } tableCodes authorName
      critiques { id kind parentId text tableCode authorName } } } } }`,
  postgraphile: `query Board($slug: String!) { workshop: workshopBySlug(slug: $slug) { id: rowId title
    statements: statementsList(orderBy: [POSITION_ASC]) { id: rowId title }
    ideas: ideasList(orderBy: [ROW_ID_ASC]) { id: rowId text horizon statementId tableCodes authorName
      critiques: critiquesList(orderBy: [CREATED_AT_ASC]) { id: rowId kind parentId text tableCode authorName } } } }`,
}

const COLUMNS = 'slug title venue startsOn endsOn participantCount issueCount dotCount'
const DASHBOARD = {
  product: `query Dashboard { workshops(first: 50) { edges { node { id ${COLUMNS} } } } }`,
  postgraphile: `query Dashboard { workshops: allWorkshopsList(first: 50, orderBy: [STARTS_ON_DESC, ROW_ID_DESC]) {
    id: rowId ${COLUMNS} } }`,
}

const MOVES = {
  cast: { field: 'castVote', peer: 'castDot' },
  withdraw: { field: 'withdrawVote', peer: 'withdrawDot' },
}
const VOTES = {
  product: ({ field }: Move) => `mutation Move($workshopId: ID!, $optionId: ID!) {
    move: ${field}(workshopId: $workshopId, optionId: $optionId) {
      ... on VoteSuccess { optionId hasDot remaining allowance } ... on Refusal { code message } } }`,
  postgraphile: ({
    peer,
  }: Move) => `mutation Move($input: ${peer.replace(/^./, (c) => c.toUpperCase())}Input!) {
    move: ${peer}(input: $input) { result { outcome remaining allowance } } }`,
}
type Move = (typeof MOVES)['cast']

/** Everything that the operations ask about, read from the data set. */
export type Targets = {
  results: { roundId: string; personId: string }[]
  bigResult: { roundId: string; personId: string }
  /** Boards of second days, each read by somebody with a seat in the workshop. */
  boards: { slug: string; personId: string }[]
  administrator: string
  voters: { workshopId: string; seatId: string; personId: string; optionIds: string[] }[]
}

export async function findTargets(sql: postgres.Sql): Promise<Targets> {
  const results = await sql<(Targets['bigResult'] & { dots: number })[]>`
    select r.id as "roundId", (select s.person_id from seats s where s.workshop_id = r.workshop_id order by s.id limit 1) as "personId",
      r.ballot_dots as dots
    from rounds r join workshops w on w.id = r.workshop_id where w.slug like 'workshop-%' and r.state = 'CLOSED' order by r.id`
  const boards = await sql<Targets['boards']>`
    select w.slug, (select s.person_id from seats s where s.workshop_id = w.id order by s.id limit 1) as "personId"
    from workshops w where w.slug like 'workshop-%' and exists (select from critiques c where c.workshop_id = w.id) order by w.id`
  const [administrator] = await sql<{ id: string }[]>`select id from people where platform_role = 'ADMIN'`
  const voters = await sql<Targets['voters']>`
    select s.workshop_id as "workshopId", s.id as "seatId", s.person_id as "personId", o.ids as "optionIds"
    from rounds r join workshops w on w.id = r.workshop_id join seats s on s.workshop_id = r.workshop_id
      join lateral (select array_agg(o.id order by o.position) as ids from options o where o.round_id = r.id) o on true
    where w.slug like 'workshop-%' and r.state = 'OPEN' order by s.id`
  const big = results.find(({ dots }) => dots > 1_000)
  if (big === undefined || administrator === undefined || boards.length === 0)
    throw new Error('The data set is not whole.')
  return {
    results: results.filter((one) => one !== big),
    bigResult: big,
    boards: [...boards],
    administrator: administrator.id,
    voters: [...voters],
  }
}

export function resultsVolley(contender: Contender, rounds: readonly Targets['bigResult'][]): Volley {
  return everyConnection((connection) =>
    rounds.map((_, at) => {
      const { roundId, personId } = rounds[(at + connection * 7) % rounds.length] ?? {
        roundId: '',
        personId: '',
      }
      if (contender === 'floor') return get(`/result/${roundId}`, personId)
      return ask(contender, RESULTS[contender], { id: roundId }, personId)
    }),
  )
}

export function boardVolley(contender: Contender, boards: Targets['boards']): Volley {
  return everyConnection((connection) =>
    boards.map((_, at) => {
      const { slug, personId } = boards[(at + connection * 7) % boards.length] ?? { slug: '', personId: '' }
      if (contender === 'floor') return get(`/board/${slug}`, personId)
      return ask(contender, BOARD[contender], { slug }, personId)
    }),
  )
}

export function dashboardVolley(contender: Contender, { administrator }: Targets): Volley {
  return everyConnection(() => [
    contender === 'floor'
      ? get('/workshops', administrator)
      : ask(contender, DASHBOARD[contender], {}, administrator),
  ])
}

/**
 * Each connection votes for people of its own: all their dots are cast, then all are taken back, so every request writes
 * and the last leaves the ballots as the first found them.
 */
export function votesVolley(contender: Contender, { voters }: Targets): Volley {
  return everyConnection((connection) => {
    const own = voters.filter((_, at) => at % CONNECTIONS === connection)
    const dots = [0, 1, 2, 3].flatMap((dot) =>
      own.map((voter, at) => ({
        ...voter,
        optionId: voter.optionIds[(at + dot * 7) % voter.optionIds.length] ?? '',
      })),
    )
    return [
      ...dots.map((dot) => vote(contender, 'cast', dot)),
      ...dots.map((dot) => vote(contender, 'withdraw', dot)),
    ]
  })
}

function vote(
  contender: Contender,
  move: keyof typeof MOVES,
  dot: { workshopId: string; optionId: string; seatId: string; personId: string },
): Shot {
  const { workshopId, optionId, seatId, personId } = dot
  if (contender === 'floor') return post(`/${move}`, { workshopId, optionId }, personId)
  const variables =
    contender === 'product' ? { workshopId, optionId } : { input: { workshopId, seatId, optionId } }
  const shot = ask(contender, VOTES[contender](MOVES[move]), variables, personId)
  // As the product's own page does, which knows from which seat it was opened.
  return contender === 'product' ? { ...shot, headers: { ...shot.headers, 'x-seat': seatId } } : shot
}

function ask(
  contender: 'product' | 'postgraphile',
  query: string,
  variables: object,
  personId: string,
): Shot {
  return post(contender === 'product' ? '/api/graphql' : '/graphql', { query, variables }, personId)
}

function get(path: string, personId: string): Shot {
  return { method: 'GET', path, headers: { cookie: cookieOf(personId) } }
}

function post(path: string, body: object, personId: string): Shot {
  const headers = {
    cookie: cookieOf(personId),
    'content-type': 'application/json',
    accept: 'application/json',
  }
  return { method: 'POST', path, headers, body: JSON.stringify(body) }
}

function cookieOf(personId: string): string {
  return `qlab.session=${tokenOf(personId)}`
}

/** A volley with a list of requests for every connection. */
export function everyConnection(shots: (connection: number) => Shot[]): Volley {
  return Array.from({ length: CONNECTIONS }, (_, connection) => shots(connection))
}
