import { insertBriefUpdate } from '#db/queries/brief-updates.ts'
import { updateBrief } from '#db/queries/briefs.ts'
import { findCheckIn, insertCheckIn, listBriefIdsOfIdea } from '#db/queries/check-ins.ts'
import { findIdea, lockIdeas } from '#db/queries/ideas.ts'
import { checkInWords, refuseCheckIn } from '#domain/check-ins.ts'
import { ideaStatus } from '#domain/ideas.ts'
import { can } from '#domain/permissions.ts'
import type { Refusal } from '#domain/refusal.ts'
import { LIMITS, readText } from '#domain/text.ts'
import { authorizeIn } from '#graphql/authorize.ts'
import { isId } from '#graphql/connections.ts'
import { denied } from '#graphql/errors.ts'
import type { MutationResolvers, Resolvers } from '#graphql/generated/resolvers.ts'
import { forgetLoaded } from '#graphql/loaders.ts'
import { digestOf, readNewId, refuseOtherRequest } from '#graphql/retries.ts'
import { readsIdea } from '#graphql/visible-briefs.ts'
import { refused } from './base.ts'

const checkIn: MutationResolvers['checkIn'] = async (_root, { input }, context) => {
  const { db } = context
  const found = isId(input.ideaId) ? await findIdea(db, input.ideaId) : null
  if (found === null) throw denied(context.viewer === null ? 'UNAUTHENTICATED' : 'NOT_FOUND')
  const { viewer } = authorizeIn(context.viewer, 'checkIn', found.workshopId)
  // Staff who may not read an unpublished workshop do not learn what is written in it.
  if (!readsIdea(found, viewer)) throw denied('NOT_FOUND')
  const text = readText(input.text, {
    field: 'text',
    max: LIMITS.briefWords,
    required: false,
    multiline: true,
    label: 'what became of it',
  })
  if (!text.ok) return refused(text.refusal)
  const id = readNewId(input.id)
  if (!id.ok) return refused(id.refusal)
  const said = { outcome: input.outcome, text: text.value || null }
  const requestDigest = digestOf(viewer, 'checkIn', [found.id, said.outcome, said.text])
  const no = await db.transaction(async (tx): Promise<Refusal | null> => {
    const earlier = await findCheckIn(tx, id.value)
    if (earlier) return refuseOtherRequest(earlier.requestDigest, requestDigest)
    const [idea] = await lockIdeas(tx, [found.id])
    if (idea === undefined) throw denied('NOT_FOUND')
    const refusedNow = refuseCheckIn({ status: ideaStatus(idea) }, { ...said, text: text.value })
    if (refusedNow) return refusedNow
    const row = { id: id.value, ideaId: idea.id, ...said, personId: viewer.personId, requestDigest }
    if (!(await insertCheckIn(tx, row))) {
      return refuseOtherRequest((await findCheckIn(tx, id.value))?.requestDigest ?? null, requestDigest)
    }
    for (const briefId of await listBriefIdsOfIdea(tx, idea.id)) {
      const told = { kind: 'IDEA_CHECKED_IN', text: checkInWords(said), personId: viewer.personId } as const
      await insertBriefUpdate(tx, { briefId, ...told })
      await updateBrief(tx, briefId, {})
    }
    return null
  })
  if (no) return refused(no)
  forgetLoaded(context.loaders)
  const [written, idea] = await Promise.all([findCheckIn(db, id.value), findIdea(db, found.id)])
  if (written === null || idea === null) throw denied('NOT_FOUND')
  return { __typename: 'CheckInSuccess', checkIn: written, idea }
}

export const checkInResolvers = {
  Mutation: { checkIn },
  Idea: {
    checkIns: ({ id }, _args, { loaders }) => loaders.checkInsByIdea.load(id),
    viewerCanCheckIn: (parent, _args, { viewer }) =>
      ideaStatus(parent) === 'ON_THE_WALL' &&
      can(viewer, 'checkIn', { workshopId: parent.workshopId, published: false }),
  },
  CheckIn: {
    authorName: ({ authorName }, _args, { viewer }) => (can(viewer, 'openDashboard') ? authorName : null),
  },
} satisfies Resolvers
