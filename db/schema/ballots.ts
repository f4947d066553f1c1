import { sql } from 'drizzle-orm'
import { check, foreignKey, integer, pgEnum, pgTable, primaryKey, smallint, uuid } from 'drizzle-orm/pg-core'
import { CHANNELS } from '#domain/votes.ts'
import { bytea } from './columns.ts'
import { options, rounds } from './rounds.ts'

export const channel = pgEnum('channel', CHANNELS)

/**
 * The ballots of open rounds. `voter` is an HMAC of the seat under the round's secret: the row names nobody.
 * Closing empties these two tables into `tallies` and `counted_ballots`.
 */
export const ballots = pgTable(
  'ballots',
  {
    roundId: uuid()
      .notNull()
      .references(() => rounds.id, { onDelete: 'cascade' }),
    voter: bytea().notNull(),
    channel: channel().notNull(),
    used: smallint().notNull(),
    allowance: smallint().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.roundId, t.voter] }),
    check('ballots_within_allowance', sql`${t.used} between 0 and ${t.allowance}`),
  ],
)

/** A dot on an option. No time is stored with it. */
export const dots = pgTable(
  'dots',
  {
    optionId: uuid()
      .notNull()
      .references(() => options.id, { onDelete: 'cascade' }),
    voter: bytea().notNull(),
    roundId: uuid().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.roundId, t.voter, t.optionId] }),
    foreignKey({ columns: [t.roundId, t.voter], foreignColumns: [ballots.roundId, ballots.voter] }).onDelete(
      'cascade',
    ),
  ],
)

/**
 * The emptied ballot box: what each ballot of a closed round held, shuffled and without the voter,
 * so that the tally can be recounted by ballot and nobody can be found in it.
 */
export const countedBallots = pgTable(
  'counted_ballots',
  {
    roundId: uuid()
      .notNull()
      .references(() => rounds.id, { onDelete: 'cascade' }),
    number: integer().notNull(),
    channel: channel().notNull(),
    optionPositions: smallint().array().notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.number] })],
)
