import { v7 } from 'uuid'
import type { Database } from '#db/client.ts'
import { ideas } from '#db/schema/ideas.ts'
import { priorities } from '#db/schema/priorities.ts'
import {
  reasons,
  similarStatements,
  statementPriorities,
  statements,
  wordings,
} from '#db/schema/statements.ts'

type Given = {
  workshopId: string
  /** An option of a closed round, which is taken forward. */
  roundId: string
  optionId: string
  tableId: string
  participantSeatId: string
  targetSeatId: string
}

/** What stands on the wall on the second day: statements with reasons, and ideas in every fate. */
export async function writeSecondDay(db: Database, given: Given) {
  const { workshopId, roundId, optionId, tableId, participantSeatId, targetSeatId } = given
  const priorityId = v7()
  await db.insert(priorities).values({ id: priorityId, workshopId, roundId, optionId, position: 0 })
  const statement = (
    position: number,
    title: string,
    more: Partial<typeof statements.$inferInsert> = {},
  ) => ({
    id: v7(),
    workshopId,
    position,
    title,
    authorSeatId: participantSeatId,
    ...more,
  })
  const worded = {
    own: statement(0, 'Without an idea'),
    other: statement(1, 'With ideas'),
    similar: statement(2, 'Similar to it'),
    withdrawn: statement(3, 'Statement taken back', { withdrawnAt: new Date() }),
  }
  const rows = Object.values(worded)
  await db.insert(statements).values(rows)
  await db
    .insert(wordings)
    .values(rows.map(({ id, title }) => ({ statementId: id, title, authorSeatId: participantSeatId })))
  await db.insert(statementPriorities).values(rows.map(({ id }) => ({ statementId: id, priorityId })))
  const [statementId = '', similarId = ''] = [worded.other.id, worded.similar.id].sort()
  await db.insert(similarStatements).values({ statementId, similarId, note: 'Much the same' })
  const reason = (text: string, more: Partial<typeof reasons.$inferInsert> = {}) => ({
    id: v7(),
    statementId: worded.other.id,
    text,
    authorSeatId: participantSeatId,
    ...more,
  })
  const because = {
    own: reason('Peers know'),
    withdrawn: reason('Reason taken back', { withdrawnAt: new Date() }),
  }
  await db.insert(reasons).values(Object.values(because))
  const idea = (text: string, more: Partial<typeof ideas.$inferInsert> = {}) => ({
    id: v7(),
    workshopId,
    statementId: worded.other.id,
    horizon: 'FOUR_WEEKS' as const,
    text,
    tableId,
    authorSeatId: participantSeatId,
    ...more,
  })
  const own = idea('Idea on the wall')
  const wall = {
    own,
    other: idea('Idea beside it'),
    withdrawn: idea('Idea taken back', { withdrawnAt: new Date() }),
    hidden: idea('Hidden idea', {
      hiddenAt: new Date(),
      hiddenReason: 'Names a patient',
      authorSeatId: targetSeatId,
    }),
    merged: idea('Merged idea', { mergedIntoId: own.id, mergedAt: new Date() }),
  }
  await db.insert(ideas).values(Object.values(wall))
  return { priorityId, statements: worded, reasons: because, ideas: wall }
}
