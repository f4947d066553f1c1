import type { Executor } from '#db/client.ts'
import { findCritique, findIdeaStanding, updateCritique } from '#db/queries/critiques.ts'
import {
  findOpenReport,
  findReport,
  insertReport,
  lockReported,
  type Reported,
  settleReport as settle,
  settleReportsOf,
} from '#db/queries/reports.ts'
import type { ViewerRow } from '#db/queries/sessions.ts'
import { updateWorkshop } from '#db/queries/workshops.ts'
import { describeDiscussion, refuseReport } from '#domain/critiques.ts'
import { refusal } from '#domain/refusal.ts'
import { readReason } from '#domain/text.ts'
import { authorizeIn, requirePerson } from '#graphql/authorize.ts'
import { isId } from '#graphql/connections.ts'
import { denied } from '#graphql/errors.ts'
import type { MutationResolvers, ReportInput } from '#graphql/generated/resolvers.ts'
import { lockWorkshopOrThrow } from '#graphql/lock-workshop.ts'
import { recordAct } from '#graphql/record-act.ts'
import { idIsUsed, readNewId } from '#graphql/retries.ts'
import { seesIdea } from '#graphql/visible-critiques.ts'
import { isIdeaVisible, wrote } from '#graphql/visible-ideas.ts'
import { refused } from './base.ts'
import { changeCritique } from './critique-changes.ts'

const report: MutationResolvers['report'] = async (_root, { input }, context) => {
  const { db } = context
  const viewer = requirePerson(context.viewer)
  const about = readReported(input)
  if (about === null) {
    return refused(refusal('BAD_USER_INPUT', 'Report one idea or one comment at a time.', 'critiqueId'))
  }
  const said = isId(about.id) ? await findSaid(db, about, viewer) : null
  if (said === null) throw denied('NOT_FOUND')
  const who = authorizeIn(viewer, 'report', said.workshopId)
  if (!said.seen) throw denied('NOT_FOUND')
  const reason = readReason(input.reason, { required: true })
  if (!reason.ok) return refused(reason.refusal)
  const id = readNewId(input.id)
  if (!id.ok) return refused(id.refusal)
  const seatId = who.seat?.id ?? null
  const made = {
    id: id.value,
    workshopId: said.workshopId,
    ideaId: about.kind === 'ideaId' ? about.id : null,
    critiqueId: about.kind === 'critiqueId' ? about.id : null,
    seatId,
    reason: reason.value,
  }
  return db.transaction(async (tx) => {
    await lockReported(tx, about)
    const earlier = await findReport(tx, made.id)
    if (earlier) {
      const same = (['ideaId', 'critiqueId', 'seatId', 'reason'] as const).every(
        (key) => earlier[key] === made[key],
      )
      return same ? reportSuccess(earlier.settledAt === null) : refused(idIsUsed())
    }
    const now = await findSaid(tx, about, who.viewer)
    const no = now && refuseReport(now)
    if (no) return refused(no)
    // Asked twice it stays one report.
    if (await findOpenReport(tx, about, seatId)) return reportSuccess(true)
    if (!(await insertReport(tx, made))) return refused(idIsUsed())
    await recordAct(tx, who, {
      workshopId: made.workshopId,
      act: 'REPORTED',
      subjectId: about.id,
      reason: made.reason,
    })
    return reportSuccess(true)
  })
}

function readReported({ ideaId, critiqueId }: ReportInput): Reported | null {
  if ((ideaId == null) === (critiqueId == null)) return null
  return critiqueId == null
    ? { kind: 'ideaId', id: (ideaId ?? '').toLowerCase() }
    : { kind: 'critiqueId', id: critiqueId.toLowerCase() }
}

/** What is to be reported: whether the viewer may know of it, wrote it, and whether its words still stand. */
async function findSaid(db: Executor, { kind, id }: Reported, viewer: ViewerRow) {
  const found = kind === 'ideaId' ? await findIdeaStanding(db, id) : await findCritique(db, id)
  if (found === null) return null
  return {
    workshopId: found.workshopId,
    seen: 'kind' in found ? seesIdea(found, viewer) : isIdeaVisible(found, viewer),
    own: wrote(viewer, found),
    gone: found.withdrawnAt !== null || found.hiddenAt !== null,
  }
}

