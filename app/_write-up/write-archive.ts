import { ARCHIVE_FORMAT, ARCHIVE_VERSION, type WorkshopArchive } from '#domain/archives.ts'
import type { WriteUpHead, WriteUpIdea, WriteUpIssue, WriteUpRound, WriteUpSource } from './read-write-up.ts'

type Archived<Name extends keyof WorkshopArchive> = WorkshopArchive[Name] extends readonly (infer Row)[]
  ? Row
  : never
type Keys = Map<string, number>

/** A write-up as one JSON document in the format of `domain/archives.ts`, written piece by piece. */
export async function* writeArchive({
  head,
  issues,
  ideas,
}: WriteUpSource): AsyncGenerator<string, void, undefined> {
  const areas = new Map(head.areas.map(({ id, name }) => [id, name]))
  const keys: Keys = new Map()
  // In the order of first use, so that it does not depend on the project that the workshop is in.
  const used = new Set(head.tables.flatMap(({ areaName }) => areaName ?? []))
  yield `{\n${field('format', ARCHIVE_FORMAT)},\n${field('version', ARCHIVE_VERSION)}`
  yield `,\n${field('workshop', archivedWorkshop(head))}`
  yield `,\n${field('tables', archivedTables(head))},\n${field('steps', archivedSteps(head))}`
  yield `,\n${field('texts', archivedTexts(head))}`
  yield* list('issues', issues(), (issue) => {
    const archived = archivedIssue(issue, areas, keys)
    for (const { area } of [archived, ...archived.merged]) used.add(area)
    return archived
  })
  yield `,\n${field('areas', [...used])}`
  yield `,\n${field('rounds', archivedRounds(head.rounds, keys))}`
  yield `,\n${field('statements', archivedStatements(head))}`
  const places: Keys = new Map(head.statements.map(({ id }, at) => [id, at]))
  yield* list('ideas', ideas(), (idea) => archivedIdea(idea, places))
  yield '\n}\n'
}

function field(name: string, value: unknown): string {
  return `${JSON.stringify(name)}: ${JSON.stringify(value)}`
}

async function* list<Row>(name: string, rows: AsyncIterable<Row>, archived: (row: Row) => unknown) {
  let before = `,\n${JSON.stringify(name)}: [\n`
  for await (const row of rows) {
    yield before + JSON.stringify(archived(row))
    before = ',\n'
  }
  yield before === ',\n' ? '\n]' : `${before}]`
}

function archivedWorkshop(head: WriteUpHead): WorkshopArchive['workshop'] {
  const { title, startsOn, endsOn, timeZone, dotsPerVoter, prioritiesToSelect, namesShown, anyoneArranges } =
    head
  const seated = head.participantCount > 0 ? String(head.participantCount) : null
  return {
    ...{ title, startsOn, endsOn, timeZone, dotsPerVoter, prioritiesToSelect, namesShown, anyoneArranges },
    description: head.description || null,
    venue: head.venue || null,
    contactEmail: head.contactEmail || null,
    source: head.source || null,
    // People are not in an archive; how many there were is.
    statedParticipants: head.statedParticipants || seated,
  }
}

function archivedTables({ tables }: WriteUpHead): WorkshopArchive['tables'] {
  return tables.map(({ code, name, areaName }) => ({ code, name: name || null, area: areaName ?? null }))
}

function archivedSteps({ steps }: WriteUpHead): WorkshopArchive['steps'] {
  return steps.map((step) => ({ ...step, instructions: step.instructions || null }))
}

function archivedTexts({ texts }: WriteUpHead): WorkshopArchive['texts'] {
  return Object.fromEntries(texts.map(({ section, text }) => [section, text]))
}

function archivedIssue(
  issue: WriteUpIssue,
  areas: ReadonlyMap<string, string>,
  keys: Keys,
): Archived<'issues'> {
  const part = ({
    id,
    title,
    areaId,
    state,
    stateReason,
    tableCodes,
  }: Omit<WriteUpIssue, 'place' | 'merged'>) => {
    const key = keys.size
    keys.set(id, key)
    const reason = stateReason || null
    return { key, title, area: areas.get(areaId) ?? '', tables: tableCodes, state, reason }
  }
  return { ...part(issue), place: issue.place ?? null, merged: issue.merged.map(part) }
}

function archivedRounds(rounds: readonly WriteUpRound[], keys: Keys): WorkshopArchive['rounds'] {
  const places: Keys = new Map(rounds.map(({ id }, at) => [id, at]))
  return rounds.map((round) => {
    const { title, dotsPerVoter, prioritiesToSelect, hideUntilClose, shuffleOptions } = round
    const options = round.options.map(
      ({ issueId, title, areaName, tableCodes, dots, byChannel, priority }) => ({
        issue: (issueId ? keys.get(issueId) : null) ?? null,
        ...{ title, area: areaName, tables: tableCodes, priority: priority ?? null },
        votes: dots == null ? null : Object.fromEntries(byChannel.map((way) => [way.channel, way.dots])),
      }),
    )
    return {
      ...{ title, dotsPerVoter, prioritiesToSelect, hideUntilClose, shuffleOptions, options },
      openedAt: round.openedAt ?? null,
      closedAt: round.closedAt ?? null,
      electorate: round.electorate ?? null,
      ballotDots: round.ballotDots ?? null,
      paperBallots: round.paperBallots ?? null,
      replaces: (round.replacesRoundId ? places.get(round.replacesRoundId) : null) ?? null,
      replaceReason: round.replaceReason || null,
      source: round.source || null,
      published: {
        options: round.publishedOptions ?? null,
        dots: round.publishedDots ?? null,
        topOptions: round.publishedTopOptions ?? null,
        topDots: round.publishedTopDots ?? null,
      },
      prioritiesReason: round.prioritiesReason || null,
      totals: round.totals.map(({ channel, ballots, dots }) => ({ channel, ballots: ballots ?? null, dots })),
    }
  })
}

function archivedStatements({ statements, rounds }: WriteUpHead): WorkshopArchive['statements'] {
  const places: Keys = new Map(statements.map(({ id }, at) => [id, at]))
  const options = new Map(
    rounds.flatMap((round, at) =>
      round.options.map(({ id }, option) => [id, { round: at, option }] as const),
    ),
  )
  return statements.map(({ title, wordings, optionIds, reasons, similar }, at) => ({
    ...{ title, wordings, reasons },
    priorities: optionIds.flatMap((id) => options.get(id) ?? []),
    similar: similar.flatMap(({ statementId, note }) => {
      const statement = places.get(statementId) ?? -1
      // Each pair stands once, with the statement that comes first.
      return statement > at ? [{ statement, note: note || null }] : []
    }),
  }))
}

function archivedIdea(idea: WriteUpIdea, statements: Keys): Archived<'ideas'> {
  const part = ({
    statementId,
    horizon,
    text,
    truncated,
    tableCode,
  }: Omit<WriteUpIdea, 'place' | 'merged' | 'critiques'>) => ({
    ...{ statement: statements.get(statementId) ?? 0, horizon, text, truncated, table: tableCode ?? null },
  })
  const places: Keys = new Map(idea.critiques.map(({ id }, at) => [id, at]))
  return {
    ...part(idea),
    place: idea.place ?? null,
    merged: idea.merged.map(part),
    comments: idea.critiques.map(({ parentId, kind, text, tableCode, pin, resolved, resolvedNote }) => ({
      answers: (parentId ? places.get(parentId) : null) ?? null,
      ...{ kind: kind ?? null, text: text ?? null, table: tableCode ?? null, pin: pin ?? null, resolved },
      note: resolvedNote || null,
    })),
  }
}
