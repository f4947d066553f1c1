import { sql } from 'drizzle-orm'
import { check, foreignKey, pgEnum, pgTable, primaryKey, smallint, uuid } from 'drizzle-orm/pg-core'
import { CHANNELS } from '#domain/votes.ts'
import { bytea } from './columns.ts'
import { rounds } from './rounds.ts'

export const channel = pgEnum('channel', CHANNELS)

/**
 * The ballots of open rounds. `voter` is an HMAC of the seat under the round's key, which is outside of the database: the
 * row names nobody. Closing empties these two tables into `tallies`.
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

/** A dot. `seal` is its option's position, encrypted under the round's key. No time is stored with it. */
export const dots = pgTable(
  'dots',
  {
    roundId: uuid().notNull(),
    voter: bytea().notNull(),
    seal: bytea().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.roundId, t.voter, t.seal] }),
    foreignKey({ columns: [t.roundId, t.voter], foreignColumns: [ballots.roundId, ballots.voter] }).onDelete(
      'cascade',
    ),
    check('dots_one_block', sql`octet_length(${t.seal}) = 16`),
  ],
)
