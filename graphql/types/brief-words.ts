import { findBriefUpdate, insertBriefUpdate } from '#db/queries/brief-updates.ts'
import { updateBrief } from '#db/queries/briefs.ts'
import { findCritique } from '#db/queries/critiques.ts'
import { deleteWatchFor, findWatchFor, listWatchFors, saveWatchFor } from '#db/queries/watch-fors.ts'
import { refuseWatchFor } from '#domain/briefs.ts'
import { readDay } from '#domain/dates.ts'
import { can } from '#domain/permissions.ts'
import { LIMITS, readText } from '#domain/text.ts'
import { authorizeBriefs, briefNow, changeBrief, lockedChange } from '#graphql/change-brief.ts'
import { isId } from '#graphql/connections.ts'
import { denied } from '#graphql/errors.ts'
import type { MutationResolvers } from '#graphql/generated/resolvers.ts'
import { digestOf, readNewId, refuseOtherRequest } from '#graphql/retries.ts'
import { readableWatchFors, readsCritique } from '#graphql/visible-briefs.ts'
import { isOffered } from '#graphql/visible-critiques.ts'
import { refused } from './base.ts'

const addBriefUpdate: MutationResolvers['addBriefUpdate'] = async (_root, { input }, context) => {
  authorizeBriefs(context)
  const text = readText(input.text, {
    field: 'text',
    max: LIMITS.briefWords,
    multiline: true,
    label: 'what happened',
  })
  if (!text.ok) return refused(text.refusal)
  const id = readNewId(input.id)
  if (!id.ok) return refused(id.refusal)
  const happenedOn = input.happenedOn ?? null
  const day = happenedOn === null ? null : readDay(happenedOn, 'happenedOn')
  if (day?.ok === false) return refused(day.refusal)
  const no = await lockedChange(input.briefId, context, async (tx, brief, viewer) => {
    const requestDigest = digestOf(viewer, 'addBriefUpdate', [brief.id, text.value, happenedOn])
    const note = {
      id: id.value,
      briefId: brief.id,
      kind: 'NOTE' as const,
      text: text.value,
      happenedOn,
      personId: viewer.personId,
      requestDigest,
    }
    if (await insertBriefUpdate(tx, note)) {
      await updateBrief(tx, brief.id, {})
      return null
    }
    const earlier = await findBriefUpdate(tx, id.value)
    return refuseOtherRequest(earlier?.requestDigest ?? null, requestDigest)
  })
  if (no) return refused(no)
  const briefUpdate = await findBriefUpdate(context.db, id.value)
  if (briefUpdate === null) throw denied('NOT_FOUND')
  return {
    __typename: 'BriefUpdateSuccess',
    briefUpdate,
    brief: await briefNow(context, briefUpdate.briefId),
  }
}

const watchFor: MutationResolvers['watchFor'] = async (_root, { input }, context) => {
  authorizeBriefs(context)
  const { critiqueId } = input
  const words = readText(input.text, {
    field: 'text',
    max: LIMITS.critique,
    required: false,
    multiline: true,
    label: 'what to watch for',
  })
  if (!words.ok) return refused(words.refusal)
  const no = await lockedChange(input.briefId, context, async (tx, brief, viewer) => {
    const critique = isId(critiqueId) ? await findCritique(tx, critiqueId) : null
    if (critique === null || !can(viewer, 'readWorkshop', critique)) throw denied('NOT_FOUND')
    const [earlier] = await listWatchFors(tx, 'critiqueId', [critiqueId])
    const { kind } = critique
    const refusedNow = refuseWatchFor(
      { kind, withdrawn: !isOffered(critique) || !readsCritique(critique, viewer) },
      earlier?.briefId ?? null,
      brief.id,
    )
    if (refusedNow) return refusedNow
    await saveWatchFor(tx, { briefId: brief.id, critiqueId, text: words.value || null })
    if (earlier) return null
    await insertBriefUpdate(tx, { briefId: brief.id, kind: 'WATCH_FOR_ADDED', personId: viewer.personId })
    return null
  })
  if (no) return refused(no)
  const brief = await briefNow(context, input.briefId)
  const [line] = await readableWatchFors(await listWatchFors(context.db, 'critiqueId', [critiqueId]), context)
  if (line === undefined) throw denied('NOT_FOUND')
  return { __typename: 'WatchForSuccess', watchFor: line, brief }
}

const dropWatchFor: MutationResolvers['dropWatchFor'] = async (_root, { watchForId }, context) => {
  authorizeBriefs(context)
  const line = isId(watchForId) ? await findWatchFor(context.db, watchForId) : null
  return changeBrief(line?.briefId ?? null, context, async (tx) => {
    await deleteWatchFor(tx, watchForId)
    return null
  })
}

export const briefWordMutations = {
  addBriefUpdate,
  watchFor,
  dropWatchFor,
} satisfies MutationResolvers
