import { sql } from 'drizzle-orm'
import { index, pgEnum, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { SEAT_ROLES } from '#domain/seats.ts'
import { createdAt, id, moment } from './columns.ts'
import { people } from './people.ts'
import { tables, workshops } from './workshops.ts'

export const seatRole = pgEnum('seat_role', SEAT_ROLES)

/** One person's place in one workshop. Without a person it is an invitation that nobody has taken up. */
export const seats = pgTable(
  'seats',
  {
    id: id(),
    workshopId: uuid()
      .notNull()
      .references(() => workshops.id, { onDelete: 'cascade' }),
    personId: uuid().references(() => people.id, { onDelete: 'set null' }),
    role: seatRole().notNull().default('PARTICIPANT'),
    displayName: text().notNull(),
    tableId: uuid().references(() => tables.id, { onDelete: 'set null' }),
    /** The address an invitation went to; null for somebody who came in with the room code. */
    invitedEmail: text(),
    invitedAt: moment(),
    joinedAt: moment(),
    removedAt: moment(),
    createdAt: createdAt(),
  },
  (t) => [
    index().on(t.workshopId, t.createdAt, t.id),
    // Counts of participants read this index alone.
    index('seats_joined_participants')
      .on(t.workshopId)
      .where(sql`${t.role} = 'PARTICIPANT' and ${t.removedAt} is null and ${t.joinedAt} is not null`),
    index().on(t.tableId).where(sql`${t.removedAt} is null`),
    index().on(t.personId).where(sql`${t.removedAt} is null`),
    index().on(t.invitedEmail).where(sql`${t.personId} is null and ${t.removedAt} is null`),
    uniqueIndex('seats_one_per_person').on(t.workshopId, t.personId).where(sql`${t.removedAt} is null`),
    uniqueIndex('seats_one_per_invited_email')
      .on(t.workshopId, t.invitedEmail)
      .where(sql`${t.removedAt} is null`),
  ],
)

export type SeatRow = typeof seats.$inferSelect
