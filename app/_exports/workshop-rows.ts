import { pagesOf } from '../_apollo/pages-of.ts'
import { PAGE, type Pieces, type Source, workshopsOf } from './source.ts'
import {
  ExportProjectPartsDocument,
  ExportProjectsDocument,
  ExportTablesDocument,
  ExportWorkshopsDocument,
} from './workshops.generated.ts'

/** Rows of projects. */
export function projectRows({ ask, updatedSince }: Source): Pieces<'projects'> {
  return pagesOf(
    async (after) => (await ask(ExportProjectsDocument, { first: PAGE, after, updatedSince })).projects,
  )
}

/** Rows of areas. */
export async function* areaRows(source: Source): Pieces<'areas'> {
  for await (const projects of projectPartsOf(source)) {
    yield projects.flatMap(({ id, areas }) => areas.map((area) => ({ ...area, projectId: id })))
  }
}

/** Rows of changes of phase. */
export async function* phaseChangeRows(source: Source): Pieces<'phase-changes'> {
  for await (const projects of projectPartsOf(source)) {
    yield projects.flatMap(({ id, phaseChanges }) =>
      phaseChanges.map((change) => ({ ...change, projectId: id })),
    )
  }
}

function projectPartsOf({ ask }: Source) {
  return pagesOf(async (after) => (await ask(ExportProjectPartsDocument, { after })).projects)
}

/** Rows of workshops. */
export async function* workshopRows({ ask, updatedSince }: Source): Pieces<'workshops'> {
  const filter = { updatedSince }
  const read = async (after: string | null) =>
    (await ask(ExportWorkshopsDocument, { first: PAGE, after, filter })).publishedWorkshops
  for await (const workshops of pagesOf(read)) {
    yield workshops.map(({ project, ...workshop }) => ({ ...workshop, projectId: project.id }))
  }
}

/** Rows of tables. */
export async function* tableRows(source: Source): Pieces<'tables'> {
  for await (const { id: workshopId, slug } of workshopsOf(source)) {
    const { workshop } = await source.ask(ExportTablesDocument, { slug })
    yield (workshop?.tables ?? []).map(({ area, ...table }) => ({ ...table, workshopId, areaId: area?.id }))
  }
}
