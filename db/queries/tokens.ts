import { and, desc, eq, getTableColumns, isNull, lt, sql } from 'drizzle-orm'
import type { Executor, Transaction } from '#db/client.ts'
import { type PartnerTokenRow, partnerTokens } from '#db/schema/partners.ts'

/** A token without the hash of its secret. */
export type PartnerTokenView = Omit<PartnerTokenRow, 'secretHash'>

const { secretHash: _secret, ...view } = getTableColumns(partnerTokens)

/** Finds a token. */
export async function findPartnerToken(db: Executor, id: string): Promise<PartnerTokenView | null> {
  const [row] = await db.select(view).from(partnerTokens).where(eq(partnerTokens.id, id))
  return row ?? null
}

/** One page of tokens, the latest first, one row more than asked for. */
export async function listPartnerTokens(
  db: Executor,
  { first, after }: { first: number; after: { id: string } | null },
): Promise<PartnerTokenView[]> {
  return db
    .select(view)
    .from(partnerTokens)
    .where(after === null ? undefined : lt(partnerTokens.id, after.id))
    .orderBy(desc(partnerTokens.id))
    .limit(first + 1)
}

/** How many tokens there are on all pages. */
export async function countPartnerTokens(db: Executor): Promise<number> {
  return db.$count(partnerTokens)
}

/** What a new token is, all but when it ends. */
export type NewTokenRow = Omit<typeof partnerTokens.$inferInsert, 'expiresAt' | 'id'>

/** Makes a token that ends in so many days, by the database's clock, or when another would have. */
export async function insertPartnerToken(
  db: Executor,
  token: NewTokenRow,
  ends: { inDays: number } | { at: Date },
): Promise<PartnerTokenView> {
  const expiresAt = 'at' in ends ? ends.at : sql`now() + make_interval(days => ${ends.inDays})`
  const [row] = await db
    .insert(partnerTokens)
    .values({ ...token, expiresAt })
    .returning(view)
  if (row === undefined) throw new Error('A token was not written.')
  return row
}

/** Keeps other changes of a token out until the transaction ends; null where there is none that still works. */
export async function lockLivePartnerToken(tx: Transaction, id: string): Promise<PartnerTokenRow | null> {
  const [row] = await tx
    .select()
    .from(partnerTokens)
    .where(
      and(eq(partnerTokens.id, id), isNull(partnerTokens.revokedAt), sql`${partnerTokens.expiresAt} > now()`),
    )
    .for('no key update')
  return row ?? null
}

/** Lets a token end in so many hours, unless it ends before. */
export async function endPartnerTokenSoon(tx: Executor, id: string, hours: number): Promise<void> {
  await tx
    .update(partnerTokens)
    .set({ expiresAt: sql`least(${partnerTokens.expiresAt}, now() + make_interval(hours => ${hours}))` })
    .where(eq(partnerTokens.id, id))
}

/** Ends a token at once, and with it the right to anything; null where there is none. */
export async function revokePartnerToken(db: Executor, id: string): Promise<PartnerTokenView | null> {
  const [row] = await db
    .update(partnerTokens)
    .set({ revokedAt: sql`coalesce(${partnerTokens.revokedAt}, now())` })
    .where(eq(partnerTokens.id, id))
    .returning(view)
  return row ?? null
}
