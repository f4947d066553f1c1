import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  date,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { PARTNER_SCOPES } from '#domain/tokens.ts'
import { createdAt, id, moment } from './columns.ts'
import { people } from './people.ts'

export const partnerScope = pgEnum('partner_scope', PARTNER_SCOPES)

/** Tokens of partners. Only a hash of the secret is kept; the prefix is public and finds the row. */
export const partnerTokens = pgTable(
  'partner_tokens',
  {
    id: id(),
    organisation: text().notNull(),
    prefix: text().notNull().unique(),
    secretHash: text().notNull(),
    scopes: partnerScope().array().notNull(),
    /** Everything that is published, now and later; otherwise these projects and workshops, as far as they are published. */
    allPublished: boolean().notNull(),
    projectIds: uuid().array().notNull().default([]),
    workshopIds: uuid().array().notNull().default([]),
    requestsPerMinute: integer().notNull(),
    costPerMinute: integer().notNull(),
    /** Origins of web pages that may read answers. */
    origins: text().array().notNull().default([]),
    /** Earlier than was agreed once the token was rotated: then it is the end of the overlap. */
    expiresAt: moment().notNull(),
    revokedAt: moment(),
    /** Written at most once a minute. */
    lastUsedAt: moment(),
    lastUsedAddress: text(),
    rotatedFromId: uuid().references((): AnyPgColumn => partnerTokens.id, { onDelete: 'set null' }),
    createdById: uuid().references(() => people.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (t) => [
    check('partner_tokens_have_a_scope', sql`cardinality(${t.scopes}) > 0`),
    check('partner_tokens_end', sql`${t.expiresAt} <= ${t.createdAt} + interval '366 days'`),
    check('partner_tokens_have_budgets', sql`${t.requestsPerMinute} > 0 and ${t.costPerMinute} > 0`),
    index().on(t.rotatedFromId),
    index().using('gin', t.origins),
  ],
)
export type PartnerTokenRow = typeof partnerTokens.$inferSelect

/** What was asked with a token in one minute, on all instances: the limits count here. */
export const partnerUsage = pgTable(
  'partner_usage',
  {
    tokenId: uuid()
      .notNull()
      .references(() => partnerTokens.id, { onDelete: 'cascade' }),
    minute: moment().notNull(),
    requests: integer().notNull().default(0),
    cost: integer().notNull().default(0),
    errors: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.tokenId, t.minute] }), index().on(t.minute)],
)

/** Operations asked with a token on one day, by the names that their documents give them. */
export const partnerOperations = pgTable(
  'partner_operations',
  {
    tokenId: uuid()
      .notNull()
      .references(() => partnerTokens.id, { onDelete: 'cascade' }),
    day: date({ mode: 'string' }).notNull(),
    name: text().notNull(),
    requests: integer().notNull().default(0),
    cost: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.tokenId, t.day, t.name] })],
)
