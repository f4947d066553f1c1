import { findPulse } from '#db/queries/pulses.ts'
import { markJoined } from '#db/queries/seats.ts'
import { listWorkshops, listWorkshopsOfProjects, type WorkshopsMeant } from '#db/queries/workshop-lists.ts'
import { findWorkshopBySlug, subjectOf } from '#db/queries/workshops.ts'
import { dayIn } from '#domain/dates.ts'
import { type Action, can, grantedTo } from '#domain/permissions.ts'
import { isRoomOpen } from '#domain/room-codes.ts'
import { type Activity, may, permittedActivities } from '#domain/steps.ts'
import { authorize, authorizePerson } from '#graphql/authorize.ts'
import { connection, isId, readDayPage } from '#graphql/connections.ts'
import type { Context } from '#graphql/context.ts'
import { denied } from '#graphql/errors.ts'
import type { QueryResolvers, Resolvers, WorkshopResolvers } from '#graphql/generated/resolvers.ts'
import { joinAddress } from '#graphql/join-address.ts'
import { selection } from '#graphql/selection.ts'
import { tableFields, tableMutations } from './tables.ts'
import { workshopMutations } from './workshop-changes.ts'
import { askedOf, workshopConnection } from './workshop-connections.ts'

const SLUG = /^[a-z0-9-]{1,100}$/

const workshop: QueryResolvers['workshop'] = async (_root, { slug }, context) => {
  const found = SLUG.test(slug) ? await findWorkshopBySlug(context.db, slug) : null
  if (found === null) throw denied('NOT_FOUND')
  authorize(context.viewer, 'readWorkshop', subjectOf(found))
  await noteArrival(context, found.id)
  return found
}

// Somebody who was signed in already when they were invited takes their seat by coming to the workshop.
async function noteArrival({ db, viewer }: Context, workshopId: string): Promise<void> {
  const seat = viewer?.seats.find((own) => own.workshopId === workshopId)
  if (seat && !seat.joined) await markJoined(db, seat.id)
}

const workshops: QueryResolvers['workshops'] = async (_root, args, context, info) => {
  const { viewer } = authorizePerson(context.viewer, 'openDashboard')
  const page = readDayPage(args)
  const scope = viewer.platformRole === 'ADMIN' ? 'ALL' : 'RUN'
  const meant: WorkshopsMeant = { scope, personId: viewer.personId, status: args.filter?.status ?? 'ACTIVE' }
  const projectId = args.filter?.projectId ?? null
  const asked = askedOf(info, 'ALL')
  if (projectId === null) {
    return workshopConnection(await listWorkshops(context.db, meant, page, asked), page, context, meant, null)
  }
  if (!isId(projectId)) return connection([], page, (row: { id: string }) => row, 0)
  const rows = await listWorkshopsOfProjects(context.db, [projectId], meant, page, asked)
  return workshopConnection(rows, page, context, meant, projectId)
}

const publishedWorkshops: QueryResolvers['publishedWorkshops'] = async (_root, args, context, info) => {
  const page = readDayPage(args)
  const meant: WorkshopsMeant = {
    scope: 'PUBLISHED',
    personId: null,
    granted: grantedTo(context.viewer),
    updatedSince: args.filter?.updatedSince ?? null,
    status: 'KEPT',
  }
  const rows = await listWorkshops(context.db, meant, page, askedOf(info, 'CLOSED'))
  return workshopConnection(rows, page, context, meant, null)
}

// What participants may do only while a step for it is open.
const STEP_RIGHTS = [
  ['writeIssues', 'writeIssues'],
  ['shortlist', 'decideIssues'],
  ['writeStatements', 'writeStatements'],
  ['writeIdeas', 'writeIdeas'],
  ['writeCritiques', 'writeCritiques'],
] as const satisfies readonly (readonly [string, Action])[]

