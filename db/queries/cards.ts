import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Executor, Transaction } from '#db/client.ts'
import { ideas } from '#db/schema/ideas.ts'
import { issues } from '#db/schema/issues.ts'
import { workshops } from '#db/schema/workshops.ts'
import type { BoardFrames, Place } from '#domain/boards.ts'

/** A card as far as moving it needs to know. */
export type Card = {
  id: string
  workshopId: string
  authorSeatId: string | null
  mergedIntoId: string | null
  withdrawnAt: Date | null
  hiddenAt: Date | null
  anyoneArranges: boolean
}

const CARDS = { issue: issues, idea: ideas } as const
export type CardKind = keyof typeof CARDS

/** Finds the card of an issue or an idea, of a workshop that is not deleted. */
export async function findCard(db: Executor, kind: CardKind, id: string): Promise<Card | null> {
  const [card] = await selectCards(db, kind, id)
  return card ?? null
}

/** The same, locked against changes by others until the transaction ends. */
export async function lockCard(tx: Transaction, kind: CardKind, id: string): Promise<Card | null> {
  const [card] = await selectCards(tx, kind, id).for('no key update', { of: CARDS[kind] })
  return card ?? null
}

function selectCards(db: Executor, kind: CardKind, id: string) {
  const card = CARDS[kind]
  return db
    .select({
      id: card.id,
      workshopId: card.workshopId,
      authorSeatId: card.authorSeatId,
      mergedIntoId: card.mergedIntoId,
      withdrawnAt: card.withdrawnAt,
      hiddenAt: card.hiddenAt,
      anyoneArranges: workshops.anyoneArranges,
    })
    .from(card)
    .innerJoin(workshops, and(eq(workshops.id, card.workshopId), isNull(workshops.deletedAt)))
    .where(eq(card.id, id))
}

/** Puts a card somewhere. Its words have not changed by that, nor when they last did. */
export async function putCard(tx: Transaction, kind: CardKind, id: string, { x, y }: Place): Promise<void> {
  await tx.update(CARDS[kind]).set({ placeX: x, placeY: y }).where(eq(CARDS[kind].id, id))
}

/** Puts all cards of a workshop that anybody has moved back where the board lays them; returns how many there were. */
export async function clearPlaces(tx: Transaction, workshopId: string, frames: BoardFrames): Promise<number> {
  const card = CARDS[frames === 'AREAS' ? 'issue' : 'idea']
  const cleared = await tx
    .update(card)
    .set({ placeX: null, placeY: null })
    .where(and(eq(card.workshopId, workshopId), isNotNull(card.placeX)))
    .returning({ id: card.id })
  return cleared.length
}
