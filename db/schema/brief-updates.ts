import { date, index, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { BRIEF_UPDATE_KINDS } from '#domain/briefs.ts'
import { briefStatus, briefs } from './briefs.ts'
import { createdAt, id, moment, requestDigest } from './columns.ts'
import { testCycles } from './cycles.ts'
import { measures } from './measures.ts'
import { people } from './people.ts'
import { seats } from './seats.ts'

export const briefUpdateKind = pgEnum('brief_update_kind', BRIEF_UPDATE_KINDS)

/** An entry of a brief's timeline: a note, or what happened to the brief by itself. */
export const briefUpdates = pgTable(
  'brief_updates',
  {
    id: id(),
    briefId: uuid()
      .notNull()
      .references(() => briefs.id, { onDelete: 'cascade' }),
    kind: briefUpdateKind().notNull(),
    /** The day it tells of, which may lie before the day it was written. */
    happenedOn: date({ mode: 'string' }).notNull(),
    /** The words of a note, or the reason of a change. */
    text: text(),
    statusFrom: briefStatus(),
    statusTo: briefStatus(),
    cycleId: uuid().references(() => testCycles.id, { onDelete: 'set null' }),
    measureId: uuid().references(() => measures.id, { onDelete: 'set null' }),
    personId: uuid().references(() => people.id, { onDelete: 'set null' }),
    requestDigest: requestDigest(),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.briefId, t.happenedOn, t.id)],
)

/** What somebody says about a brief: from their seat in a workshop that it comes from, or as contributor or staff. */
export const briefComments = pgTable(
  'brief_comments',
  {
    id: id(),
    briefId: uuid()
      .notNull()
      .references(() => briefs.id, { onDelete: 'cascade' }),
    text: text().notNull(),
    authorId: uuid().references(() => people.id, { onDelete: 'set null' }),
    authorSeatId: uuid().references(() => seats.id, { onDelete: 'set null' }),
    withdrawnAt: moment(),
    hiddenAt: moment(),
    hiddenReason: text(),
    requestDigest: requestDigest(),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.briefId, t.id)],
)

/** Somebody's report of a comment on a brief, for staff to look at: one for each person and comment. */
export const briefCommentReports = pgTable(
  'brief_comment_reports',
  {
    commentId: uuid()
      .notNull()
      .references(() => briefComments.id, { onDelete: 'cascade' }),
    personId: uuid()
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
    reason: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.commentId, t.personId] })],
)

export type BriefUpdateRow = typeof briefUpdates.$inferSelect
export type BriefCommentRow = typeof briefComments.$inferSelect
