import { sql } from 'drizzle-orm'
import {
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { DELIVERY_STATES, PAUSE_REASONS, WEBHOOK_EVENTS, WEBHOOK_FAILURES } from '#domain/webhooks.ts'
import { bytea, createdAt, id, moment } from './columns.ts'
import { partnerTokens } from './partners.ts'
import { people } from './people.ts'

export const webhookEvent = pgEnum('webhook_event', WEBHOOK_EVENTS)
export const webhookFailure = pgEnum('webhook_failure', WEBHOOK_FAILURES)
export const webhookPause = pgEnum('webhook_pause', PAUSE_REASONS)
export const deliveryState = pgEnum('webhook_delivery_state', DELIVERY_STATES)

/** Addresses that are told when something has changed which a token opens. */
export const webhooks = pgTable(
  'webhooks',
  {
    id: id(),
    tokenId: uuid()
      .notNull()
      .references(() => partnerTokens.id, { onDelete: 'cascade' }),
    url: text().notNull(),
    /** The signing secret, encrypted: the server has to read it, the database need not. */
    secret: bytea().notNull(),
    pausedAt: moment(),
    pauseReason: webhookPause(),
    /** When the first try failed after which none has arrived. */
    failingSince: moment(),
    createdById: uuid().references(() => people.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (t) => [
    unique().on(t.tokenId, t.url),
    check('webhooks_paused_with_a_reason', sql`(${t.pausedAt} is null) = (${t.pauseReason} is null)`),
  ],
)

/** What a webhook was told last of a workshop, as digests. What has not arrived is not told. */
export const webhookTellings = pgTable(
  'webhook_tellings',
  {
    webhookId: uuid()
      .notNull()
      .references(() => webhooks.id, { onDelete: 'cascade' }),
    /** No key: what was deleted has still to be told. */
    workshopId: uuid().notNull(),
    /** Of the workshop and what belongs to it. */
    content: text().notNull(),
    /** Of its project and its briefs. */
    project: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.webhookId, t.workshopId] })],
)

/** What is told of one workshop once a delivery has arrived; null where it is told that there is nothing any more. */
export type Telling = { workshopId: string; content: string | null; project: string | null }

/** Events as they are sent to a webhook: the id is the message's own, whatever the number of tries. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: id(),
    webhookId: uuid()
      .notNull()
      .references(() => webhooks.id, { onDelete: 'cascade' }),
    event: webhookEvent().notNull(),
    workshopIds: uuid().array().notNull(),
    projectIds: uuid().array().notNull(),
    tells: jsonb().$type<Telling[]>().notNull(),
    state: deliveryState().notNull().default('WAITING'),
    /** Null where it is not tried again. */
    nextTryAt: moment(),
    createdAt: createdAt(),
  },
  (t) => [
    index().on(t.webhookId, t.id),
    index().on(t.createdAt),
    index('webhook_deliveries_waiting').on(t.webhookId).where(sql`${t.state} = 'WAITING'`),
  ],
)

/** Every try of a delivery: the status of the answer, or why there was none. */
export const webhookTries = pgTable(
  'webhook_tries',
  {
    id: id(),
    deliveryId: uuid()
      .notNull()
      .references(() => webhookDeliveries.id, { onDelete: 'cascade' }),
    number: integer().notNull(),
    status: integer(),
    failure: webhookFailure(),
    milliseconds: integer().notNull(),
    triedAt: createdAt(),
  },
  (t) => [
    index().on(t.deliveryId, t.id),
    check('webhook_tries_have_an_outcome', sql`num_nonnulls(${t.status}, ${t.failure}) = 1`),
  ],
)

export type WebhookRow = typeof webhooks.$inferSelect
export type WebhookDeliveryRow = typeof webhookDeliveries.$inferSelect
export type WebhookTryRow = typeof webhookTries.$inferSelect
