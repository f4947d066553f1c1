import { pagesOf } from '../_apollo/pages-of.ts'
import { idsOf, PAGE, type Pieces, type Source, workshopsOf } from './source.ts'
import {
  ExportCheckInsDocument,
  ExportCritiquesDocument,
  ExportIdeasDocument,
  ExportIssuesDocument,
  ExportStatementsDocument,
  type ExportStatementsQuery,
} from './words.generated.ts'

/** Rows of issues. */
export async function* issueRows(source: Source): Pieces<'issues'> {
  const filter = { includeSetAside: true, updatedSince: source.updatedSince }
  for await (const { id: workshopId, slug } of workshopsOf(source)) {
    const read = async (after: string | null) =>
      (await source.ask(ExportIssuesDocument, { slug, first: PAGE, after, filter })).workshop?.issues
    for await (const issues of pagesOf(read)) {
      yield issues.map(({ area, mergedInto, ...issue }) => ({
        ...{ ...issue, workshopId, areaId: area.id, mergedIntoId: mergedInto?.id },
      }))
    }
  }
}

type Statement = NonNullable<NonNullable<ExportStatementsQuery['workshop']>['statements']>[number]

/** Rows of problem statements. */
export async function* statementRows(source: Source): Pieces<'statements'> {
  for await (const { workshopId, statements } of statementsOf(source)) {
    yield statements.map(({ priorities, similar, ...statement }) => ({
      ...statement,
      workshopId,
      priorityIds: idsOf(priorities),
      similarIds: similar.map((other) => other.statement.id),
    }))
  }
}

/** Rows of wordings. */
export async function* wordingRows(source: Source): Pieces<'wordings'> {
  for await (const { workshopId, statements } of statementsOf(source)) {
    yield statements.flatMap(({ id: statementId, wordings }) =>
      wordings.map((wording) => ({ ...wording, statementId, workshopId })),
    )
  }
}

/** Rows of reasons. */
export async function* reasonRows(source: Source): Pieces<'reasons'> {
  for await (const { workshopId, statements } of statementsOf(source)) {
    yield statements.flatMap(({ id: statementId, reasons }) =>
      reasons.map((reason) => ({ ...reason, statementId, workshopId })),
    )
  }
}

async function* statementsOf(
  source: Source,
): AsyncGenerator<{ workshopId: string; statements: Statement[] }, void, undefined> {
  const { updatedSince } = source
  for await (const { id: workshopId, slug } of workshopsOf(source)) {
    const { workshop } = await source.ask(ExportStatementsDocument, { slug, updatedSince })
    yield { workshopId, statements: workshop?.statements ?? [] }
  }
}

/** Rows of ideas. */
export async function* ideaRows(source: Source): Pieces<'ideas'> {
  for await (const { workshopId, slug, filter } of wallsOf(source)) {
    const read = async (after: string | null) =>
      (await source.ask(ExportIdeasDocument, { slug, first: PAGE, after, filter })).workshop?.ideas
    for await (const ideas of pagesOf(read)) {
      yield ideas.map(({ statement, mergedInto, ...idea }) => ({
        ...{ ...idea, workshopId, statementId: statement.id, mergedIntoId: mergedInto?.id },
      }))
    }
  }
}

/** Rows of comments on ideas. */
export async function* critiqueRows(source: Source): Pieces<'critiques'> {
  const filter = { updatedSince: source.updatedSince }
  for await (const { id: workshopId, slug } of workshopsOf(source)) {
    const read = async (after: string | null) =>
      (await source.ask(ExportCritiquesDocument, { slug, first: PAGE, after, filter })).workshop?.critiques
    for await (const critiques of pagesOf(read)) {
      yield critiques.map(({ idea, ...critique }) => ({ ...critique, ideaId: idea.id, workshopId }))
    }
  }
}

/** Rows of what became of ideas. */
export async function* checkInRows(source: Source): Pieces<'check-ins'> {
  for await (const { workshopId, slug, filter } of wallsOf(source)) {
    const read = async (after: string | null) =>
      (await source.ask(ExportCheckInsDocument, { slug, first: PAGE, after, filter })).workshop?.ideas
    for await (const ideas of pagesOf(read)) {
      yield ideas.flatMap(({ id: ideaId, checkIns }) =>
        checkIns.map((checkIn) => ({ ...checkIn, ideaId, workshopId })),
      )
    }
  }
}

/** Each workshop twice: for the ideas on its wall, and for those merged into others. */
async function* wallsOf(source: Source) {
  const { updatedSince } = source
  for await (const { id: workshopId, slug } of workshopsOf(source)) {
    for (const status of ['ON_THE_WALL', 'MERGED'] as const) {
      yield { workshopId, slug, filter: { status, updatedSince } }
    }
  }
}
