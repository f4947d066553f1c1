import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { BRIEF_STATUSES } from '#domain/briefs.ts'
import { createdAt, id, moment, requestDigest } from './columns.ts'
import { critiques } from './critiques.ts'
import { ideas } from './ideas.ts'
import { people } from './people.ts'
import { projects } from './projects.ts'
import { seats } from './seats.ts'
import { statements } from './statements.ts'
import { workshops } from './workshops.ts'

export const briefStatus = pgEnum('brief_status', BRIEF_STATUSES)

/** A scoped piece of work that a project takes on. It is kept inside until somebody publishes it. */
export const briefs = pgTable(
  'briefs',
  {
    id: id(),
    projectId: uuid()
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    title: text().notNull(),
    aimHowMuch: text(),
    aimByWhen: text(),
    aimForWhom: text(),
    why: text(),
    /** A member of staff, or the name of somebody who has no account. */
    ownerId: uuid().references(() => people.id, { onDelete: 'set null' }),
    ownerName: text(),
    status: briefStatus().notNull().default('PROPOSED'),
    targetDate: date({ mode: 'string' }),
    publishedAt: moment(),
    requestDigest: requestDigest(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [index().on(t.projectId, t.id)],
)

/** The statements that a brief joins. */
export const briefStatements = pgTable(
  'brief_statements',
  {
    briefId: uuid()
      .notNull()
      .references(() => briefs.id, { onDelete: 'cascade' }),
    statementId: uuid()
      .notNull()
      .references(() => statements.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.briefId, t.statementId] }), index().on(t.statementId)],
)

/** The ideas that a brief joins. */
export const briefIdeas = pgTable(
  'brief_ideas',
  {
    briefId: uuid()
      .notNull()
      .references(() => briefs.id, { onDelete: 'cascade' }),
    ideaId: uuid()
      .notNull()
      .references(() => ideas.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.briefId, t.ideaId] }), index().on(t.ideaId)],
)

/**
 * Published workshops of which a published brief has let a statement or an idea go, and when it last did. Whoever read the
 * brief through such a workshop alone is told that it is gone. A trigger writes it: see migration 0020.
 */
export const briefDepartures = pgTable(
  'brief_departures',
  {
    briefId: uuid()
      .notNull()
      .references(() => briefs.id, { onDelete: 'cascade' }),
    workshopId: uuid()
      .notNull()
      .references(() => workshops.id, { onDelete: 'cascade' }),
    leftAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.briefId, t.workshopId] }), index().on(t.workshopId)],
)

/** Somebody who was asked to contribute: from a seat of one of the project's workshops, or by e-mail. */
export const briefContributors = pgTable(
  'brief_contributors',
  {
    id: id(),
    briefId: uuid()
      .notNull()
      .references(() => briefs.id, { onDelete: 'cascade' }),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    /** The seat by whose name they are known; null for somebody who was asked by e-mail. */
    seatId: uuid().references(() => seats.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (t) => [unique().on(t.briefId, t.personId), index().on(t.personId)],
)

/** What drives the aim: primary drivers, and below them secondary ones. Those of one parent stand in the order of their positions. */
export const drivers = pgTable(
  'drivers',
  {
    id: id(),
    briefId: uuid()
      .notNull()
      .references(() => briefs.id, { onDelete: 'cascade' }),
    parentId: uuid(),
    text: text().notNull(),
    position: integer().notNull(),
    requestDigest: requestDigest(),
    createdAt: createdAt(),
  },
  (t) => [
    index().on(t.briefId),
    unique('drivers_id_brief').on(t.id, t.briefId),
    foreignKey({
      name: 'drivers_parent_same_brief',
      columns: [t.parentId, t.briefId],
      foreignColumns: [t.id as AnyPgColumn, t.briefId as AnyPgColumn],
    }).onDelete('cascade'),
    check('drivers_not_below_itself', sql`${t.parentId} is distinct from ${t.id}`),
  ],
)

/** A line of what to watch for, from a comment on an unintended consequence. The comment's own words are not copied. */
export const briefWatchFors = pgTable(
  'brief_watch_fors',
  {
    id: id(),
    briefId: uuid()
      .notNull()
      .references(() => briefs.id, { onDelete: 'cascade' }),
    critiqueId: uuid()
      .notNull()
      .references(() => critiques.id, { onDelete: 'cascade' }),
    /** How staff word it; null where the comment speaks for itself. */
    text: text(),
    createdAt: createdAt(),
  },
  (t) => [unique().on(t.critiqueId), index().on(t.briefId)],
)

export type BriefRow = typeof briefs.$inferSelect
export type DriverRow = typeof drivers.$inferSelect
export type WatchForRow = typeof briefWatchFors.$inferSelect
