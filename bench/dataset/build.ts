import { createHash } from 'node:crypto'
import type { Database } from '../../db/client.ts'
import { hashToken } from '../../db/queries/sessions.ts'
import { issues, issueTables } from '../../db/schema/issues.ts'
import { partnerTokens } from '../../db/schema/partners.ts'
import { people } from '../../db/schema/people.ts'
import { areas, projects } from '../../db/schema/projects.ts'
import { seats } from '../../db/schema/seats.ts'
import { sessions } from '../../db/schema/sessions.ts'
import { tables, workshops } from '../../db/schema/workshops.ts'
import { insertBoard } from './boards.ts'
import { insertPieces } from './pieces.ts'
import { type Random, random } from './random.ts'
import { insertTexts } from './texts.ts'
import { closedRound, emptyOpenRound, type Room } from './votes.ts'
import { areaName, challenge, issueTitle, workshopTitle } from './words.ts'

/** Raise it when anything about the data set changes: a database of another version is made anew. */
export const VERSION = '4'

const SEED = 20170713
const PROJECTS = 20
const WORKSHOPS = 200
const PARTICIPANTS = 60
const DOTS = 225
const OPEN_ROUNDS = 40
const BOARDS = 20
const BIG = { participants: 20_000, dots: 80_000 }
const TABLES = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H']
const ISSUES = 40
const ON_THE_BALLOT = 28
const FAR_FUTURE = new Date('2099-01-01T00:00:00Z')
const DAY = 86_400_000

/** The token of a person's session in the data set. Who asks follows from whom the request is about. */
export function tokenOf(personId: string): string {
  return createHash('sha256').update(`benchmark ${personId}`).digest('base64url')
}

/** The token of a partner to whom all that is published is granted, without a limit that a benchmark could meet. */
export const PARTNER = { prefix: 'benchmark000', secret: tokenOf('partner') }

/**
 * 200 workshops with 8,000 issues, 12,000 participants and 45,000 votes, 20 of them with the board of a second day, one
 * workshop of 20,000 people and 80,000 votes, and 200,000 texts to search. Rounds are opened and closed by the product's
 * own statements.
 */
export async function buildDataset(db: Database): Promise<void> {
  const dice = random(SEED)
  const themes = await insertProjects(db, dice)
  await insertPeople(db, [{ id: dice.id(), name: 'Administrator', platformRole: 'ADMIN' as const }])
  await insertPartner(db)
  for (let number = 0; number < WORKSHOPS; number++) {
    const room = await insertWorkshop(db, dice, themes, number, PARTICIPANTS)
    await closedRound(db, dice, room, DOTS)
    if (number % (WORKSHOPS / OPEN_ROUNDS) === 0) await emptyOpenRound(db, dice, room)
    if (number % (WORKSHOPS / BOARDS) === 0) await insertBoard(db, dice, room)
  }
  const big = await insertWorkshop(db, dice, themes, WORKSHOPS, BIG.participants)
  await closedRound(db, dice, big, BIG.dots)
  const [theme] = themes
  if (theme) await insertTexts(db, dice, theme)
}

async function insertPartner(db: Database): Promise<void> {
  const PLENTY = 2_000_000_000
  await db.insert(partnerTokens).values({
    organisation: 'Benchmark',
    prefix: PARTNER.prefix,
    secretHash: hashToken(PARTNER.secret),
    scopes: ['CONTENT'],
    allPublished: true,
    requestsPerMinute: PLENTY,
    costPerMinute: PLENTY,
    createdAt: new Date(FAR_FUTURE.getTime() - 365 * DAY),
    expiresAt: FAR_FUTURE,
  })
}

type Theme = { projectId: string; areaIds: string[] }

