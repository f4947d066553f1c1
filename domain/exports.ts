import type { PartnerScope } from './tokens.ts'

/** What a bulk file holds: a row's meaning, the scope that it asks for, and its columns in their order. */
type FileShape = {
  scope: PartnerScope | null
  /** Whether it can be narrowed to what was changed since a moment. */
  since?: true
  rows: string
  columns: readonly string[]
}

/**
 * The bulk files for partners, by the first part of their name. Ids stand first, then the ids of what a row belongs to,
 * then values, then moments. Columns stay where they are: a new one is added at the end.
 */
export const EXPORTS = {
  projects: {
    scope: null,
    since: true,
    rows: 'Projects with something published, the archived ones included',
    columns: ['id', 'title', 'challenge', 'phase', 'archivedAt', 'createdAt', 'updatedAt'],
  },
  'phase-changes': {
    scope: null,
    rows: 'Every change of a project’s phase; `from` is empty for its beginning',
    columns: ['id', 'projectId', 'from', 'to', 'changedAt'],
  },
  areas: {
    scope: null,
    rows: 'Areas of projects',
    columns: ['id', 'projectId', 'name', 'position'],
  },
  workshops: {
    scope: null,
    since: true,
    rows: 'Published workshops',
    columns: [
      ...['id', 'projectId', 'slug', 'title', 'description', 'venue', 'startsOn', 'endsOn', 'timeZone'],
      ...['phase', 'dotsPerVoter', 'prioritiesToSelect', 'source', 'statedParticipants', 'participantCount'],
      ...['issueCount', 'publishedAt', 'archivedAt', 'createdAt', 'updatedAt', 'postItCount'],
    ],
  },
  tables: {
    scope: null,
    rows: 'Tables of workshops',
    columns: ['id', 'workshopId', 'areaId', 'code', 'name', 'position'],
  },
  rounds: {
    scope: 'RESULTS',
    rows: 'Closed voting rounds with their totals',
    columns: [
      ...['id', 'workshopId', 'replacesRoundId', 'title', 'dotsPerVoter', 'prioritiesToSelect'],
      ...['replaceReason', 'source', 'dots', 'shareBase', 'shareBaseIsPublished', 'ballots', 'seats'],
      ...['unusedDots', 'cutMargin', 'cutExplanation', 'prioritiesReason', 'openedAt', 'closedAt'],
      'prioritiesDeclaredAt',
    ],
  },
  tallies: {
    scope: 'RESULTS',
    rows: 'Options of closed rounds by rank. No figure is empty, which is not 0. Dots by channel are there where at least five people stand behind each channel; `issueId` with content:read',
    columns: [
      ...['optionId', 'roundId', 'workshopId', 'issueId', 'position', 'title', 'areaName', 'tableCodes'],
      ...['rank', 'tied', 'dots', 'share', 'aboveCut', 'ownDeviceDots', 'tableDeviceDots', 'paperDots'],
      'importedDots',
    ],
  },
  channels: {
    scope: 'RESULTS',
    rows: 'Dots and ballots of closed rounds by the way in which they came, where at least five people stand behind each',
    columns: ['roundId', 'workshopId', 'channel', 'dots', 'ballots'],
  },
  reconciliation: {
    scope: 'RESULTS',
    rows: 'Two counts of the same dots compared, for each closed round',
    columns: ['roundId', 'workshopId', 'label', 'status', 'counted', 'stated', 'sentence'],
  },
  priorities: {
    scope: 'RESULTS',
    rows: 'Options declared taken forward; `issueId` with content:read',
    columns: ['id', 'workshopId', 'roundId', 'optionId', 'issueId', 'position', 'title'],
  },
  issues: {
    scope: 'CONTENT',
    since: true,
    rows: 'Issues, also those not chosen and those merged into others',
    columns: [
      ...['id', 'workshopId', 'areaId', 'mergedIntoId', 'title', 'state', 'stateReason', 'tableCodes'],
      ...['mergedAt', 'createdAt', 'updatedAt'],
    ],
  },
  statements: {
    scope: 'CONTENT',
    since: true,
    rows: 'Problem statements in their latest wording',
    columns: [
      ...['id', 'workshopId', 'priorityIds', 'similarIds', 'position', 'title', 'ideaCount'],
      ...['createdAt', 'updatedAt'],
    ],
  },
  wordings: {
    scope: 'CONTENT',
    rows: 'Every wording that a statement has had',
    columns: ['id', 'statementId', 'workshopId', 'title', 'createdAt'],
  },
  reasons: {
    scope: 'CONTENT',
    rows: 'Why statements are important',
    columns: ['id', 'statementId', 'workshopId', 'text', 'shownFirst', 'createdAt'],
  },
  ideas: {
    scope: 'CONTENT',
    since: true,
    rows: 'Ideas on the wall, and those merged into others',
    columns: [
      ...['id', 'workshopId', 'statementId', 'mergedIntoId', 'text', 'truncated', 'horizon', 'dueOn'],
      ...['status', 'tableCodes', 'supportCount', 'critiqueCount', 'readByOthers', 'mergedAt', 'createdAt'],
      'updatedAt',
    ],
  },
  'check-ins': {
    scope: 'CONTENT',
    rows: 'What was said became of ideas',
    columns: ['id', 'ideaId', 'workshopId', 'outcome', 'text', 'createdAt'],
  },
  critiques: {
    scope: 'CONTENT',
    since: true,
    rows: 'Comments on ideas, and their answers',
    columns: [
      ...['id', 'ideaId', 'workshopId', 'parentId', 'kind', 'depth', 'text', 'tableCode', 'resolvedNote'],
      ...['resolvedAt', 'editedAt', 'createdAt', 'updatedAt'],
    ],
  },
  briefs: {
    scope: 'CONTENT',
    since: true,
    rows: 'Published briefs with their aims',
    columns: [
      ...['id', 'projectId', 'statementIds', 'ideaIds', 'title', 'aimHowMuch', 'aimByWhen', 'aimForWhom'],
      ...['why', 'status', 'targetDate', 'publishedAt', 'createdAt', 'updatedAt'],
    ],
  },
  drivers: {
    scope: 'CONTENT',
    rows: 'Drivers of briefs, as their trees are read',
    columns: ['id', 'briefId', 'parentId', 'depth', 'position', 'text'],
  },
  'watch-fors': {
    scope: 'CONTENT',
    rows: 'What briefs watch for',
    columns: ['id', 'briefId', 'critiqueId', 'text', 'createdAt'],
  },
  teams: {
    scope: 'CONTENT',
    since: true,
    rows: 'Local teams that test a brief',
    columns: ['id', 'briefId', 'organisation', 'context', 'createdAt', 'updatedAt'],
  },
  cycles: {
    scope: 'CONTENT',
    since: true,
    rows: 'Plan-Do-Study-Act cycles',
    columns: [
      ...['id', 'teamId', 'briefId', 'previousId', 'number', 'state', 'question', 'prediction', 'scale'],
      ...['setting', 'dataPlan', 'dataOverTime', 'happened', 'comparison', 'startedOn', 'decidedOn'],
      ...['decision', 'decisionReason', 'features', 'createdAt', 'updatedAt'],
    ],
  },
  'cycle-changes': {
    scope: 'CONTENT',
    rows: 'Every change of a cycle’s part',
    columns: ['id', 'cycleId', 'from', 'to', 'decision', 'reason', 'changedAt'],
  },
  measures: {
    scope: 'CONTENT',
    since: true,
    rows: 'Measures that published briefs are followed by',
    columns: [
      ...['id', 'projectId', 'critiqueId', 'briefIds', 'title', 'kind', 'unit', 'definition', 'direction'],
      ...['target', 'baselinePoints', 'archivedAt', 'createdAt', 'updatedAt'],
    ],
  },
  'measure-points': {
    scope: 'CONTENT',
    since: true,
    rows: 'Values of measures, the latest day first',
    columns: ['id', 'measureId', 'day', 'value', 'addedAt', 'updatedAt'],
  },
  annotations: {
    scope: 'CONTENT',
    rows: 'What people wrote on charts',
    columns: ['id', 'measureId', 'day', 'text', 'writtenAt'],
  },
  baselines: {
    scope: 'CONTENT',
    rows: 'Days from which a measure is judged by new lines',
    columns: ['id', 'measureId', 'fromDay', 'lockedPoints', 'reason', 'declaredAt'],
  },
} as const satisfies Record<string, FileShape>

