import { v7 } from 'uuid'
import { stopToken } from '#auth/digest-links.ts'
import type { Database } from '#db/client.ts'
import { critiques, reports } from '#db/schema/critiques.ts'

type Given = {
  workshopId: string
  /** The participant's idea. */
  ideaId: string
  tableId: string
  participantSeatId: string
  targetSeatId: string
  observerSeatId: string
  targetId: string
}

/** What is said about an idea: comments in every fate, one of them reported. */
export async function writeDiscussion(db: Database, given: Given) {
  const { workshopId, ideaId, tableId, participantSeatId, targetSeatId, observerSeatId } = given
  const comment = (text: string, more: Partial<typeof critiques.$inferInsert> = {}) => ({
    id: v7(),
    workshopId,
    ideaId,
    kind: 'QUESTION' as const,
    text,
    tableId,
    authorSeatId: targetSeatId,
    ...more,
  })
  const said = {
    own: comment('Said by the participant', { authorSeatId: participantSeatId }),
    other: comment('Said by another'),
    spare: comment('Said besides'),
    resolved: comment('Said and done', { resolvedAt: new Date(), resolvedByName: 'Participant' }),
    withdrawn: comment('Comment taken back', { withdrawnAt: new Date() }),
    hidden: comment('Hidden comment', { hiddenAt: new Date(), hiddenReason: 'Names a doctor' }),
  }
  await db.insert(critiques).values(Object.values(said))
  const reportId = v7()
  await db.insert(reports).values({
    id: reportId,
    workshopId,
    critiqueId: said.other.id,
    seatId: observerSeatId,
    reason: 'Somebody complains',
  })
  return { critiques: said, reportId, stopToken: stopToken(given.targetId) }
}
