import { asc, eq, sql } from 'drizzle-orm'
import type { Executor } from '#db/client.ts'
import {
  type BallotImportReport,
  type BallotImportRow,
  ballotImportPieces,
  ballotImports,
} from '#db/schema/ballot-imports.ts'
import { type RoundRow, rounds } from '#db/schema/rounds.ts'
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

/** Adds a piece of the file; a piece that is there already stays as it is. */
export async function insertPiece(
  db: Executor,
  piece: typeof ballotImportPieces.$inferInsert,
): Promise<void> {
  await db.insert(ballotImportPieces).values(piece).onConflictDoNothing()
}

/** How many pieces have arrived. */
export async function countPieces(db: Executor, importId: string): Promise<number> {
  return db.$count(ballotImportPieces, eq(ballotImportPieces.importId, importId))
}

/** The file as far as it has arrived; null when a piece in the middle is missing. */
export async function readPieces(db: Executor, importId: string): Promise<string | null> {
  const pieces = await db
    .select({ number: ballotImportPieces.number, text: ballotImportPieces.text })
    .from(ballotImportPieces)
    .where(eq(ballotImportPieces.importId, importId))
    .orderBy(asc(ballotImportPieces.number))
  if (pieces.some(({ number }, at) => number !== at)) return null
  return pieces.map(({ text }) => text).join('')
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

// An imported voter is known by name only, under the round's secret: apart from every seat, and gone at close.
const importedVoter = (roundId: string) =>
  sql`(select hmac(convert_to('imported:' || v.name, 'UTF8'), x.secret, 'sha256') from round_secrets x where x.round_id = ${roundId})`

/** Dots that these imported voters already have in the round, each by the voter's place in the list. */
export async function listImportedDots(
  tx: Executor,
  roundId: string,
  ballots: readonly ImportedBallot[],
): Promise<{ at: number; optionId: string }[]> {
  return [
    ...(await tx.execute<{ at: number; optionId: string }>(sql`
      select (v.at - 1)::int as at, d.option_id as "optionId"
      from json_array_elements_text(${JSON.stringify(ballots.map(({ voter }) => voter))}::json) with ordinality v(name, at)
      join dots d on d.round_id = ${roundId} and d.voter = ${importedVoter(roundId)}`)),
  ]
}

/** Adds imported dots: whole ballots, each counted once however often its file comes. */
export async function insertImportedBallots(
  tx: Executor,
  round: { id: string; dotsPerVoter: number },
  ballots: readonly ImportedBallot[],
): Promise<void> {
  const marks = ballots.flatMap(({ voter, optionIds }) => optionIds.map((optionId) => ({ voter, optionId })))
  await tx.execute(sql`
    insert into ballots as b (round_id, voter, channel, used, allowance)
    select ${round.id}, ${importedVoter(round.id)}, 'IMPORTED', 0, ${round.dotsPerVoter}
    from json_array_elements_text(${JSON.stringify(ballots.map(({ voter }) => voter))}::json) v(name)
    on conflict do nothing`)
  await tx.execute(sql`
    with added as (
      insert into dots (round_id, voter, option_id)
      select ${round.id}, ${importedVoter(round.id)}, v.option_id
      from json_to_recordset(${JSON.stringify(marks.map(({ voter, optionId }) => ({ name: voter, option_id: optionId })))}::json)
        v(name text, option_id uuid)
      on conflict do nothing returning voter)
    update ballots b set used = b.used + n.added
    from (select voter, count(*) as added from added group by voter) n
    where b.round_id = ${round.id} and b.voter = n.voter`)
}
