import { randomBytes } from 'node:crypto'
import { v7 } from 'uuid'
import { ballotKey } from '#db/ballot-keys.ts'
import { voterOf } from '#db/ballot-seals.ts'
import type { Executor } from '#db/client.ts'
import { insertBallots } from '#db/queries/ballots.ts'
import { openRound } from '#db/queries/rounds.ts'
import { issues, issueTables } from '#db/schema/issues.ts'
import { people } from '#db/schema/people.ts'
import { areas, phaseChanges, projects } from '#db/schema/projects.ts'
import { rounds } from '#db/schema/rounds.ts'
import { seats } from '#db/schema/seats.ts'
import { steps } from '#db/schema/steps.ts'
import { tables, workshops } from '#db/schema/workshops.ts'
import { addDays } from '#domain/dates.ts'
import { makeRoomCode } from '#domain/room-codes.ts'
import { TWO_DAY_DISCOVERY_TEMPLATE } from '#domain/workshops.ts'
import { seedSampleMeasures } from './sample-measures.ts'

const AREAS = ['Noise and light', 'Routines of the ward', 'Comfort', 'Asking patients']
const TABLES = [
  ['N1', 0],
  ['N2', 0],
  ['R1', 1],
  ['R2', 1],
  ['C1', 2],
  ['A1', 3],
] as const
const PEOPLE = [
  'Ada',
  'Bryn',
  'Cerys',
  'Dev',
  'Ewa',
  'Femi',
  'Grace',
  'Hamid',
  'Isla',
  'Jonas',
  'Kofi',
  'Lowri',
]

/** Words, the tables they came from, and whether their table put them forward. */
const ISSUES: readonly [title: string, tables: readonly string[], forward: boolean][] = [
  ['Alarms sound at the bedside and at the desk at once', ['N1'], true],
  ['Bins that slam when they close', ['N1', 'N2'], true],
  ['Corridor lights stay at full brightness all night', ['N2'], true],
  ['Conversations at handover carry into the bays', ['N2'], false],
  ['Blood pressure is taken at two in the morning from people who are well', ['R1'], true],
  ['Medicine rounds start before anybody is awake', ['R1'], true],
  ['Patients are moved between wards after ten at night', ['R2'], true],
  ['Nobody owns the night: every routine belongs to the day', ['R2'], true],
  ['Visitors do not know when the ward goes quiet', ['R1'], false],
  ['Pillows run out', ['C1'], true],
  ['The ward is too warm to sleep in summer', ['C1'], true],
  ['Ear plugs and eye masks are in a cupboard nobody mentions', ['C1'], true],
  ['We ask about pain every day and about sleep never', ['A1'], true],
  ['People do not say that they cannot sleep because staff are busy', ['A1'], true],
  ['What helped somebody sleep at home is not written down', ['A1'], false],
]

/** How the project came to where it stands, so many days ago. */
const PHASES_SO_FAR = [
  { days: 168, from: null, to: 'DISCOVERY', reason: 'Patients said at breakfast that they had not slept.' },
  {
    days: 119,
    from: 'DISCOVERY',
    to: 'DEVELOPMENT',
    reason: 'Seven weeks of counting say the same as the patients: it is the routines of the night.',
  },
  {
    days: 105,
    from: 'DEVELOPMENT',
    to: 'TESTING',
    reason: 'Rowan ward is ready to try the green moon. The other wards go on gathering.',
  },
] as const

/** A made-up workshop that stands in the middle of its vote, so that every page has something to show. Returns its project. */
export async function seedSample(tx: Executor): Promise<{ id: string; areaIds: readonly string[] }> {
  const projectId = v7()
  const workshopId = v7()
  const today = new Date().toISOString().slice(0, 10)
  await tx.insert(projects).values({
    id: projectId,
    title: 'Sample project: sleeping well in hospital (fictional)',
    challenge: 'What would it take for everybody in hospital to sleep through the night?',
    phase: 'TESTING',
  })
  await tx.insert(phaseChanges).values(
    PHASES_SO_FAR.map(({ days, ...change }) => ({
      ...change,
      projectId,
      changedAt: new Date(`${addDays(today, -days)}T10:00:00Z`),
    })),
  )
  const areaIds = AREAS.map(() => v7())
  await tx
    .insert(areas)
    .values(AREAS.map((name, position) => ({ id: areaIds[position], projectId, name, position })))
  await tx.insert(workshops).values({
    id: workshopId,
    projectId,
    slug: 'sample-sleeping-well',
    title: 'Sample workshop: sleeping well in hospital (fictional)',
    description: 'A made-up workshop to look around in. Nobody in it is real.',
    venue: 'Room 2, Example House',
    startsOn: today,
    endsOn: today,
    roomCode: makeRoomCode(randomBytes(32)),
  })
  const tableIds = await insertTables(tx, workshopId, areaIds)
  const seatIds = await insertSeats(tx, workshopId, [...tableIds.values()])
  await insertSteps(tx, workshopId)
  await insertIssues(tx, workshopId, areaIds, tableIds)
  await insertVote(tx, workshopId, seatIds)
  await seedSampleMeasures(tx, projectId, today)
  return { id: projectId, areaIds }
}

