import { sql } from 'drizzle-orm'
import { check, integer, jsonb, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { Channel } from '#domain/votes.ts'
import { channel } from './ballots.ts'
import { createdAt } from './columns.ts'
import { people } from './people.ts'
import { options, rounds } from './rounds.ts'

export const entry = pgEnum('entry', ['FIRST', 'SECOND'])

/** Dots of a closed round by option and channel. No row for an option means that there is no figure, which is not zero. */
export const tallies = pgTable(
  'tallies',
  {
    roundId: uuid()
      .notNull()
      .references(() => rounds.id, { onDelete: 'cascade' }),
    optionId: uuid()
      .notNull()
      .references(() => options.id, { onDelete: 'cascade' }),
    channel: channel().notNull(),
    dots: integer().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.roundId, t.optionId, t.channel] }),
    check('tallies_not_negative', sql`${t.dots} >= 0`),
  ],
)

/** Ballots of a closed round by channel; null where the channel came without ballots. */
export const channelTotals = pgTable(
  'channel_totals',
  {
    roundId: uuid()
      .notNull()
      .references(() => rounds.id, { onDelete: 'cascade' }),
    channel: channel().notNull(),
    ballots: integer(),
    dots: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.roundId, t.channel] })],
)

/** Figures of an open round as they were last counted for everybody to see. */
export type LiveFigures = {
  dots: [optionId: string, channel: Channel, dots: number][]
  totals: [channel: Channel, ballots: number | null, dots: number][]
}

/**
 * The tallies of an open round that shows them, as the room sees them: counted anew only once five more ballots are in, so
 * that no single ballot can be told from two looks. Emptied when the round closes.
 */
export const liveTallies = pgTable('live_tallies', {
  roundId: uuid()
    .primaryKey()
    .references(() => rounds.id, { onDelete: 'cascade' }),
  ballots: integer().notNull(),
  figures: jsonb().$type<LiveFigures>().notNull(),
})

/** Tallies entered by hand (PAPER, twice) or from a file (IMPORTED, once) while the round is open. */
export const enteredTallies = pgTable(
  'entered_tallies',
  {
    roundId: uuid()
      .notNull()
      .references(() => rounds.id, { onDelete: 'cascade' }),
    optionId: uuid()
      .notNull()
      .references(() => options.id, { onDelete: 'cascade' }),
    channel: channel().notNull(),
    entry: entry().notNull(),
    dots: integer().notNull(),
    enteredBy: uuid().references(() => people.id, { onDelete: 'set null' }),
    enteredAt: createdAt(),
    source: text(),
  },
  (t) => [
    primaryKey({ columns: [t.roundId, t.optionId, t.channel, t.entry] }),
    check('entered_tallies_not_negative', sql`${t.dots} >= 0`),
  ],
)
