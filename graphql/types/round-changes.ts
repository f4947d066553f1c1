import { BallotKeyMissing, ballotKey } from '#db/ballot-keys.ts'
import type { Transaction } from '#db/client.ts'
import { listPriorities, declarePriorities as savePriorities } from '#db/queries/priorities.ts'
import { findRoundWithSheet } from '#db/queries/results.ts'
import {
  countPutForward,
  deleteRound,
  findRoundDigest,
  insertRound,
  listEntered,
  listOptions,
  listRounds,
  openRound as open,
  replaceEntered,
  updateRound as save,
} from '#db/queries/rounds.ts'
import { listSteps, updateStepState } from '#db/queries/steps.ts'
import { closeRound as close, destroyKeysOfClosedRounds } from '#db/queries/tallies.ts'
import { hasDots } from '#db/queries/votes.ts'
import { findWorkshop } from '#db/queries/workshops.ts'
import type { RoundRow } from '#db/schema/rounds.ts'
import type { StepRow } from '#db/schema/steps.ts'
import { refuseOverwrite } from '#domain/overwrites.ts'
import { paperDifferences, refusePaperDots, refuseVotes } from '#domain/paper.ts'
import { refuseDeclaringOver, refusePriorities } from '#domain/priorities.ts'
import { type Refusal, refusal } from '#domain/refusal.ts'
import { cutLine, rankOptions } from '#domain/results.ts'
import { type StepMove, stepsAsVotingCloses, stepsAsVotingOpens } from '#domain/steps.ts'
import { LIMITS, readReason, readText } from '#domain/text.ts'
import {
  refuseCloseRound,
  refuseDotsPerVoter,
  refuseOpenRound,
  refusePrioritiesToSelect,
  refuseRoundChange,
} from '#domain/votes.ts'
import { authorizeIn } from '#graphql/authorize.ts'
import { changeRound, roundSuccess } from '#graphql/change-round.ts'
import { isId } from '#graphql/connections.ts'
import { denied } from '#graphql/errors.ts'
import type { MutationResolvers } from '#graphql/generated/resolvers.ts'
import { lockWorkshopOrThrow } from '#graphql/lock-workshop.ts'
import { digestOf, readNewId, refuseOtherRequest } from '#graphql/retries.ts'
import { log } from '#log.ts'
import { refused } from './base.ts'
import { figuresOf } from './results.ts'

const createRound: MutationResolvers['createRound'] = async (_root, { input }, context) => {
  const { db, viewer } = context
  const { viewer: person } = authorizeIn(viewer, 'runWorkshop', input.workshopId)
  const workshop = isId(input.workshopId) ? await findWorkshop(db, input.workshopId) : null
  if (workshop === null) throw denied('NOT_FOUND')
  const id = readNewId(input.id)
  if (!id.ok) return refused(id.refusal)
  const earlier = await listRounds(db, [workshop.id])
  const rules = readRules({ ...input, title: input.title ?? `Voting round ${earlier.length + 1}` })
  if (!rules.ok) return refused(rules.refusal)
  const reason = readReason(input.reason, { required: input.replacesRoundId != null })
  if (!reason.ok) return refused(reason.refusal)
  if (
    input.replacesRoundId != null &&
    !earlier.some((round) => round.id === input.replacesRoundId && round.state === 'CLOSED')
  ) {
    return refused(
      refusal('NOT_FOUND', 'Only a closed round of this workshop can be replaced.', 'replacesRoundId'),
    )
  }
  const { dotsPerVoter, prioritiesToSelect } = workshop
  const requestDigest = digestOf(person, 'createRound', { ...input, id: null })
  const written = await insertRound(db, {
    title: '',
    dotsPerVoter,
    prioritiesToSelect,
    ...rules.value,
    id: id.value,
    workshopId: workshop.id,
    replacesRoundId: input.replacesRoundId ?? null,
    replaceReason: reason.value || null,
    requestDigest,
  })
  const no = written ? null : refuseOtherRequest(await findRoundDigest(db, id.value), requestDigest)
  return no ? refused(no) : roundSuccess(context, id.value)
}