async function insertTables(
  tx: Executor,
  workshopId: string,
  areaIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = TABLES.map(([code, area], position) => ({
    id: v7(),
    workshopId,
    areaId: areaIds[area],
    code,
    position,
  }))
  await tx.insert(tables).values(rows)
  return new Map(rows.map(({ code, id }) => [code, id]))
}

async function insertSeats(tx: Executor, workshopId: string, tableIds: readonly string[]): Promise<string[]> {
  const rows = PEOPLE.map((name, at) => ({
    personId: v7(),
    seatId: v7(),
    name,
    tableId: tableIds[at % tableIds.length],
  }))
  await tx.insert(people).values(rows.map(({ personId, name }) => ({ id: personId, name })))
  await tx.insert(seats).values(
    rows.map(({ personId, seatId, name, tableId }) => ({
      id: seatId,
      workshopId,
      personId,
      displayName: `${name} (fictional)`,
      tableId,
      joinedAt: new Date(),
    })),
  )
  return rows.map(({ seatId }) => seatId)
}

// By the sign of how far a step lies before the vote: after it, at it, before it.
const STEP_STATES = ['PLANNED', 'OPEN', 'DONE'] as const

async function insertSteps(tx: Executor, workshopId: string): Promise<void> {
  const voting = TWO_DAY_DISCOVERY_TEMPLATE.steps.findIndex(({ activity }) => activity === 'VOTE')
  await tx.insert(steps).values(
    TWO_DAY_DISCOVERY_TEMPLATE.steps.map((step, position) => ({
      workshopId,
      position,
      day: step.day,
      title: step.title,
      instructions: step.instructions,
      plannedMinutes: step.plannedMinutes,
      activity: step.activity,
      state: STEP_STATES[Math.sign(voting - position) + 1] ?? 'PLANNED',
      openedAt: position <= voting ? new Date() : null,
      closedAt: position < voting ? new Date() : null,
    })),
  )
}

async function insertIssues(
  tx: Executor,
  workshopId: string,
  areaIds: readonly string[],
  tableIds: Map<string, string>,
): Promise<void> {
  for (const [title, codes, forward] of ISSUES) {
    const id = v7()
    const area = TABLES.find(([code]) => code === codes[0])?.[1] ?? 0
    const areaId = areaIds[area] ?? ''
    const state = forward ? ('PUT_FORWARD' as const) : ('NOT_CHOSEN' as const)
    await tx.insert(issues).values({ id, workshopId, areaId, title, state })
    await tx
      .insert(issueTables)
      .values(codes.map((code) => ({ issueId: id, tableId: tableIds.get(code) ?? '' })))
  }
}

// Nine of twelve have voted, in a pattern that is the same on every machine.
async function insertVote(tx: Executor, workshopId: string, seatIds: readonly string[]): Promise<void> {
  const roundId = v7()
  await tx
    .insert(rounds)
    .values({ id: roundId, workshopId, title: 'First vote', dotsPerVoter: 4, prioritiesToSelect: 4 })
  await openRound(tx, { id: roundId, workshopId })
  const key = await ballotKey(roundId)
  const ballots = seatIds.slice(0, 9).map((seatId, at) => ({
    voter: voterOf(key, seatId),
    positions: [0, 1, 3, 6].map((step) => ((at * at + at + step) % 12) + 1),
  }))
  await insertBallots(tx, { id: roundId, dotsPerVoter: 4, channel: 'OWN_DEVICE' }, key, ballots)
}
