import { date, index, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { CHECK_IN_OUTCOMES } from '#domain/check-ins.ts'
import { createdAt, id, requestDigest } from './columns.ts'
import { ideas } from './ideas.ts'
import { people } from './people.ts'

export const checkInOutcome = pgEnum('check_in_outcome', CHECK_IN_OUTCOMES)

/** What somebody said became of an idea. Each stays; the latest holds. */
export const checkIns = pgTable(
  'check_ins',
  {
    id: id(),
    ideaId: uuid()
      .notNull()
      .references(() => ideas.id, { onDelete: 'cascade' }),
    outcome: checkInOutcome().notNull(),
    text: text(),
    personId: uuid().references(() => people.id, { onDelete: 'set null' }),
    requestDigest: requestDigest(),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.ideaId, t.id)],
)

/** For which due day people were asked by e-mail what became of an idea: they are asked once. */
export const checkInAsks = pgTable(
  'check_in_asks',
  {
    ideaId: uuid()
      .notNull()
      .references(() => ideas.id, { onDelete: 'cascade' }),
    dueOn: date({ mode: 'string' }).notNull(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.ideaId, t.dueOn] })],
)

export type CheckInRow = typeof checkIns.$inferSelect
