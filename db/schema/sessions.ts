import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { createdAt, moment } from './columns.ts'
import { people } from './people.ts'

/** Signed-in browsers. Only a hash of the cookie is kept, so that a copy of the table signs nobody in. */
export const sessions = pgTable(
  'sessions',
  {
    tokenHash: text().primaryKey(),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    expiresAt: moment().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.personId), index().on(t.expiresAt)],
)

/** Links sent by e-mail, good once and for ten minutes. */
export const signInLinks = pgTable(
  'sign_in_links',
  {
    tokenHash: text().primaryKey(),
    email: text().notNull(),
    /** Hash of the cookie of the browser that asked: in any other browser the six digits are asked for. */
    browserHash: text().notNull(),
    codeHash: text().notNull(),
    wrongCodes: integer().notNull().default(0),
    expiresAt: moment().notNull(),
    usedAt: moment(),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.email, t.createdAt), index().on(t.expiresAt)],
)

/** The one-time link that signs the first administrator in. There is at most one row. */
export const firstAdministratorLinks = pgTable('first_administrator_links', {
  tokenHash: text().primaryKey(),
  expiresAt: moment().notNull(),
  createdAt: createdAt(),
})
