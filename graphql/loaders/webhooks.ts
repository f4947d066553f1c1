import DataLoader from 'dataloader'
import type { Database } from '#db/client.ts'
import { countDeliveries, listDeliveries, type WebhookDeliveryView } from '#db/queries/webhook-deliveries.ts'
import { listWebhooks, type WebhookView } from '#db/queries/webhooks.ts'
import { many } from './batches.ts'

/** A page of one webhook's log. One query asks for the same page of all its webhooks. */
type LogOfWebhook = { webhookId: string; page: { first: number; after: { id: string } | null } }

/** The webhooks of tokens, and their logs. */
export function webhookLoaders(db: Database) {
  return {
    webhooksByToken: many<WebhookView>('tokenId', (ids) => listWebhooks(db, ids)),
    logOfWebhook: new DataLoader<LogOfWebhook, WebhookDeliveryView[], string>(
      async (keys) => {
        const pages = new Map(keys.map(({ page }) => [JSON.stringify(page), page]))
        const ids = [...new Set(keys.map(({ webhookId }) => webhookId))]
        const found = new Map<string, WebhookDeliveryView[]>()
        for (const [key, page] of pages) found.set(key, await listDeliveries(db, ids, page))
        return keys.map(({ webhookId, page }) =>
          (found.get(JSON.stringify(page)) ?? []).filter((row) => row.webhookId === webhookId),
        )
      },
      { cacheKeyFn: (key) => JSON.stringify(key) },
    ),
    logLengthOfWebhook: new DataLoader<string, number>(async (ids) => {
      const counted = await countDeliveries(db, ids)
      return ids.map((id) => counted.find(({ webhookId }) => webhookId === id)?.count ?? 0)
    }),
  }
}
