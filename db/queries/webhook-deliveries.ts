import { and, desc, eq, getTableColumns, inArray, lt, ne, sql } from 'drizzle-orm'
import type { Executor, Transaction } from '#db/client.ts'
import { partnerTokens } from '#db/schema/partners.ts'
import {
  type WebhookDeliveryRow,
  webhookDeliveries,
  webhooks,
  webhookTellings,
  webhookTries,
} from '#db/schema/webhooks.ts'
import { WEBHOOK_LOG_DAYS, type WebhookOutcome } from '#domain/webhooks.ts'
import { TOKEN_IS_LIVE } from './webhooks.ts'

export type WebhookTryView = WebhookOutcome & {
  id: string
  number: number
  milliseconds: number
  triedAt: string
}

/** A delivery with every try. */
export type WebhookDeliveryView = Omit<WebhookDeliveryRow, 'tells'> & { tries: WebhookTryView[] }

const { tells: _tells, ...columns } = getTableColumns(webhookDeliveries)

const tries = sql<
  WebhookTryView[]
>`(select coalesce(json_agg(json_build_object('id', t.id, 'number', t.number,
    'status', t.status, 'failure', t.failure, 'milliseconds', t.milliseconds, 'triedAt', t.tried_at) order by t.id), '[]')
  from webhook_tries t where t.delivery_id = webhook_deliveries.id)`

type Page = { first: number; after: { id: string } | null }

/** A page of each webhook's deliveries, the latest first, one row more than asked for. */
export async function listDeliveries(
  db: Executor,
  webhookIds: readonly string[],
  { first, after }: Page,
): Promise<WebhookDeliveryView[]> {
  const place = sql<number>`row_number() over (partition by ${webhookDeliveries.webhookId} order by ${webhookDeliveries.id} desc)`
  const ranked = db
    .select({ id: webhookDeliveries.id, place: place.as('place') })
    .from(webhookDeliveries)
    .where(
      and(
        inArray(webhookDeliveries.webhookId, [...webhookIds]),
        after === null ? undefined : lt(webhookDeliveries.id, after.id),
      ),
    )
    .as('ranked')
  return db
    .select({ ...columns, tries: tries.as('tries') })
    .from(webhookDeliveries)
    .innerJoin(ranked, and(eq(ranked.id, webhookDeliveries.id), sql`${ranked.place} <= ${first + 1}`))
    .orderBy(desc(webhookDeliveries.id))
}

/** How many deliveries of each webhook there are on all pages; webhooks without one are left out. */
export async function countDeliveries(
  db: Executor,
  webhookIds: readonly string[],
): Promise<{ webhookId: string; count: number }[]> {
  return db
    .select({ webhookId: webhookDeliveries.webhookId, count: sql<number>`count(*)::int` })
    .from(webhookDeliveries)
    .where(inArray(webhookDeliveries.webhookId, [...webhookIds]))
    .groupBy(webhookDeliveries.webhookId)
}

export type NewDelivery = Pick<
  WebhookDeliveryRow,
  'webhookId' | 'event' | 'workshopIds' | 'projectIds' | 'tells'
>

/** Writes what is to be sent, and returns the ids. */
export async function insertDeliveries(tx: Transaction, rows: readonly NewDelivery[]): Promise<string[]> {
  if (rows.length === 0) return []
  const now = sql`now()`
  const written = await tx
    .insert(webhookDeliveries)
    .values(rows.map((row) => ({ ...row, nextTryAt: now })))
    .returning({ id: webhookDeliveries.id })
  return written.map(({ id }) => id)
}

/** Whether a test is still on its way. */
export async function isTestWaiting(tx: Executor, webhookId: string): Promise<boolean> {
  const waiting = and(
    eq(webhookDeliveries.webhookId, webhookId),
    eq(webhookDeliveries.state, 'WAITING'),
    eq(webhookDeliveries.event, 'TEST'),
  )
  return (await tx.$count(webhookDeliveries, waiting)) > 0
}

