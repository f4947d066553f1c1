import { z } from 'zod'
import type { Transaction } from '#db/client.ts'
import {
  deleteStep,
  findStep,
  insertStep,
  listSteps,
  lockStep,
  orderSteps,
  updateStep as save,
  updateStepState,
} from '#db/queries/steps.ts'
import type { StepRow } from '#db/schema/steps.ts'
import { readInput } from '#domain/input.ts'
import { refuseOverwrite } from '#domain/overwrites.ts'
import { ACTIVITIES, permittedActivities, refuseStepChange, reorder } from '#domain/steps.ts'
import { LIMITS, text } from '#domain/text.ts'
import { authorizeIn } from '#graphql/authorize.ts'
import { isId } from '#graphql/connections.ts'
import type { Context } from '#graphql/context.ts'
import { denied } from '#graphql/errors.ts'
import type { MutationResolvers, Resolvers } from '#graphql/generated/resolvers.ts'
import { lockWorkshopOrThrow } from '#graphql/lock-workshop.ts'
import { digestOf, idIsUsed, readNewId, refuseOtherRequest } from '#graphql/retries.ts'
import { refused } from './base.ts'

const MOST_MINUTES = 600
const LAST_DAY = 31

function wholeNumber(least: number, most: number, sentence: string) {
  return z.number().int(sentence).min(least, sentence).max(most, sentence)
}

const stepInput = z.object({
  title: text('title', { max: LIMITS.stepTitle, label: 'the title' }),
  instructions: text('instructions', {
    max: LIMITS.instructions,
    required: false,
    multiline: true,
    label: 'the instructions',
  }).transform((instructions) => instructions || null),
  plannedMinutes: wholeNumber(
    0,
    MOST_MINUTES,
    `Enter the minutes as a whole number from 0 to ${MOST_MINUTES}.`,
  ),
  day: wholeNumber(1, LAST_DAY, `Enter the day as a whole number from 1 to ${LAST_DAY}.`),
  activity: z.enum(ACTIVITIES),
})

const addStep: MutationResolvers['addStep'] = async (_root, { input }, { db, viewer: asking }) => {
  const { viewer } = authorizeIn(asking, 'runWorkshop', input.workshopId)
  const id = readNewId(input.id)
  if (!id.ok) return refused(id.refusal)
  const fields = readInput(stepInput, {
    ...input,
    instructions: input.instructions ?? '',
    plannedMinutes: input.plannedMinutes ?? 30,
    day: input.day ?? 1,
  })
  if (!fields.ok) return refused(fields.refusal)
  const { workshopId } = input
  const requestDigest = digestOf(viewer, 'addStep', [workshopId, fields.value])
  return db.transaction(async (tx) => {
    await lockWorkshopOrThrow(tx, workshopId)
    const steps = await listSteps(tx, workshopId)
    const step =
      (await findStep(tx, id.value)) ??
      (await insertStep(tx, {
        ...fields.value,
        id: id.value,
        workshopId,
        position: (steps.at(-1)?.position ?? -1) + 1,
        requestDigest,
      }))
    // Without a step the id is in use where the viewer may not look.
    const no = step === null ? idIsUsed() : refuseOtherRequest(step.requestDigest, requestDigest)
    if (no || step === null) return refused(no ?? idIsUsed())
    return success(tx, step)
  })
}

const updateStep: MutationResolvers['updateStep'] = (_root, { input }, context) =>
  change(input.id, context, async (tx, step) => {
    const fields = readInput(stepInput, {
      title: input.title ?? step.title,
      instructions: (input.instructions === undefined ? step.instructions : input.instructions) ?? '',
      plannedMinutes: input.plannedMinutes ?? step.plannedMinutes,
      day: input.day ?? step.day,
      activity: input.activity ?? step.activity,
    })
    if (!fields.ok) return refused(fields.refusal)
    const { title, instructions, plannedMinutes, day, activity } = step
    const no = refuseOverwrite(input, { title, instructions, plannedMinutes, day, activity })
    return no ? refused(no) : success(tx, await save(tx, step, fields.value))
  })

const removeStep: MutationResolvers['removeStep'] = (_root, { stepId }, context) =>
  change(stepId, context, async (tx, step) => {
    await deleteStep(tx, step.id)
    return allSteps(tx, step.workshopId)
  })

const moveStep: MutationResolvers['moveStep'] = (_root, { stepId, toIndex }, context) =>
  change(stepId, context, async (tx, step) => {
    const ids = (await listSteps(tx, step.workshopId)).map(({ id }) => id)
    await orderSteps(tx, reorder(ids, step.id, toIndex))
    return allSteps(tx, step.workshopId)
  })

const changeStep: MutationResolvers['changeStep'] = (_root, { stepId, from, to }, context) =>
  change(stepId, context, async (tx, step) => {
    const no = refuseStepChange(step.state, to, from)
    if (no) return refused(no)
    return success(tx, await updateStepState(tx, step, to))
  })

export const stepResolvers = {
  Mutation: { addStep, updateStep, removeStep, moveStep, changeStep },
} satisfies Resolvers

/** The beats of every change of one step: find, authorize, lock, decide, save. */
async function change<Result>(
  stepId: string,
  { db, viewer }: Context,
  decideAndSave: (tx: Transaction, step: StepRow) => Promise<Result>,
): Promise<Result> {
  const found = isId(stepId) ? await findStep(db, stepId) : null
  if (found === null) throw denied(viewer === null ? 'UNAUTHENTICATED' : 'NOT_FOUND')
  authorizeIn(viewer, 'runWorkshop', found.workshopId)
  return db.transaction(async (tx) => {
    await lockWorkshopOrThrow(tx, found.workshopId)
    const step = await lockStep(tx, stepId)
    if (step === null) throw denied('NOT_FOUND')
    return decideAndSave(tx, step)
  })
}

async function success(tx: Transaction, step: StepRow) {
  const permitted = permittedActivities(await listSteps(tx, step.workshopId))
  return { __typename: 'StepSuccess' as const, step, permittedActivities: permitted }
}

async function allSteps(tx: Transaction, workshopId: string) {
  return { __typename: 'StepsSuccess' as const, steps: await listSteps(tx, workshopId) }
}
