import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { ballotKey } from '#db/ballot-keys.ts'
import { insertPiece } from '#db/queries/ballot-imports.ts'
import { openRound } from '#db/queries/rounds.ts'
import { closeRound } from '#db/queries/tallies.ts'
import { ballotImports } from '#db/schema/ballot-imports.ts'
import { issues, issueTables } from '#db/schema/issues.ts'
import { options, rounds } from '#db/schema/rounds.ts'
import { seats } from '#db/schema/seats.ts'
import { writeUps, writeUpTexts } from '#db/schema/write-ups.ts'
import { giveToken } from './partners.ts'
import { writeBrief } from './scene-briefs.ts'
import { writeDiscussion } from './scene-critiques.ts'
import { writeSecondDay } from './scene-ideas.ts'
import { writeMeasure } from './scene-measures.ts'
import { writeWebhook } from './webhooks.ts'
import type { TestPerson, World } from './world.ts'

/** Everybody whose rights differ, towards one workshop. */
export const ROLES = [
  'anon',
  'observer',
  'participant',
  'stranger',
  'facilitator',
  'colleague',
  'staff',
  'admin',
] as const
export type Role = (typeof ROLES)[number]
export type Cast = Record<Exclude<Role, 'anon'>, TestPerson> & { anon: null }

/** The people of all scenes of a file. `stranger` and `colleague` sit in another workshop, `staff` and `admin` in none. */
export async function openCast(world: World): Promise<Cast> {
  const elsewhere = await world.workshop({ participants: ['Stranger'] })
  const [stranger] = elsewhere.participants
  if (stranger === undefined) throw new Error('Nobody sits elsewhere.')
  return {
    anon: null,
    observer: await world.person({ name: 'Observer' }),
    participant: await world.person({ name: 'Participant' }),
    stranger,
    facilitator: await world.person({ name: 'Facilitator' }),
    colleague: elsewhere.facilitator,
    staff: await world.person({ name: 'Staff', platformRole: 'STAFF' }),
    admin: await world.person({ name: 'Admin', platformRole: 'ADMIN' }),
  }
}

export type Scene = Awaited<ReturnType<typeof openScene>>

