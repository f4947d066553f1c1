import type { ExportName, ExportRow } from '#domain/exports.ts'
import type { OpenedExport } from '../_apollo/exports.ts'
import { pagesOf } from '../_apollo/pages-of.ts'
import { ExportBriefKeysDocument } from './briefs.generated.ts'
import { ExportMeasureKeysDocument } from './measures.generated.ts'
import { ExportProjectsDocument, ExportWorkshopKeysDocument } from './workshops.generated.ts'

/** What rows are read from: the contract for partners, asked page by page as the token. */
export type Source = Pick<OpenedExport, 'ask' | 'updatedSince' | 'readsContent'>

/** Rows of a file, in the pieces in which they come. */
export type Pieces<Name extends ExportName> = AsyncGenerator<ExportRow<Name>[], void, undefined>

/** How many rows are asked for at once: enough for few statements, and little enough for long texts. */
export const PAGE = 100

/** Everything of a project, a workshop, a brief or a measure that the token may read, one after the other. */
export type Found<Row> = AsyncGenerator<Row, void, undefined>

/** Published workshops that the token opens. */
export async function* workshopsOf({ ask }: Source): Found<{ id: string; slug: string }> {
  const read = async (after: string | null) =>
    (await ask(ExportWorkshopKeysDocument, { first: PAGE, after })).publishedWorkshops
  for await (const workshops of pagesOf(read)) yield* workshops
}

/** Projects with something that the token opens. */
export async function* projectsOf({ ask }: Source): Found<{ id: string }> {
  const read = async (after: string | null) =>
    (await ask(ExportProjectsDocument, { first: PAGE, after })).projects
  for await (const projects of pagesOf(read)) yield* projects
}

/** Published briefs of those projects. */
export async function* briefsOf(source: Source): Found<{ id: string }> {
  for await (const { id: projectId } of projectsOf(source)) {
    const read = async (after: string | null) =>
      (await source.ask(ExportBriefKeysDocument, { projectId, first: PAGE, after })).project?.briefs
    for await (const briefs of pagesOf(read)) yield* briefs
  }
}

/** Measures of those briefs, each once. */
export async function* measuresOf(source: Source): Found<{ id: string }> {
  const isNew = onlyOnce()
  for await (const { id } of briefsOf(source)) {
    const { brief } = await source.ask(ExportMeasureKeysDocument, { id })
    yield* (brief?.measures ?? []).filter(isNew)
  }
}

/** Tells what comes for the first time: a measure may follow several briefs. */
export function onlyOnce(): (row: { id: string }) => boolean {
  const seen = new Set<string>()
  return ({ id }) => !seen.has(id) && seen.add(id).size > 0
}

/** The ids of what a row names. */
export function idsOf(rows: readonly { id: string }[] | null | undefined): string[] {
  return (rows ?? []).map(({ id }) => id)
}
