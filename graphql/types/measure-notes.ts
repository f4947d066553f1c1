import {
  findAnnotation,
  findBaseline,
  insertAnnotation,
  insertBaseline,
  listBaselinesOf,
  withdrawAnnotationRow,
  withdrawBaselineRow,
} from '#db/queries/measure-notes.ts'
import { listPlottedPoints } from '#db/queries/measure-points.ts'
import { readDay } from '#domain/dates.ts'
import { refuseBaselinePoints, refuseNewBaseline } from '#domain/measures.ts'
import { LIMITS, readReason, readText } from '#domain/text.ts'
import { changeMeasure } from '#graphql/change-measure.ts'
import { denied } from '#graphql/errors.ts'
import type { MutationResolvers } from '#graphql/generated/resolvers.ts'
import { digestOf, readNewId, refuseOtherRequest } from '#graphql/retries.ts'

const annotateMeasure: MutationResolvers['annotateMeasure'] = async (_root, { input }, context) => {
  const id = readNewId(input.id)
  const result = await changeMeasure(input.measureId, context, async (tx, measure, editor) => {
    if (!id.ok) return id.refusal
    const day = readDay(input.day)
    if (!day.ok) return day.refusal
    const text = readText(input.text, { field: 'text', max: LIMITS.annotation, label: 'what happened' })
    if (!text.ok) return text.refusal
    const requestDigest = digestOf(editor, 'annotateMeasure', [measure.id, day.value, text.value])
    const earlier = await findAnnotation(tx, id.value)
    if (earlier) return refuseOtherRequest(earlier.requestDigest, requestDigest)
    const written = { day: day.value, text: text.value, writtenBy: editor.personId, requestDigest }
    await insertAnnotation(tx, { ...written, id: id.value, measureId: measure.id })
    return null
  })
  if (result.__typename === 'Refusal') return result
  const annotation = id.ok ? await findAnnotation(context.db, id.value) : null
  if (annotation === null) throw denied('NOT_FOUND')
  return { __typename: 'AnnotationSuccess', annotation, measure: result.measure }
}

const withdrawAnnotation: MutationResolvers['withdrawAnnotation'] = (_root, { annotationId }, context) =>
  changeMeasure(
    annotationId,
    context,
    async (tx) => {
      await withdrawAnnotationRow(tx, annotationId)
      return null
    },
    findAnnotation,
  )

const declareBaseline: MutationResolvers['declareBaseline'] = (_root, { input }, context) =>
  changeMeasure(input.measureId, context, async (tx, measure, editor) => {
    const id = readNewId(input.id)
    if (!id.ok) return id.refusal
    const day = readDay(input.fromDay, 'fromDay')
    if (!day.ok) return day.refusal
    const lockedPoints = input.lockedPoints ?? null
    const unfit = refuseBaselinePoints(lockedPoints, 'lockedPoints')
    if (unfit) return unfit
    const reason = readReason(input.reason, { required: true })
    if (!reason.ok) return reason.refusal
    const content = { fromDay: day.value, lockedPoints, reason: reason.value }
    const requestDigest = digestOf(editor, 'declareBaseline', [measure.id, content])
    const earlier = await findBaseline(tx, id.value)
    if (earlier) return refuseOtherRequest(earlier.requestDigest, requestDigest)
    const [first] = await listPlottedPoints(tx, [measure.id])
    const standing = await listBaselinesOf(tx, [measure.id])
    const baselineDays = standing.map(({ fromDay }) => fromDay)
    const no = refuseNewBaseline(day.value, { firstDay: first?.day ?? null, baselineDays })
    if (no) return no
    const declared = { ...content, declaredBy: editor.personId, requestDigest }
    await insertBaseline(tx, { ...declared, id: id.value, measureId: measure.id })
    return null
  })

const withdrawBaseline: MutationResolvers['withdrawBaseline'] = (_root, { baselineId }, context) =>
  changeMeasure(
    baselineId,
    context,
    async (tx) => {
      await withdrawBaselineRow(tx, baselineId)
      return null
    },
    findBaseline,
  )

export const noteMutations = {
  annotateMeasure,
  withdrawAnnotation,
  declareBaseline,
  withdrawBaseline,
} satisfies MutationResolvers
