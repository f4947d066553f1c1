import { type AnyColumn, type SQL, sql } from 'drizzle-orm'
import { customType, timestamp, uuid } from 'drizzle-orm/pg-core'
import { v7 } from 'uuid'
import { UNSEEN_MARKS } from '#db/unseen-marks.ts'

/** The primary key of a row: a UUIDv7 made by the application, or given by the client so that a retry finds it. */
export function id() {
  return uuid()
    .primaryKey()
    .$defaultFn(() => v7())
}

/** A moment, with its time zone. */
export function moment() {
  return timestamp({ withTimezone: true, mode: 'date' })
}

/** When the row came to be, by the database's clock. */
export function createdAt() {
  return moment().notNull().defaultNow()
}

/** Digest of what a create asked for and by whom: a retry is told apart from another request with the same id. */
export function requestDigest() {
  return bytea()
}

/** Raw bytes. */
export const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' })

const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' })

/** What searches read of a text: the stems of its words, which Postgres keeps in step. It is never selected. */
export function searchOf(column: () => AnyColumn) {
  // The slash parts words; marks that nobody sees do not.
  const marks = sql.raw(`'/${UNSEEN_MARKS}'`)
  const text = (): SQL => sql`to_tsvector('public.texts'::regconfig, translate(${column()}, ${marks}, ' '))`
  return tsvector().notNull().generatedAlwaysAs(text)
}
