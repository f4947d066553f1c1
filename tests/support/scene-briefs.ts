import { v7 } from 'uuid'
import type { Database } from '#db/client.ts'
import { briefComments } from '#db/schema/brief-updates.ts'
import {
  briefContributors,
  briefIdeas,
  briefStatements,
  briefs,
  briefWatchFors,
  drivers,
} from '#db/schema/briefs.ts'
import { critiques } from '#db/schema/critiques.ts'
import { testCycles, testTeams } from '#db/schema/cycles.ts'

type Given = {
  projectId: string
  workshopId: string
  statementId: string
  ideaId: string
  hiddenIdeaId: string
  participantSeatId: string
  participantId: string
  targetId: string
}

/** A published brief with everything that belongs to one, and a team whose cycles stand in different parts. */
export async function writeBrief(db: Database, given: Given) {
  const { projectId, workshopId, ideaId } = given
  const briefId = v7()
  await db
    .insert(briefs)
    .values({ id: briefId, projectId, title: 'Peers on every ward', publishedAt: new Date() })
  await db.insert(briefStatements).values({ briefId, statementId: given.statementId })
  await db.insert(briefIdeas).values([ideaId, given.hiddenIdeaId].map((id) => ({ briefId, ideaId: id })))
  const contributorId = v7()
  await db.insert(briefContributors).values({ id: contributorId, briefId, personId: given.targetId })
  const driver = (text: string, position: number, parentId: string | null = null) => ({
    id: v7(),
    briefId,
    text,
    position,
    parentId,
  })
  const primary = driver('Peers are asked', 0)
  const tree = { primary, other: driver('Peers are paid', 1), secondary: driver('A rota', 0, primary.id) }
  await db.insert(drivers).values(Object.values(tree))
  const consequence = (text: string) => ({
    id: v7(),
    workshopId,
    ideaId,
    kind: 'UNINTENDED_CONSEQUENCE' as const,
    text,
    authorSeatId: given.participantSeatId,
  })
  const consequences = { watched: consequence('Peers burn out'), free: consequence('Wards lean on peers') }
  await db.insert(critiques).values(Object.values(consequences))
  const watchForId = v7()
  await db.insert(briefWatchFors).values({ id: watchForId, briefId, critiqueId: consequences.watched.id })
  const commentId = v7()
  await db.insert(briefComments).values({
    id: commentId,
    briefId,
    text: 'Ask the night shift',
    authorId: given.participantId,
    authorSeatId: given.participantSeatId,
  })
  const teamId = v7()
  await db
    .insert(testTeams)
    .values({ id: teamId, briefId, organisation: 'Ward 4', people: 'Names of the team' })
  const cycle = (state: 'PLAN' | 'DO' | 'STUDY' | 'ACT') => ({
    id: v7(),
    teamId,
    state,
    question: 'Will they come?',
    prediction: 'Three of five come',
    scale: 'One ward',
    happened: 'Two came',
    comparison: 'Fewer than predicted',
  })
  const cycles = { plan: cycle('PLAN'), do: cycle('DO'), study: cycle('STUDY'), act: cycle('ACT') }
  await db.insert(testCycles).values(Object.values(cycles))
  return { briefId, contributorId, drivers: tree, consequences, watchForId, commentId, teamId, cycles }
}