const viewerCan: WorkshopResolvers['viewerCan'] = async (workshop, _args, { viewer, loaders }, info) => {
  const subject = subjectOf(workshop)
  const asked = selection(info)
  const run = can(viewer, 'runWorkshop', subject)
  const waits = !run && STEP_RIGHTS.some(([field, right]) => asked.has(field) && can(viewer, right, subject))
  const steps = waits ? await loaders.stepsByWorkshop.load(workshop.id) : []
  const now = (right: Action, activity: Activity) =>
    run || (can(viewer, right, subject) && may(activity, steps))
  const votes = asked.has('vote') && can(viewer, 'vote', subject)
  const rounds = votes ? await loaders.roundsByWorkshop.load(workshop.id) : []
  return {
    run,
    writeIssues: now('writeIssues', 'GATHER'),
    shortlist: now('decideIssues', 'SHORTLIST'),
    vote: rounds.some(({ state }) => state === 'OPEN'),
    writeStatements: now('writeStatements', 'REFRAME'),
    writeIdeas: now('writeIdeas', 'IDEATE'),
    writeCritiques: now('writeCritiques', 'CRITIQUE'),
    report: can(viewer, 'report', subject),
    seeResults: can(viewer, 'readResults', subject),
    seePeople: can(viewer, 'readPeople', subject),
  }
}

/**
 * Fields that a list has loaded already are passed on at once; the others are loaded for all workshops together, by
 * loaders that are made when they are first named.
 */
const fields: WorkshopResolvers = {
  project: async (parent, _args, context) => {
    const project = parent.project ?? (await context.loaders.projectById.load(parent.projectId))
    if (project === null) throw new Error('A workshop has no project.')
    return project
  },
  areas: (parent, _args, context) => parent.areas ?? context.loaders.areasByProject.load(parent.projectId),
  tables: (parent, _args, { loaders }) => loaders.tablesByWorkshop.load(parent.id),
  steps: (parent, _args, { loaders }) => loaders.stepsByWorkshop.load(parent.id),
  permittedActivities: async (parent, _args, { loaders }) =>
    permittedActivities(await loaders.stepsByWorkshop.load(parent.id)),
  participantCount: (parent, _args, context) =>
    parent.participantCount ??
    context.loaders.workshopCounts.load(parent.id).then((counts) => counts?.participants ?? 0),
  issueCount: (parent, _args, context) =>
    parent.issueCount ?? context.loaders.workshopCounts.load(parent.id).then((counts) => counts?.issues ?? 0),
  invitedCount: async (parent, _args, { viewer, loaders }) =>
    can(viewer, 'readPeople', subjectOf(parent))
      ? ((await loaders.workshopCounts.load(parent.id))?.invited ?? 0)
      : null,
  postItCount: (parent, _args, context) =>
    parent.postItCount ??
    context.loaders.workshopCounts.load(parent.id).then((counts) => counts?.postIts ?? 0),
  offTheWall: (parent, _args, { viewer, loaders }) =>
    can(viewer, 'runWorkshop', subjectOf(parent)) ? loaders.workshopCounts.load(parent.id) : null,
  dotCount: (parent, _args, context) => parent.dotCount ?? countDots(parent, context),
  viewerCan,
  roomCode: (parent, _args, { viewer }) =>
    can(viewer, 'runWorkshop', subjectOf(parent)) ? parent.roomCode : null,
  roomOpen: (parent) => isRoomOpen(parent, dayIn(new Date(), parent.timeZone)),
  joinUrl: (parent, _args, { viewer, origin }) =>
    can(viewer, 'runWorkshop', subjectOf(parent)) ? joinAddress(parent.joinToken, origin) : null,
  pulse: (parent, _args, { db, viewer }) =>
    findPulse(db, parent.id, can(viewer, 'readTurnout', subjectOf(parent))),
}

async function countDots(workshop: Parameters<typeof subjectOf>[0], { viewer, loaders }: Context) {
  const counts = await loaders.workshopCounts.load(workshop.id)
  // Before a round closes its dots are turnout, which is for the people of the workshop.
  const open = can(viewer, 'readTurnout', subjectOf(workshop)) ? (counts?.openDots ?? 0) : 0
  return (counts?.closedDots ?? 0) + open
}

export const workshopResolvers = {
  Query: { workshop, workshops, publishedWorkshops },
  Mutation: { ...workshopMutations, ...tableMutations },
  Workshop: fields,
  Table: tableFields,
} satisfies Resolvers
