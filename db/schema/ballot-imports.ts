import { index, integer, jsonb, pgEnum, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import type { SheetReading } from '#domain/sheet-readings.ts'
import { bytea, createdAt, id, moment } from './columns.ts'
import { people } from './people.ts'
import { rounds } from './rounds.ts'

export const ballotImportKind = pgEnum('ballot_import_kind', ['BALLOTS', 'TALLY'])

/** What an import would do, or did. */
export type BallotImportReport = {
  reading?: SheetReading
  /** How many ballots have been added so far; there while a file is being added. */
  done?: number
  lines: number
  ballots: number
  added: number
  alreadyPresent: number
  /** Of a file of figures: how many are new, and how many take the place of others. */
  newFigures?: number
  replacedFigures?: number
  refusedCount: number
  refused: { line: number; code: string; reason: string }[]
}

/** A file of ballots made elsewhere, on its way into an open round. */
export const ballotImports = pgTable(
  'ballot_imports',
  {
    id: id(),
    roundId: uuid()
      .notNull()
      .references(() => rounds.id, { onDelete: 'cascade' }),
    kind: ballotImportKind().notNull(),
    fileName: text().notNull(),
    exactDots: integer(),
    report: jsonb().$type<BallotImportReport>(),
    startedBy: uuid().references(() => people.id, { onDelete: 'set null' }),
    startedAt: createdAt(),
    appliedAt: moment(),
  },
  (t) => [index().on(t.roundId)],
)

/** The file in pieces small enough for one request each, sealed under the round's key. Emptied when the round closes. */
export const ballotImportPieces = pgTable(
  'ballot_import_pieces',
  {
    importId: uuid()
      .notNull()
      .references(() => ballotImports.id, { onDelete: 'cascade' }),
    number: integer().notNull(),
    sealed: bytea().notNull(),
  },
  (t) => [primaryKey({ columns: [t.importId, t.number] })],
)

export type BallotImportRow = typeof ballotImports.$inferSelect
