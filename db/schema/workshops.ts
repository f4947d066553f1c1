import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  index,
  integer,
  pgEnum,
  pgTable,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { NAMES_SHOWN } from '#domain/critiques.ts'
import { createdAt, id, moment, requestDigest } from './columns.ts'
import { people } from './people.ts'
import { areas, phase, projects } from './projects.ts'

export const namesShown = pgEnum('names_shown', NAMES_SHOWN)

/** One facilitated event inside a project. */
export const workshops = pgTable(
  'workshops',
  {
    id: id(),
    projectId: uuid()
      .notNull()
      .references(() => projects.id, { onDelete: 'cascade' }),
    slug: text().notNull().unique(),
    title: text().notNull(),
    description: text(),
    venue: text(),
    startsOn: date({ mode: 'string' }).notNull(),
    endsOn: date({ mode: 'string' }).notNull(),
    timeZone: text().notNull().default('Europe/London'),
    contactEmail: text(),
    /** The phase of the project that the workshop serves. */
    phase: phase().notNull().default('DISCOVERY'),
    roomCode: text().notNull().unique(),
    /** What the QR code holds in place of the code, so that it cannot be guessed. */
    joinToken: text()
      .notNull()
      .unique()
      .default(sql`translate(encode(gen_random_bytes(16), 'base64'), '+/=', '-_')`),
    /** False once a facilitator has closed the room. */
    roomOpen: boolean().notNull().default(true),
    /** The day on which a facilitator opened the room outside of the workshop's own days. */
    roomOpenedOn: date({ mode: 'string' }),
    dotsPerVoter: smallint().notNull().default(4),
    prioritiesToSelect: smallint().notNull().default(4),
    /** Whether ideas and comments show who wrote them, or only the table's code. */
    namesShown: namesShown().notNull().default('NAMES'),
    /** Whether participants may move cards on the board, or facilitators alone. */
    anyoneArranges: boolean().notNull().default(false),
    /** Where an imported workshop was transcribed from; null for one that was run here. */
    source: text(),
    /** Participants as a source states them ("over 50"), where nobody was seated here. */
    statedParticipants: text(),
    /** Origins of web pages that may frame its results and progress. */
    embedOrigins: text().array().notNull().default([]),
    createdBy: uuid().references(() => people.id, { onDelete: 'set null' }),
    requestDigest: requestDigest(),
    createdAt: createdAt(),
    /** When what readers are told of the workshop itself last changed. The database keeps it: see migration 0017. */
    updatedAt: createdAt(),
    publishedAt: moment(),
    /** When it was last taken back; publishing it again leaves that as it is. */
    unpublishedAt: moment(),
    archivedAt: moment(),
    deletedAt: moment(),
  },
  (t) => [
    index().on(t.projectId),
    index().on(t.startsOn, t.id),
    check('workshops_end_after_start', sql`${t.endsOn} >= ${t.startsOn}`),
    check('workshops_dots_in_bounds', sql`${t.dotsPerVoter} between 1 and 20`),
    check('workshops_priorities_in_bounds', sql`${t.prioritiesToSelect} between 1 and 20`),
  ],
)

/** People who work together at a workshop, assigned to an area; the code is stamped on what they write. */
export const tables = pgTable(
  'tables',
  {
    id: id(),
    workshopId: uuid()
      .notNull()
      .references(() => workshops.id, { onDelete: 'cascade' }),
    areaId: uuid().references(() => areas.id, { onDelete: 'set null' }),
    code: text().notNull(),
    name: text(),
    position: integer().notNull(),
    requestDigest: requestDigest(),
  },
  (t) => [unique().on(t.workshopId, t.code)],
)

export type WorkshopRow = typeof workshops.$inferSelect
export type TableRow = typeof tables.$inferSelect
