import {
  type CritiqueView,
  countCritiques,
  listCritiques,
  listCritiquesAround,
} from '#db/queries/critiques.ts'
import { subjectOf } from '#db/queries/workshops.ts'
import { can, seatIn } from '#domain/permissions.ts'
import { stands } from '#domain/removals.ts'
import { may } from '#domain/steps.ts'
import { authorize } from '#graphql/authorize.ts'
import { connection, connectionFields, isId, readPage } from '#graphql/connections.ts'
import type { Context } from '#graphql/context.ts'
import { denied } from '#graphql/errors.ts'
import type {
  CritiqueResolvers,
  QueryResolvers,
  Resolvers,
  WorkshopResolvers,
} from '#graphql/generated/resolvers.ts'
import {
  insideOf,
  isOffTheWall,
  nameOnCritique,
  readsWords,
  visibleCritiques,
} from '#graphql/visible-critiques.ts'
import { wrote } from '#graphql/visible-ideas.ts'
import { critiqueMutations } from './critique-changes.ts'

const critique: QueryResolvers['critique'] = async (_root, { id }, { db, viewer }) => {
  const around = isId(id) ? await listCritiquesAround(db, id.toLowerCase()) : []
  const [first] = around
  if (first === undefined) throw denied('NOT_FOUND')
  authorize(viewer, 'readWorkshop', { workshopId: first.workshopId, published: first.published })
  const found = visibleCritiques(around, viewer).find((one) => one.id === id.toLowerCase())
  if (found === undefined) throw denied('NOT_FOUND')
  return found
}

const critiquesOfWorkshop: WorkshopResolvers['critiques'] = async (workshop, args, { db, viewer }) => {
  authorize(viewer, 'readWorkshop', subjectOf(workshop))
  const page = readPage(args)
  const { kind = null, updatedSince = null } = args.filter ?? {}
  const wanted = { workshopId: workshop.id, kind, updatedSince }
  const rows = await listCritiques(db, wanted, page)
  return connection(
    rows,
    page,
    ({ id }) => ({ id }),
    () => countCritiques(db, wanted),
  )
}

const fields: CritiqueResolvers = {
  idea: async (parent, _args, { loaders }) => {
    const idea = await loaders.ideaById.load(parent.ideaId)
    if (idea === null) throw new Error('A comment has no idea.')
    return idea
  },
  text: (parent, _args, { viewer }) => (readsWords(parent, viewer) ? parent.text : null),
  authorName: (parent, _args, { viewer }) => nameOnCritique(parent, viewer),
  pin: ({ pinX, pinY }) => (pinX === null || pinY === null ? null : { x: pinX, y: pinY }),
  viewerIsAuthor: (parent, _args, { viewer }) => wrote(viewer, parent),
  viewerCanEdit: (parent, _args, { viewer }) =>
    wrote(viewer, parent) &&
    can(viewer, 'writeCritiques', insideOf(parent)) &&
    parent.editable &&
    parent.withdrawnAt === null &&
    parent.hiddenAt === null &&
    !isOffTheWall(parent),
  viewerCanWithdraw: (parent, _args, { viewer }) =>
    wrote(viewer, parent) &&
    can(viewer, 'writeCritiques', insideOf(parent)) &&
    parent.withdrawnAt === null &&
    parent.resolvedAt === null,
  viewerCanAnswer: async (parent, _args, context) =>
    stands(parent) && !isOffTheWall(parent) && (await mayWrite(parent, context)),
  viewerCanResolve: async (parent, _args, { viewer, loaders }) => {
    if (parent.parentId !== null || !stands(parent)) return false
    if (can(viewer, 'moderate', insideOf(parent))) return true
    const tableId = seatIn(viewer, parent.workshopId)?.tableId
    if (!tableId || !can(viewer, 'writeCritiques', insideOf(parent)) || isOffTheWall(parent)) return false
    return (await loaders.tablesByIdea.load(parent.shownOnId)).includes(tableId)
  },
  viewerHasReported: async (parent, _args, { viewer, loaders }) => {
    const seatId = seatIn(viewer, parent.workshopId)?.id
    return seatId !== undefined && (await loaders.openReportersByCritique.load(parent.id)).includes(seatId)
  },
  nameHidden: ({ nameHiddenAt }) => nameHiddenAt !== null,
  hiddenReason: (parent, _args, { viewer }) =>
    wrote(viewer, parent) || can(viewer, 'moderate', insideOf(parent)) ? parent.hiddenReason : null,
  resolvedByName: (parent, _args, { viewer }) =>
    can(viewer, 'readPeople', insideOf(parent)) ? parent.resolvedByName : null,
}

async function mayWrite(critique: CritiqueView, { viewer, loaders }: Context): Promise<boolean> {
  if (can(viewer, 'moderate', insideOf(critique))) return true
  if (!can(viewer, 'writeCritiques', insideOf(critique))) return false
  return may('CRITIQUE', await loaders.stepsByWorkshop.load(critique.workshopId))
}

export const critiqueResolvers = {
  Query: { critique },
  Mutation: critiqueMutations,
  Critique: fields,
  CritiqueConnection: connectionFields,
  Workshop: { critiques: critiquesOfWorkshop },
  Idea: {
    critiques: async (parent, _args, { viewer, loaders }) =>
      visibleCritiques(parent.critiques ?? (await loaders.critiquesByIdea.load(parent.id)), viewer),
  },
} satisfies Resolvers