const settleReport: MutationResolvers['settleReport'] = async (_root, { reportId }, context) => {
  const { db, viewer } = context
  const found = isId(reportId) ? await findReport(db, reportId) : null
  if (found === null) throw denied(viewer === null ? 'UNAUTHENTICATED' : 'NOT_FOUND')
  const who = authorizeIn(viewer, 'moderate', found.workshopId)
  await db.transaction(async (tx) => {
    // Pressing twice, or after somebody else, changes nothing and is no error.
    if (!(await settle(tx, found.id, who.seat?.id ?? null))) return
    await recordAct(tx, who, {
      workshopId: found.workshopId,
      act: 'REPORT_SETTLED',
      subjectId: found.critiqueId ?? found.ideaId,
    })
  })
  return reportSuccess(false)
}

const hideCritique: MutationResolvers['hideCritique'] = (_root, args, context) =>
  changeCritique(args.critiqueId, context, 'moderate', async (tx, critique, who) => {
    const reason = readReason(args.reason, { required: true })
    if (!reason.ok) return reason.refusal
    await settleReportsOf(tx, { kind: 'critiqueId', ids: [critique.id] }, who.seat?.id ?? null)
    if (critique.hiddenAt !== null && critique.hiddenReason === reason.value) return null
    await updateCritique(tx, critique.id, { hiddenReason: reason.value }, 'hiddenAt')
    await recordAct(tx, who, {
      workshopId: critique.workshopId,
      act: 'CRITIQUE_HIDDEN',
      subjectId: critique.id,
      reason: reason.value,
    })
    return null
  })

const showCritique: MutationResolvers['showCritique'] = (_root, { critiqueId }, context) =>
  changeCritique(critiqueId, context, 'moderate', async (tx, critique, who) => {
    if (critique.hiddenAt === null) return null
    await updateCritique(tx, critique.id, { hiddenAt: null, hiddenReason: null })
    await recordAct(tx, who, {
      workshopId: critique.workshopId,
      act: 'CRITIQUE_SHOWN',
      subjectId: critique.id,
    })
    return null
  })

const hideName: MutationResolvers['hideName'] = (_root, { critiqueId, hidden }, context) =>
  changeCritique(critiqueId, context, 'moderate', async (tx, critique, who) => {
    if ((critique.nameHiddenAt !== null) === hidden) return null
    if (hidden) await updateCritique(tx, critique.id, {}, 'nameHiddenAt')
    else await updateCritique(tx, critique.id, { nameHiddenAt: null })
    await recordAct(tx, who, {
      workshopId: critique.workshopId,
      act: hidden ? 'NAME_HIDDEN' : 'NAME_SHOWN',
      subjectId: critique.id,
    })
    return null
  })

const setDiscussion: MutationResolvers['setDiscussion'] = async (_root, { input }, context) => {
  const who = authorizeIn(context.viewer, 'moderate', input.workshopId)
  return context.db.transaction(async (tx) => {
    const before = await lockWorkshopOrThrow(tx, input.workshopId)
    const workshop = await updateWorkshop(tx, before, {
      namesShown: input.namesShown ?? before.namesShown,
      anyoneArranges: input.anyoneArranges ?? before.anyoneArranges,
    })
    const changed = describeDiscussion(before, workshop)
    if (changed !== null) {
      await recordAct(tx, who, {
        workshopId: workshop.id,
        act: 'SETTINGS_CHANGED',
        subjectId: null,
        reason: changed,
      })
    }
    return { __typename: 'WorkshopSuccess' as const, workshop }
  })
}

export const moderationMutations = {
  report,
  settleReport,
  hideCritique,
  showCritique,
  hideName,
  setDiscussion,
} satisfies MutationResolvers

function reportSuccess(open: boolean) {
  return { __typename: 'ReportSuccess' as const, open }
}