export type ExportName = keyof typeof EXPORTS

/** One value of a row, or nothing. Several ids or codes are a list in JSON, and stand behind each other in a cell. */
export type ExportValue = string | number | boolean | null | undefined | readonly string[]
export type ExportRow<Name extends ExportName> = Record<
  (typeof EXPORTS)[Name]['columns'][number],
  ExportValue
>

export const EXPORT_FORMATS = ['CSV', 'JSON'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** A bulk file, as its address names it. */
export type ExportFile = { name: ExportName; format: ExportFormat }

/** The name of a file: `measure-points.csv`. */
export function exportFileName({ name, format }: ExportFile): string {
  return `${name}.${format.toLowerCase()}`
}

/** Which file is meant; null where there is none of this name. */
export function readExportFileName(fileName: string): ExportFile | null {
  return ALL_FILES.find((file) => exportFileName(file) === fileName) ?? null
}

/** What a file is about, with the scope that it asks for. */
export function shapeOf({ name }: Pick<ExportFile, 'name'>): FileShape {
  return EXPORTS[name]
}

/** Every file, in the order in which things come about. */
export const ALL_FILES: readonly ExportFile[] = (Object.keys(EXPORTS) as ExportName[]).flatMap((name) =>
  EXPORT_FORMATS.map((format) => ({ name, format })),
)

/** A link that opens a file without a header is good for so long. */
export const EXPORT_LINK_MINUTES = 60
