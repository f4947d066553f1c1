import { v7 } from 'uuid'
import { measurePoints, measures } from '#db/schema/measures.ts'
import { addDays } from '#domain/dates.ts'
import type { World } from './world.ts'

type Given = Partial<typeof measures.$inferInsert> & { values?: readonly number[] }

/** A measure of a new project, with one point a day from the first of January 2026. */
export async function makeMeasure({ db, project }: World, { values = [], ...given }: Given = {}) {
  const { id: projectId } = await project()
  const id = v7()
  const fixed = {
    title: 'Hours slept',
    kind: 'OUTCOME',
    direction: 'UP',
    unit: 'hours',
    definition: '',
  } as const
  await db.insert(measures).values({ ...fixed, ...given, id, projectId })
  const points = values.map((value, at) => ({
    id: v7(),
    measureId: id,
    day: addDays('2026-01-01', at),
    value,
  }))
  if (points.length > 0) await db.insert(measurePoints).values(points)
  return { id, projectId, points }
}

const FIELDS = `id title kind unit definition direction target baselinePoints archivedAt
  latestPoint { day value }
  points { totalCount edges { node { id day value addedByName corrections { from to reason correctedByName } } } }
  removedPoints { id day value removedReason removedByName }
  annotations { id day text writtenByName }
  baselines { id fromDay lockedPoints reason declaredByName }`

/** Operations on measures, each answering with the whole measure. */
export const MEASURE = {
  read: `query ($id: ID!) { measure(id: $id) { ${FIELDS} } }`,
  chart: `query ($id: ID!, $kind: ChartKind, $most: Int) { measure(id: $id) { chart(kind: $kind, most: $most) {
    kind reason sentence pointCount variation variationWords assurance assuranceWords
    points { day value signals effect }
    segments { fromDay toDay points counted centre lower upper provisional runs fewestRuns mostRuns }
    signals { signal fromDay toDay points effect } } } }`,
  create: mutation('createMeasure', 'CreateMeasureInput'),
  update: mutation('updateMeasure', 'UpdateMeasureInput'),
  add: mutation('addMeasurePoints', 'AddMeasurePointsInput'),
  paste: `mutation ($input: ImportMeasurePointsInput!) { importMeasurePoints(input: $input) { __typename
    ... on ImportMeasurePointsSuccess { report { lines added alreadyPresent refusedCount refused { line reason } } }
    ... on Refusal { code message field } } }`,
  correct: mutation('correctMeasurePoint', 'CorrectMeasurePointInput'),
  annotate: mutation('annotateMeasure', 'AnnotateMeasureInput'),
  baseline: mutation('declareBaseline', 'DeclareBaselineInput'),
  archive: byId('archiveMeasure', '$id: ID!, $archived: Boolean!', 'id: $id, archived: $archived'),
  remove: byId('removeMeasurePoint', '$id: ID!, $reason: String!', 'pointId: $id, reason: $reason'),
  restore: byId('restoreMeasurePoint', '$id: ID!', 'pointId: $id'),
  withdrawAnnotation: byId('withdrawAnnotation', '$id: ID!', 'annotationId: $id'),
  withdrawBaseline: byId('withdrawBaseline', '$id: ID!', 'baselineId: $id'),
}

function mutation(field: string, input: string): string {
  return byId(field, `$input: ${input}!`, 'input: $input')
}

function byId(field: string, variables: string, args: string): string {
  const success = field === 'annotateMeasure' ? 'AnnotationSuccess' : 'MeasureSuccess'
  return `mutation (${variables}) { done: ${field}(${args}) { __typename
    ... on ${success} { measure { ${FIELDS} } } ... on Refusal { code message field } } }`
}
