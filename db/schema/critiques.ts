import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
  foreignKey,
  index,
  pgEnum,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { CRITIQUE_KINDS } from '#domain/critiques.ts'
import { createdAt, id, moment, requestDigest, searchOf } from './columns.ts'
import { ideas } from './ideas.ts'
import { seats } from './seats.ts'
import { tables, workshops } from './workshops.ts'

export const critiqueKind = pgEnum('critique_kind', CRITIQUE_KINDS)

/**
 * A comment on an idea, or an answer in its thread: only what begins a thread has a kind and a pin. Withdrawn and hidden
 * ones stay as stubs, so that the answers below them are never lost.
 */
export const critiques = pgTable(
  'critiques',
  {
    id: id(),
    workshopId: uuid()
      .notNull()
      .references(() => workshops.id, { onDelete: 'cascade' }),
    ideaId: uuid()
      .notNull()
      .references(() => ideas.id, { onDelete: 'cascade' }),
    /** What it answers; null for what begins a thread. An answer belongs to the same idea, which the key makes sure of. */
    parentId: uuid(),
    kind: critiqueKind(),
    text: text().notNull(),
    search: searchOf((): AnyPgColumn => critiques.text),
    /** Spot on the idea's card, in thousandths of its width and height from the top left. */
    pinX: smallint(),
    pinY: smallint(),
    tableId: uuid().references(() => tables.id, { onDelete: 'set null' }),
    authorSeatId: uuid().references(() => seats.id, { onDelete: 'set null' }),
    editedAt: moment(),
    withdrawnAt: moment(),
    hiddenAt: moment(),
    hiddenReason: text(),
    /** When an organiser took the author's name off. From then on it is shown to nobody. */
    nameHiddenAt: moment(),
    resolvedAt: moment(),
    resolvedBySeatId: uuid().references(() => seats.id, { onDelete: 'set null' }),
    resolvedByName: text(),
    resolvedNote: text(),
    requestDigest: requestDigest(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [
    index().on(t.ideaId, t.id),
    index().on(t.workshopId, t.updatedAt),
    index().on(t.workshopId, t.id),
    index().on(t.parentId).where(sql`${t.parentId} is not null`),
    index('critiques_search').using('gin', t.search),
    index('critiques_removed')
      .on(sql`least(${t.hiddenAt}, ${t.withdrawnAt})`, t.id)
      .where(sql`${t.hiddenAt} is not null or ${t.withdrawnAt} is not null`),
    index().on(t.authorSeatId),
    unique('critiques_id_idea').on(t.id, t.ideaId),
    foreignKey({
      name: 'critiques_parent_same_idea',
      columns: [t.parentId, t.ideaId],
      foreignColumns: [t.id as AnyPgColumn, t.ideaId as AnyPgColumn],
    }).onDelete('cascade'),
    check('critiques_kind_begins_a_thread', sql`(${t.kind} is null) = (${t.parentId} is not null)`),
    check(
      'critiques_pin_on_the_card',
      sql`(${t.pinX} is null) = (${t.pinY} is null) and (${t.pinX} is null or (${t.pinX} between 0 and 1000 and ${t.pinY} between 0 and 1000 and ${t.parentId} is null))`,
    ),
  ],
)

/** Somebody's report of an idea or a comment, for a facilitator to look at. */
export const reports = pgTable(
  'reports',
  {
    id: id(),
    workshopId: uuid()
      .notNull()
      .references(() => workshops.id, { onDelete: 'cascade' }),
    ideaId: uuid().references(() => ideas.id, { onDelete: 'cascade' }),
    critiqueId: uuid().references(() => critiques.id, { onDelete: 'cascade' }),
    seatId: uuid().references(() => seats.id, { onDelete: 'set null' }),
    reason: text().notNull(),
    createdAt: createdAt(),
    settledAt: moment(),
    settledBySeatId: uuid().references(() => seats.id, { onDelete: 'set null' }),
  },
  (t) => [
    index().on(t.workshopId, t.id),
    uniqueIndex('reports_one_open_per_idea').on(t.ideaId, t.seatId).where(sql`${t.settledAt} is null`),
    uniqueIndex('reports_one_open_per_critique')
      .on(t.critiqueId, t.seatId)
      .where(sql`${t.settledAt} is null`),
    check('reports_of_one_thing', sql`num_nonnulls(${t.ideaId}, ${t.critiqueId}) = 1`),
  ],
)

export type CritiqueRow = Omit<typeof critiques.$inferSelect, 'search'>
export type ReportRow = typeof reports.$inferSelect
