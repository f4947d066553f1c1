import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { createdAt, id, moment, requestDigest, searchOf } from './columns.ts'
import { priorities } from './priorities.ts'
import { seats } from './seats.ts'
import { workshops } from './workshops.ts'

/** A problem statement: priorities reworded. Its title is the latest of its wordings. */
export const statements = pgTable(
  'statements',
  {
    id: id(),
    workshopId: uuid()
      .notNull()
      .references(() => workshops.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    title: text().notNull(),
    search: searchOf((): AnyPgColumn => statements.title),
    authorSeatId: uuid().references(() => seats.id, { onDelete: 'set null' }),
    withdrawnAt: moment(),
    requestDigest: requestDigest(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [
    index().on(t.workshopId, t.position),
    index('statements_search').using('gin', t.search),
    index('statements_removed').on(t.withdrawnAt, t.id).where(sql`${t.withdrawnAt} is not null`),
  ],
)

/** Every wording that a statement has had, the first included. None is ever changed. */
export const wordings = pgTable(
  'wordings',
  {
    id: id(),
    statementId: uuid()
      .notNull()
      .references((): AnyPgColumn => statements.id, { onDelete: 'cascade' }),
    title: text().notNull(),
    authorSeatId: uuid().references(() => seats.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.statementId, t.createdAt)],
)

/** The priorities that a statement rewords. */
export const statementPriorities = pgTable(
  'statement_priorities',
  {
    statementId: uuid()
      .notNull()
      .references(() => statements.id, { onDelete: 'cascade' }),
    priorityId: uuid()
      .notNull()
      .references(() => priorities.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.statementId, t.priorityId] }), index().on(t.priorityId)],
)

/** "This is important because…" */
export const reasons = pgTable(
  'reasons',
  {
    id: id(),
    statementId: uuid()
      .notNull()
      .references(() => statements.id, { onDelete: 'cascade' }),
    text: text().notNull(),
    /** The one that staff show first; of several the latest chosen. */
    shownFirst: boolean().notNull().default(false),
    authorSeatId: uuid().references(() => seats.id, { onDelete: 'set null' }),
    withdrawnAt: moment(),
    requestDigest: requestDigest(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [index().on(t.statementId)],
)

/** Two statements marked similar; the smaller id stands first. */
export const similarStatements = pgTable(
  'similar_statements',
  {
    statementId: uuid()
      .notNull()
      .references(() => statements.id, { onDelete: 'cascade' }),
    similarId: uuid()
      .notNull()
      .references(() => statements.id, { onDelete: 'cascade' }),
    note: text(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.statementId, t.similarId] }), index().on(t.similarId)],
)

export type StatementRow = Omit<typeof statements.$inferSelect, 'search'>
export type ReasonRow = typeof reasons.$inferSelect
