import { index, integer, pgEnum, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { ACTIVITIES, STEP_STATES } from '#domain/steps.ts'
import { createdAt, id, moment, requestDigest } from './columns.ts'
import { workshops } from './workshops.ts'

export const activity = pgEnum('activity', ACTIVITIES)
export const stepState = pgEnum('step_state', STEP_STATES)

/** An ordered part of a workshop. Its state is changed, never its past: reopening loses nothing. */
export const steps = pgTable(
  'steps',
  {
    id: id(),
    workshopId: uuid()
      .notNull()
      .references(() => workshops.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    day: integer().notNull().default(1),
    title: text().notNull(),
    instructions: text(),
    plannedMinutes: integer().notNull().default(30),
    activity: activity().notNull(),
    state: stepState().notNull().default('PLANNED'),
    openedAt: moment(),
    closedAt: moment(),
    requestDigest: requestDigest(),
    createdAt: createdAt(),
  },
  (t) => [index().on(t.workshopId, t.position)],
)

export type StepRow = typeof steps.$inferSelect
