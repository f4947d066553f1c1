import { CSV_START, csvLine } from '#domain/csv.ts'
import {
  EXPORTS,
  type ExportFile,
  type ExportName,
  type ExportRow,
  type ExportValue,
} from '#domain/exports.ts'
import { briefRows, cycleChangeRows, cycleRows, driverRows, teamRows, watchForRows } from './brief-rows.ts'
import { annotationRows, baselineRows, measurePointRows, measureRows } from './measure-rows.ts'
import { channelRows, priorityRows, reconciliationRows, roundRows, tallyRows } from './round-rows.ts'
import type { Pieces, Source } from './source.ts'
import {
  checkInRows,
  critiqueRows,
  ideaRows,
  issueRows,
  reasonRows,
  statementRows,
  wordingRows,
} from './word-rows.ts'
import { areaRows, phaseChangeRows, projectRows, tableRows, workshopRows } from './workshop-rows.ts'

/** The rows of each file. */
const ROWS: { [Name in ExportName]: (source: Source) => Pieces<Name> } = {
  projects: projectRows,
  'phase-changes': phaseChangeRows,
  areas: areaRows,
  workshops: workshopRows,
  tables: tableRows,
  rounds: roundRows,
  tallies: tallyRows,
  channels: channelRows,
  reconciliation: reconciliationRows,
  priorities: priorityRows,
  issues: issueRows,
  statements: statementRows,
  wordings: wordingRows,
  reasons: reasonRows,
  ideas: ideaRows,
  'check-ins': checkInRows,
  critiques: critiqueRows,
  briefs: briefRows,
  drivers: driverRows,
  'watch-fors': watchForRows,
  teams: teamRows,
  cycles: cycleRows,
  'cycle-changes': cycleChangeRows,
  measures: measureRows,
  'measure-points': measurePointRows,
  annotations: annotationRows,
  baselines: baselineRows,
}

type Text = AsyncGenerator<string, void, undefined>

/** A bulk file piece by piece: CSV with a line of names, or one JSON array. Only what is being sent is in memory. */
export function writeExport({ name, format }: ExportFile, source: Source): Text {
  const pieces: Rows = ROWS[name](source)
  const columns: readonly string[] = EXPORTS[name].columns
  return format === 'CSV' ? writeCsv(columns, pieces) : writeJson(columns, pieces)
}

type Rows = AsyncIterable<readonly ExportRow<never>[]>

async function* writeCsv(columns: readonly string[], pieces: Rows): Text {
  yield CSV_START + csvLine(columns)
  for await (const rows of pieces) {
    if (rows.length > 0)
      yield rows.map((row) => csvLine(columns.map((column) => cellOf(row, column)))).join('')
  }
}

async function* writeJson(columns: readonly string[], pieces: Rows): Text {
  let before = '[\n'
  for await (const rows of pieces) {
    if (rows.length === 0) continue
    const objects = rows.map((row) =>
      JSON.stringify(Object.fromEntries(columns.map((column) => [column, pick(row, column)]))),
    )
    yield before + objects.join(',\n')
    before = ',\n'
  }
  yield before === '[\n' ? '[]\n' : '\n]\n'
}

function pick(row: Readonly<Record<string, ExportValue>>, column: string) {
  return row[column] ?? null
}

function cellOf(row: Readonly<Record<string, ExportValue>>, column: string) {
  const value = pick(row, column)
  return typeof value === 'object' && value !== null ? value.join(' ') : value
}
