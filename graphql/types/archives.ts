import { insertArchive } from '#db/queries/archives.ts'
import { listAreasOf } from '#db/queries/areas.ts'
import { findProject } from '#db/queries/projects.ts'
import { countArchive, readArchive } from '#domain/archives.ts'
import { refusal } from '#domain/refusal.ts'
import { authorizePerson } from '#graphql/authorize.ts'
import { isId } from '#graphql/connections.ts'
import { reloadViewer } from '#graphql/context.ts'
import type { MutationResolvers, Resolvers } from '#graphql/generated/resolvers.ts'
import { digestOf, readNewId, refuseOtherRequest } from '#graphql/retries.ts'
import { refused } from './base.ts'
import { nameOf } from './new-workshops.ts'

const importWorkshop: MutationResolvers['importWorkshop'] = async (_root, { input }, context) => {
  const { viewer } = authorizePerson(context.viewer, 'createWorkshops')
  const id = readNewId(input.id)
  if (!id.ok) return refused(id.refusal)
  const project = isId(input.projectId) ? await findProject(context.db, input.projectId) : null
  if (project === null) {
    return refused(refusal('NOT_FOUND', 'This project was not found. Choose another.', 'projectId'))
  }
  const reading = readArchive(input.archive)
  if (!reading.ok) {
    const report = { title: null, makes: [], newAreas: [], faults: reading.faults }
    return { __typename: 'ImportWorkshopSuccess', report, workshop: null }
  }
  const { archive } = reading
  const areas = await listAreasOf(context.db, [project.id])
  const report = {
    title: archive.workshop.title,
    makes: countArchive(archive),
    newAreas: archive.areas.filter((name) => !areas.some((area) => area.name === name)),
    faults: [],
  }
  if (input.dryRun) return { __typename: 'ImportWorkshopSuccess', report, workshop: null }
  const requestDigest = digestOf(viewer, 'importWorkshop', [project.id, input.archive])
  const { written, workshop } = await context.db.transaction((tx) =>
    insertArchive(tx, archive, {
      ...{ id: id.value, projectId: project.id, phase: project.phase, requestDigest },
      facilitator: { personId: viewer.personId, displayName: nameOf(viewer) },
    }),
  )
  const no = written ? null : refuseOtherRequest(workshop.requestDigest, requestDigest)
  if (no) return refused(no)
  await reloadViewer(context, viewer.personId)
  return { __typename: 'ImportWorkshopSuccess', report, workshop }
}

export const archiveResolvers = { Mutation: { importWorkshop } } satisfies Resolvers