const updateRound: MutationResolvers['updateRound'] = (_root, { input }, context) =>
  changeRound(input.id, context, async (tx, round) => {
    const no = refuseRoundChange({ state: round.state, hasDots: await hasDots(tx, round.id) })
    if (no) return no
    const rules = readRules(input)
    if (!rules.ok) return rules.refusal
    const { title, dotsPerVoter, prioritiesToSelect, hideUntilClose, shuffleOptions } = round
    const stale = refuseOverwrite(input, {
      title,
      dotsPerVoter,
      prioritiesToSelect,
      hideUntilClose,
      shuffleOptions,
    })
    if (stale) return stale
    await save(tx, round.id, rules.value)
    return null
  })

const discardRound: MutationResolvers['discardRound'] = async (_root, { roundId }, context) => {
  const done = await changeRound(roundId, context, async (tx, round) => {
    // An open round whose key is lost can never be counted: discarding it is the way out.
    const lost =
      round.state === 'OPEN' && (await ballotKey(round.id).then(() => null, refuseWithoutKey)) !== null
    if (round.state !== 'DRAFT' && !lost)
      return refusal(
        'NOT_ALLOWED_NOW',
        'This round has been opened, so it stays. Close it and set up a new one.',
      )
    await deleteRound(tx, round.id)
    return null
  })
  return done.__typename === 'Refusal' ? done : { __typename: 'DiscardRoundSuccess', roundId }
}

const openRound: MutationResolvers['openRound'] = (_root, { roundId }, context) =>
  changeRound(roundId, context, async (tx, round) => {
    const no = refuseOpenRound({ state: round.state, options: await countPutForward(tx, round.workshopId) })
    if (no) return no
    await lockWorkshopOrThrow(tx, round.workshopId)
    const others = await listRounds(tx, [round.workshopId])
    if (others.some(({ id, state }) => state === 'OPEN' && id !== round.id)) {
      return refusal('NOT_ALLOWED_NOW', 'Another round is open in this workshop. Close it first.')
    }
    await open(tx, round)
    await moveSteps(tx, round, stepsAsVotingOpens)
    return null
  })

const closeRound: MutationResolvers['closeRound'] = async (_root, { roundId }, context) => {
  const done = await changeRound(roundId, context, async (tx, round) => {
    const [first, second] = [
      await listEntered(tx, roundId, 'PAPER', 'FIRST'),
      await listEntered(tx, roundId, 'PAPER', 'SECOND'),
    ]
    const no = refuseCloseRound({ state: round.state, paperDifferences: paperDifferences(first, second) })
    if (no) return no
    const closed = await close(tx, round.id).then(() => null, refuseWithoutKey)
    if (closed) return closed
    await moveSteps(tx, round, stepsAsVotingCloses)
    return null
  })
  await destroyKeysOfClosedRounds(context.db)
  return done
}

const enterPaperDots: MutationResolvers['enterPaperDots'] = (_root, { input }, context) =>
  changeRound(input.roundId, context, async (tx, round, personId) => {
    if (round.state !== 'OPEN') return refusal('ROUND_CLOSED', 'Paper dots are entered while voting is open.')
    const roll = new Set((await listOptions(tx, [round.id])).map(({ id }) => id))
    const no = input.figures.map(({ optionId, dots }) =>
      roll.has(optionId)
        ? refuseVotes(dots, 'figures')
        : refusal('NOT_FOUND', 'One of these issues is not on the ballot. Reload the page.', 'figures'),
    )
    const first =
      no.find((found) => found !== null) ??
      (input.ballots == null ? null : refuseVotes(input.ballots, 'ballots'))
    if (first) return first
    if (new Set(input.figures.map(({ optionId }) => optionId)).size < input.figures.length) {
      return refusal('BAD_USER_INPUT', 'An issue has two figures. Enter one for each.', 'figures')
    }
    const figures = input.figures.map(({ optionId, dots }) => ({ optionId, votes: dots }))
    const { dotsPerVoter, paperBallots } = round
    const ballots = input.ballots === undefined ? paperBallots : input.ballots
    const tooMany = refusePaperDots(figures, { ballots, dotsPerVoter })
    if (tooMany) return tooMany
    await replaceEntered(
      tx,
      { roundId: round.id, channel: 'PAPER', entry: input.entry, enteredBy: personId },
      figures,
    )
    if (input.ballots !== undefined) await save(tx, round.id, { paperBallots: input.ballots })
    return null
  })

