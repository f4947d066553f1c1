import { randomBytes } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { ballotKey } from '#db/ballot-keys.ts'
import { voterOf } from '#db/ballot-seals.ts'
import type { Executor } from '#db/client.ts'
import { insertBallots } from '#db/queries/ballots.ts'
import { openRound } from '#db/queries/rounds.ts'
import { closeRound } from '#db/queries/tallies.ts'
import { issues, issueTables } from '#db/schema/issues.ts'
import { people } from '#db/schema/people.ts'
import { priorities } from '#db/schema/priorities.ts'
import { options, rounds } from '#db/schema/rounds.ts'
import { seats } from '#db/schema/seats.ts'
import { steps } from '#db/schema/steps.ts'
import { tables, workshops } from '#db/schema/workshops.ts'
import { addDays } from '#domain/dates.ts'
import { makeRoomCode } from '#domain/room-codes.ts'
import { TWO_DAY_DISCOVERY_TEMPLATE } from '#domain/workshops.ts'
import { FACILITATOR, ISSUES, PEOPLE, STATEMENTS, TABLES } from './sample-second-day-words.ts'
import { insertWall, type SampleSeat } from './sample-wall.ts'

/** A made-up workshop on its second day: voted, reworded, full of ideas, and in the middle of commenting on them. */
export async function seedSampleSecondDay(
  tx: Executor,
  project: { id: string; areaIds: readonly string[] },
): Promise<void> {
  const workshopId = v7()
  const today = new Date().toISOString().slice(0, 10)
  await tx.insert(workshops).values({
    id: workshopId,
    projectId: project.id,
    slug: 'sample-second-day',
    title: 'Sample workshop: ideas for a quiet night (fictional)',
    description: 'A made-up workshop on its second day, to look around in. Nobody in it is real.',
    venue: 'Room 2, Example House',
    startsOn: addDays(today, -1),
    endsOn: today,
    roomCode: makeRoomCode(randomBytes(32)),
  })
  const tableIds = await insertTables(tx, workshopId, project.areaIds)
  const seated = await insertSeats(tx, workshopId, tableIds)
  await insertSteps(tx, workshopId)
  const issueIds = await insertIssues(tx, workshopId, project.areaIds, tableIds)
  const priorityIds = await insertVote(tx, workshopId, issueIds, seated)
  await insertWall(tx, { workshopId, priorityIds, seated })
}

async function insertTables(tx: Executor, workshopId: string, areaIds: readonly string[]): Promise<string[]> {
  const rows = TABLES.map(([code, area], position) => ({
    id: v7(),
    workshopId,
    areaId: areaIds[area],
    code,
    position,
  }))
  await tx.insert(tables).values(rows)
  return rows.map(({ id }) => id)
}

async function insertSeats(
  tx: Executor,
  workshopId: string,
  tableIds: readonly string[],
): Promise<SampleSeat[]> {
  const rows = PEOPLE.map((name, at) => ({
    id: v7(),
    workshopId,
    personId: v7(),
    displayName: `${name} (fictional)`,
    role: at === FACILITATOR ? ('FACILITATOR' as const) : ('PARTICIPANT' as const),
    tableId: at === FACILITATOR ? null : (tableIds[at % tableIds.length] ?? null),
    joinedAt: new Date(),
  }))
  await tx.insert(people).values(rows.map(({ personId }, at) => ({ id: personId, name: PEOPLE[at] })))
  await tx.insert(seats).values(rows)
  return rows.map(({ id, tableId }) => ({ id, tableId }))
}

// By the sign of how far a step lies before commenting: after it, at it, before it.
const STEP_STATES = ['PLANNED', 'OPEN', 'DONE'] as const

async function insertSteps(tx: Executor, workshopId: string): Promise<void> {
  const now = TWO_DAY_DISCOVERY_TEMPLATE.steps.findIndex(({ activity }) => activity === 'CRITIQUE')
  await tx.insert(steps).values(
    TWO_DAY_DISCOVERY_TEMPLATE.steps.map((step, position) => ({
      workshopId,
      position,
      day: step.day,
      title: step.title,
      instructions: step.instructions,
      plannedMinutes: step.plannedMinutes,
      activity: step.activity,
      state: STEP_STATES[Math.sign(now - position) + 1] ?? 'PLANNED',
      openedAt: position <= now ? new Date() : null,
      closedAt: position < now ? new Date() : null,
    })),
  )
}

async function insertIssues(
  tx: Executor,
  workshopId: string,
  areaIds: readonly string[],
  tableIds: readonly string[],
): Promise<string[]> {
  const rows = ISSUES.map(([title, table, dots]) => ({
    id: v7(),
    workshopId,
    areaId: areaIds[TABLES[table]?.[1] ?? 0] ?? '',
    title,
    state: dots === null ? ('NOT_CHOSEN' as const) : ('PUT_FORWARD' as const),
  }))
  await tx.insert(issues).values(rows)
  await tx
    .insert(issueTables)
    .values(rows.map(({ id }, at) => ({ issueId: id, tableId: tableIds[ISSUES[at]?.[1] ?? 0] ?? '' })))
  return rows.map(({ id }) => id)
}

/** Everybody's dots, dealt out in turn so that the figures are the same on every machine; the first four are taken forward. */
async function insertVote(
  tx: Executor,
  workshopId: string,
  issueIds: readonly string[],
  seated: readonly SampleSeat[],
): Promise<string[]> {
  const roundId = v7()
  await tx
    .insert(rounds)
    .values({ id: roundId, workshopId, title: 'First vote', dotsPerVoter: 4, prioritiesToSelect: 4 })
  await openRound(tx, { id: roundId, workshopId })
  const roll = await tx
    .select({ id: options.id, issueId: options.issueId, position: options.position })
    .from(options)
    .where(sql`${options.roundId} = ${roundId}`)
  const optionOf = new Map(roll.map(({ id, issueId }) => [issueId, id]))
  const positionOf = new Map(roll.map(({ issueId, position }) => [issueId, position]))
  const dots = ISSUES.flatMap(([, , count], at) =>
    Array.from({ length: count ?? 0 }, () => positionOf.get(issueIds[at] ?? '') ?? 0),
  )
  const key = await ballotKey(roundId)
  const ballots = seated.slice(0, FACILITATOR).map(({ id }, seat) => ({
    voter: voterOf(key, id),
    positions: dots.filter((_, at) => at % FACILITATOR === seat),
  }))
  await insertBallots(tx, { id: roundId, dotsPerVoter: 4, channel: 'OWN_DEVICE' }, key, ballots)
  await closeRound(tx, roundId)
  await tx.update(rounds).set({ prioritiesDeclaredAt: sql`now()` }).where(sql`${rounds.id} = ${roundId}`)
  const chosen = STATEMENTS.map((_, position) => ({
    id: v7(),
    workshopId,
    roundId,
    optionId: optionOf.get(issueIds[position] ?? '') ?? '',
    position,
  }))
  await tx.insert(priorities).values(chosen)
  return chosen.map(({ id }) => id)
}
