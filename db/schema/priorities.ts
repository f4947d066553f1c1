import { index, integer, pgTable, unique, uuid } from 'drizzle-orm/pg-core'
import { id } from './columns.ts'
import { options, rounds } from './rounds.ts'
import { workshops } from './workshops.ts'

/** An option declared taken forward. */
export const priorities = pgTable(
  'priorities',
  {
    id: id(),
    workshopId: uuid()
      .notNull()
      .references(() => workshops.id, { onDelete: 'cascade' }),
    roundId: uuid()
      .notNull()
      .references(() => rounds.id, { onDelete: 'cascade' }),
    optionId: uuid()
      .notNull()
      .references(() => options.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
  },
  (t) => [unique().on(t.optionId), index().on(t.workshopId)],
)

/** A priority that is not declared any more: what comes back when it is declared again, as if it had never gone. */
export const undeclaredPriorities = pgTable('undeclared_priorities', {
  optionId: uuid()
    .primaryKey()
    .references(() => options.id, { onDelete: 'cascade' }),
  priorityId: uuid().notNull(),
  /** The statements that reworded it. */
  statementIds: uuid().array().notNull(),
})