const clearPaperDots: MutationResolvers['clearPaperDots'] = (_root, { roundId }, context) =>
  changeRound(roundId, context, async (tx, round, enteredBy) => {
    if (round.state !== 'OPEN') return refusal('ROUND_CLOSED', 'The round has closed, so its figures stay.')
    for (const entry of ['FIRST', 'SECOND'] as const)
      await replaceEntered(tx, { roundId, channel: 'PAPER', entry, enteredBy }, [])
    await save(tx, round.id, { paperBallots: null })
    return null
  })

const declarePriorities: MutationResolvers['declarePriorities'] = async (_root, { input }, context) => {
  // Loaded before the round is locked: whoever holds a lock must not wait for a second connection of the pool.
  const loaded = isId(input.roundId) ? await findRoundWithSheet(context.db, input.roundId) : null
  return changeRound(input.roundId, context, async (tx, round, personId) => {
    const reason = readReason(input.reason, { required: false })
    if (!reason.ok) return reason.refusal
    if (!loaded?.sheet) throw denied('NOT_FOUND')
    const cut = cutLine(rankOptions(figuresOf(loaded, loaded.sheet).options), loaded.prioritiesToSelect)
    const optionIds = [...new Set(input.optionIds)]
    const rollIds = loaded.sheet.options.map(({ id }) => id)
    const no = refusePriorities({ roundState: loaded.state, optionIds, rollIds, cut, reason: reason.value })
    if (no) return no
    const declared = (await listPriorities(tx, 'roundId', [round.id])).map(({ option }) => option.id)
    const stale = refuseDeclaringOver({ declared, basedOn: input.basedOn ?? [], optionIds })
    if (stale) return stale
    await savePriorities(tx, round, optionIds)
    await save(tx, round.id, {
      prioritiesDeclaredAt: new Date(),
      prioritiesDeclaredBy: personId,
      prioritiesReason: reason.value || null,
    })
    return null
  })
}

/** The refusal for a round whose key is not on this server; anything else that went wrong is thrown on. */
function refuseWithoutKey(error: unknown): Refusal {
  if (!(error instanceof BallotKeyMissing)) throw error
  log.error(error)
  return refusal(
    'NOT_ALLOWED_NOW',
    'The key of this vote is missing on the server, so its dots cannot be counted. Ask whoever runs the server to put the key back, or discard this round and vote again.',
  )
}

export const roundMutations = {
  createRound,
  updateRound,
  discardRound,
  openRound,
  closeRound,
  enterPaperDots,
  clearPaperDots,
  declarePriorities,
} satisfies MutationResolvers

async function moveSteps(
  tx: Transaction,
  { workshopId }: RoundRow,
  decide: (steps: readonly StepRow[]) => StepMove<StepRow>[],
): Promise<void> {
  for (const { step, to } of decide(await listSteps(tx, workshopId))) await updateStepState(tx, step, to)
}

type Rules = {
  title?: string | null
  dotsPerVoter?: number | null
  prioritiesToSelect?: number | null
  hideUntilClose?: boolean | null
  shuffleOptions?: boolean | null
}

/** The rules that were given, checked; those left out stay as they are. */
function readRules(input: Rules): { ok: true; value: Partial<RoundRow> } | { ok: false; refusal: Refusal } {
  const value: Partial<RoundRow> = {}
  if (input.title != null) {
    const title = readText(input.title, { field: 'title', max: LIMITS.stepTitle })
    if (!title.ok) return title
    value.title = title.value
  }
  const no =
    (input.dotsPerVoter == null ? null : refuseDotsPerVoter(input.dotsPerVoter)) ??
    (input.prioritiesToSelect == null ? null : refusePrioritiesToSelect(input.prioritiesToSelect))
  if (no) return { ok: false, refusal: no }
  for (const key of ['dotsPerVoter', 'prioritiesToSelect', 'hideUntilClose', 'shuffleOptions'] as const) {
    if (input[key] != null) Object.assign(value, { [key]: input[key] })
  }
  return { ok: true, value }
}
