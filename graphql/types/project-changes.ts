import { z } from 'zod'
import type { Transaction } from '#db/client.ts'
import { insertAreas } from '#db/queries/areas.ts'
import {
  findProject,
  insertPhaseChange,
  insertProject,
  lockProject,
  updateProject as save,
} from '#db/queries/projects.ts'
import type { ProjectRow } from '#db/schema/projects.ts'
import { readInput } from '#domain/input.ts'
import { refuseOverwrite } from '#domain/overwrites.ts'
import { PHASE_LABELS, refusePhaseChange } from '#domain/projects.ts'
import { type Refusal, refusal } from '#domain/refusal.ts'
import { LIMITS, readReason, text } from '#domain/text.ts'
import { authorizePerson } from '#graphql/authorize.ts'
import { isId } from '#graphql/connections.ts'
import type { Context } from '#graphql/context.ts'
import { denied } from '#graphql/errors.ts'
import type { MutationResolvers } from '#graphql/generated/resolvers.ts'
import { digestOf, idIsUsed, readNewId, refuseOtherRequest } from '#graphql/retries.ts'
import { readAreaNames } from './areas.ts'
import { refused } from './base.ts'

const projectInput = z.object({
  title: text('title', { max: LIMITS.projectTitle }),
  challenge: text('challenge', { max: LIMITS.challenge, multiline: true }),
})

const createProject: MutationResolvers['createProject'] = async (
  _root,
  { input },
  { db, viewer: asking },
) => {
  const { viewer } = authorizePerson(asking, 'editProjects')
  const id = readNewId(input.id)
  if (!id.ok) return refused(id.refusal)
  const fields = readInput(projectInput, input)
  if (!fields.ok) return refused(fields.refusal)
  const names = readAreaNames(input.areas)
  if (!names.ok) return refused(names.refusal)
  const requestDigest = digestOf(viewer, 'createProject', [fields.value, names.value])
  const values = { ...fields.value, id: id.value, createdBy: viewer.personId, requestDigest }
  await db.transaction(async (tx) => {
    if (!(await insertProject(tx, values))) return
    await insertAreas(tx, id.value, names.value, 0)
    const beginning = { from: null, to: 'DISCOVERY', reason: null, changedBy: viewer.personId } as const
    await insertPhaseChange(tx, { ...beginning, projectId: id.value })
  })
  const project = await findProject(db, id.value)
  const no = project === null ? idIsUsed() : refuseOtherRequest(project.requestDigest, requestDigest)
  return no || project === null ? refused(no ?? idIsUsed()) : success(project)
}

const updateProject: MutationResolvers['updateProject'] = (_root, { input }, context) =>
  change(input.id, context, async (_tx, project) => {
    const { title = project.title, challenge = project.challenge, archived } = input
    const fields = readInput(projectInput, {
      title: title ?? project.title,
      challenge: challenge ?? project.challenge,
    })
    if (!fields.ok) return fields.refusal
    const no = refuseOverwrite(input, { title: project.title, challenge: project.challenge })
    if (no) return no
    if (archived == null) return fields.value
    return { ...fields.value, archivedAt: archived ? (project.archivedAt ?? new Date()) : null }
  })

const changePhase: MutationResolvers['changePhase'] = (_root, { input }, context) =>
  change(input.projectId, context, async (tx, project, changedBy) => {
    const { from, to } = input
    const reason = readReason(input.reason, { required: false })
    if (!reason.ok) return reason.refusal
    const no = refuseStale(project, from) ?? refusePhaseChange(project.phase, to, reason.value)
    if (no) return no
    await insertPhaseChange(tx, { projectId: project.id, from, to, reason: reason.value || null, changedBy })
    return { phase: to }
  })

// When two people press "next" at once, the second would otherwise move the project two phases on.
function refuseStale({ phase }: ProjectRow, expected: ProjectRow['phase']): Refusal | null {
  if (phase === expected) return null
  const now = PHASE_LABELS[phase].toLowerCase()
  return refusal('STALE_STATE', `Someone has moved this project since you looked. Its phase is now ${now}.`)
}

export const projectMutations = { createProject, updateProject, changePhase } satisfies MutationResolvers

/** The beats of every change of one project: authorize, find and lock, decide, save. */
async function change(
  id: string,
  { db, viewer: asking }: Context,
  decide: (tx: Transaction, project: ProjectRow, personId: string) => Promise<Refusal | Partial<ProjectRow>>,
) {
  const { viewer } = authorizePerson(asking, 'editProjects')
  return db.transaction(async (tx) => {
    const project = isId(id) ? await lockProject(tx, id) : null
    if (project === null) throw denied('NOT_FOUND')
    const decision = await decide(tx, project, viewer.personId)
    if ('code' in decision) return refused(decision)
    return success((await save(tx, id, decision)) ?? project)
  })
}

function success(project: ProjectRow) {
  return { __typename: 'ProjectSuccess' as const, project }
}
