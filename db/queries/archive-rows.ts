import type { PgTable } from 'drizzle-orm/pg-core'
import { v7 } from 'uuid'
import { critiques } from '#db/schema/critiques.ts'
import { ideas } from '#db/schema/ideas.ts'
import { issues, issueTables } from '#db/schema/issues.ts'
import { priorities } from '#db/schema/priorities.ts'
import { options, rounds } from '#db/schema/rounds.ts'
import {
  reasons,
  similarStatements,
  statementPriorities,
  statements,
  wordings,
} from '#db/schema/statements.ts'
import { channelTotals, tallies } from '#db/schema/tallies.ts'
import type { WorkshopArchive } from '#domain/archives.ts'
import { CHANNELS } from '#domain/votes.ts'

type Ids<Key = string> = ReadonlyMap<Key, string>
/** Rows for one table, in the order in which they can be written. */
type Rows = { table: PgTable; rows: Record<string, unknown>[] }

function rowsOf<Table extends PgTable>(table: Table, rows: Table['$inferInsert'][]): Rows {
  return { table, rows }
}

/** The issues of an archive and the tables that they came from; ids by their keys. */
export function archivedIssues(
  archive: WorkshopArchive,
  workshopId: string,
  areaIds: Ids,
  tableIds: Ids,
): { ids: Ids<number>; rows: Rows[] } {
  const ids = new Map<number, string>()
  const from: (typeof issueTables.$inferInsert)[] = []
  const written: (typeof issues.$inferInsert)[] = []
  const row = (issue: Part, more: Partial<typeof issues.$inferInsert>) => {
    const id = v7()
    ids.set(issue.key, id)
    for (const code of issue.tables) from.push({ issueId: id, tableId: tableIds.get(code) ?? '' })
    const { title, state, reason } = issue
    const areaId = areaIds.get(issue.area) ?? ''
    written.push({ id, workshopId, areaId, title, state, stateReason: reason, ...more })
    return id
  }
  for (const issue of archive.issues) {
    const mergedIntoId = row(issue, { placeX: issue.place?.x, placeY: issue.place?.y })
    for (const part of issue.merged) row(part, { mergedIntoId, mergedAt: new Date() })
  }
  return { ids, rows: [rowsOf(issues, written), rowsOf(issueTables, from)] }
}
type Part = Omit<WorkshopArchive['issues'][number], 'merged' | 'place'>

/** The closed rounds of an archive with their tallies; ids of priorities by round and option. */
export function archivedRounds(
  archive: WorkshopArchive,
  workshopId: string,
  issueIds: Ids<number>,
): { priorityIds: Ids; rows: Rows[] } {
  const ids = archive.rounds.map(() => v7())
  const priorityIds = new Map<string, string>()
  const rolls = archive.rounds.map((round, at) => {
    const place = { workshopId, roundId: ids[at] ?? '' }
    return round.options.map((option, n) => {
      const rows = optionRows(option, n, place, issueIds)
      if (rows.chosen !== null) priorityIds.set(`${at}/${n}`, rows.chosen.id)
      return rows
    })
  })
  const roll = rolls.flat()
  return {
    priorityIds,
    rows: [
      rowsOf(
        rounds,
        archive.rounds.map((round, at) =>
          roundRow(round, {
            id: ids[at] ?? '',
            workshopId,
            replacesRoundId: ids[round.replaces ?? -1] ?? null,
          }),
        ),
      ),
      rowsOf(
        options,
        roll.map(({ option }) => option),
      ),
      rowsOf(
        tallies,
        roll.flatMap(({ figures }) => figures),
      ),
      rowsOf(
        channelTotals,
        archive.rounds.flatMap(({ totals }, at) =>
          totals.map((total) => ({ roundId: ids[at] ?? '', ...total })),
        ),
      ),
      rowsOf(
        priorities,
        roll.flatMap(({ chosen }) => (chosen === null ? [] : [chosen])),
      ),
    ],
  }
}

function optionRows(
  { issue, title, area, tables, votes, priority }: Round['options'][number],
  n: number,
  { workshopId, roundId }: { workshopId: string; roundId: string },
  issueIds: Ids<number>,
) {
  const optionId = v7()
  const issueId = issue === null ? null : issueIds.get(issue)
  const figures = CHANNELS.flatMap((channel) => {
    const dots = votes?.[channel]
    return dots === undefined ? [] : [{ roundId, optionId, channel, dots }]
  })
  return {
    option: { id: optionId, roundId, issueId, position: n + 1, title, areaName: area, tableCodes: tables },
    figures,
    chosen: priority === null ? null : { id: v7(), workshopId, roundId, optionId, position: priority },
  }
}

