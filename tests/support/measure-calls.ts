import type { Scene } from './scene.ts'

/** The call of each root field about measures in a scene. */
export const MEASURE_CALLS: Record<string, (scene: Scene) => string> = {
  measure: ({ measure }) => `measure(id: "${measure.id}") { title }`,
  createMeasure: ({ project }) =>
    `createMeasure(input: { projectId: "${project.id}", title: "M", kind: OUTCOME, direction: UP }) { __typename }`,
  updateMeasure: ({ measure }) => `updateMeasure(input: { id: "${measure.id}", title: "N" }) { __typename }`,
  archiveMeasure: ({ measure }) => `archiveMeasure(id: "${measure.id}", archived: true) { __typename }`,
  addMeasurePoints: ({ measure }) =>
    `addMeasurePoints(input: { measureId: "${measure.id}", points: [{ day: "2026-02-01", value: 5 }] }) { __typename }`,
  importMeasurePoints: ({ measure }) =>
    `importMeasurePoints(input: { measureId: "${measure.id}", text: "2026-03-01,6", dryRun: false }) { __typename }`,
  correctMeasurePoint: ({ measure }) =>
    `correctMeasurePoint(input: { pointId: "${measure.points.first.id}", value: 9, reason: "R" }) { __typename }`,
  removeMeasurePoint: ({ measure }) =>
    `removeMeasurePoint(pointId: "${measure.points.second.id}", reason: "R") { __typename }`,
  restoreMeasurePoint: ({ measure }) =>
    `restoreMeasurePoint(pointId: "${measure.points.removed.id}") { __typename }`,
  annotateMeasure: ({ measure }) =>
    `annotateMeasure(input: { measureId: "${measure.id}", day: "2026-01-01", text: "A" }) { __typename }`,
  withdrawAnnotation: ({ measure }) =>
    `withdrawAnnotation(annotationId: "${measure.annotationId}") { __typename }`,
  declareBaseline: ({ measure }) =>
    `declareBaseline(input: { measureId: "${measure.id}", fromDay: "2026-01-05", reason: "R" }) { __typename }`,
  withdrawBaseline: ({ measure }) => `withdrawBaseline(baselineId: "${measure.baselineId}") { __typename }`,
}
