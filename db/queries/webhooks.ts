import { and, asc, eq, getTableColumns, inArray, isNull, sql } from 'drizzle-orm'
import type { Executor, Transaction } from '#db/client.ts'
import { partnerTokens } from '#db/schema/partners.ts'
import { type WebhookRow, webhookDeliveries, webhooks } from '#db/schema/webhooks.ts'
import type { PauseReason } from '#domain/webhooks.ts'

/** A webhook without its secret. */
export type WebhookView = Omit<WebhookRow, 'secret'>

const { secret: _secret, ...view } = getTableColumns(webhooks)

/** Whether the token of a webhook still opens anything. */
export const TOKEN_IS_LIVE = and(isNull(partnerTokens.revokedAt), sql`${partnerTokens.expiresAt} > now()`)

/** The webhooks of tokens, the oldest first. */
export async function listWebhooks(db: Executor, tokenIds: readonly string[]): Promise<WebhookView[]> {
  return db
    .select(view)
    .from(webhooks)
    .where(inArray(webhooks.tokenId, [...tokenIds]))
    .orderBy(asc(webhooks.id))
}

/** Keeps other changes of a webhook out until the transaction ends, and says whether its token still opens anything. */
export async function lockWebhook(
  tx: Transaction,
  id: string,
): Promise<(WebhookView & { live: boolean }) | null> {
  const [row] = await tx
    .select({ ...view, live: sql<boolean>`${TOKEN_IS_LIVE}` })
    .from(webhooks)
    .innerJoin(partnerTokens, eq(partnerTokens.id, webhooks.tokenId))
    .where(eq(webhooks.id, id))
    .for('no key update', { of: webhooks })
  return row ?? null
}

export type NewWebhook = Pick<WebhookRow, 'id' | 'tokenId' | 'url' | 'secret' | 'createdById'>

/** Registers a webhook. */
export async function insertWebhook(tx: Transaction, webhook: NewWebhook): Promise<WebhookView> {
  const [row] = await tx.insert(webhooks).values(webhook).returning(view)
  if (row === undefined) throw new Error('A webhook was not written.')
  return row
}

/** Gives a webhook another secret. What is sent from now on is signed with it. */
export async function updateWebhookSecret(tx: Transaction, id: string, secret: Uint8Array): Promise<void> {
  await tx.update(webhooks).set({ secret }).where(eq(webhooks.id, id))
}

/** Tells a webhook no more for now, and gives up what was still being tried. Pausing again keeps the first reason. */
export async function pauseWebhook(tx: Transaction, id: string, reason: PauseReason): Promise<void> {
  await tx
    .update(webhooks)
    .set({ pausedAt: sql`now()`, pauseReason: reason })
    .where(and(eq(webhooks.id, id), isNull(webhooks.pausedAt)))
  await tx
    .update(webhookDeliveries)
    .set({ state: 'GIVEN_UP', nextTryAt: null })
    .where(and(eq(webhookDeliveries.webhookId, id), eq(webhookDeliveries.state, 'WAITING')))
}

/** Tells a webhook again what changes, beginning with what changed meanwhile. */
export async function resumeWebhook(tx: Transaction, id: string): Promise<void> {
  await tx
    .update(webhooks)
    .set({ pausedAt: null, pauseReason: null, failingSince: null })
    .where(eq(webhooks.id, id))
}

/** Forgets a webhook with its log. */
export async function deleteWebhook(tx: Transaction, id: string): Promise<void> {
  await tx.delete(webhooks).where(eq(webhooks.id, id))
}

/** Lets the webhooks of a token go on with the one that takes its place. */
export async function moveWebhooks(tx: Transaction, fromTokenId: string, toTokenId: string): Promise<void> {
  await tx.update(webhooks).set({ tokenId: toTokenId }).where(eq(webhooks.tokenId, fromTokenId))
}
