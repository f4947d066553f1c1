import type { Database } from '#db/client.ts'
import { type BriefMeasure, listBriefsOfMeasures, listMeasuresOfBriefs } from '#db/queries/brief-measures.ts'
import {
  type AnnotationView,
  type BaselineView,
  listAnnotationsOf,
  listBaselinesOf,
} from '#db/queries/measure-notes.ts'
import {
  type CorrectionView,
  listCorrectionsOf,
  listLatestPoints,
  listPlottedPoints,
  type PlottedPoint,
  type PointView,
} from '#db/queries/measure-points.ts'
import { listMeasuresById, listMeasuresOf, listMeasuresOfCritiques } from '#db/queries/measures.ts'
import type { MeasureRow } from '#db/schema/measures.ts'
import { many, one } from './batches.ts'

/** Measures and what their charts are drawn from. */
export function measureLoaders(db: Database) {
  return {
    measureById: one<MeasureRow>((ids) => listMeasuresById(db, ids)),
    measuresByProject: many<MeasureRow>('projectId', (ids) => listMeasuresOf(db, ids)),
    measuresByBrief: many<BriefMeasure>('briefId', (ids) => listMeasuresOfBriefs(db, ids)),
    measuresByCritique: many<MeasureRow>('critiqueId', (ids) => listMeasuresOfCritiques(db, ids)),
    briefIdsByMeasure: many<{ measureId: string; briefId: string }>('measureId', (ids) =>
      listBriefsOfMeasures(db, ids),
    ),
    plottedPoints: many<PlottedPoint>('measureId', (ids) => listPlottedPoints(db, ids)),
    latestPoints: many<PointView>('measureId', (ids) => listLatestPoints(db, ids)),
    correctionsByPoint: many<CorrectionView>('pointId', (ids) => listCorrectionsOf(db, ids)),
    annotationsByMeasure: many<AnnotationView>('measureId', (ids) => listAnnotationsOf(db, ids)),
    baselinesByMeasure: many<BaselineView>('measureId', (ids) => listBaselinesOf(db, ids)),
  }
}
