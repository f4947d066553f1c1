import { v7 } from 'uuid'
import { critiques } from '#db/schema/critiques.ts'
import { ideas } from '#db/schema/ideas.ts'
import { statements } from '#db/schema/statements.ts'
import type { StepState } from '#domain/steps.ts'
import type { World } from './world.ts'

type Given = { state?: StepState; published?: boolean; participants?: readonly string[] }

export type Discussion = Awaited<ReturnType<typeof openDiscussion>>

/** A workshop in which tables comment on ideas. Anna and Cy sit at A, Bea at B; the idea is Anna's. */
export async function openDiscussion(world: World, given: Given = {}) {
  const { state = 'OPEN', published = false, participants = ['Anna', 'Bea', 'Cy'] } = given
  const made = await world.workshop({
    participants,
    tables: ['A', 'B'],
    steps: [{ activity: 'CRITIQUE', state }],
    published,
  })
  const workshopId = made.workshop.id
  const [anna, bea, cy] = made.participants
  if (!anna || !bea) throw new Error('A discussion takes two.')
  const statementId = v7()
  await world.db
    .insert(statements)
    .values({ id: statementId, workshopId, position: 0, title: 'Shift the power' })
  const addIdea = async (more: Partial<typeof ideas.$inferInsert> = {}) => {
    const idea = {
      id: v7(),
      workshopId,
      statementId,
      horizon: 'FOUR_WEEKS' as const,
      text: 'Meet where peers meet',
      tableId: made.tables[0]?.id ?? null,
      authorSeatId: anna.seatId,
      ...more,
    }
    await world.db.insert(ideas).values(idea)
    return idea
  }
  const idea = await addIdea()
  /** A comment or an answer as it stands in the database. */
  const addCritique = async (more: Partial<typeof critiques.$inferInsert> = {}) => {
    const critique = {
      id: v7(),
      workshopId,
      ideaId: idea.id,
      kind: more.parentId ? null : ('QUESTION' as const),
      text: 'Who pays?',
      tableId: made.tables[1]?.id ?? null,
      authorSeatId: bea.seatId,
      ...more,
    }
    await world.db.insert(critiques).values(critique)
    return critique
  }
  return { ...made, workshopId, anna, bea, cy, idea, addIdea, addCritique }
}
