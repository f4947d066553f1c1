// Ballots and tallies out of a spreadsheet: which columns are read, and what the preview says of them.
import {
  type BallotImportPlan,
  type BallotRow,
  planBallotImport,
  planTallyImport,
  ROWS_BETWEEN_PAUSES,
  type TallyImportPlan,
} from './ballot-imports.ts'
import { onOneLine } from './look-alikes.ts'
import { inFigures, plural } from './numbers.ts'
import { type ImportOption, optionFinder } from './option-finder.ts'
import type { LineRefusal, Refusal } from './refusal.ts'
import { readingOf, type SheetFact, type SheetReading } from './sheet-readings.ts'
import { cellOf, readSheetInSlices, type Sheet } from './spreadsheets.ts'

const ISSUE = {
  label: 'issue',
  headings: [
    ['issue', 'issue title', 'issue name', 'issue number'],
    ['option', 'option title', 'title', 'choice', 'voted for', 'vote', 'dot', 'topic', 'problem', 'priority'],
  ],
  required: true,
} as const

const BALLOT_COLUMNS = {
  voter: {
    label: 'voter',
    headings: [
      ['voter', 'voter name', 'voter id', 'voter number', 'voter code'],
      [
        'name',
        'full name',
        'participant',
        'participant name',
        'participant id',
        'person',
        'member',
        'delegate',
      ],
      ['ballot', 'ballot id', 'ballot number', 'email', 'email address', 'id'],
    ],
    required: true,
  },
  issue: { ...ISSUE, repeats: true },
  points: {
    label: 'points',
    headings: [
      ['points', 'dots', 'votes', 'weight', 'score', 'number of dots', 'number of votes', 'count', 'value'],
    ],
  },
} as const

const TALLY_COLUMNS = {
  issue: ISSUE,
  votes: {
    label: 'votes',
    headings: [
      ['votes', 'number of votes', 'total votes', 'vote count'],
      ['dots', 'points', 'tally', 'count', 'total', 'number', 'score', 'figure', 'result'],
    ],
    required: true,
  },
} as const

type Read<Plan> = { plan: Plan; reading: SheetReading } | Refusal

/** Reads one dot a line, or a voter's dots in several columns that are headed so. */
export function* readBallotSheet(
  text: string,
  round: { options: readonly ImportOption[]; dotsPerVoter: number; exactly: number | null },
): Generator<void, Read<BallotImportPlan>> {
  const sheet = yield* readSheetInSlices(text, {
    columns: BALLOT_COLUMNS,
    withoutHeading: ['voter', 'issue'],
  })
  if ('code' in sheet) return sheet
  const { rows, refused } = yield* rowsOf(sheet)
  const planned = yield* planBallotImport({ ...round, rows })
  const plan = {
    ...planned,
    refused: oncePerLine([...sheet.refused, ...refused, ...planned.refused]),
    counted: { ...planned.counted, lines: sheet.rows.length + sheet.refused.length },
  }
  const facts = yield* dotsByIssue(plan.ballots, round.options)
  const notes = [...(yield* readByNumber(rows, round.options)), ...(yield* differingInCapitals(plan.ballots))]
  return { plan, reading: readingOf(sheet, BALLOT_COLUMNS, { facts, notes }) }
}

/** Reads one issue and its figure a line. */
export function* readTallySheet(
  text: string,
  { options }: { options: readonly ImportOption[] },
): Generator<void, Read<TallyImportPlan>> {
  const sheet = yield* readSheetInSlices(text, { columns: TALLY_COLUMNS })
  if ('code' in sheet) return sheet
  const rows = sheet.rows.map((row) => ({
    line: row.line,
    issue: onOneLine(cellOf(sheet, row, 'issue')),
    votes: cellOf(sheet, row, 'votes'),
  }))
  const planned = planTallyImport({ rows, options })
  const plan = {
    ...planned,
    refused: oncePerLine([...sheet.refused, ...planned.refused]),
    counted: { ...planned.counted, lines: sheet.rows.length + sheet.refused.length },
  }
  const figures = new Map(plan.tally.map(({ optionId, votes }) => [optionId, votes]))
  const facts = options.flatMap(({ id, title }) => {
    const votes = figures.get(id)
    return votes === undefined ? [] : [{ label: title, figure: inFigures(votes) }]
  })
  const notes = yield* readByNumber(rows, options)
  return { plan, reading: readingOf(sheet, TALLY_COLUMNS, { facts, notes }) }
}

