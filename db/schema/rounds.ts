import { getTableColumns, sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgEnum,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { ROUND_STATES } from '#domain/votes.ts'
import { createdAt, id, moment, requestDigest } from './columns.ts'
import { issues } from './issues.ts'
import { people } from './people.ts'
import { workshops } from './workshops.ts'

export const roundState = pgEnum('round_state', ROUND_STATES)

/** One vote: its rules, its opening and closing. */
export const rounds = pgTable(
  'rounds',
  {
    id: id(),
    workshopId: uuid()
      .notNull()
      .references(() => workshops.id, { onDelete: 'cascade' }),
    title: text().notNull(),
    state: roundState().notNull().default('DRAFT'),
    dotsPerVoter: smallint().notNull(),
    prioritiesToSelect: smallint().notNull(),
    hideUntilClose: boolean().notNull().default(true),
    shuffleOptions: boolean().notNull().default(true),
    openedAt: moment(),
    closedAt: moment(),
    /** Counts the changes of the open roll: a dot is checked against the roll that it was cast on. */
    rollVersion: integer().notNull().default(1),
    /** Seats that could vote when the round closed. */
    electorate: integer(),
    /** Dots recounted ballot by ballot when the round closed. */
    ballotDots: integer(),
    /** Ballots on paper, as counted by hand. */
    paperBallots: integer(),
    replacesRoundId: uuid(),
    replaceReason: text(),
    /** What a published document states of the whole ballot; it need not follow from the tallies. */
    publishedOptions: integer(),
    publishedDots: integer(),
    publishedTopOptions: integer(),
    publishedTopDots: integer(),
    source: text(),
    prioritiesDeclaredAt: moment(),
    prioritiesDeclaredBy: uuid().references(() => people.id, { onDelete: 'set null' }),
    prioritiesReason: text(),
    requestDigest: requestDigest(),
    createdAt: createdAt(),
  },
  (t) => [
    index().on(t.workshopId, t.createdAt),
    uniqueIndex('rounds_one_open_per_workshop').on(t.workshopId).where(sql`${t.state} = 'OPEN'`),
    check('rounds_dots_in_bounds', sql`${t.dotsPerVoter} between 1 and 20`),
    check('rounds_priorities_in_bounds', sql`${t.prioritiesToSelect} between 1 and 20`),
    foreignKey({ columns: [t.replacesRoundId], foreignColumns: [t.id as AnyPgColumn] }).onDelete('set null'),
  ],
)

/** An issue on a round's roll, as it read when the round opened. */
export const options = pgTable(
  'options',
  {
    id: id(),
    roundId: uuid()
      .notNull()
      .references(() => rounds.id, { onDelete: 'cascade' }),
    issueId: uuid().references(() => issues.id, { onDelete: 'set null' }),
    position: smallint().notNull(),
    /** The words as they are shown; while its issue is hidden or withdrawn, that there is one. */
    title: text().notNull(),
    /** The words as the round opened with them, while others stand in `title`. */
    keptTitle: text(),
    areaName: text().notNull(),
    tableCodes: text().array().notNull(),
    /** False while its issue is hidden, and once it was merged away, as the round is open. */
    votable: boolean().notNull().default(true),
  },
  (t) => [unique().on(t.roundId, t.position), unique().on(t.roundId, t.issueId), index().on(t.issueId)],
)

export type RoundRow = typeof rounds.$inferSelect
const { keptTitle: _, ...shownColumns } = getTableColumns(options)
/** The columns of an option that are read: words that are not shown stay in the database. */
export const OPTION_COLUMNS = shownColumns
export type OptionRow = Omit<typeof options.$inferSelect, 'keptTitle'>