/** A delivery that is still to arrive, with where it goes and whether its token opens anything. Null for any other. */
export async function findWaitingDelivery(db: Executor, id: string) {
  const [row] = await db
    .select({
      ...columns,
      url: webhooks.url,
      secret: webhooks.secret,
      live: sql<boolean>`${TOKEN_IS_LIVE}`,
    })
    .from(webhookDeliveries)
    .innerJoin(webhooks, eq(webhooks.id, webhookDeliveries.webhookId))
    .innerJoin(partnerTokens, eq(partnerTokens.id, webhooks.tokenId))
    .where(and(eq(webhookDeliveries.id, id), eq(webhookDeliveries.state, 'WAITING')))
  return row ?? null
}

/** Writes a try into the log. */
export async function insertTry(
  tx: Transaction,
  made: WebhookOutcome & { deliveryId: string; number: number; milliseconds: number },
): Promise<void> {
  await tx.insert(webhookTries).values(made)
}

/** Remembers that a delivery has arrived, and with it what the webhook now knows. */
export async function markArrived(
  tx: Transaction,
  { id, webhookId }: Pick<WebhookDeliveryRow, 'id' | 'webhookId'>,
): Promise<void> {
  await tx
    .update(webhookDeliveries)
    .set({ state: 'DELIVERED', nextTryAt: null })
    .where(eq(webhookDeliveries.id, id))
  await tx.update(webhooks).set({ failingSince: null }).where(eq(webhooks.id, webhookId))
  await tx.execute(sql`
    with told as (
      select d.webhook_id, x.* from ${webhookDeliveries} d,
        jsonb_to_recordset(d.tells) as x("workshopId" uuid, content text, project text) where d.id = ${id}),
    gone as (
      delete from ${webhookTellings} t using told
      where t.webhook_id = told.webhook_id and t.workshop_id = told."workshopId" and told.content is null)
    insert into ${webhookTellings} (webhook_id, workshop_id, content, project)
    select webhook_id, "workshopId", content, project from told where content is not null
    on conflict (webhook_id, workshop_id) do update set content = excluded.content, project = excluded.project`)
}

/** Remembers that a try failed; returns for how many days, fractions included, nothing has arrived. */
export async function noteFailing(tx: Transaction, webhookId: string): Promise<number> {
  const days = sql<number>`extract(epoch from now() - ${webhooks.failingSince})::float8 / 86400`
  const [row] = await tx
    .update(webhooks)
    .set({ failingSince: sql`coalesce(${webhooks.failingSince}, now())` })
    .where(eq(webhooks.id, webhookId))
    .returning({ days })
  return row?.days ?? 0
}

/** Says when a delivery is tried again, or gives it up. */
export async function postpone(tx: Transaction, id: string, secondsToNextTry: number | null): Promise<void> {
  const again = sql`now() + make_interval(secs => ${secondsToNextTry ?? 0})`
  await tx
    .update(webhookDeliveries)
    .set(secondsToNextTry === null ? { state: 'GIVEN_UP', nextTryAt: null } : { nextTryAt: again })
    .where(and(eq(webhookDeliveries.id, id), eq(webhookDeliveries.state, 'WAITING')))
}

/** Forgets what was sent longer ago than anybody can look at, and gives up what nobody has tried a day after its time. */
export async function forgetOldDeliveries(db: Executor): Promise<void> {
  // Its job is lost, and while it waits its webhook is told nothing else.
  await db
    .update(webhookDeliveries)
    .set({ state: 'GIVEN_UP', nextTryAt: null })
    .where(
      and(
        eq(webhookDeliveries.state, 'WAITING'),
        sql`${webhookDeliveries.nextTryAt} < now() - interval '1 day'`,
      ),
    )
  await db
    .delete(webhookDeliveries)
    .where(
      and(
        ne(webhookDeliveries.state, 'WAITING'),
        sql`${webhookDeliveries.createdAt} < now() - make_interval(days => ${WEBHOOK_LOG_DAYS})`,
      ),
    )
}
