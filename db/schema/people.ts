import { sql } from 'drizzle-orm'
import { check, index, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { DIGESTS, WALL_VIEWS } from '#domain/critiques.ts'
import { PLATFORM_ROLES } from '#domain/people.ts'
import { createdAt, id, moment } from './columns.ts'

export const platformRole = pgEnum('platform_role', PLATFORM_ROLES)
export const digest = pgEnum('digest', DIGESTS)
export const wallView = pgEnum('wall_view', WALL_VIEWS)

/** Everyone who may hold a session: with an e-mail address an account, without one a guest of a room. */
export const people = pgTable(
  'people',
  {
    id: id(),
    name: text(),
    email: text().unique(),
    /** Null until somebody has proved that the address is theirs: until then it is an invitation. */
    emailVerifiedAt: moment(),
    platformRole: platformRole(),
    /** How often they are told of answers by e-mail, and when they last were. */
    digest: digest().notNull().default('DAILY'),
    digestSentAt: moment(),
    /** How they last chose to read ideas; null until they choose. */
    wallView: wallView(),
    createdAt: createdAt(),
  },
  (t) => [
    check('people_email_is_lower_case', sql`${t.email} = lower(${t.email})`),
    index().on(t.platformRole).where(sql`${t.platformRole} is not null`),
  ],
)

/** A person's identity at a single sign-on provider, keyed by the provider and its subject, never by the address. */
export const identities = pgTable(
  'identities',
  {
    provider: text().notNull(),
    subject: text().notNull(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.provider, t.subject] }), index().on(t.personId)],
)

export type PersonRow = typeof people.$inferSelect
