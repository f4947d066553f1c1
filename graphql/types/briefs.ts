import { type BriefView, findBrief } from '#db/queries/briefs.ts'
import { commentsOnBrief, isForStaff } from '#domain/briefs.ts'
import { can, grantedTo } from '#domain/permissions.ts'
import { changedSince } from '#graphql/changed-since.ts'
import { connection, connectionFields, isId, readPage } from '#graphql/connections.ts'
import { denied } from '#graphql/errors.ts'
import type {
  BriefCommentResolvers,
  BriefContributorResolvers,
  BriefResolvers,
  BriefUpdateResolvers,
  CritiqueResolvers,
  ProjectResolvers,
  QueryResolvers,
  Resolvers,
} from '#graphql/generated/resolvers.ts'
import {
  isBriefVisible,
  nameOnBriefComment,
  readableWatchFors,
  readsBriefComment,
  readsIdea,
  readsStatement,
  standingOf,
} from '#graphql/visible-briefs.ts'
import { isMeasureVisible } from '#graphql/visible-measures.ts'
import { briefMutations } from './brief-changes.ts'
import { briefCommentMutations } from './brief-comment-changes.ts'
import { briefSourceMutations } from './brief-source-changes.ts'
import { briefWordMutations } from './brief-words.ts'
import { contributorMutations } from './contributor-changes.ts'
import { driverMutations } from './driver-changes.ts'

const brief: QueryResolvers['brief'] = async (_root, { id }, { db, viewer }) => {
  const found = isId(id) ? await findBrief(db, id) : null
  if (found === null || !isBriefVisible(found, viewer)) throw denied('NOT_FOUND')
  return found
}

const briefsOfProject: ProjectResolvers['briefs'] = async (project, args, { viewer, loaders }) => {
  const page = readPage(args)
  const readBy = can(viewer, 'readProjects')
    ? 'STAFF'
    : { personId: viewer?.personId ?? null, granted: grantedTo(viewer) }
  const key = {
    projectId: project.id,
    wanted: { status: args.status ?? null, updatedSince: args.updatedSince ?? null, readBy },
    page,
  } as const
  const rows = await loaders.briefsOfProject.load(key)
  return connection(
    rows,
    page,
    ({ id }) => ({ id }),
    () => loaders.briefCountOfProject.load(key),
  )
}

/** Rows that were asked for by id, those that are gone left out. */
export function present<Row>(rows: readonly (Row | null | Error)[]): Row[] {
  return rows.flatMap((row) => {
    if (row instanceof Error) throw row
    return row === null ? [] : [row]
  })
}

const fields: BriefResolvers = {
  project: async ({ projectId }, _args, { loaders }) => {
    const project = await loaders.projectById.load(projectId)
    if (project === null) throw new Error('A brief has no project.')
    return project
  },
  aim: ({ aimHowMuch, aimByWhen, aimForWhom }) => ({
    howMuch: aimHowMuch,
    byWhen: aimByWhen,
    forWhom: aimForWhom,
  }),
  ownerName: ({ ownerPersonName, ownerName }) => ownerPersonName ?? ownerName,
  viewerIsOwner: ({ ownerId }, _args, { viewer }) => viewer !== null && ownerId === viewer.personId,
  statements: async ({ id }, _args, { viewer, loaders }) => {
    const joined = await loaders.statementIdsByBrief.load(id)
    const found = await loaders.statementById.loadMany(joined.map(({ statementId }) => statementId))
    return present(found).filter((statement) => readsStatement(statement, viewer))
  },
  ideas: async ({ id }, _args, { viewer, loaders }) => {
    const joined = await loaders.ideaIdsByBrief.load(id)
    const found = await loaders.ideaById.loadMany(joined.map(({ ideaId }) => ideaId))
    return present(found).filter((idea) => readsIdea(idea, viewer))
  },
  drivers: async ({ id }, _args, { loaders }) => {
    const all = await loaders.driversByBrief.load(id)
    const below = (parentId: string | null) => all.filter((driver) => driver.parentId === parentId)
    return below(null).flatMap((driver) => [driver, ...below(driver.id)])
  },
  watchFors: async ({ id }, _args, context) =>
    readableWatchFors(await context.loaders.watchForsByBrief.load(id), context),
  updates: async ({ id }, _args, { viewer, loaders }) => {
    const updates = await loaders.updatesByBrief.load(id)
    return can(viewer, 'readProjects') ? updates : updates.filter(({ kind }) => !isForStaff(kind))
  },
  comments: ({ id }, _args, { loaders }) => loaders.commentsByBrief.load(id),
  contributors: ({ id }, _args, { viewer, loaders }) =>
    can(viewer, 'readProjects') ? loaders.contributorsByBrief.load(id) : null,
  teams: async ({ id }, { updatedSince }, { loaders }) =>
    changedSince(await loaders.testTeamsByBrief.load(id), updatedSince),
  viewerCanEdit: (_parent, _args, { viewer }) => can(viewer, 'editProjects'),
  viewerCanComment: (parent, _args, { viewer }) => commentsOnBrief(viewer, standingOf(parent)),
}

