import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  pgEnum,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { CYCLE_DECISIONS, CYCLE_STATES } from '#domain/cycles.ts'
import { briefs } from './briefs.ts'
import { createdAt, id, requestDigest } from './columns.ts'
import { people } from './people.ts'

export const cycleState = pgEnum('cycle_state', CYCLE_STATES)
export const cycleDecision = pgEnum('cycle_decision', CYCLE_DECISIONS)

/** A local team that tests a brief where it works. */
export const testTeams = pgTable(
  'test_teams',
  {
    id: id(),
    briefId: uuid()
      .notNull()
      .references(() => briefs.id, { onDelete: 'cascade' }),
    organisation: text().notNull(),
    context: text(),
    people: text(),
    requestDigest: requestDigest(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [index().on(t.briefId, t.id), unique('test_teams_id_brief').on(t.id, t.briefId)],
)

/** One Plan-Do-Study-Act cycle of a team. */
export const testCycles = pgTable(
  'test_cycles',
  {
    id: id(),
    teamId: uuid()
      .notNull()
      .references(() => testTeams.id, { onDelete: 'cascade' }),
    /** The cycle that it follows in a ramp: one cycle is followed by one. */
    previousId: uuid().references((): AnyPgColumn => testCycles.id, { onDelete: 'set null' }),
    state: cycleState().notNull().default('PLAN'),
    question: text(),
    prediction: text(),
    scale: text(),
    setting: text(),
    dataPlan: text(),
    dataOverTime: boolean().notNull().default(false),
    happened: text(),
    comparison: text(),
    decision: cycleDecision(),
    decisionReason: text(),
    requestDigest: requestDigest(),
    createdAt: createdAt(),
    updatedAt: createdAt(),
  },
  (t) => [
    index().on(t.teamId, t.id),
    unique().on(t.previousId),
    check('test_cycles_done_with_a_decision', sql`(${t.state} = 'DONE') = (${t.decision} is not null)`),
    check('test_cycles_begun_with_a_prediction', sql`${t.state} = 'PLAN' or ${t.prediction} is not null`),
  ],
)

/** Every change of a cycle's part: who, when and, where it went back, why. */
export const cycleChanges = pgTable(
  'cycle_changes',
  {
    id: id(),
    cycleId: uuid()
      .notNull()
      .references(() => testCycles.id, { onDelete: 'cascade' }),
    from: cycleState().notNull(),
    to: cycleState().notNull(),
    /** How it was decided, where this ended the cycle: it stays when the cycle is taken up again. */
    decision: cycleDecision(),
    reason: text(),
    changedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
    changedAt: createdAt(),
  },
  (t) => [index().on(t.cycleId, t.id)],
)

export type TestTeamRow = typeof testTeams.$inferSelect
export type TestCycleRow = typeof testCycles.$inferSelect
