import { pagesOf } from '../_apollo/pages-of.ts'
import {
  ExportMeasureNotesDocument,
  ExportMeasurePointsDocument,
  ExportMeasuresDocument,
} from './measures.generated.ts'
import { briefsOf, idsOf, measuresOf, onlyOnce, PAGE, type Pieces, type Source } from './source.ts'

/** Rows of measures. */
export async function* measureRows(source: Source): Pieces<'measures'> {
  const { updatedSince } = source
  const isNew = onlyOnce()
  for await (const { id } of briefsOf(source)) {
    const { brief } = await source.ask(ExportMeasuresDocument, { id, updatedSince })
    yield (brief?.measures ?? []).filter(isNew).map(({ project, critique, briefs, ...measure }) => ({
      ...{ ...measure, projectId: project.id, critiqueId: critique?.id, briefIds: idsOf(briefs) },
    }))
  }
}

/** Rows of points. */
export async function* measurePointRows(source: Source): Pieces<'measure-points'> {
  const { ask, updatedSince } = source
  for await (const { id: measureId } of measuresOf(source)) {
    const read = async (after: string | null) =>
      (await ask(ExportMeasurePointsDocument, { measureId, first: PAGE, after, updatedSince })).measure
        ?.points
    for await (const points of pagesOf(read)) yield points.map((point) => ({ ...point, measureId }))
  }
}

/** Rows of what people wrote on charts. */
export async function* annotationRows(source: Source): Pieces<'annotations'> {
  for await (const measures of notesOf(source)) {
    yield measures.flatMap(({ id: measureId, annotations }) =>
      annotations.map((annotation) => ({ ...annotation, measureId })),
    )
  }
}

/** Rows of baselines. */
export async function* baselineRows(source: Source): Pieces<'baselines'> {
  for await (const measures of notesOf(source)) {
    yield measures.flatMap(({ id: measureId, baselines }) =>
      baselines.map((baseline) => ({ ...baseline, measureId })),
    )
  }
}

async function* notesOf(source: Source) {
  const isNew = onlyOnce()
  for await (const { id } of briefsOf(source)) {
    const { brief } = await source.ask(ExportMeasureNotesDocument, { id })
    yield (brief?.measures ?? []).filter(isNew)
  }
}