async function insertProjects(db: Database, dice: Random): Promise<Theme[]> {
  const themes = Array.from({ length: PROJECTS }, () => ({
    projectId: dice.id(),
    areaIds: Array.from({ length: 4 }, () => dice.id()),
  }))
  await db
    .insert(projects)
    .values(themes.map(({ projectId }, at) => ({ id: projectId, ...challenge(at), createdAt: moment(at) })))
  await db
    .insert(areas)
    .values(
      themes.flatMap(({ projectId, areaIds }) =>
        areaIds.map((id, position) => ({ id, projectId, name: areaName(position), position })),
      ),
    )
  return themes
}

async function insertWorkshop(
  db: Database,
  dice: Random,
  themes: readonly Theme[],
  number: number,
  participants: number,
): Promise<Room> {
  const theme = themes[number % themes.length]
  if (theme === undefined) throw new Error('There are no projects.')
  const workshopId = dice.id()
  // Ahead of the workshops that every installation begins with. The big one is last, so that the first page is of ordinary ones.
  const startsOn = new Date(Date.UTC(2036, 5, 1) - number * 9 * DAY).toISOString().slice(0, 10)
  await db.insert(workshops).values({
    id: workshopId,
    projectId: theme.projectId,
    slug: `workshop-${number}`,
    title: workshopTitle(number),
    startsOn,
    endsOn: startsOn,
    roomCode: `BENCH${number}`,
    createdAt: moment(number),
    publishedAt: moment(number),
  })
  const tableIds = TABLES.map(() => dice.id())
  await db
    .insert(tables)
    .values(tableIds.map((id, position) => ({ id, workshopId, code: TABLES[position] ?? '', position })))
  const seatIds = await insertParticipants(db, dice, workshopId, tableIds, participants)
  await insertIssues(db, dice, { workshopId, areaIds: theme.areaIds, tableIds, seatIds })
  return { workshopId, seatIds, tableIds }
}

async function insertParticipants(
  db: Database,
  dice: Random,
  workshopId: string,
  tableIds: readonly string[],
  count: number,
): Promise<string[]> {
  const rows = Array.from({ length: count }, (_, at) => ({
    id: dice.id(),
    workshopId,
    personId: dice.id(),
    displayName: `Participant ${at + 1}`,
    tableId: tableIds[at % tableIds.length],
    joinedAt: moment(at),
    createdAt: moment(at),
  }))
  await insertPeople(
    db,
    rows.map(({ personId, displayName }) => ({ id: personId, name: displayName })),
  )
  await insertPieces(rows, (some) => db.insert(seats).values(some))
  return rows.map(({ id }) => id)
}

async function insertPeople(db: Database, rows: (typeof people.$inferInsert & { id: string })[]) {
  await insertPieces(rows, async (some) => {
    await db.insert(people).values(some)
    await db
      .insert(sessions)
      .values(
        some.map(({ id }) => ({ tokenHash: hashToken(tokenOf(id)), personId: id, expiresAt: FAR_FUTURE })),
      )
  })
}

async function insertIssues(
  db: Database,
  dice: Random,
  {
    workshopId,
    areaIds,
    tableIds,
    seatIds,
  }: Record<'areaIds' | 'tableIds' | 'seatIds', string[]> & { workshopId: string },
): Promise<void> {
  const rows = Array.from({ length: ISSUES }, (_, at) => ({
    id: dice.id(),
    workshopId,
    areaId: areaIds[at % areaIds.length] ?? '',
    title: issueTitle(dice),
    state: at < ON_THE_BALLOT ? ('PUT_FORWARD' as const) : ('NOT_CHOSEN' as const),
    authorSeatId: seatIds[dice.whole(seatIds.length)],
    createdAt: moment(at),
  }))
  await db.insert(issues).values(rows)
  await db.insert(issueTables).values(
    rows.flatMap(({ id }) =>
      dice
        .shuffled(tableIds)
        .slice(0, 1 + dice.whole(3))
        .map((tableId) => ({ issueId: id, tableId })),
    ),
  )
}

/** Rows come into being a minute apart. */
function moment(number: number): Date {
  return new Date(Date.UTC(2026, 0, 1) + number * 60_000)
}