// A voter puts at most one dot on an issue, so a figure beside it can only say one.
function* rowsOf(
  sheet: Sheet<'voter' | 'issue' | 'points'>,
): Generator<void, { rows: BallotRow[]; refused: LineRefusal[] }> {
  const rows: BallotRow[] = []
  const refused: LineRefusal[] = []
  const { points, issue: issues } = sheet.places
  for (const [at, row] of sheet.rows.entries()) {
    if (at % ROWS_BETWEEN_PAUSES === 0) yield
    const given = cellOf(sheet, row, 'points')
    const filled = issues.flatMap((place) => (row.cells[place] ? [row.cells[place]] : []))
    if (points.length > 0 && !/^1([.,]0+)?$/.test(given)) {
      const reason = `This line says “${given.slice(0, 20)}” under points. A voter puts one dot on an issue here: leave the column out, or write 1.`
      refused.push({ line: row.line, code: 'BAD_USER_INPUT', reason })
      continue
    }
    const voter = cellOf(sheet, row, 'voter')
    for (const issue of filled.length > 0 ? filled : [''])
      rows.push({ line: row.line, voter, issue: onOneLine(issue) })
  }
  return { rows, refused }
}

function oncePerLine(refused: readonly LineRefusal[]): LineRefusal[] {
  const byLine = new Map<number, LineRefusal>()
  for (const line of refused) if (!byLine.has(line.line)) byLine.set(line.line, line)
  return [...byLine.values()].sort((a, b) => a.line - b.line)
}

function* dotsByIssue(
  ballots: BallotImportPlan['ballots'],
  options: readonly ImportOption[],
): Generator<void, SheetFact[]> {
  const dots = new Map<string, number>()
  for (const [at, { optionIds }] of ballots.entries()) {
    if (at % ROWS_BETWEEN_PAUSES === 0) yield
    for (const id of optionIds) dots.set(id, (dots.get(id) ?? 0) + 1)
  }
  return options.map(({ id, title }) => ({ label: title, figure: inFigures(dots.get(id) ?? 0) }))
}

function* readByNumber(
  rows: readonly { issue: string }[],
  options: readonly ImportOption[],
): Generator<void, string[]> {
  const find = optionFinder(options)
  const titles = new Map(options.map(({ id, title }) => [id, title]))
  const lines = new Map<string, { title: string; count: number }>()
  for (const [at, { issue }] of rows.entries()) {
    if (at % ROWS_BETWEEN_PAUSES === 0) yield
    const found = find(issue)
    if (!found.ok || !found.byNumber) continue
    const before = lines.get(issue)
    lines.set(issue, { title: titles.get(found.id) ?? '', count: (before?.count ?? 0) + 1 })
  }
  return [...lines].map(
    ([issue, { title, count }]) =>
      `“${issue}” is read as the number on the ballot: ${title} (${plural(count, 'line')}).`,
  )
}

function* differingInCapitals(ballots: BallotImportPlan['ballots']): Generator<void, string[]> {
  const folded = new Map<string, number>()
  for (const [at, { voter }] of ballots.entries()) {
    if (at % ROWS_BETWEEN_PAUSES === 0) yield
    const name = voter.toLowerCase()
    folded.set(name, (folded.get(name) ?? 0) + 1)
  }
  const alike = [...folded].filter(([, count]) => count > 1)
  const [first] = alike
  if (first === undefined) return []
  return [
    `${plural(alike.length, 'name')} differ by capitals alone, such as “${first[0]}”. They count as different voters.`,
  ]
}
