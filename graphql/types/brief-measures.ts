import { deleteBriefMeasure, saveBriefMeasure } from '#db/queries/brief-measures.ts'
import { listWorkshopsInProject } from '#db/queries/brief-sources.ts'
import { insertBriefUpdate } from '#db/queries/brief-updates.ts'
import { updateBrief } from '#db/queries/briefs.ts'
import { findCritique } from '#db/queries/critiques.ts'
import { findTestTeam } from '#db/queries/cycles.ts'
import { findMeasure, insertMeasure, listMeasuresOfCritiques } from '#db/queries/measures.ts'
import { refuseBalancing } from '#domain/briefs.ts'
import { excerpt } from '#domain/paths.ts'
import { can } from '#domain/permissions.ts'
import { refusal } from '#domain/refusal.ts'
import { LIMITS, readText } from '#domain/text.ts'
import { authorizeBriefs, type BriefChange, changeBrief, lockedChange } from '#graphql/change-brief.ts'
import { changedSince } from '#graphql/changed-since.ts'
import { isId } from '#graphql/connections.ts'
import { denied } from '#graphql/errors.ts'
import type { MutationResolvers, Resolvers } from '#graphql/generated/resolvers.ts'
import { forgetLoaded } from '#graphql/loaders.ts'
import { readsCritique } from '#graphql/visible-briefs.ts'
import { isOffered } from '#graphql/visible-critiques.ts'
import { isMeasureVisible } from '#graphql/visible-measures.ts'
import { refused } from './base.ts'

const joinMeasure: MutationResolvers['joinMeasure'] = (_root, { briefId, measureId, teamId }, context) =>
  changeBrief(briefId, context, async (tx, brief, viewer) => {
    const measure = isId(measureId) ? await findMeasure(tx, measureId) : null
    if (measure?.projectId !== brief.projectId) throw denied('NOT_FOUND')
    if (teamId != null) {
      const team = isId(teamId) ? await findTestTeam(tx, teamId) : null
      if (team?.briefId !== brief.id)
        return refusal('NOT_FOUND', 'This team is not one of the brief’s. Choose another.', 'teamId')
    }
    await join(measureId, teamId ?? null, tx, brief, viewer)
    return null
  })

// What is not joined is left out already: pressing twice changes nothing and is no error.
const leaveMeasure: MutationResolvers['leaveMeasure'] = (_root, { briefId, measureId }, context) =>
  changeBrief(briefId, context, async (tx, brief, { personId }) => {
    if (!isId(measureId) || !(await deleteBriefMeasure(tx, brief.id, measureId))) return null
    await insertBriefUpdate(tx, { briefId: brief.id, kind: 'MEASURE_LEFT', measureId, personId })
    await updateBrief(tx, brief.id, {})
    return null
  })

const measureConsequence: MutationResolvers['measureConsequence'] = async (_root, { input }, context) => {
  authorizeBriefs(context)
  const { critiqueId } = input
  const rule = { field: 'title', max: LIMITS.measureTitle, required: input.title != null }
  const title = readText(input.title, rule)
  if (!title.ok) return refused(title.refusal)
  const no = await lockedChange(input.briefId, context, async (tx, brief, viewer) => {
    const critique = isId(critiqueId) ? await findCritique(tx, critiqueId) : null
    if (critique === null || !can(viewer, 'readWorkshop', critique)) throw denied('NOT_FOUND')
    const inside = await listWorkshopsInProject(tx, [critique.workshopId], brief.projectId)
    if (inside.length === 0) throw denied('NOT_FOUND')
    const { kind, text } = critique
    const unfit = refuseBalancing({
      kind,
      withdrawn: !isOffered(critique) || !readsCritique(critique, viewer),
    })
    if (unfit) return unfit
    const made = {
      projectId: brief.projectId,
      title: title.value || excerpt(text.replaceAll(/\s+/g, ' '), LIMITS.measureTitle),
      kind: 'BALANCING' as const,
      // What is feared is counted, until somebody says otherwise.
      direction: 'DOWN' as const,
      unit: '',
      definition: '',
      critiqueId,
      titledByCritique: title.value === '',
      createdBy: viewer.personId,
    }
    await insertMeasure(tx, made)
    const [measure] = await listMeasuresOfCritiques(tx, [critiqueId])
    if (measure?.projectId !== brief.projectId) throw denied('NOT_FOUND')
    await join(measure.id, null, tx, brief, viewer)
    return null
  })
  if (no) return refused(no)
  forgetLoaded(context.loaders)
  const [measure] = await listMeasuresOfCritiques(context.db, [critiqueId])
  if (measure === undefined) throw denied('NOT_FOUND')
  return { __typename: 'MeasureSuccess', measure }
}

async function join(
  measureId: string,
  teamId: string | null,
  ...[tx, brief, { personId }]: Parameters<BriefChange>
): Promise<void> {
  if (!(await saveBriefMeasure(tx, { briefId: brief.id, measureId, teamId }))) return
  await insertBriefUpdate(tx, { briefId: brief.id, kind: 'MEASURE_JOINED', measureId, personId })
  await updateBrief(tx, brief.id, {})
}

export const briefMeasureResolvers = {
  Mutation: { joinMeasure, leaveMeasure, measureConsequence },
  Brief: {
    measures: async ({ id }, { updatedSince }, { loaders }) =>
      changedSince(await loaders.measuresByBrief.load(id), updatedSince),
  },
  TestTeam: {
    measures: async ({ id, briefId }, { updatedSince }, { loaders }) =>
      changedSince(await loaders.measuresByBrief.load(briefId), updatedSince).filter(
        ({ teamId }) => teamId === id,
      ),
  },
  Critique: {
    measure: async ({ id }, _args, context) => {
      const [made] = await context.loaders.measuresByCritique.load(id)
      return made !== undefined && (await isMeasureVisible(made, context)) ? made : null
    },
  },
  Measure: {
    critique: async ({ critiqueId }, _args, { viewer, loaders }) => {
      const critique = critiqueId === null ? null : await loaders.critiqueById.load(critiqueId)
      return critique !== null && readsCritique(critique, viewer) ? critique : null
    },
  },
} satisfies Resolvers
