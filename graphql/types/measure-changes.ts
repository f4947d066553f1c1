import { z } from 'zod'
import { findMeasure, insertMeasure, updateMeasure as save } from '#db/queries/measures.ts'
import { findProject } from '#db/queries/projects.ts'
import { readInput } from '#domain/input.ts'
import { DIRECTIONS, MEASURE_KINDS, readValue, refuseBaselinePoints } from '#domain/measures.ts'
import { refuseOverwrite } from '#domain/overwrites.ts'
import type { Reading } from '#domain/refusal.ts'
import { LIMITS, text } from '#domain/text.ts'
import { authorizePerson } from '#graphql/authorize.ts'
import { changeMeasure } from '#graphql/change-measure.ts'
import { isId } from '#graphql/connections.ts'
import { denied } from '#graphql/errors.ts'
import type { MutationResolvers } from '#graphql/generated/resolvers.ts'
import { digestOf, idIsUsed, readNewId, refuseOtherRequest } from '#graphql/retries.ts'
import { refused } from './base.ts'

const measureInput = z.object({
  title: text('title', { max: LIMITS.measureTitle }),
  kind: z.enum(MEASURE_KINDS),
  direction: z.enum(DIRECTIONS),
  unit: text('unit', { max: LIMITS.unit, required: false }),
  definition: text('definition', { max: LIMITS.definition, required: false, multiline: true }),
  target: z.number({ error: 'Enter a number, such as 12.5.' }).nullable(),
  baselinePoints: z.number().nullable(),
})
type Fields = z.infer<typeof measureInput>

const createMeasure: MutationResolvers['createMeasure'] = async (
  _root,
  { input },
  { db, viewer: asking },
) => {
  const { viewer } = authorizePerson(asking, 'editMeasures')
  const project = isId(input.projectId) ? await findProject(db, input.projectId) : null
  if (project === null) throw denied('NOT_FOUND')
  const id = readNewId(input.id)
  if (!id.ok) return refused(id.refusal)
  const { unit, definition, target = null, baselinePoints = null } = input
  const fields = readFields({
    ...input,
    unit: unit ?? '',
    definition: definition ?? '',
    target,
    baselinePoints,
  })
  if (!fields.ok) return refused(fields.refusal)
  const requestDigest = digestOf(viewer, 'createMeasure', [project.id, fields.value])
  const made = { id: id.value, projectId: project.id, createdBy: viewer.personId, requestDigest }
  await insertMeasure(db, { ...fields.value, ...made })
  const measure = await findMeasure(db, id.value)
  const no = measure === null ? idIsUsed() : refuseOtherRequest(measure.requestDigest, requestDigest)
  return no || measure === null ? refused(no ?? idIsUsed()) : { __typename: 'MeasureSuccess', measure }
}

const updateMeasure: MutationResolvers['updateMeasure'] = (_root, { input }, context) =>
  changeMeasure(input.id, context, async (tx, measure) => {
    const { title, kind, direction, unit, definition } = input
    const fields = readFields({
      title: title ?? measure.title,
      kind: kind ?? measure.kind,
      direction: direction ?? measure.direction,
      unit: unit ?? measure.unit,
      definition: definition ?? measure.definition,
      // Null takes these two away, so only what is left out keeps them.
      target: input.target === undefined ? measure.target : input.target,
      baselinePoints: input.baselinePoints === undefined ? measure.baselinePoints : input.baselinePoints,
    })
    if (!fields.ok) return fields.refusal
    const { titledByCritique, target, baselinePoints, ...words } = measure
    const no = refuseOverwrite(input, {
      ...{ title: words.title, kind: words.kind, direction: words.direction, unit: words.unit },
      ...{ definition: words.definition, target, baselinePoints },
    })
    if (no) return no
    const reworded = fields.value.title !== measure.title
    await save(tx, measure.id, { ...fields.value, titledByCritique: titledByCritique && !reworded })
    return null
  })

const archiveMeasure: MutationResolvers['archiveMeasure'] = (_root, { id, archived }, context) =>
  changeMeasure(id, context, async (tx, measure) => {
    await save(tx, id, { archivedAt: archived ? (measure.archivedAt ?? new Date()) : null })
    return null
  })

export const measureMutations = { createMeasure, updateMeasure, archiveMeasure } satisfies MutationResolvers

function readFields(input: Record<keyof Fields, unknown>): Reading<Fields> {
  const fields = readInput(measureInput, input)
  if (!fields.ok) return fields
  const { target, baselinePoints } = fields.value
  const no = refuseBaselinePoints(baselinePoints)
  if (no) return { ok: false, refusal: no }
  if (target === null) return fields
  const read = readValue(target, 'target')
  return read.ok ? { ok: true, value: { ...fields.value, target: read.value } } : read
}
