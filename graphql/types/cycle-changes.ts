import type { Transaction } from '#db/client.ts'
import { insertBriefUpdate } from '#db/queries/brief-updates.ts'
import {
  findTestCycle,
  findTestTeam,
  insertCycleChange,
  insertTestCycle,
  lockTestCycle,
  type TestCycleView,
  updateTestCycle,
} from '#db/queries/cycles.ts'
import {
  CYCLE_WORDS,
  type CycleDecision,
  type CycleState,
  type CycleWord,
  refuseCycleMove,
  refuseCycleWords,
  refuseFinish,
  refuseRamp,
} from '#domain/cycles.ts'
import { refuseOverwrite } from '#domain/overwrites.ts'
import type { Reading, Refusal } from '#domain/refusal.ts'
import { LIMITS, readReason, readText } from '#domain/text.ts'
import { authorizeBriefs, lockedChange } from '#graphql/change-brief.ts'
import { isId } from '#graphql/connections.ts'
import type { Context } from '#graphql/context.ts'
import { denied } from '#graphql/errors.ts'
import type { MutationResolvers, UpdateCycleInput } from '#graphql/generated/resolvers.ts'
import { forgetLoaded } from '#graphql/loaders.ts'
import { digestOf, readNewId, refuseOtherRequest } from '#graphql/retries.ts'
import { refused } from './base.ts'

const planCycle: MutationResolvers['planCycle'] = async (_root, { input }, context) => {
  authorizeBriefs(context)
  const { teamId } = input
  const question = readWords('question', input.question)
  if (!question.ok) return refused(question.refusal)
  const id = readNewId(input.id)
  if (!id.ok) return refused(id.refusal)
  const team = isId(teamId) ? await findTestTeam(context.db, teamId) : null
  const no = await lockedChange(team?.briefId ?? null, context, async (tx, brief, { personId }) => {
    const previousId = input.previousId ?? null
    const requestDigest = digestOf({ personId }, 'planCycle', [teamId, previousId, question.value])
    const earlier = await findTestCycle(tx, id.value)
    if (earlier) return refuseOtherRequest(earlier.requestDigest, requestDigest)
    if (previousId !== null) {
      const fork = refuseRamp(await rampFrom(tx, previousId, teamId))
      if (fork) return fork
    }
    const cycle = { id: id.value, teamId, previousId, question: question.value, requestDigest }
    // Under the brief's lock an id can only be taken already by a cycle of another brief.
    if (!(await insertTestCycle(tx, cycle))) return refuseOtherRequest(null, requestDigest)
    await insertBriefUpdate(tx, { briefId: brief.id, kind: 'CYCLE_PLANNED', cycleId: cycle.id, personId })
    return null
  })
  return no ? refused(no) : success(context, id.value)
}

async function rampFrom(tx: Transaction, previousId: string, teamId: string) {
  const previous = isId(previousId) ? await findTestCycle(tx, previousId) : null
  if (previous === null) return null
  return { state: previous.state, sameTeam: previous.teamId === teamId, followed: previous.nextId !== null }
}

const updateCycle: MutationResolvers['updateCycle'] = (_root, { input }, context) =>
  changeCycle(input.id, context, async (tx, cycle) => {
    const written = readWritten(input)
    if (!written.ok) return written.refusal
    const { words, dataOverTime } = written.value
    const parts = [
      ...CYCLE_WORDS.filter((word) => word in words),
      ...(dataOverTime === undefined ? [] : (['dataOverTime'] as const)),
    ]
    const now = Object.fromEntries(
      [...CYCLE_WORDS, 'dataOverTime' as const].map((name) => [name, cycle[name]]),
    )
    const no = refuseCycleWords(cycle.state, parts) ?? refuseOverwrite(input, now)
    if (no) return no
    await updateTestCycle(tx, cycle.id, { ...words, ...(dataOverTime !== undefined && { dataOverTime }) })
    return null
  })

type Written = { words: Partial<Record<CycleWord, string | null>>; dataOverTime: boolean | undefined }

function readWritten(input: UpdateCycleInput): Reading<Written> {
  const words: Written['words'] = {}
  for (const word of CYCLE_WORDS) {
    if (input[word] === undefined) continue
    const text = readWords(word, input[word])
    if (!text.ok) return text
    words[word] = text.value
  }
  return { ok: true, value: { words, dataOverTime: input.dataOverTime ?? undefined } }
}

const moveCycle: MutationResolvers['moveCycle'] = (_root, { input }, context) =>
  changeCycle(input.cycleId, context, async (tx, cycle, personId) => {
    const reason = readReason(input.reason, { required: false })
    if (!reason.ok) return reason.refusal
    const { from, to } = input
    const no = refuseCycleMove(cycle, { from, to, reason: reason.value })
    if (no) return no
    // What was decided at the end is decided anew; how it was decided stands in the record.
    const undone = from === 'DONE' ? { decision: null, decisionReason: null } : {}
    await updateTestCycle(tx, cycle.id, { state: to, ...undone })
    await record(tx, cycle, personId, { to, decision: null, reason: reason.value || null })
    return null
  })

const finishCycle: MutationResolvers['finishCycle'] = (_root, { input }, context) =>
  changeCycle(input.cycleId, context, async (tx, cycle, personId) => {
    const reason = readText(input.reason, {
      field: 'reason',
      max: LIMITS.cycleWords,
      required: false,
      multiline: true,
    })
    if (!reason.ok) return reason.refusal
    const no = refuseFinish(cycle.state)
    if (no) return no
    const decisionReason = reason.value || null
    await updateTestCycle(tx, cycle.id, { state: 'DONE', decision: input.decision, decisionReason })
    await record(tx, cycle, personId, { to: 'DONE', decision: input.decision, reason: decisionReason })
    return null
  })

export const cycleMutations = { planCycle, updateCycle, moveCycle, finishCycle } satisfies MutationResolvers

function readWords(field: CycleWord, value: string | null | undefined): Reading<string | null> {
  const text = readText(value, { field, max: LIMITS.cycleWords, required: false, multiline: true })
  return text.ok ? { ok: true, value: text.value || null } : text
}

async function record(
  tx: Transaction,
  cycle: TestCycleView,
  personId: string,
  { to, decision, reason }: { to: CycleState; decision: CycleDecision | null; reason: string | null },
): Promise<void> {
  const kind = decision === null ? 'CYCLE_MOVED' : 'CYCLE_FINISHED'
  const { id: cycleId, state: from, briefId } = cycle
  await insertCycleChange(tx, { cycleId, from, to, decision, reason, changedBy: personId })
  await insertBriefUpdate(tx, { briefId, kind, cycleId, text: reason, personId })
}

async function changeCycle(
  id: string,
  context: Context,
  decideAndSave: (tx: Transaction, cycle: TestCycleView, personId: string) => Promise<Refusal | null>,
) {
  authorizeBriefs(context)
  const found = isId(id) ? await findTestCycle(context.db, id) : null
  const no = await lockedChange(found?.briefId ?? null, context, async (tx, _brief, { personId }) => {
    const cycle = await lockTestCycle(tx, id)
    if (cycle === null) throw denied('NOT_FOUND')
    return decideAndSave(tx, cycle, personId)
  })
  return no ? refused(no) : success(context, id)
}

async function success({ db, loaders }: Context, id: string) {
  forgetLoaded(loaders)
  const testCycle = await findTestCycle(db, id)
  if (testCycle === null) throw denied('NOT_FOUND')
  return { __typename: 'TestCycleSuccess' as const, testCycle }
}
