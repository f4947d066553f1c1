import { insertPoints, listValues } from '#db/queries/measure-points.ts'
import { findMeasure } from '#db/queries/measures.ts'
import { type PointsPlan, planPoints } from '#domain/measure-imports.ts'
import { plural } from '#domain/numbers.ts'
import { type Refusal, refusal } from '#domain/refusal.ts'
import { authorize } from '#graphql/authorize.ts'
import { changeMeasure } from '#graphql/change-measure.ts'
import { isId } from '#graphql/connections.ts'
import type { Context } from '#graphql/context.ts'
import { denied } from '#graphql/errors.ts'
import type { ImportMeasurePointsInput, MutationResolvers } from '#graphql/generated/resolvers.ts'
import { refused } from './base.ts'

const LISTED = 100

const importMeasurePoints: MutationResolvers['importMeasurePoints'] = (_root, { input }, context) =>
  input.dryRun ? checkPoints(input, context) : addPoints(input, context)

export const pointImportMutations = { importMeasurePoints } satisfies MutationResolvers

async function checkPoints(input: ImportMeasurePointsInput, { db, viewer }: Context) {
  const { measureId, text } = input
  authorize(viewer, 'editMeasures')
  const measure = isId(measureId) ? await findMeasure(db, measureId) : null
  if (measure === null) throw denied('NOT_FOUND')
  const plan = planPoints(text, await listValues(db, measure.id), givenFor(measure, input))
  if ('code' in plan) return refused(plan)
  return { __typename: 'ImportMeasurePointsSuccess' as const, measure, report: reportOf(plan) }
}

async function addPoints(input: ImportMeasurePointsInput, context: Context) {
  const { measureId, text } = input
  const done: { plan: PointsPlan | null } = { plan: null }
  const result = await changeMeasure(measureId, context, async (tx, measure, { personId }) => {
    const plan = planPoints(text, await listValues(tx, measure.id), givenFor(measure, input))
    if ('code' in plan) return plan
    if (plan.refused.length > 0) return refuseLines(plan)
    const rows = plan.points.map((point) => ({ ...point, measureId: measure.id, addedBy: personId }))
    await insertPoints(tx, rows)
    done.plan = plan
    return null
  })
  if (result.__typename === 'Refusal') return result
  const { measure } = result
  if (done.plan === null) throw new Error('What was added was planned.')
  return { __typename: 'ImportMeasurePointsSuccess' as const, measure, report: reportOf(done.plan) }
}

function givenFor({ unit }: { unit: string | null }, { choices }: ImportMeasurePointsInput) {
  return { unit, choices: { commas: choices?.commas ?? null, dayOrder: choices?.dayOrder ?? null } }
}

function reportOf({ reading, points, lines, alreadyPresent, refused: lost }: PointsPlan) {
  const refusedCount = lost.length
  return {
    reading,
    lines,
    added: points.length,
    alreadyPresent,
    refusedCount,
    refused: lost.slice(0, LISTED),
  }
}

function refuseLines({ refused: lost }: PointsPlan): Refusal {
  const message = `${plural(lost.length, 'line')} cannot be read. Correct them and paste again; nothing was added.`
  return refusal('BAD_USER_INPUT', message, 'text')
}
