import { boolean, index, integer, pgEnum, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { HORIZONS } from '#domain/ideas.ts'
import { createdAt, id } from './columns.ts'
import { options, rounds } from './rounds.ts'
import { seats } from './seats.ts'
import { tables, workshops } from './workshops.ts'

export const horizon = pgEnum('horizon', HORIZONS)

/** An option declared taken forward. */
export const priorities = pgTable(
  'priorities',
  {
    id: id(),
    workshopId: uuid()
      .notNull()
      .references(() => workshops.id, { onDelete: 'cascade' }),
    roundId: uuid()
      .notNull()
      .references(() => rounds.id, { onDelete: 'cascade' }),
    optionId: uuid()
      .notNull()
      .references(() => options.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
  },
  (t) => [unique().on(t.optionId), index().on(t.workshopId)],
)

/** A priority reworded. */
export const statements = pgTable(
  'statements',
  {
    id: id(),
    workshopId: uuid()
      .notNull()
      .references(() => workshops.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    title: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.workshopId, t.position)],
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
    shownFirst: boolean().notNull().default(false),
    authorSeatId: uuid().references(() => seats.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
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
  },
  (t) => [primaryKey({ columns: [t.statementId, t.similarId] })],
)

/** A proposed action for a problem statement, in a horizon. */
export const ideas = pgTable(
  'ideas',
  {
    id: id(),
    workshopId: uuid()
      .notNull()
      .references(() => workshops.id, { onDelete: 'cascade' }),
    statementId: uuid()
      .notNull()
      .references(() => statements.id, { onDelete: 'cascade' }),
    horizon: horizon().notNull(),
    text: text().notNull(),
    /** The source breaks off in the middle of the text. */
    truncated: boolean().notNull().default(false),
    tableId: uuid().references(() => tables.id, { onDelete: 'set null' }),
    authorSeatId: uuid().references(() => seats.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.workshopId), index().on(t.statementId)],
)
