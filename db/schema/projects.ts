import { index, integer, pgEnum, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { PHASES } from '#domain/projects.ts'
import { createdAt, id, moment, requestDigest } from './columns.ts'
import { people } from './people.ts'

export const phase = pgEnum('phase', PHASES)

/** A Lab project: a 9-12 month effort on one challenge. */
export const projects = pgTable(
  'projects',
  {
    id: id(),
    title: text().notNull(),
    challenge: text().notNull(),
    phase: phase().notNull().default('DISCOVERY'),
    createdBy: uuid().references(() => people.id, { onDelete: 'set null' }),
    requestDigest: requestDigest(),
    createdAt: createdAt(),
    /** When the project, its areas or its phase last changed. The database keeps it: see migration 0017. */
    updatedAt: createdAt(),
    archivedAt: moment(),
  },
  (t) => [index().on(t.createdAt, t.id)],
)

/** Every change of a project's phase: who, when, why. The first row is the beginning. */
export const phaseChanges = pgTable(
  'phase_changes',
  {
    id: id(),
    projectId: uuid()
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    from: phase(),
    to: phase().notNull(),
    reason: text(),
    changedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
    changedAt: createdAt(),
  },
  (t) => [index().on(t.projectId, t.changedAt)],
)

/** A broad theme of a project's challenge. */
export const areas = pgTable(
  'areas',
  {
    id: id(),
    projectId: uuid()
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    name: text().notNull(),
    position: integer().notNull(),
  },
  (t) => [unique().on(t.projectId, t.name)],
)

export type ProjectRow = typeof projects.$inferSelect
export type AreaRow = typeof areas.$inferSelect
export type PhaseChangeRow = typeof phaseChanges.$inferSelect