/** A workshop in the middle of everything: every act that a right allows succeeds in it. */
export async function openScene(world: World, cast: Cast, given: { published?: boolean } = {}) {
  const { db } = world
  const made = await world.workshop({
    areas: ['Evidence', 'Access', 'Unused'],
    tables: ['A', 'B'],
    steps: [
      { activity: 'GATHER' },
      { activity: 'SHORTLIST' },
      { activity: 'TALK', state: 'PLANNED' },
      { activity: 'REFRAME' },
      { activity: 'IDEATE' },
      { activity: 'CRITIQUE' },
    ],
    ...given,
  })
  const workshopId = made.workshop.id
  const [tableA, tableB] = made.tables
  const sit = (
    person: TestPerson,
    role: 'FACILITATOR' | 'PARTICIPANT' | 'OBSERVER',
    tableId = tableA?.id,
  ) => ({
    id: v7(),
    workshopId,
    personId: person.id,
    role,
    displayName: person.name ?? '',
    tableId,
    joinedAt: new Date(),
  })
  const target = await world.person({ name: 'Target', platformRole: 'STAFF' })
  const seated = {
    observer: sit(cast.observer, 'OBSERVER'),
    participant: sit(cast.participant, 'PARTICIPANT'),
    facilitator: sit(cast.facilitator, 'FACILITATOR'),
    target: sit(target, 'PARTICIPANT', tableB?.id),
  }
  await db.insert(seats).values(Object.values(seated))
  const issue = (title: string, more: Partial<typeof issues.$inferInsert> = {}) => ({
    id: v7(),
    workshopId,
    areaId: made.areas[0]?.id ?? '',
    title,
    authorSeatId: seated.participant.id,
    ...more,
  })
  const onRoll = issue('On the roll', { state: 'PUT_FORWARD' })
  const own = issue('Raised')
  const wall = {
    onRoll,
    own,
    other: issue('Raised too'),
    withdrawn: issue('Withdrawn', { withdrawnAt: new Date() }),
    hidden: issue('Hidden words', {
      hiddenAt: new Date(),
      hiddenReason: 'Names a person',
      authorSeatId: seated.target.id,
    }),
    merged: issue('Merged', { mergedIntoId: own.id, mergedAt: new Date() }),
  }
  await db.insert(issues).values(Object.values(wall))
  await db
    .insert(issueTables)
    .values(Object.values(wall).map(({ id }) => ({ issueId: id, tableId: tableA?.id ?? '' })))
  const round = (title: string) => ({ id: v7(), workshopId, title, dotsPerVoter: 4, prioritiesToSelect: 1 })
  const vote = { draft: round('Draft'), open: round('Open'), closed: round('Closed') }
  await db.insert(rounds).values(Object.values(vote))
  await db.transaction(async (tx) => {
    await openRound(tx, vote.closed)
    await closeRound(tx, vote.closed.id)
    await openRound(tx, vote.open)
  })
  const optionOf = async (roundId: string) =>
    (await db.select().from(options).where(eq(options.roundId, roundId)))[0]?.id ?? ''
  const closed = await optionOf(vote.closed.id)
  const secondDay = await writeSecondDay(db, {
    workshopId,
    roundId: vote.closed.id,
    optionId: closed,
    tableId: tableA?.id ?? '',
    participantSeatId: seated.participant.id,
    targetSeatId: seated.target.id,
  })
  const discussion = await writeDiscussion(db, {
    workshopId,
    ideaId: secondDay.ideas.own.id,
    tableId: tableA?.id ?? '',
    participantSeatId: seated.participant.id,
    targetSeatId: seated.target.id,
    observerSeatId: seated.observer.id,
    targetId: target.id,
  })
  const brief = await writeBrief(db, {
    projectId: made.project.id,
    workshopId,
    statementId: secondDay.statements.own.id,
    ideaId: secondDay.ideas.own.id,
    hiddenIdeaId: secondDay.ideas.hidden.id,
    participantSeatId: seated.participant.id,
    participantId: cast.participant.id,
    targetId: target.id,
  })
  const followed = await writeMeasure(db, made.project.id, brief.briefId)
  const importId = v7()
  await db.insert(ballotImports).values({
    id: importId,
    roundId: vote.open.id,
    kind: 'BALLOTS',
    fileName: 'ballots.csv',
    startedBy: cast.facilitator.id,
  })
  const piece = { importId, number: 0, text: 'Somebody,On the roll' }
  await insertPiece(db, await ballotKey(vote.open.id), piece)
  const partnerToken = await giveToken(world)
  const webhookId = await writeWebhook(db, partnerToken.id)
  const writeUpToken = `shared-${workshopId}`
  await db
    .insert(writeUps)
    .values({ workshopId, audience: 'LINK', token: writeUpToken, publishedAt: new Date() })
  await db.insert(writeUpTexts).values({ workshopId, section: 'INTRODUCTION', text: 'What this is' })
  return {
    ...made,
    workshopId,
    writeUpToken,
    target,
    seats: seated,
    issues: wall,
    rounds: vote,
    option: { open: await optionOf(vote.open.id), closed },
    ...secondDay,
    ...brief,
    ...discussion,
    ...followed,
    importId,
    partnerTokenId: partnerToken.id,
    webhookId,
    /** Leaves no round open, so that the draft may be opened. */
    finishOpenRound: () => db.transaction((tx) => closeRound(tx, vote.open.id)),
    letEverybodyArrange: () =>
      db.$client`update workshops set anyone_arranges = true where id = ${workshopId}`,
    deleteWorkshop: () => db.$client`update workshops set deleted_at = now() where id = ${workshopId}`,
    unpublished: () => db.$client`update workshops set published_at = null where id = ${workshopId}`,
  }
}
