import type { Placed } from '#db/queries/places.ts'
import { countReports, listReports, type ReportView } from '#db/queries/reports.ts'
import { countLog, type LogEntryView, listLog } from '#db/queries/workshop-log.ts'
import { subjectOf } from '#db/queries/workshops.ts'
import { authorize } from '#graphql/authorize.ts'
import { connection, connectionFields, readMomentPage, readPage } from '#graphql/connections.ts'
import type { ReportResolvers, Resolvers, WorkshopResolvers } from '#graphql/generated/resolvers.ts'
import { moderationMutations } from './moderation-changes.ts'

const reports: WorkshopResolvers['reports'] = async (workshop, args, { db, viewer }) => {
  authorize(viewer, 'moderate', subjectOf(workshop))
  const page = readMomentPage(args)
  const settled = args.filter?.settled ?? null
  const rows = await listReports(db, workshop.id, settled, page)
  return connection(
    rows,
    page,
    ({ id, place }: Placed<ReportView>) => ({ id, moment: place }),
    () => countReports(db, workshop.id, settled),
  )
}

const log: WorkshopResolvers['log'] = async (workshop, args, { db, viewer }) => {
  authorize(viewer, 'readLog', subjectOf(workshop))
  const page = readPage(args)
  const rows = await listLog(db, workshop.id, page)
  return connection(
    rows,
    page,
    ({ id }: LogEntryView) => ({ id }),
    () => countLog(db, workshop.id),
  )
}

const fields: ReportResolvers = {
  idea: async (parent, _args, { loaders }) => {
    const idea = await loaders.ideaById.load(parent.aboutIdeaId)
    if (idea === null) throw new Error('A report is about no idea.')
    return idea
  },
  critique: (parent, _args, { loaders }) =>
    parent.critiqueId === null ? null : loaders.critiqueById.load(parent.critiqueId),
}

export const moderationResolvers = {
  Mutation: moderationMutations,
  Workshop: { reports, log },
  Report: fields,
  ReportConnection: connectionFields,
  LogConnection: connectionFields,
} satisfies Resolvers
