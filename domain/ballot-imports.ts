// Votes that were cast somewhere else come in as ballots (one dot a line) or as a tally (one issue a line). Every
// line of the file is either taken or listed with its number and the reason it was left out.
import { plural } from './numbers.ts'
import { refuseVotes } from './paper.ts'
import type { LineRefusal } from './refusal.ts'
import { LIMITS, readText } from './text.ts'

export type ImportOption = { id: string; title: string }
export type BallotRow = { line: number; voter: string; issue: string }
export type TallyRow = { line: number; issue: string; votes: string | number }

export type BallotImportPlan = {
  ballots: { voter: string; optionIds: string[] }[]
  refused: LineRefusal[]
  counted: { lines: number; ballots: number; dots: number; refusedLines: number; refusedBallots: number }
}

export type TallyImportPlan = {
  tally: { optionId: string; votes: number }[]
  refused: LineRefusal[]
  counted: { lines: number; options: number; votes: number; refusedLines: number }
}

type Found = { ok: true; id: string } | ({ ok: false } & Pick<LineRefusal, 'code' | 'reason'>)
type Mark = { line: number; optionId: string }

/**
 * A ballot counts whole or not at all: when it names an issue twice, or holds more dots than a person had (or not
 * exactly as many as asked for), all of it is left out, since nobody can say which dots were meant. A line whose issue
 * is not on the ballot is left out by itself. Voters are told apart without regard to capitals and spaces.
 */
export function planBallotImport(input: {
  rows: readonly BallotRow[]
  options: readonly ImportOption[]
  dotsPerVoter: number
  exactly?: number | null
}): BallotImportPlan {
  const { cast, refused } = sortIntoBallots(input.rows, input.options)
  const ballots: BallotImportPlan['ballots'] = []
  for (const { voter, marks } of cast) {
    const faults = refuseDuplicates(marks) ?? refuseSize(marks, input.dotsPerVoter, input.exactly ?? null)
    if (faults === null) ballots.push({ voter, optionIds: marks.map(({ optionId }) => optionId) })
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
  const find = remember(optionFinder(input.options))
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

/** Titles and voters match when they read the same, whatever the capitals, the accents' encoding and the spacing. */
export function matchKey(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase()
}

function sortIntoBallots(
  rows: readonly BallotRow[],
  options: readonly ImportOption[],
): { cast: { voter: string; marks: Mark[] }[]; refused: LineRefusal[] } {
  const find = remember(optionFinder(options))
  const readVoter = remember((voter: string) => readText(voter, { field: 'voter', max: LIMITS.displayName }))
  const keyOf = remember(matchKey)
  const refused: LineRefusal[] = []
  const cast = new Map<string, { voter: string; marks: Mark[] }>()
  for (const { line, voter, issue } of rows) {
    const reading = readVoter(voter)
    const found = find(issue)
    if (!reading.ok) refused.push({ line, code: reading.refusal.code, reason: reading.refusal.message })
    else if (!found.ok) refused.push({ line, code: found.code, reason: found.reason })
    else {
      const key = keyOf(reading.value)
      const ballot = cast.get(key) ?? { voter: reading.value, marks: [] }
      ballot.marks.push({ line, optionId: found.id })
      cast.set(key, ballot)
    }
  }
  return { cast: [...cast.values()], refused }
}

// By title first, then by the number of the option on the ballot: 3, 3. or #3.
function optionFinder(options: readonly ImportOption[]): (issue: string) => Found {
  const byTitle = new Map<string, string | null>()
  for (const { id, title } of options) {
    const key = matchKey(title)
    byTitle.set(key, byTitle.has(key) ? null : id)
  }
  return (issue) => {
    const key = matchKey(issue)
    const titled = byTitle.get(key)
    if (titled === null) {
      const reason = 'Two issues on the ballot have this title. Use the number instead.'
      return { ok: false, code: 'BAD_USER_INPUT', reason }
    }
    const number = /^#?(\d+)\.?$/.exec(key)?.[1]
    const id = titled ?? options[Number(number) - 1]?.id
    if (id !== undefined) return { ok: true, id }
    const unknown = `No issue on the ballot is called “${shorten(issue.trim())}”.`
    return { ok: false, code: 'NOT_FOUND', reason: key === '' ? 'This line names no issue.' : unknown }
  }
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

function readVotes(votes: string | number): number | string {
  const written = String(votes).trim()
  if (written === '') return 'This line has no figure, so its issue is left without one.'
  const figure = /^\d+$/.test(written) ? Number(written) : Number.NaN
  return refuseVotes(figure)?.message ?? figure
}

function shorten(words: string): string {
  const letters = [...words.slice(0, 200)]
  return letters.length > 60 ? `${letters.slice(0, 60).join('')}…` : letters.join('')
}

// A file of 100,000 lines holds few different texts: each is worked out once.
function remember<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const result = work(text)
    known.set(text, result)
    return result
  }
}