const updateFields: BriefUpdateResolvers = {
  from: ({ statusFrom }) => statusFrom,
  to: ({ statusTo }) => statusTo,
  cycle: ({ cycleId }, _args, { loaders }) => (cycleId === null ? null : loaders.testCycleById.load(cycleId)),
  measure: async ({ measureId }, _args, context) => {
    const measure = measureId === null ? null : await context.loaders.measureById.load(measureId)
    return measure !== null && (await isMeasureVisible(measure, context)) ? measure : null
  },
  authorName: ({ authorName }, _args, { viewer }) => (can(viewer, 'readProjects') ? authorName : null),
}

const commentFields: BriefCommentResolvers = {
  text: (parent, _args, { viewer }) => (readsBriefComment(parent, viewer) ? parent.text : null),
  authorName: (parent, _args, { viewer }) =>
    readsBriefComment(parent, viewer) ? nameOnBriefComment(parent, viewer) : null,
  hiddenReason: (parent, _args, { viewer }) =>
    readsBriefComment(parent, viewer) ? parent.hiddenReason : null,
  viewerCanHide: (_parent, _args, { viewer }) => can(viewer, 'editProjects'),
  viewerHasReported: async ({ id }, _args, { viewer, loaders }) =>
    (await loaders.reportsByBriefComment.load(id)).some(({ personId }) => personId === viewer?.personId),
  reports: async ({ id }, _args, { viewer, loaders }) =>
    can(viewer, 'readProjects')
      ? (await loaders.reportsByBriefComment.load(id)).map(({ reason }) => reason)
      : null,
  viewerIsAuthor: ({ authorId }, _args, { viewer }) => viewer !== null && authorId === viewer.personId,
  viewerCanWithdraw: ({ authorId }, _args, { viewer }) =>
    viewer !== null && (authorId === viewer.personId || can(viewer, 'editProjects')),
}

const contributorFields: BriefContributorResolvers = {
  name: ({ workshopId, seatName, personName }, _args, { viewer }) => {
    if (workshopId === null) return personName
    return can(viewer, 'readPeople', { workshopId, published: false }) ? seatName : null
  },
  fromSeat: ({ workshopId }) => workshopId !== null,
}

const watchFor: CritiqueResolvers['watchFor'] = async ({ id }, _args, context) => {
  const { loaders, viewer } = context
  const [line] = await readableWatchFors(await loaders.watchForsByCritique.load(id), context)
  const holder = line === undefined ? null : await loaders.briefById.load(line.briefId)
  return line !== undefined && holder !== null && isBriefVisible(holder, viewer) ? line : null
}

export const briefResolvers = {
  Query: { brief },
  Mutation: {
    ...briefMutations,
    ...briefSourceMutations,
    ...contributorMutations,
    ...driverMutations,
    ...briefWordMutations,
    ...briefCommentMutations,
  },
  Project: { briefs: briefsOfProject },
  Idea: {
    briefs: async ({ id }, _args, { viewer, loaders }) =>
      (await loaders.briefsByIdea.load(id)).filter((found) => isBriefVisible(found, viewer)),
  },
  Statement: {
    workshop: async ({ workshopId }, _args, { loaders }) => {
      const workshop = await loaders.workshopById.load(workshopId)
      if (workshop === null) throw new Error('A statement has no workshop.')
      return workshop
    },
    briefs: async ({ id }, _args, { viewer, loaders }) =>
      (await loaders.briefsByStatement.load(id)).filter((found) => isBriefVisible(found, viewer)),
  },
  Critique: { watchFor },
  Brief: fields,
  Driver: { depth: ({ parentId }) => (parentId === null ? 0 : 1) },
  WatchFor: {
    brief: async ({ briefId }, _args, { loaders }): Promise<BriefView> => {
      const holder = await loaders.briefById.load(briefId)
      if (holder === null) throw new Error('A line of what to watch for has no brief.')
      return holder
    },
  },
  BriefUpdate: updateFields,
  BriefComment: commentFields,
  BriefContributor: contributorFields,
  BriefConnection: connectionFields,
} satisfies Resolvers
