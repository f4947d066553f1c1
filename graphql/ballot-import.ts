import { type CsvError, parse } from 'csv-parse/sync'
import type { Executor } from '#db/client.ts'
import {
  type BallotImportView,
  type ImportedBallot,
  insertImportedBallots,
  listImportedDots,
  readPieces,
  saveReport,
} from '#db/queries/ballot-imports.ts'
import { listEntered, listOptions, saveEntered } from '#db/queries/rounds.ts'
import type { BallotImportReport } from '#db/schema/ballot-imports.ts'
import { matchKey, planBallotImport, planTallyImport } from '#domain/ballot-imports.ts'
import { type Refusal, refusal } from '#domain/refusal.ts'

type Round = { id: string; dotsPerVoter: number }
type Figure = { optionId: string; votes: number }
type Plan = { report: BallotImportReport; ballots: ImportedBallot[]; tally: Figure[] }
type Refused = BallotImportReport['refused']
type Row = { line: number; cells: string[] }

const LISTED = 100

/** Reads the whole file and says what it would add, without changing anything. */
export async function checkImport(
  tx: Executor,
  round: Round,
  file: BallotImportView,
): Promise<Plan | Refusal> {
  const text = await readPieces(tx, file.id)
  if (text === null || text === '')
    return refusal('BAD_USER_INPUT', 'The file has not arrived whole. Choose it again.')
  const columns = file.kind === 'BALLOTS' ? ['voter', 'issue'] : ['issue', 'votes']
  const rows = readRows(text, columns)
  if ('code' in rows) return rows
  const options = await listOptions(tx, [round.id])
  return file.kind === 'BALLOTS'
    ? planBallots(tx, round, file, rows, options)
    : planTally(tx, round, rows, options)
}

/** Adds the file to a locked round, all of it or nothing. */
export async function applyImport(
  tx: Executor,
  round: Round,
  file: BallotImportView,
): Promise<Plan | Refusal> {
  const plan = await checkImport(tx, round, file)
  if ('code' in plan) return plan
  if (plan.report.refusedCount > 0) {
    return refusal(
      'BAD_USER_INPUT',
      `${plan.report.refusedCount} lines cannot be read. Correct the file and choose it again; nothing was added.`,
    )
  }
  if (file.kind === 'BALLOTS') await insertImportedBallots(tx, round, plan.ballots)
  else {
    const at = {
      roundId: round.id,
      channel: 'IMPORTED',
      entry: 'FIRST',
      enteredBy: file.startedBy ?? '',
      source: file.fileName,
    } as const
    await saveEntered(tx, at, plan.tally)
  }
  await saveReport(tx, file.id, plan.report, true)
  return plan
}

async function planBallots(
  tx: Executor,
  round: Round,
  file: BallotImportView,
  rows: Row[],
  options: { id: string; title: string }[],
): Promise<Plan> {
  const marks = rows.map(({ line, cells: [voter = '', issue = ''] }) => ({ line, voter, issue }))
  const plan = planBallotImport({
    rows: marks,
    options,
    dotsPerVoter: round.dotsPerVoter,
    exactly: file.exactDots,
  })
  const ballots = plan.ballots.map(({ voter, optionIds }) => ({ voter: matchKey(voter), optionIds }))
  const held = new Map<number, Set<string>>()
  for (const { at, optionId } of await listImportedDots(
    tx,
    round.id,
    ballots.map(({ voter }) => voter),
  )) {
    held.set(at, (held.get(at) ?? new Set()).add(optionId))
  }
  const refused: Refused = [...plan.refused]
  let alreadyPresent = 0
  let dots = 0
  for (const [at, { voter, optionIds }] of ballots.entries()) {
    const before = held.get(at) ?? new Set()
    const fresh = optionIds.filter((id) => !before.has(id))
    dots += fresh.length
    alreadyPresent += optionIds.length - fresh.length
    if (before.size + fresh.length <= round.dotsPerVoter) continue
    const line = marks.find((mark) => matchKey(mark.voter) === voter)?.line ?? 0
    refused.push({
      line,
      code: 'BALLOT_SIZE',
      reason: 'With the dots imported before, this ballot holds more than the limit.',
    })
  }
  return { report: reportOf(rows, ballots.length, dots, alreadyPresent, refused), ballots, tally: [] }
}

async function planTally(
  tx: Executor,
  round: Round,
  rows: Row[],
  options: { id: string; title: string }[],
): Promise<Plan> {
  const plan = planTallyImport({
    rows: rows.map(({ line, cells: [issue = '', votes = ''] }) => ({ line, issue, votes })),
    options,
  })
  const before = new Map(
    (await listEntered(tx, round.id, 'IMPORTED', 'FIRST')).map(({ optionId, votes }) => [optionId, votes]),
  )
  // A file speaks for the issues that it names: figures of others stay as they are.
  const fresh = plan.tally.filter(({ optionId }) => !before.has(optionId))
  const same = plan.tally.filter(({ optionId, votes }) => before.get(optionId) === votes)
  const sum = (figures: Figure[]) => figures.reduce((total, { votes }) => total + votes, 0)
  const figures = {
    newFigures: fresh.length,
    replacedFigures: plan.tally.length - fresh.length - same.length,
  }
  const report = { ...reportOf(rows, 0, sum(fresh), sum(same), plan.refused), ...figures }
  return { report, ballots: [], tally: plan.tally }
}

function reportOf(
  rows: Row[],
  ballots: number,
  added: number,
  alreadyPresent: number,
  refused: Refused,
): BallotImportReport {
  const listed = refused.slice(0, LISTED)
  return { lines: rows.length, ballots, added, alreadyPresent, refusedCount: refused.length, refused: listed }
}

/** Reads CSV with or without its head line. Refuses a file whose head line names other columns, or that is not CSV. */
function readRows(text: string, columns: readonly string[]): Row[] | Refusal {
  const asked = `Save it as CSV with the columns ${columns.join(',')}.`
  try {
    const records: Row[] = []
    parse(text, {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      max_record_size: 10_000,
      on_record(cells: string[], { lines }) {
        records.push({ line: lines, cells })
        return null
      },
    })
    const [head] = records
    if (head === undefined) return refusal('BAD_USER_INPUT', `The file has no lines. ${asked}`)
    if (records.every(({ cells }) => cells.length < 2))
      return refusal('BAD_USER_INPUT', `The file has one column. ${asked}`)
    const named = head.cells.map((cell) => cell.toLowerCase())
    const order = columns.map((column) => named.indexOf(column))
    const hasHead = order.some((at) => at >= 0)
    if (hasHead && order.some((at) => at < 0))
      return refusal('BAD_USER_INPUT', `A column is missing. ${asked}`)
    const places = hasHead ? order : columns.map((_, at) => at)
    const body = hasHead ? records.slice(1) : records
    return body.map(({ line, cells }) => ({ line, cells: places.map((at) => cells[at] ?? '') }))
  } catch (error) {
    if (!isCsvError(error)) throw error
    return refusal('BAD_USER_INPUT', `The file cannot be read as CSV. ${asked}`)
  }
}

function isCsvError(error: unknown): error is CsvError {
  return (
    error instanceof Error &&
    error.name === 'Error' &&
    'code' in error &&
    String(error.code).startsWith('CSV_')
  )
}
