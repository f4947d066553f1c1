import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { ISSUE_STATES } from '#domain/issues.ts'
import { createdAt, id, moment, requestDigest, searchOf } from './columns.ts'
import { areas } from './projects.ts'
import { seats } from './seats.ts'
import { tables, workshops } from './workshops.ts'

export const issueState = pgEnum('issue_state', ISSUE_STATES)

/** A problem written on a post-it. Merged and withdrawn issues stay, with who and when. */
export const issues = pgTable(
  'issues',
  {
    id: id(),
    workshopId: uuid()
      .notNull()
      .references(() => workshops.id, { onDelete: 'cascade' }),
    areaId: uuid()
      .notNull()
      .references(() => areas.id, { onDelete: 'restrict' }),
    title: text().notNull(),
    search: searchOf((): AnyPgColumn => issues.title),
    state: issueState().notNull().default('RAISED'),
    stateReason: text(),
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
    index().on(t.workshopId, t.createdAt, t.id),
    index('issues_search').using('gin', t.search),
    index().on(t.workshopId, t.updatedAt),
    index('issues_removed')
      .on(sql`least(${t.hiddenAt}, ${t.withdrawnAt})`, t.id)
      .where(sql`${t.hiddenAt} is not null or ${t.withdrawnAt} is not null`),
    // Counts of issues read this index alone.
    index('issues_on_the_wall')
      .on(t.workshopId)
      .where(sql`${t.mergedIntoId} is null and ${t.withdrawnAt} is null and ${t.hiddenAt} is null`),
    index().on(t.mergedIntoId).where(sql`${t.mergedIntoId} is not null`),
    foreignKey({ columns: [t.mergedIntoId], foreignColumns: [t.id as AnyPgColumn] }).onDelete('set null'),
  ],
)

/** The tables that an issue came from: the codes in the corner of the post-it. */
export const issueTables = pgTable(
  'issue_tables',
  {
    issueId: uuid()
      .notNull()
      .references(() => issues.id, { onDelete: 'cascade' }),
    tableId: uuid()
      .notNull()
      .references(() => tables.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.issueId, t.tableId] }), index().on(t.tableId)],
)

export type IssueRow = Omit<typeof issues.$inferSelect, 'search'>
