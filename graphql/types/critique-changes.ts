import type { Transaction } from '#db/client.ts'
import {
  type CritiqueView,
  findCritique,
  listIdeaTables,
  lockCritique,
  updateCritique,
} from '#db/queries/critiques.ts'
import { refuseCritiqueEdit, refuseCritiqueWithdrawal, refuseResolution } from '#domain/critiques.ts'
import { refuseOverwrite } from '#domain/overwrites.ts'
import { can } from '#domain/permissions.ts'
import type { Reading, Refusal } from '#domain/refusal.ts'
import { LIMITS, readText } from '#domain/text.ts'
import { type Allowed, authorizeIn } from '#graphql/authorize.ts'
import { isId } from '#graphql/connections.ts'
import type { Context } from '#graphql/context.ts'
import { denied } from '#graphql/errors.ts'
import type { MutationResolvers } from '#graphql/generated/resolvers.ts'
import { actorName, recordAct } from '#graphql/record-act.ts'
import { insideOf, isOffTheWall, seesIdea } from '#graphql/visible-critiques.ts'
import { wrote } from '#graphql/visible-ideas.ts'
import { refused } from './base.ts'
import { critiqueWriting } from './critique-writing.ts'

const editCritique: MutationResolvers['editCritique'] = (_root, { input }, context) =>
  changeCritique(input.id, context, 'writeCritiques', async (tx, critique, who) => {
    const text: Reading<string> =
      input.text == null
        ? { ok: true, value: critique.text }
        : readText(input.text, {
            field: 'text',
            max: LIMITS.critique,
            multiline: true,
            label: 'your comment',
          })
    if (!text.ok) return text.refusal
    const kind = input.kind ?? critique.kind
    const no = refuseCritiqueEdit({
      ...standing(critique, who),
      editable: critique.editable,
      ideaSetAside: isOffTheWall(critique),
      newKind: kind !== critique.kind,
    })
    const stale = refuseOverwrite(input, { text: critique.text, kind: critique.kind })
    if (no ?? stale) return no ?? stale
    if (text.value === critique.text && kind === critique.kind) return null
    await updateCritique(tx, critique.id, { text: text.value, kind }, 'editedAt')
    return null
  })

const withdrawCritique: MutationResolvers['withdrawCritique'] = (_root, { critiqueId }, context) =>
  changeCritique(critiqueId, context, 'writeCritiques', async (tx, critique, who) => {
    // Pressing twice changes nothing and is no error.
    if (critique.withdrawnAt !== null && wrote(who.viewer, critique)) return null
    const no = refuseCritiqueWithdrawal(standing(critique, who))
    if (no) return no
    await updateCritique(tx, critique.id, {}, 'withdrawnAt')
    return null
  })

const resolveCritique: MutationResolvers['resolveCritique'] = (_root, args, context) =>
  changeCritique(args.critiqueId, context, 'writeCritiques', async (tx, critique, who) => {
    const note = readText(args.note, {
      field: 'note',
      max: LIMITS.reason,
      required: false,
      multiline: true,
      label: 'the note',
    })
    if (!note.ok) return note.refusal
    const no = refuseResolution(await resolution(tx, critique, who))
    if (no) return no
    const resolvedNote = note.value || null
    if (critique.resolvedAt !== null && critique.resolvedNote === resolvedNote) return null
    const resolvedByName = await actorName(tx, who)
    const change = { resolvedBySeatId: who.seat?.id ?? null, resolvedByName, resolvedNote }
    await updateCritique(tx, critique.id, change, 'resolvedAt')
    await recordAct(tx, who, {
      workshopId: critique.workshopId,
      act: 'CRITIQUE_RESOLVED',
      subjectId: critique.id,
      reason: resolvedNote,
    })
    return null
  })

const reopenCritique: MutationResolvers['reopenCritique'] = (_root, { critiqueId }, context) =>
  changeCritique(critiqueId, context, 'writeCritiques', async (tx, critique, who) => {
    const no = refuseResolution(await resolution(tx, critique, who))
    if (no || critique.resolvedAt === null) return no
    await updateCritique(tx, critique.id, {
      resolvedAt: null,
      resolvedBySeatId: null,
      resolvedByName: null,
      resolvedNote: null,
    })
    await recordAct(tx, who, {
      workshopId: critique.workshopId,
      act: 'CRITIQUE_REOPENED',
      subjectId: critique.id,
    })
    return null
  })

export const critiqueMutations = {
  ...critiqueWriting,
  editCritique,
  withdrawCritique,
  resolveCritique,
  reopenCritique,
} satisfies MutationResolvers

/** The beats that every change of one comment has: find, authorize, lock, decide, save. */
export async function changeCritique(
  id: string,
  { db, viewer }: Context,
  action: 'writeCritiques' | 'moderate',
  decideAndSave: (tx: Transaction, critique: CritiqueView, who: Allowed) => Promise<Refusal | null>,
) {
  const found = isId(id) ? await findCritique(db, id) : null
  if (found === null) throw denied(viewer === null ? 'UNAUTHENTICATED' : 'NOT_FOUND')
  const allowed = authorizeIn(viewer, action, found.workshopId)
  if (!seesIdea(found, viewer)) throw denied('NOT_FOUND')
  const no = await db.transaction(async (tx) => {
    const critique = await lockCritique(tx, found.id)
    if (critique === null) throw denied('NOT_FOUND')
    return decideAndSave(tx, critique, allowed)
  })
  if (no) return refused(no)
  const critique = await findCritique(db, found.id)
  if (critique === null) throw denied('NOT_FOUND')
  return { __typename: 'CritiqueSuccess' as const, critique }
}

function standing(critique: CritiqueView, { viewer }: Allowed) {
  return {
    own: wrote(viewer, critique),
    beginsThread: critique.parentId === null,
    withdrawn: critique.withdrawnAt !== null,
    hidden: critique.hiddenAt !== null,
    resolved: critique.resolvedAt !== null,
  }
}

async function resolution(tx: Transaction, critique: CritiqueView, who: Allowed) {
  const [idea] = await listIdeaTables(tx, [critique.shownOnId])
  const tableId = who.seat?.tableId ?? null
  return {
    ...standing(critique, who),
    ideasTable: tableId !== null && idea?.tableIds.includes(tableId) === true,
    facilitator: can(who.viewer, 'moderate', insideOf(critique)),
    ideaSetAside: isOffTheWall(critique),
  }
}
