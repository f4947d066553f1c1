import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { HORIZONS } from '#domain/ideas.ts'
import { createdAt, id, moment, requestDigest, searchOf } from './columns.ts'
import { seats } from './seats.ts'
import { statements } from './statements.ts'
import { tables, workshops } from './workshops.ts'

export const horizon = pgEnum('horizon', HORIZONS)

/** A proposed action for a problem statement, in a horizon. Merged, withdrawn and hidden ideas stay, with who and when. */
export const ideas = pgTable(
  'ideas',
  {
    id: id(),
    workshopId: uuid()
      .notNull()
      .references(() => workshops.id, { onDelete: 'cascade' }),
    statementId: uuid()
      .notNull()
      .references(() => statements.id, { onDelete: 'no action' }),
    horizon: horizon().notNull(),
    text: text().notNull(),
    search: searchOf((): AnyPgColumn => ideas.text),
    /** The source breaks off in the middle of the text. */
    truncated: boolean().notNull().default(false),
    tableId: uuid().references(() => tables.id, { onDelete: 'set null' }),
    authorSeatId: uuid().references(() => seats.id, { onDelete: 'set null' }),
    mergedIntoId: uuid(),
    mergedBySeatId: uuid().references(() => seats.id, { onDelete: 'set null' }),
    mergedByName: text(),
    mergedAt: moment(),
    withdrawnAt: moment(),
    hiddenAt: moment(),
    hiddenReason: text(),
    /** Where the card was put on the board, in the board's own units; null where nobody has moved it. */
    placeX: integer(),
    placeY: integer(),
    requestDigest: requestDigest(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [
    index().on(t.workshopId, t.id),
    index('ideas_search').using('gin', t.search),
    index().on(t.workshopId, t.updatedAt),
    index('ideas_removed')
      .on(sql`least(${t.hiddenAt}, ${t.withdrawnAt})`, t.id)
      .where(sql`${t.hiddenAt} is not null or ${t.withdrawnAt} is not null`),
    index().on(t.statementId),
    index().on(t.mergedIntoId).where(sql`${t.mergedIntoId} is not null`),
    foreignKey({ columns: [t.mergedIntoId], foreignColumns: [t.id as AnyPgColumn] }).onDelete('set null'),
  ],
)

/** Somebody's support for an idea: one each. */
export const ideaSupports = pgTable(
  'idea_supports',
  {
    ideaId: uuid()
      .notNull()
      .references(() => ideas.id, { onDelete: 'cascade' }),
    seatId: uuid()
      .notNull()
      .references(() => seats.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.ideaId, t.seatId] }), index().on(t.seatId)],
)

export type IdeaRow = Omit<typeof ideas.$inferSelect, 'search'>