function roundRow(
  { options: roll, totals: _, replaces: __, published, openedAt, closedAt, ...round }: Round,
  more: { id: string; workshopId: string; replacesRoundId: string | null },
): typeof rounds.$inferInsert {
  return {
    ...round,
    ...more,
    state: 'CLOSED',
    openedAt: openedAt === null ? null : new Date(openedAt),
    closedAt: closedAt === null ? null : new Date(closedAt),
    publishedOptions: published.options,
    publishedDots: published.dots,
    publishedTopOptions: published.topOptions,
    publishedTopDots: published.topDots,
    prioritiesDeclaredAt: roll.some(({ priority }) => priority !== null) ? new Date() : null,
  }
}
type Round = WorkshopArchive['rounds'][number]

/** The problem statements of an archive with all that belongs to them; ids by their places. */
export function archivedStatements(
  archive: WorkshopArchive,
  workshopId: string,
  priorityIds: Ids,
): { ids: string[]; rows: Rows[] } {
  const ids = archive.statements.map(() => v7())
  const idAt = (at: number) => ids[at] ?? ''
  const each = <Row>(rows: (statement: WorkshopArchive['statements'][number], at: number) => Row[]) =>
    archive.statements.flatMap(rows)
  return {
    ids,
    rows: [
      rowsOf(
        statements,
        archive.statements.map(({ title }, position) => ({
          id: idAt(position),
          workshopId,
          position,
          title,
        })),
      ),
      rowsOf(
        wordings,
        each((statement, at) => statement.wordings.map((title) => ({ statementId: idAt(at), title }))),
      ),
      rowsOf(
        statementPriorities,
        each(({ priorities: reworded }, at) =>
          reworded.map(({ round, option }) => ({
            statementId: idAt(at),
            priorityId: priorityIds.get(`${round}/${option}`) ?? '',
          })),
        ),
      ),
      rowsOf(
        reasons,
        each((statement, at) => statement.reasons.map((reason) => ({ statementId: idAt(at), ...reason }))),
      ),
      rowsOf(
        similarStatements,
        each(({ similar }, at) =>
          similar.map(({ statement, note }) => {
            const [statementId = '', similarId = ''] = [idAt(at), idAt(statement)].sort()
            return { statementId, similarId, note }
          }),
        ),
      ),
    ],
  }
}

/** The ideas of an archive and the comments on them. Their authors are nobody; the codes of their tables stay. */
export function archivedIdeas(
  archive: WorkshopArchive,
  workshopId: string,
  statementIds: readonly string[],
  tableIds: Ids,
): { rows: Rows[] } {
  const said: (typeof critiques.$inferInsert)[] = []
  const written: (typeof ideas.$inferInsert)[] = []
  const row = (
    { statement, horizon, text, truncated, table }: IdeaPart,
    more: Partial<typeof ideas.$inferInsert>,
  ) => {
    const id = v7()
    const statementId = statementIds[statement] ?? ''
    const tableId = table === null ? null : tableIds.get(table)
    written.push({ id, workshopId, statementId, horizon, text, truncated, tableId, ...more })
    return id
  }
  for (const idea of archive.ideas) {
    const ideaId = row(idea, { placeX: idea.place?.x, placeY: idea.place?.y })
    for (const part of idea.merged) row(part, { mergedIntoId: ideaId, mergedAt: new Date() })
    const ids = idea.comments.map(() => v7())
    said.push(
      ...idea.comments.map((comment, at) => commentRow(comment, at, ids, tableIds, { workshopId, ideaId })),
    )
  }
  return { rows: [rowsOf(ideas, written), rowsOf(critiques, said)] }
}

function commentRow(
  { answers, kind, text, table, pin, resolved, note }: WorkshopArchive['ideas'][number]['comments'][number],
  at: number,
  ids: readonly string[],
  tableIds: Ids,
  place: { workshopId: string; ideaId: string },
): typeof critiques.$inferInsert {
  return {
    ...{ id: ids[at], ...place, kind, text: text ?? '' },
    parentId: answers === null ? null : ids[answers],
    tableId: table === null ? null : tableIds.get(table),
    ...{ pinX: pin?.x, pinY: pin?.y },
    withdrawnAt: text === null ? new Date() : null,
    ...{ resolvedAt: resolved ? new Date() : null, resolvedNote: note },
  }
}

type IdeaPart = Omit<WorkshopArchive['ideas'][number], 'merged' | 'place' | 'comments'>
