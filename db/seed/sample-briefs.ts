import { and, eq, like } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Executor } from '#db/client.ts'
import { briefUpdates } from '#db/schema/brief-updates.ts'
import { briefIdeas, briefStatements, briefs, briefWatchFors, drivers } from '#db/schema/briefs.ts'
import { critiques } from '#db/schema/critiques.ts'
import { cycleChanges, testCycles, testTeams } from '#db/schema/cycles.ts'
import { ideas } from '#db/schema/ideas.ts'
import { workshops } from '#db/schema/workshops.ts'
import type { BriefStatus } from '#domain/briefs.ts'
import { CYCLE_STATES } from '#domain/cycles.ts'
import { addDays } from '#domain/dates.ts'
import { seedBriefMeasures } from './sample-brief-measures.ts'

/** Primary drivers, each with those below it. */
const DRIVERS = [
  [
    'People who are well enough are left to sleep',
    'The evening round names them',
    'A sign that everybody can read',
  ],
  ['Nurses are sure that sleeping people are safe', 'A clear rule for when to wake somebody'],
] as const

/** A ramp: each builds on what the one before has shown. It began and was decided on so many days ago. */
const RAMP = [
  {
    days: [105, 104],
    question: 'Can one nurse tell at ten who may be left to sleep until six?',
    prediction: 'She names four of the six people in the bay, and nobody has to be woken after all.',
    scale: 'One nurse, one bay, one night.',
    setting: 'Bay 3, Tuesday night, with the sister on call.',
    dataPlan: 'Who was named, who was woken, and when.',
    dataOverTime: false,
    happened:
      'She named five. One was woken at three because the day staff had written “two-hourly” on the chart.',
    comparison: 'One more than predicted, and the chart got in the way, which nobody had thought of.',
    decision: 'ADAPT',
    decisionReason: 'Put a green moon above the bed, so that the chart and the nurse say the same.',
  },
  {
    days: [98, 94],
    question: 'Does a green moon above the bed stop wakings that nobody needs?',
    prediction: 'On five nights at most two people with a moon are woken for routine observations.',
    scale: 'One bay, five nights.',
    setting: 'Bay 3, Monday to Friday, all night staff.',
    dataPlan: 'Wakings of people with a moon, night by night.',
    dataOverTime: true,
    happened: 'Two wakings in five nights. On Thursday an agency nurse asked what the moon meant.',
    comparison: 'As predicted. What we did not predict: people ask for a moon.',
    decision: 'ADAPT',
    decisionReason: 'Explain the moon at every handover, and try the whole ward.',
  },
  {
    days: [84, 56],
    question: 'Does it hold on the whole ward, with whoever is on shift?',
    prediction: 'Routine wakings fall by half within four weeks and no one who gets worse is missed.',
    scale: 'One ward, four weeks.',
    setting: 'The whole ward, all shifts.',
    dataPlan: 'Routine wakings and late escalations, every week.',
    dataOverTime: true,
    happened: 'Wakings fell from 31 a week to 12. No escalation was late.',
    comparison: 'More than half. We had feared one late escalation and saw none.',
    decision: 'ADOPT',
    decisionReason: 'It is how the ward works from now on. The second team goes on testing.',
  },
] as const

type Cycle = typeof testCycles.$inferInsert & { id: string }

/** One idea of the second sample workshop on its way to a change that a ward has adopted. */
export async function seedSampleBrief(tx: Executor, projectId: string): Promise<void> {
  const [idea] = await tx
    .select({ id: ideas.id, statementId: ideas.statementId })
    .from(ideas)
    .innerJoin(workshops, eq(workshops.id, ideas.workshopId))
    .where(and(eq(workshops.projectId, projectId), like(ideas.text, 'A green moon%')))
  if (idea === undefined) throw new Error('The idea of the sample brief is not there.')
  const today = new Date().toISOString().slice(0, 10)
  const briefId = v7()
  await tx.insert(briefs).values({
    id: briefId,
    projectId,
    title: 'Green moon: let people who are getting better sleep (fictional)',
    aimHowMuch: 'Half as many routine wakings between eleven and six',
    aimByWhen: 'Within three months',
    aimForWhom: 'Everybody on the two wards who is getting better',
    why: 'Sleep is part of the treatment, and we interrupt it to write down that nothing has changed.',
    ownerName: 'Mair (fictional)',
    status: 'ADOPTED',
    targetDate: addDays(today, -14),
    publishedAt: new Date(),
  })
  await tx.insert(briefStatements).values({ briefId, statementId: idea.statementId })
  await tx.insert(briefIdeas).values({ briefId, ideaId: idea.id })
  await insertDrivers(tx, briefId)
  const critiqueId = await insertWatchFor(tx, briefId, idea.id)
  const ago = (days: number) => ({ briefId, happenedOn: addDays(today, -days) })
  const status = (from: BriefStatus, to: BriefStatus) => ({
    kind: 'STATUS_CHANGED' as const,
    statusFrom: from,
    statusTo: to,
  })
  await tx.insert(briefUpdates).values([
    { ...ago(112), ...status('PROPOSED', 'ACTIVE') },
    {
      ...ago(112),
      kind: 'NOTE',
      text: 'Rowan ward had begun to try this by itself. Its tests are told from their beginning.',
    },
    { ...ago(110), kind: 'PUBLISHED' },
    { ...ago(109), kind: 'TEAM_ADDED' },
    { ...ago(107), kind: 'WATCH_FOR_ADDED' },
    { ...ago(105), ...status('ACTIVE', 'TESTING') },
    { ...ago(40), kind: 'TEAM_ADDED' },
    {
      ...ago(21),
      ...status('TESTING', 'ADOPTED'),
      text: 'It is how Rowan ward works. Hazel ward goes on testing.',
    },
  ])
  const { second } = await insertTeams(tx, briefId, today)
  const given = { projectId, briefId, critiqueId, teamId: second, today }
  const { slept, late } = await seedBriefMeasures(tx, given)
  await tx.insert(briefUpdates).values([
    { ...ago(108), kind: 'MEASURE_JOINED', measureId: slept },
    { ...ago(107), kind: 'MEASURE_JOINED', measureId: late },
  ])
}

