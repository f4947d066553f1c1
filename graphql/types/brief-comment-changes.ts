import {
  type BriefCommentView,
  findBriefComment,
  hideBriefComment as hide,
  insertBriefComment,
  saveBriefCommentReport,
  withdrawBriefComment as takeBack,
} from '#db/queries/brief-comments.ts'
import { insertBriefUpdate } from '#db/queries/brief-updates.ts'
import { type BriefView, findBrief } from '#db/queries/briefs.ts'
import type { ViewerRow } from '#db/queries/sessions.ts'
import { commentsOnBrief } from '#domain/briefs.ts'
import { can } from '#domain/permissions.ts'
import { LIMITS, readReason, readText } from '#domain/text.ts'
import { requirePerson } from '#graphql/authorize.ts'
import { authorizeBriefs, briefNow, changeBrief } from '#graphql/change-brief.ts'
import { isId } from '#graphql/connections.ts'
import type { Context } from '#graphql/context.ts'
import { denied } from '#graphql/errors.ts'
import type { MutationResolvers } from '#graphql/generated/resolvers.ts'
import { digestOf, readNewId, refuseOtherRequest } from '#graphql/retries.ts'
import { isBriefVisible, readsBriefComment, standingOf } from '#graphql/visible-briefs.ts'
import { refused } from './base.ts'

const commentOnBrief: MutationResolvers['commentOnBrief'] = async (_root, { input }, context) => {
  const { db } = context
  const viewer = requirePerson(context.viewer)
  const brief = isId(input.briefId) ? await findBrief(db, input.briefId) : null
  if (brief === null || !isBriefVisible(brief, viewer)) throw denied('NOT_FOUND')
  if (!commentsOnBrief(viewer, standingOf(brief))) throw denied('FORBIDDEN')
  const text = readText(input.text, {
    field: 'text',
    max: LIMITS.critique,
    multiline: true,
    label: 'your comment',
  })
  if (!text.ok) return refused(text.refusal)
  const id = readNewId(input.id)
  if (!id.ok) return refused(id.refusal)
  const requestDigest = digestOf(viewer, 'commentOnBrief', [brief.id, text.value])
  const written = await insertBriefComment(db, {
    id: id.value,
    briefId: brief.id,
    text: text.value,
    authorId: viewer.personId,
    authorSeatId: seatAmong(viewer, brief.workshopIds),
    requestDigest,
  })
  const briefComment = await findBriefComment(db, id.value)
  const no = written ? null : refuseOtherRequest(briefComment?.requestDigest ?? null, requestDigest)
  if (no) return refused(no)
  if (briefComment === null) throw denied('NOT_FOUND')
  return { __typename: 'BriefCommentSuccess', briefComment, brief: await briefNow(context, brief.id) }
}

/** Where somebody sits in a workshop that the brief comes from, they speak from there, under its rule for names. */
function seatAmong({ seats, platformRole }: ViewerRow, workshopIds: readonly string[]): string | null {
  if (platformRole !== null) return null
  return seats.find(({ workshopId }) => workshopIds.includes(workshopId))?.id ?? null
}

const withdrawBriefComment: MutationResolvers['withdrawBriefComment'] = async (_root, args, context) => {
  const { comment, brief, viewer } = await findForReader(args.commentId, context)
  const mayTakeBack = comment.authorId === viewer.personId || can(viewer, 'editProjects')
  if (!mayTakeBack) throw denied(comment.withdrawnAt === null ? 'FORBIDDEN' : 'NOT_FOUND')
  await takeBack(context.db, comment.id)
  return { __typename: 'BriefSuccess', brief: await briefNow(context, brief.id) }
}

const reportBriefComment: MutationResolvers['reportBriefComment'] = async (_root, args, context) => {
  const { comment, brief, viewer } = await findForReader(args.commentId, context)
  if (!readsBriefComment(comment, viewer)) throw denied('NOT_FOUND')
  if (!commentsOnBrief(viewer, standingOf(brief))) throw denied('FORBIDDEN')
  const reason = readReason(args.reason, { required: true })
  if (!reason.ok) return refused(reason.refusal)
  const report = { commentId: comment.id, personId: viewer.personId, reason: reason.value }
  await saveBriefCommentReport(context.db, report)
  return { __typename: 'BriefSuccess', brief: await briefNow(context, brief.id) }
}

/** A comment of a brief that the viewer may read. */
async function findForReader(
  commentId: string,
  context: Context,
): Promise<{ comment: BriefCommentView; brief: BriefView; viewer: ViewerRow }> {
  const { db } = context
  const viewer = requirePerson(context.viewer)
  const comment = isId(commentId) ? await findBriefComment(db, commentId) : null
  const brief = comment === null ? null : await findBrief(db, comment.briefId)
  if (comment === null || brief === null || !isBriefVisible(brief, viewer)) throw denied('NOT_FOUND')
  return { comment, brief, viewer }
}

const hideBriefComment: MutationResolvers['hideBriefComment'] = (_root, args, context) =>
  setHidden(args.commentId, args.reason, context)

const showBriefComment: MutationResolvers['showBriefComment'] = (_root, args, context) =>
  setHidden(args.commentId, null, context)

async function setHidden(commentId: string, given: string | null, context: Context) {
  authorizeBriefs(context)
  const found = isId(commentId) ? await findBriefComment(context.db, commentId) : null
  return changeBrief(found?.briefId ?? null, context, async (tx, brief, { personId }) => {
    const reason = readReason(given, { required: given !== null })
    if (!reason.ok) return reason.refusal
    const comment = await findBriefComment(tx, commentId)
    if (comment === null || comment.withdrawnAt !== null) throw denied('NOT_FOUND')
    // Pressing twice changes nothing and is no second entry.
    if ((comment.hiddenAt !== null) === (given !== null)) return null
    await hide(tx, commentId, given === null ? null : reason.value)
    await insertBriefUpdate(tx, {
      briefId: brief.id,
      kind: given === null ? 'COMMENT_SHOWN' : 'COMMENT_HIDDEN',
      text: reason.value || null,
      personId,
    })
    return null
  })
}

export const briefCommentMutations = {
  commentOnBrief,
  withdrawBriefComment,
  reportBriefComment,
  hideBriefComment,
  showBriefComment,
} satisfies MutationResolvers
