import type { Database } from '#db/client.ts'
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
import { listMeasuresOf } from '#db/queries/measures.ts'
import type { MeasureRow } from '#db/schema/measures.ts'
import { many } from './batches.ts'

/** Measures and what their charts are drawn from. */
export function measureLoaders(db: Database) {
  return {
    measuresByProject: many<MeasureRow>('projectId', (ids) => listMeasuresOf(db, ids)),
    plottedPoints: many<PlottedPoint>('measureId', (ids) => listPlottedPoints(db, ids)),
    latestPoints: many<PointView>('measureId', (ids) => listLatestPoints(db, ids)),
    correctionsByPoint: many<CorrectionView>('pointId', (ids) => listCorrectionsOf(db, ids)),
    annotationsByMeasure: many<AnnotationView>('measureId', (ids) => listAnnotationsOf(db, ids)),
    baselinesByMeasure: many<BaselineView>('measureId', (ids) => listBaselinesOf(db, ids)),
  }
}
