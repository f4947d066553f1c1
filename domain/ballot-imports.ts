// Votes that were cast somewhere else come in as ballots (one dot a line) or as a tally (one issue a line). Every
// line of the file is either taken or listed with its number and the reason it was left out.
import { onOneLine } from './look-alikes.ts'
import { plural } from './numbers.ts'
import { type ImportOption, optionFinder } from './option-finder.ts'
import { refuseVotes } from './paper.ts'
import type { LineRefusal } from './refusal.ts'
import { LIMITS, readText } from './text.ts'
import { readWrittenNumber } from './written-numbers.ts'

export type BallotRow = { line: number; voter: string; issue: string }
export type TallyRow = { line: number; issue: string; votes: string | number }

export type BallotImportPlan = {
  /** Each with the first line that it has in the file. */
  ballots: { voter: string; line: number; optionIds: string[] }[]
  refused: LineRefusal[]
  counted: { lines: number; ballots: number; dots: number; refusedLines: number; refusedBallots: number }
}

export type TallyImportPlan = {
  tally: { optionId: string; votes: number }[]
  refused: LineRefusal[]
  counted: { lines: number; options: number; votes: number; refusedLines: number }
}

/** How many rows are worked through before others get a turn: about a millisecond of work. */
export const ROWS_BETWEEN_PAUSES = 500

type Mark = { line: number; optionId: string }

/**
 * A ballot counts whole or not at all: when it names an issue twice, or holds more dots than a person had (or not
 * exactly as many as asked for), all of it is left out, since nobody can say which dots were meant. A line whose issue
 * is not on the ballot is left out by itself. Voters are told apart by capitals too: aB1 and ab1 are two people. Pauses now and then.
 */
export function* planBallotImport(input: {
  rows: readonly BallotRow[]
  options: readonly ImportOption[]
  dotsPerVoter: number
  exactly?: number | null
}): Generator<void, BallotImportPlan> {
  const { cast, refused } = yield* sortIntoBallots(input.rows, input.options)
  const ballots: BallotImportPlan['ballots'] = []
  for (const [at, { voter, marks }] of cast.entries()) {
    if (at % ROWS_BETWEEN_PAUSES === 0) yield
    const faults = refuseDuplicates(marks) ?? refuseSize(marks, input.dotsPerVoter, input.exactly ?? null)
    if (faults === null)
      ballots.push({ voter, line: marks[0]?.line ?? 0, optionIds: marks.map(({ optionId }) => optionId) })
    else for (const fault of faults) refused.push(fault)
  }

  const dots = ballots.reduce((sum, { optionIds }) => sum + optionIds.length, 0)
  return {
    ballots,
    refused: refused.sort((a, b) => a.line - b.line),
    counted: {
      lines: input.rows.length,
      ballots: ballots.length,
      dots,
      refusedLines: refused.length,
      refusedBallots: cast.length - ballots.length,
    },
  }
}

/**
 * A tally gives each issue one figure. When an issue stands on two lines both are left out, since nobody can say which
 * is right. A line without a figure leaves its issue without one: no figure is never zero.
 */
export function planTallyImport(input: {
  rows: readonly TallyRow[]
  options: readonly ImportOption[]
}): TallyImportPlan {
  const find = optionFinder(input.options)
  const refused: LineRefusal[] = []
  const byOption = new Map<string, TallyRow[]>()
  for (const row of input.rows) {
    const found = find(row.issue)
    if (!found.ok) {
      refused.push({ line: row.line, code: found.code, reason: found.reason })
      continue
    }
    const rows = byOption.get(found.id) ?? []
    rows.push(row)
    byOption.set(found.id, rows)
  }

  const tally: TallyImportPlan['tally'] = []
  for (const [optionId, rows] of byOption) {
    for (const row of rows) {
      const figure = rows.length > 1 ? standsTwice(row, rows) : readVotes(row.votes)
      if (typeof figure === 'number') tally.push({ optionId, votes: figure })
      else refused.push({ line: row.line, code: 'BAD_USER_INPUT', reason: figure })
    }
  }
  return {
    tally,
    refused: refused.sort((a, b) => a.line - b.line),
    counted: {
      lines: input.rows.length,
      options: tally.length,
      votes: tally.reduce((sum, { votes }) => sum + votes, 0),
      refusedLines: refused.length,
    },
  }
}

function* sortIntoBallots(
  rows: readonly BallotRow[],
  options: readonly ImportOption[],
): Generator<void, { cast: { voter: string; marks: Mark[] }[]; refused: LineRefusal[] }> {
  const find = optionFinder(options)
  const refused: LineRefusal[] = []
  const cast = new Map<string, { voter: string; marks: Mark[] }>()
  for (const [at, { line, voter, issue }] of rows.entries()) {
    if (at % ROWS_BETWEEN_PAUSES === 0) yield
    const found = find(issue)
    const name = onOneLine(voter)
    const before = cast.get(name)
    // A voter who is known has a name that can be read.
    const reading = before ? null : readText(name, { field: 'voter', max: LIMITS.displayName })
    if (reading?.ok === false)
      refused.push({ line, code: reading.refusal.code, reason: reading.refusal.message })
    else if (!found.ok) refused.push({ line, code: found.code, reason: found.reason })
    else {
      const ballot = before ?? { voter: reading?.value ?? name, marks: [] }
      ballot.marks.push({ line, optionId: found.id })
      cast.set(name, ballot)
    }
  }
  return { cast: [...cast.values()], refused }
}

function refuseDuplicates(marks: readonly Mark[]): LineRefusal[] | null {
  if (new Set(marks.map(({ optionId }) => optionId)).size === marks.length) return null
  const firstLines = new Map<string, number>()
  const reasons = new Map<number, string>()
  for (const { line, optionId } of marks) {
    const firstLine = firstLines.get(optionId)
    if (firstLine === undefined) firstLines.set(optionId, line)
    else
      reasons.set(
        line,
        `This ballot already has this issue on line ${firstLine}. The whole ballot is left out.`,
      )
  }
  const [fault] = reasons.keys()
  const otherwise = `Line ${fault} names an issue that this ballot already has. The whole ballot is left out.`
  return marks.map(({ line }) => ({
    line,
    code: 'DUPLICATE_IN_BALLOT',
    reason: reasons.get(line) ?? otherwise,
  }))
}

function refuseSize(marks: readonly Mark[], most: number, exactly: number | null): LineRefusal[] | null {
  if (exactly === null ? marks.length <= most : marks.length === exactly) return null
  const asked = exactly === null ? `at most ${most} are allowed` : `exactly ${exactly} are asked for`
  const reason = `This ballot has ${plural(marks.length, 'dot')} where ${asked}. The whole ballot is left out.`
  return marks.map(({ line }) => ({ line, code: 'BALLOT_SIZE', reason }))
}

function standsTwice(row: TallyRow, rows: readonly TallyRow[]): string {
  const other = rows[0] === row ? rows[1] : rows[0]
  return `This issue is also on line ${other?.line}. Both lines are left out: keep the right one.`
}

// Votes are whole: a comma can only part thousands, and a point before three digits may do so too, so it is refused.
function readVotes(votes: string | number): number | string {
  const written = String(votes).trim()
  if (written === '') return 'This line has no figure, so its issue is left without one.'
  const figure = /^[+-]|%$|^\d{1,3}(\.\d{3})+$/.test(written) ? null : readWrittenNumber(written, 'THOUSANDS')
  const value = figure?.ok ? figure.value : Number.NaN
  return refuseVotes(value)?.message ?? value
}
