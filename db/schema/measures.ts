import { sql } from 'drizzle-orm'
import {
  boolean,
  date,
  index,
  integer,
  numeric,
  pgEnum,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { DIRECTIONS, MEASURE_KINDS } from '#domain/measures.ts'
import { createdAt, id, moment, requestDigest } from './columns.ts'
import { critiques } from './critiques.ts'
import { people } from './people.ts'
import { projects } from './projects.ts'

export const measureKind = pgEnum('measure_kind', MEASURE_KINDS)
export const direction = pgEnum('direction', DIRECTIONS)

/** A quantity that a project follows over time. */
export const measures = pgTable(
  'measures',
  {
    id: id(),
    projectId: uuid()
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    title: text().notNull(),
    kind: measureKind().notNull(),
    direction: direction().notNull(),
    unit: text().notNull(),
    definition: text().notNull(),
    target: figure(),
    /** The first baseline is locked to so many points; null takes in every one. */
    baselinePoints: integer(),
    /** The comment on an unintended consequence that it was made from. */
    critiqueId: uuid().references(() => critiques.id, { onDelete: 'set null' }),
    /** Whether the title still is the beginning of that comment, and nobody has worded it yet. */
    titledByCritique: boolean().notNull().default(false),
    createdBy: uuid().references(() => people.id, { onDelete: 'set null' }),
    requestDigest: requestDigest(),
    createdAt: createdAt(),
    /** When the measure, its points or what stands on its chart last changed. The database keeps it: see migration 0017. */
    updatedAt: createdAt(),
    archivedAt: moment(),
  },
  (t) => [index().on(t.projectId, t.id), unique().on(t.critiqueId)],
)

/** One value for one day. A removed point stays, with who and why, and makes room for another. */
export const measurePoints = pgTable(
  'measure_points',
  {
    id: id(),
    measureId: uuid()
      .notNull()
      .references(() => measures.id, { onDelete: 'cascade' }),
    day: date({ mode: 'string' }).notNull(),
    value: figure().notNull(),
    addedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
    addedAt: createdAt(),
    /** When its value last changed, or it was taken out or put back. The database keeps it: see migration 0017. */
    updatedAt: createdAt(),
    removedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
    removedAt: moment(),
    removedReason: text(),
    requestDigest: requestDigest(),
  },
  (t) => [
    uniqueIndex('measure_points_day').on(t.measureId, t.day).where(sql`${t.removedAt} is null`),
    index().on(t.measureId, t.day, t.id),
    index('measure_points_removed').on(t.removedAt, t.id).where(sql`${t.removedAt} is not null`),
  ],
)

/** What a corrected point was before: who changed it, when and why. */
export const pointCorrections = pgTable(
  'point_corrections',
  {
    id: id(),
    pointId: uuid()
      .notNull()
      .references(() => measurePoints.id, { onDelete: 'cascade' }),
    from: figure().notNull(),
    to: figure().notNull(),
    reason: text().notNull(),
    correctedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
    correctedAt: createdAt(),
  },
  (t) => [index().on(t.pointId, t.id)],
)

/** A declaration that from this day on a measure is judged by new lines. */
export const baselines = pgTable(
  'baselines',
  {
    id: id(),
    measureId: uuid()
      .notNull()
      .references(() => measures.id, { onDelete: 'cascade' }),
    fromDay: date({ mode: 'string' }).notNull(),
    lockedPoints: integer(),
    reason: text().notNull(),
    declaredBy: uuid().references(() => people.id, { onDelete: 'set null' }),
    declaredAt: createdAt(),
    withdrawnAt: moment(),
    requestDigest: requestDigest(),
  },
  (t) => [uniqueIndex('baselines_day').on(t.measureId, t.fromDay).where(sql`${t.withdrawnAt} is null`)],
)

/** Words on a chart at a day: what happened then. */
export const annotations = pgTable(
  'annotations',
  {
    id: id(),
    measureId: uuid()
      .notNull()
      .references(() => measures.id, { onDelete: 'cascade' }),
    day: date({ mode: 'string' }).notNull(),
    text: text().notNull(),
    writtenBy: uuid().references(() => people.id, { onDelete: 'set null' }),
    writtenAt: createdAt(),
    withdrawnAt: moment(),
    requestDigest: requestDigest(),
  },
  (t) => [index().on(t.measureId, t.day)],
)

/** As exact as it was entered: up to nine figures before the point and six after it. */
function figure() {
  return numeric({ precision: 15, scale: 6, mode: 'number' })
}

export type MeasureRow = typeof measures.$inferSelect
export type PointRow = typeof measurePoints.$inferSelect
export type BaselineRow = typeof baselines.$inferSelect
export type AnnotationRow = typeof annotations.$inferSelect
