import { CRITIQUE_KIND_LABELS } from '#domain/critiques.ts'
import { CSV_START, csvLine } from '#domain/csv.ts'
import { HORIZON_LABELS, type Horizon } from '#domain/ideas.ts'
import { ISSUE_STATE_LABELS } from '#domain/issues.ts'
import { NO_LONGER_SHOWN } from '#domain/removals.ts'
import { shareInWords } from '#domain/write-up-words.ts'
import { type IssueResult, resultsByIssue } from './figures.ts'
import type { WriteUpIdea, WriteUpIssue, WriteUpSource } from './read-write-up.ts'

type Lines = AsyncGenerator<string, void, undefined>

const ISSUE_COLUMNS = [
  'issue_id',
  'merged_into',
  'area',
  'tables',
  'issue',
  'decision',
  'reason',
  'round',
  'votes',
  'rank',
  'share',
  'taken_forward',
]

/** Issues with their tallies. An option whose words are no longer shown keeps its line, because its votes were cast. */
export async function* writeIssuesCsv({ head, issues }: WriteUpSource): Lines {
  const areas = new Map(head.areas.map(({ id, name }) => [id, name]))
  const results = resultsByIssue(head)
  yield CSV_START + csvLine(ISSUE_COLUMNS)
  const line = (issue: Omit<WriteUpIssue, 'merged' | 'place'>, into: string | null) =>
    csvLine([
      ...[issue.id, into, areas.get(issue.areaId), issue.tableCodes.join(' '), issue.title],
      ...[ISSUE_STATE_LABELS[issue.state], issue.stateReason],
      ...resultCells(results.get(issue.id)),
    ])
  for await (const issue of issues()) {
    yield line(issue, null)
    for (const part of issue.merged) yield line(part, issue.id)
  }
  for (const round of head.rounds) {
    for (const option of round.options) {
      if (option.issueId) continue
      const { areaName, tableCodes, title } = option
      yield csvLine([
        null,
        null,
        areaName,
        tableCodes.join(' '),
        title,
        null,
        null,
        ...resultCells({ round, option }),
      ])
    }
  }
}

function resultCells(result: IssueResult | undefined) {
  if (result === undefined) return [null, null, null, null, null]
  const { round, option } = result
  const dots = option.dots ?? null
  return [round.title, dots, option.rank, shareInWords(dots, round.shareBase), option.priority != null]
}

const IDEA_COLUMNS = [
  'idea_id',
  'merged_into',
  'statement',
  'horizon',
  'table',
  'idea',
  'breaks_off',
  'comments',
]

/** Ideas, those merged into others below them. */
export async function* writeIdeasCsv({ head, ideas }: WriteUpSource): Lines {
  const titles = new Map(head.statements.map(({ id, title }) => [id, title]))
  yield CSV_START + csvLine(IDEA_COLUMNS)
  const line = (idea: Part, into: string | null, comments: number | null) =>
    csvLine([
      ...[idea.id, into, titles.get(idea.statementId), HORIZON_LABELS[idea.horizon], idea.tableCode],
      ...[idea.text, idea.truncated, comments],
    ])
  for await (const idea of ideas()) {
    yield line(idea, null, idea.critiques.length)
    for (const part of idea.merged) yield line(part, idea.id, null)
  }
}

type Part = Omit<WriteUpIdea, 'critiques' | 'merged' | 'place'> & { horizon: Horizon }

const COMMENT_COLUMNS = [
  'comment_id',
  'idea_id',
  'answers',
  'kind',
  'table',
  'comment',
  'resolved',
  'resolution',
]

/** Comments in the order of reading, each naming its idea and what it answers. */
export async function* writeCommentsCsv({ ideas }: WriteUpSource): Lines {
  yield CSV_START + csvLine(COMMENT_COLUMNS)
  for await (const { id: ideaId, critiques } of ideas()) {
    for (const { id, parentId, kind, tableCode, text, resolved, resolvedNote } of critiques) {
      const words = text ?? NO_LONGER_SHOWN.comment
      const label = kind ? CRITIQUE_KIND_LABELS[kind] : null
      yield csvLine([id, ideaId, parentId, label, tableCode, words, resolved, resolvedNote])
    }
  }
}
