import { countStaff, listStaff, renamePerson } from '#db/queries/people.ts'
import { listSeatsOf } from '#db/queries/seats.ts'
import { can } from '#domain/permissions.ts'
import { LIMITS, readText } from '#domain/text.ts'
import { authorize, requirePerson } from '#graphql/authorize.ts'
import { connection, readDayPage, readMomentPage } from '#graphql/connections.ts'
import type {
  MutationResolvers,
  QueryResolvers,
  Resolvers,
  ViewerResolvers,
} from '#graphql/generated/resolvers.ts'
import { refused } from './base.ts'
import { staffMutations } from './staff-changes.ts'

const staff: QueryResolvers['staff'] = async (_root, args, { db, viewer }) => {
  authorize(viewer, 'manageStaff')
  const page = readMomentPage(args)
  const rows = await listStaff(db, page)
  return connection(
    rows,
    page,
    ({ id, place }) => ({ id, moment: place }),
    () => countStaff(db),
  )
}

const renameViewer: MutationResolvers['renameViewer'] = async (_root, args, context) => {
  const { db } = context
  const viewer = requirePerson(context.viewer)
  const name = readText(args.name, { field: 'name', max: LIMITS.displayName, label: 'your name' })
  if (!name.ok) return refused(name.refusal)
  await renamePerson(db, viewer.personId, name.value)
  return { __typename: 'RenameViewerSuccess', viewer: { ...viewer, name: name.value } }
}

const viewerFields: ViewerResolvers = {
  id: (viewer) => viewer.personId,
  canOpenDashboard: (viewer) => can(viewer, 'openDashboard'),
  canCreateProjects: (viewer) => can(viewer, 'editProjects'),
  canManageStaff: (viewer) => can(viewer, 'manageStaff'),
  seats: async (viewer, args, { db }) => {
    const page = readDayPage(args)
    const rows = viewer.seats.length === 0 ? [] : await listSeatsOf(db, viewer.personId, page)
    // Which seats there are is known with the viewer; the statement adds what their cards show.
    return connection(rows, page, ({ id, workshop }) => ({ day: workshop.startsOn, id }), viewer.seats.length)
  },
}

export const peopleResolvers = {
  Query: { viewer: (_root, _args, { viewer }) => (viewer?.partner ? null : viewer), staff },
  Mutation: { renameViewer, ...staffMutations },
  Viewer: viewerFields,
  Person: {
    joinedAt: (person) => person.emailVerifiedAt,
    isViewer: (person, _args, { viewer }) => person.id === viewer?.personId,
  },
} satisfies Resolvers
