import { countIssues, type IssuesWanted, listIssues } from '#db/queries/issue-lists.ts'
import { findIssue, type IssueView } from '#db/queries/issues.ts'
import { subjectOf } from '#db/queries/workshops.ts'
import type { AreaRow } from '#db/schema/projects.ts'
import { can, seatIn } from '#domain/permissions.ts'
import { may } from '#domain/steps.ts'
import { LIMITS, readText } from '#domain/text.ts'
import { authorize } from '#graphql/authorize.ts'
import { connection, isId, readPage } from '#graphql/connections.ts'
import type { Context } from '#graphql/context.ts'
import { badInput, denied } from '#graphql/errors.ts'
import type {
  IssueResolvers,
  QueryResolvers,
  Resolvers,
  WorkshopResolvers,
} from '#graphql/generated/resolvers.ts'
import { selection } from '#graphql/selection.ts'
import { isAuthor, isVisible } from '#graphql/visible-issues.ts'
import { issueMutations } from './issue-changes.ts'
import { textImportMutations } from './text-imports.ts'

const issue: QueryResolvers['issue'] = async (_root, { id }, { db, viewer }) => {
  const found = isId(id) ? await findIssue(db, id) : null
  if (found === null) throw denied('NOT_FOUND')
  authorize(viewer, 'readWorkshop', { workshopId: found.workshopId, published: found.published })
  if (!isVisible(found, viewer)) throw denied('NOT_FOUND')
  return found
}

const issuesOfWorkshop: WorkshopResolvers['issues'] = async (workshop, args, { db, viewer }, info) => {
  authorize(viewer, 'readWorkshop', subjectOf(workshop))
  const page = readPage(args)
  const { areaId, tableId } = args.filter ?? {}
  if ((areaId && !isId(areaId)) || (tableId && !isId(tableId)))
    return connection([], page, ({ id }: IssueView) => ({ id }), 0)
  const search = readText(args.filter?.search, { field: 'search', max: LIMITS.issueTitle, required: false })
  if (!search.ok) throw badInput(search.refusal.message)
  const setAside = can(viewer, 'curateIssues', subjectOf(workshop)) ? 'ALL' : 'MINE'
  const wanted: IssuesWanted = {
    ...args.filter,
    search: search.value,
    scope: args.filter?.includeSetAside ? setAside : 'SHOWN',
    mySeatId: seatIn(viewer, workshop.id)?.id ?? null,
  }
  const area = selection(info).has('edges.node.area')
  const rows = await listIssues(db, workshop.id, wanted, page, { area })
  return connection(
    rows,
    page,
    ({ id }) => ({ id }),
    () => countIssues(db, workshop.id, wanted),
  )
}

async function loadArea({ areaId }: IssueView, { loaders }: Context): Promise<AreaRow> {
  const area = await loaders.areaById.load(areaId)
  if (area === null) throw new Error('An issue has no area.')
  return area
}

const fields: IssueResolvers = {
  area: (parent, _args, context) => parent.area ?? loadArea(parent, context),
  viewerIsAuthor: (parent, _args, { viewer }) => isAuthor(parent, viewer),
  viewerCanEdit: async (parent, _args, context) => {
    const subject = { workshopId: parent.workshopId, published: false }
    if (parent.mergedIntoId !== null || parent.withdrawnAt !== null) return false
    if (can(context.viewer, 'curateIssues', subject)) return true
    return (
      isAuthor(parent, context.viewer) &&
      may('GATHER', await context.loaders.stepsByWorkshop.load(parent.workshopId))
    )
  },
  viewerCanDecide: async (parent, _args, context) => {
    const subject = { workshopId: parent.workshopId, published: false }
    if (parent.mergedIntoId !== null || parent.withdrawnAt !== null) return false
    if (can(context.viewer, 'curateIssues', subject)) return true
    const tableId = seatIn(context.viewer, parent.workshopId)?.tableId
    if (!tableId || !parent.tableIds.includes(tableId) || !can(context.viewer, 'decideIssues', subject))
      return false
    return may('SHORTLIST', await context.loaders.stepsByWorkshop.load(parent.workshopId))
  },
  mergedInto: async (parent, _args, { viewer, loaders }) => {
    const into = parent.mergedIntoId === null ? null : await loaders.issueById.load(parent.mergedIntoId)
    return into !== null && isVisible(into, viewer) ? into : null
  },
  mergedFrom: async (parent, _args, { viewer, loaders }) =>
    (await loaders.issuesMergedInto.load(parent.id)).filter((issue) => isVisible(issue, viewer)),
  mergedByName: (parent, _args, { viewer }) =>
    can(viewer, 'readPeople', { workshopId: parent.workshopId, published: false })
      ? parent.mergedByName
      : null,
  hiddenReason: (parent, _args, { viewer }) =>
    isAuthor(parent, viewer) ||
    can(viewer, 'curateIssues', { workshopId: parent.workshopId, published: false })
      ? parent.hiddenReason
      : null,
}

export const issueResolvers = {
  Query: { issue },
  Mutation: { ...issueMutations, ...textImportMutations },
  Workshop: { issues: issuesOfWorkshop },
  Issue: fields,
} satisfies Resolvers
