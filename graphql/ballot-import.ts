// A file of ballots or figures on its way into an open round: read in slices before anything is locked, then added in one
// transaction that keeps nobody but the closing of the round waiting.
import { ballotKey } from '#db/ballot-keys.ts'
import type { Database, Executor } from '#db/client.ts'
import {
  type BallotImportView,
  holdRoundForImport,
  type ImportedBallot,
  type ImportRoll,
  insertImportedBallots,
  listImportedDots,
  readPieces,
  saveProgress,
  saveReport,
} from '#db/queries/ballot-imports.ts'
import { findRound, listEntered, listOptions, saveEntered } from '#db/queries/rounds.ts'
import type { BallotImportReport } from '#db/schema/ballot-imports.ts'
import { readBallotSheet, readTallySheet } from '#domain/ballot-sheets.ts'
import { plural } from '#domain/numbers.ts'
import { type LineRefusal, type Refusal, refusal } from '#domain/refusal.ts'
import type { SheetReading } from '#domain/sheet-readings.ts'
import { inSlices } from './in-slices.ts'

type Round = { id: string; dotsPerVoter: number }
type Figure = { optionId: string; votes: number }
type Ballot = ImportedBallot & { line: number }
type Planned = {
  options: string[]
  into: ImportRoll
  reading: SheetReading
  lines: number
  ballots: Ballot[]
  tally: Figure[]
  refused: LineRefusal[]
}

const LISTED = 100
// A file of any size in statements that each end well before a statement is stopped.
const BALLOTS_AT_ONCE = 500

/** Reads the whole file and says what it would add, without changing anything. */
export async function checkImport(
  db: Executor,
  round: Round,
  file: BallotImportView,
): Promise<BallotImportReport | Refusal> {
  const plan = await planFile(db, round, file)
  return 'code' in plan ? plan : reportOn(db, round, plan)
}

/**
 * Adds the file to its round, all of it or nothing. How far it is can be read meanwhile. Others who add a file to the round
 * wait their turn; those who vote in it do not.
 */
export async function applyImport(
  db: Database,
  file: BallotImportView,
): Promise<BallotImportReport | Refusal> {
  const found = await findRound(db, file.roundId)
  const plan = found?.state === 'OPEN' ? await planFile(db, found, file) : notOpen()
  if ('code' in plan) return plan
  try {
    return await db.transaction(async (tx) => {
      const round = await holdRoundForImport(tx, file.roundId)
      if (round?.state !== 'OPEN') return notOpen()
      const options = (await listOptions(tx, [round.id])).map(({ id, title }) => `${id} ${title}`)
      if (options.join('\n') !== plan.options.join('\n'))
        return refusal(
          'STALE_STATE',
          'The ballot has changed meanwhile. Check the file again; nothing was added.',
        )
      const report = await reportOn(tx, round, plan)
      if (report.refusedCount > 0) {
        const message = `${plural(report.refusedCount, 'line')} cannot be read. Correct the file and choose it again; nothing was added.`
        return refusal('BAD_USER_INPUT', message)
      }
      if (plan.ballots.length > BALLOTS_AT_ONCE) await saveProgress(db, file.id, report, 0)
      for (let from = 0; from < plan.ballots.length; from += BALLOTS_AT_ONCE) {
        const some = plan.ballots.slice(from, from + BALLOTS_AT_ONCE)
        await insertImportedBallots(tx, round, plan.into, some)
        await saveProgress(db, file.id, report, Math.min(plan.ballots.length, from + BALLOTS_AT_ONCE))
      }
      await saveEntered(tx, enteredAt(round, file), plan.tally)
      await saveReport(tx, file.id, report, true)
      return report
    })
  } catch (error) {
    await saveReport(db, file.id, null, false)
    throw error
  }
}

/** Why no file is taken into a round that is not open. */
export function notOpen(): Refusal {
  return refusal('ROUND_CLOSED', 'Ballots are imported while voting is open. Open a round first.')
}

function enteredAt(round: Round, file: BallotImportView) {
  const [channel, entry] = ['IMPORTED', 'FIRST'] as const
  return { roundId: round.id, channel, entry, enteredBy: file.startedBy ?? '', source: file.fileName }
}

async function planFile(db: Executor, round: Round, file: BallotImportView): Promise<Planned | Refusal> {
  const key = await ballotKey(round.id)
  const text = await readPieces(db, key, file.id)
  if (text === null || text === '')
    return refusal('BAD_USER_INPUT', 'The file has not arrived whole. Choose it again.')
  const roll = await listOptions(db, [round.id])
  const [into, options] = [{ key, roll }, roll.map(({ id, title }) => `${id} ${title}`)]
  if (file.kind === 'TALLY') {
    const read = await inSlices(readTallySheet(text, { options: roll }))
    if ('code' in read) return read
    const { tally, refused, counted } = read.plan
    return { options, into, reading: read.reading, lines: counted.lines, ballots: [], tally, refused }
  }
  const rules = { options: roll, dotsPerVoter: round.dotsPerVoter, exactly: file.exactDots }
  const read = await inSlices(readBallotSheet(text, rules))
  if ('code' in read) return read
  const { ballots, refused, counted } = read.plan
  return { options, into, reading: read.reading, lines: counted.lines, ballots, tally: [], refused }
}

// What the round holds already is looked up in parts as well: a large file is as many rows on the way back.
async function reportOn(db: Executor, round: Round, plan: Planned): Promise<BallotImportReport> {
  const refused = [...plan.refused]
  let [added, alreadyPresent] = [0, 0]
  for (let from = 0; from < plan.ballots.length; from += BALLOTS_AT_ONCE) {
    const ballots = plan.ballots.slice(from, from + BALLOTS_AT_ONCE)
    const held = await listImportedDots(db, round.id, plan.into, ballots)
    for (const [at, { line, optionIds }] of ballots.entries()) {
      const before = held.get(at) ?? new Set()
      const fresh = optionIds.filter((id) => !before.has(id)).length
      added += fresh
      alreadyPresent += optionIds.length - fresh
      if (before.size + fresh > round.dotsPerVoter) refused.push({ line, ...OVER_THE_LIMIT })
    }
  }
  const report = { reading: plan.reading, lines: plan.lines, ballots: plan.ballots.length }
  const listed = {
    refusedCount: refused.length,
    refused: refused.sort((a, b) => a.line - b.line).slice(0, LISTED),
  }
  if (plan.tally.length === 0) return { ...report, added, alreadyPresent, ...listed }
  return { ...report, ...(await figuresOf(db, round, plan.tally)), ...listed }
}

const OVER_THE_LIMIT = {
  code: 'BALLOT_SIZE',
  reason: 'With the dots imported before, this ballot holds more than the limit.',
} as const

// A file speaks for the issues that it names: figures of others stay as they are.
async function figuresOf(db: Executor, round: Round, tally: readonly Figure[]) {
  const entered = await listEntered(db, round.id, 'IMPORTED', 'FIRST')
  const before = new Map(entered.map(({ optionId, votes }) => [optionId, votes]))
  const fresh = tally.filter(({ optionId }) => !before.has(optionId))
  const same = tally.filter(({ optionId, votes }) => before.get(optionId) === votes)
  const sum = (figures: readonly Figure[]) => figures.reduce((total, { votes }) => total + votes, 0)
  return {
    added: sum(fresh),
    alreadyPresent: sum(same),
    newFigures: fresh.length,
    replacedFigures: tally.length - fresh.length - same.length,
  }
}
