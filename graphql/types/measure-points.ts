import {
  correctPoint,
  findPoint,
  insertPoints,
  listPointsById,
  listValues,
  updatePoint,
} from '#db/queries/measure-points.ts'
import type { MeasureRow, PointRow } from '#db/schema/measures.ts'
import { readDay } from '#domain/dates.ts'
import { MOST_POINTS, readValue, refusePoint } from '#domain/measures.ts'
import { inFigures } from '#domain/numbers.ts'
import { refuseOverwrite } from '#domain/overwrites.ts'
import { type Reading, type Refusal, refusal } from '#domain/refusal.ts'
import { readReason } from '#domain/text.ts'
import { changeMeasure, type Editor } from '#graphql/change-measure.ts'
import type { MutationResolvers, NewPointInput } from '#graphql/generated/resolvers.ts'
import { digestOf, readNewId, refuseOtherRequest } from '#graphql/retries.ts'

const addMeasurePoints: MutationResolvers['addMeasurePoints'] = (_root, { input }, context) =>
  changeMeasure(input.measureId, context, async (tx, measure, editor) => {
    const points = readPoints(input.points, measure, editor)
    if (!points.ok) return points.refusal
    const earlier = await listPointsById(
      tx,
      points.value.map(({ id }) => id),
    )
    const fresh = sortOut(points.value, earlier, await listValues(tx, measure.id))
    if ('code' in fresh) return fresh
    await insertPoints(tx, fresh)
    return null
  })

const correctMeasurePoint: MutationResolvers['correctMeasurePoint'] = (_root, { input }, context) =>
  changeMeasure(
    input.pointId,
    context,
    async (tx, _measure, { personId }) => {
      const value = readValue(input.value)
      if (!value.ok) return value.refusal
      const reason = readReason(input.reason, { required: true })
      if (!reason.ok) return reason.refusal
      const point = await findPoint(tx, input.pointId)
      if (point === null || point.removedAt !== null) return isRemoved()
      if (point.value === value.value) return null
      const no = refuseOverwrite(input, { value: point.value })
      if (no) return no
      const change = { from: point.value, to: value.value, reason: reason.value, correctedBy: personId }
      await correctPoint(tx, { ...change, pointId: point.id })
      return null
    },
    findPoint,
  )

const removeMeasurePoint: MutationResolvers['removeMeasurePoint'] = (_root, args, context) =>
  changeMeasure(
    args.pointId,
    context,
    async (tx, _measure, { personId }) => {
      const reason = readReason(args.reason, { required: true })
      if (!reason.ok) return reason.refusal
      const point = await findPoint(tx, args.pointId)
      // Pressing twice changes nothing and is no error.
      if (point?.removedAt !== null) return null
      const removal = { removedAt: new Date(), removedBy: personId, removedReason: reason.value }
      await updatePoint(tx, point.id, removal)
      return null
    },
    findPoint,
  )

const restoreMeasurePoint: MutationResolvers['restoreMeasurePoint'] = (_root, { pointId }, context) =>
  changeMeasure(
    pointId,
    context,
    async (tx, measure) => {
      const point = await findPoint(tx, pointId)
      if (point === null || point.removedAt === null) return null
      if ((await listValues(tx, measure.id)).has(point.day)) {
        const message = 'Its day has another point by now. Correct that one instead.'
        return refusal('NOT_ALLOWED_NOW', message)
      }
      await updatePoint(tx, point.id, { removedAt: null, removedBy: null, removedReason: null })
      return null
    },
    findPoint,
  )

export const pointMutations = {
  addMeasurePoints,
  correctMeasurePoint,
  removeMeasurePoint,
  restoreMeasurePoint,
} satisfies MutationResolvers

type Point = ReturnType<typeof pointOf>

function readPoints(given: readonly NewPointInput[], measure: MeasureRow, editor: Editor): Reading<Point[]> {
  if (given.length === 0 || given.length > MOST_POINTS) {
    const message = `Add 1 to ${inFigures(MOST_POINTS)} points at a time.`
    return { ok: false, refusal: refusal('BAD_USER_INPUT', message, 'points') }
  }
  const points: Point[] = []
  for (const [at, point] of given.entries()) {
    const id = readNewId(point.id)
    if (!id.ok) return id
    const day = readDay(point.day, `points.${at}.day`)
    if (!day.ok) return day
    const value = readValue(point.value, `points.${at}.value`)
    if (!value.ok) return value
    points.push(pointOf(id.value, day.value, value.value, measure, editor))
  }
  return { ok: true, value: points }
}

function pointOf(id: string, day: string, value: number, measure: MeasureRow, editor: Editor) {
  const requestDigest = digestOf(editor, 'addMeasurePoints', [measure.id, day, value])
  return { id, measureId: measure.id, day, value, addedBy: editor.personId, requestDigest }
}

/** Those that are new. A retry is answered as the first time was, whatever became of the point since. */
function sortOut(
  points: readonly Point[],
  earlier: readonly PointRow[],
  held: Map<string, number>,
): Point[] | Refusal {
  const digests = new Map(earlier.map(({ id, requestDigest }) => [id, requestDigest]))
  const fresh: Point[] = []
  for (const [at, point] of points.entries()) {
    const digest = digests.get(point.id)
    const other = digest === undefined ? null : refuseOtherRequest(digest, point.requestDigest)
    if (other) return other
    if (digest !== undefined) continue
    const taken = refusePoint(point, held)
    if (taken !== null) return refusal('NOT_ALLOWED_NOW', taken, `points.${at}.value`)
    if (held.has(point.day)) continue
    fresh.push(point)
    held.set(point.day, point.value)
    digests.set(point.id, point.requestDigest)
  }
  return fresh
}

function isRemoved(): Refusal {
  return refusal('STALE_STATE', 'This point was removed in the meantime. Reload the page.')
}
