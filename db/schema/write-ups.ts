import { index, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { WRITE_UP_AUDIENCES, WRITE_UP_SECTIONS } from '#domain/write-ups.ts'
import { createdAt, id, moment, requestDigest } from './columns.ts'
import { people } from './people.ts'
import { workshops } from './workshops.ts'

export const writeUpAudience = pgEnum('write_up_audience', WRITE_UP_AUDIENCES)
export const writeUpSection = pgEnum('write_up_section', WRITE_UP_SECTIONS)

/** How a workshop's write-up is published. Withdrawn ones keep their token, so that the same address can be given out again. */
export const writeUps = pgTable('write_ups', {
  workshopId: uuid()
    .primaryKey()
    .references(() => workshops.id, { onDelete: 'cascade' }),
  audience: writeUpAudience().notNull(),
  /** The unguessable part of its address. Those who run the workshop may see it again, so it is kept as it is. */
  token: text().notNull().unique(),
  publishedAt: moment(),
})

/** Every version of every text around the figures. None is ever changed: a restored one is written again. */
export const writeUpTexts = pgTable(
  'write_up_texts',
  {
    id: id(),
    workshopId: uuid()
      .notNull()
      .references(() => workshops.id, { onDelete: 'cascade' }),
    section: writeUpSection().notNull(),
    text: text().notNull(),
    /** Who wrote it; null for what was loaded or imported, and when the person is gone. */
    personId: uuid().references(() => people.id, { onDelete: 'set null' }),
    requestDigest: requestDigest(),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.workshopId, t.section, t.createdAt)],
)

export type WriteUpRow = typeof writeUps.$inferSelect
export type WriteUpTextRow = typeof writeUpTexts.$inferSelect
