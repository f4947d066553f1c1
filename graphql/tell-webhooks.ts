import { z } from 'zod'
import { openWebhookSecret } from '#auth/webhook-secrets.ts'
import type { Database, Transaction } from '#db/client.ts'
import { addJobs } from '#db/jobs.ts'
import { listWebhookChanges, lockListeningWebhooks } from '#db/queries/webhook-changes.ts'
import {
  findWaitingDelivery,
  insertDeliveries,
  insertTry,
  markArrived,
  type NewDelivery,
  noteFailing,
  postpone,
} from '#db/queries/webhook-deliveries.ts'
import { lockWebhook, pauseWebhook } from '#db/queries/webhooks.ts'
import { afterFailure, bodyOf, hasArrived, newsOf, type WebhookOutcome } from '#domain/webhooks.ts'
import { sendWebhook, type Way } from './send-webhook.ts'

/** The first try of new deliveries, or a later one of one. */
export const DELIVERY = z.object({ deliveryId: z.uuid(), number: z.int() })
type Try = z.infer<typeof DELIVERY>

/**
 * Looks what has changed for every webhook, and writes what is to be sent: whatever happened in a minute comes as one
 * event. Two instances at once tell it once, for each takes webhooks that the other has not locked.
 */
export async function tellWebhooks(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    const webhookIds = await lockListeningWebhooks(tx)
    const changes = await listWebhookChanges(tx, webhookIds)
    const deliveries = webhookIds.flatMap((webhookId) => {
      const found = changes.filter((change) => change.webhookId === webhookId)
      return newsOf(found).map((news) => {
        const tells = found.filter(({ event }) => event === news.event).map(({ telling }) => telling)
        return { webhookId, ...news, tells }
      })
    })
    await sendLater(tx, deliveries)
  })
}

/** Writes deliveries that go out once the transaction has succeeded. */
export async function sendLater(tx: Transaction, deliveries: readonly NewDelivery[]): Promise<void> {
  const ids = await insertDeliveries(tx, deliveries)
  const tries = ids.map((deliveryId): Try => ({ deliveryId, number: 1 }))
  await addJobs(tx, 'webhook', tries)
}

/** Tries to deliver once, writes down what came of it, and sees to the next try. */
export async function deliverWebhook(db: Database, { deliveryId, number }: Try, way: Way): Promise<void> {
  const delivery = await findWaitingDelivery(db, deliveryId)
  if (delivery === null) return
  // A token that was revoked or has ended is told nothing more, whatever had happened before.
  if (!delivery.live) return db.transaction((tx) => postpone(tx, deliveryId, null))
  const began = performance.now()
  const outcome = await send(delivery, way)
  const milliseconds = Math.round(performance.now() - began)
  await db.transaction(async (tx) => {
    // It may have been removed meanwhile, and its log with it.
    if ((await lockWebhook(tx, delivery.webhookId)) === null) return
    await insertTry(tx, { deliveryId, number, milliseconds, ...outcome })
    if (hasArrived(outcome)) return markArrived(tx, delivery)
    const { id, event, webhookId } = delivery
    const failingForDays = event === 'TEST' ? 0 : await noteFailing(tx, webhookId)
    const { secondsToNextTry, pause } = afterFailure(outcome, { event, number, failingForDays })
    await postpone(tx, id, secondsToNextTry)
    if (pause !== null) return pauseWebhook(tx, webhookId, pause)
    if (secondsToNextTry === null) return
    await addJobs(tx, 'webhook', [{ deliveryId, number: number + 1 } satisfies Try], secondsToNextTry)
  })
}

type Delivery = NonNullable<Awaited<ReturnType<typeof findWaitingDelivery>>>

async function send(delivery: Delivery, way: Way): Promise<WebhookOutcome> {
  const secret = openWebhookSecret(delivery.secret, delivery.webhookId)
  if (secret === null) return { status: null, failure: 'SECRET_LOST' }
  const { id, url, createdAt } = delivery
  return sendWebhook({ id, url, secret, body: bodyOf(delivery, createdAt) }, way)
}
