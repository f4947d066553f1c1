import { asc, eq, sql } from 'drizzle-orm'
import { type BallotKey, importedVoterOf, openText, sealText } from '#db/ballot-seals.ts'
import type { Executor } from '#db/client.ts'
import {
  type BallotImportReport,
  type BallotImportRow,
  ballotImportPieces,
  ballotImports,
} from '#db/schema/ballot-imports.ts'
import { type RoundRow, rounds } from '#db/schema/rounds.ts'
import { insertBallots, listHeldDots } from './ballots.ts'
import { importLock } from './running-imports.ts'

/** An import as it stands. */
export type BallotImportView = BallotImportRow

/** Begins an import unless one with this id is there; returns whether it was begun. */
export async function insertBallotImport(
  tx: Executor,
  row: typeof ballotImports.$inferInsert,
): Promise<boolean> {
  return (
    (await tx.insert(ballotImports).values(row).onConflictDoNothing().returning({ id: ballotImports.id }))
      .length > 0
  )
}

/** Finds an import. */
export async function findBallotImport(db: Executor, id: string): Promise<BallotImportView | null> {
  const [row] = await db.select().from(ballotImports).where(eq(ballotImports.id, id))
  return row ?? null
}

/**
 * Adds a piece of the file, sealed: once the round has closed nobody reads in it who voted for what. A piece that is there
 * already stays as it is.
 */
export async function insertPiece(
  db: Executor,
  key: BallotKey,
  { importId, number, text }: { importId: string; number: number; text: string },
): Promise<void> {
  await db
    .insert(ballotImportPieces)
    .values({ importId, number, sealed: sealText(key, text) })
    .onConflictDoNothing()
}

/** How many pieces have arrived. */
export async function countPieces(db: Executor, importId: string): Promise<number> {
  return db.$count(ballotImportPieces, eq(ballotImportPieces.importId, importId))
}

/** The file as far as it has arrived; null when a piece in the middle is missing. */
export async function readPieces(db: Executor, key: BallotKey, importId: string): Promise<string | null> {
  const pieces = await db
    .select({ number: ballotImportPieces.number, sealed: ballotImportPieces.sealed })
    .from(ballotImportPieces)
    .where(eq(ballotImportPieces.importId, importId))
    .orderBy(asc(ballotImportPieces.number))
  if (pieces.some(({ number }, at) => number !== at)) return null
  return pieces.map(({ sealed }) => openText(key, sealed)).join('')
}

/**
 * Holds an open round for adding a file: one file at a time, and nobody closes the round. Votes go on, since a voter who
 * waited for a lock would keep a connection that other rooms need.
 */
export async function holdRoundForImport(tx: Executor, roundId: string): Promise<RoundRow | null> {
  await tx.execute(sql`select pg_advisory_xact_lock(${importLock(roundId)})`)
  const [row] = await tx.select().from(rounds).where(eq(rounds.id, roundId)).for('share')
  return row ?? null
}

/** Writes down how many ballots of a file have been added so far. */
export async function saveProgress(
  db: Executor,
  id: string,
  report: BallotImportReport,
  done: number,
): Promise<void> {
  await db
    .update(ballotImports)
    .set({ report: { ...report, done } })
    .where(eq(ballotImports.id, id))
}

/** Writes down what an import would do, or that it was done; null forgets it, so that it is checked again. */
export async function saveReport(
  db: Executor,
  id: string,
  report: BallotImportReport | null,
  applied: boolean,
): Promise<void> {
  await db
    .update(ballotImports)
    .set({ report, ...(applied && { appliedAt: new Date() }) })
    .where(eq(ballotImports.id, id))
}

export type ImportedBallot = { voter: string; optionIds: string[] }

/** The round that a file is added to: its key, and which option has which position. */
export type ImportRoll = { key: BallotKey; roll: readonly { id: string; position: number }[] }

/** Dots that these imported voters already have in the round, by the voter's place in the list. */
export async function listImportedDots(
  tx: Executor,
  roundId: string,
  { key, roll }: ImportRoll,
  ballots: readonly ImportedBallot[],
): Promise<Map<number, Set<string>>> {
  const voters = ballots.map(({ voter }) => importedVoterOf(key, voter))
  const options = new Map(roll.map(({ id, position }) => [position, id]))
  const held = await listHeldDots(tx, roundId, key, voters)
  const optionsOf = (positions: Set<number>) =>
    new Set([...positions].flatMap((position) => options.get(position) ?? []))
  return new Map([...held].map(([at, positions]) => [at, optionsOf(positions)]))
}

/** Adds imported dots: whole ballots, each counted once however often its file comes. */
export async function insertImportedBallots(
  tx: Executor,
  round: { id: string; dotsPerVoter: number },
  { key, roll }: ImportRoll,
  ballots: readonly ImportedBallot[],
): Promise<void> {
  const positions = new Map(roll.map(({ id, position }) => [id, position]))
  const sealed = ballots.map(({ voter, optionIds }) => ({
    voter: importedVoterOf(key, voter),
    positions: optionIds.flatMap((id) => positions.get(id) ?? []),
  }))
  await insertBallots(tx, { ...round, channel: 'IMPORTED' }, key, sealed)
}