async function insertDrivers(tx: Executor, briefId: string): Promise<void> {
  for (const [position, [text, ...below]] of DRIVERS.entries()) {
    const id = v7()
    await tx.insert(drivers).values({ id, briefId, text, position })
    await tx
      .insert(drivers)
      .values(below.map((words, place) => ({ briefId, parentId: id, text: words, position: place })))
  }
}

async function insertWatchFor(tx: Executor, briefId: string, ideaId: string): Promise<string> {
  const [named] = await tx
    .select({ id: critiques.id })
    .from(critiques)
    .where(and(eq(critiques.ideaId, ideaId), eq(critiques.kind, 'UNINTENDED_CONSEQUENCE')))
    .orderBy(critiques.id)
    .limit(1)
  if (named === undefined) throw new Error('The comment that the sample brief watches for is not there.')
  await tx.insert(briefWatchFors).values({ briefId, critiqueId: named.id })
  return named.id
}

async function insertTeams(tx: Executor, briefId: string, today: string): Promise<{ second: string }> {
  const [first, second] = [v7(), v7()]
  await tx.insert(testTeams).values([
    {
      id: first,
      briefId,
      organisation: 'Rowan ward, Example Hospital (fictional)',
      context: 'Surgery, 24 beds in bays of six. Most people stay three nights.',
      people: 'Two night nurses, the ward sister, somebody who was a patient here',
    },
    {
      id: second,
      briefId,
      organisation: 'Hazel ward, Example Infirmary (fictional)',
      context: 'Care of older people, single rooms. Many cannot say what they need.',
      people: 'A night nurse, a junior doctor',
    },
  ])
  let previousId: string | null = null
  for (const { days, ...words } of RAMP) {
    const [began, decided] = [addDays(today, -days[0]), addDays(today, -days[1])]
    const cycle: Cycle = { ...words, id: v7(), teamId: first, previousId, state: 'DONE' }
    await insertCycle(tx, briefId, [began, decided], cycle)
    previousId = cycle.id
  }
  const lately = addDays(today, -5)
  await insertCycle(tx, briefId, [lately, lately], {
    id: v7(),
    teamId: second,
    state: 'DO',
    question: 'Who can say that somebody may sleep, where people cannot say it themselves?',
    prediction: 'Families answer for three of five people.',
    scale: 'Five people, one evening.',
    setting: 'Hazel ward, visiting hour on Sunday.',
    dataPlan: 'Who answered, and what the night staff did.',
  })
  return { second }
}

/** A cycle with the record of how it came to where it stands: when it began, and when the rest of it happened. */
async function insertCycle(
  tx: Executor,
  briefId: string,
  [began, decided]: readonly [string, string],
  cycle: Cycle,
): Promise<void> {
  await tx.insert(testCycles).values(cycle)
  const parts = CYCLE_STATES.slice(0, CYCLE_STATES.indexOf(cycle.state ?? 'PLAN') + 1)
  await tx.insert(cycleChanges).values(
    parts.slice(1).map((to, at) => ({
      cycleId: cycle.id,
      from: parts[at] ?? ('PLAN' as const),
      to,
      decision: to === 'DONE' ? cycle.decision : null,
      changedAt: new Date(`${to === 'DO' ? began : decided}T12:00:00Z`),
    })),
  )
  const finished = cycle.state === 'DONE'
  await tx.insert(briefUpdates).values({
    briefId,
    kind: finished ? 'CYCLE_FINISHED' : 'CYCLE_MOVED',
    happenedOn: decided,
    cycleId: cycle.id,
    text: finished ? cycle.decisionReason : null,
  })
}
