import { v7 } from 'uuid'
import type { Database } from '#db/client.ts'
import { briefMeasures } from '#db/schema/brief-measures.ts'
import { annotations, baselines, measurePoints, measures } from '#db/schema/measures.ts'

/** A measure of a brief, on which everything that can be changed is there to be changed. */
export async function writeMeasure(db: Database, projectId: string, briefId: string) {
  const measure = { id: v7(), projectId, title: 'Nights of sleep', unit: 'nights', definition: '' }
  const point = (day: string, value: number) => ({ id: v7(), measureId: measure.id, day, value })
  const points = {
    first: point('2026-01-01', 3),
    second: point('2026-01-02', 4),
    removed: point('2026-01-03', 40),
  }
  const baseline = { id: v7(), measureId: measure.id, fromDay: '2026-01-02', reason: 'New beds' }
  const annotation = { id: v7(), measureId: measure.id, day: '2026-01-02', text: 'The beds came' }
  await db.insert(measures).values({ ...measure, kind: 'OUTCOME', direction: 'UP' })
  const { first, second, removed } = points
  await db.insert(measurePoints).values([first, second])
  await db
    .insert(measurePoints)
    .values({ ...removed, removedAt: new Date(), removedReason: 'A typing error' })
  await db.insert(briefMeasures).values({ briefId, measureId: measure.id })
  await db.insert(baselines).values(baseline)
  await db.insert(annotations).values(annotation)
  return { measure: { ...measure, points, baselineId: baseline.id, annotationId: annotation.id } }
}
