import {
  countIdeas,
  findIdea,
  type IdeasWanted,
  type IdeaView,
  listIdeas,
  listIdeasToRead,
} from '#db/queries/ideas.ts'
import { listReadings } from '#db/queries/reading.ts'
import type { StatementView } from '#db/queries/statements.ts'
import { subjectOf } from '#db/queries/workshops.ts'
import { dueDay, ideaStatus } from '#domain/ideas.ts'
import { can, seatIn } from '#domain/permissions.ts'
import { may } from '#domain/steps.ts'
import { LIMITS, readText } from '#domain/text.ts'
import { shownName } from '#graphql/author-names.ts'
import { authorize } from '#graphql/authorize.ts'
import { connection, isId, readCountPage, readPage } from '#graphql/connections.ts'
import { badInput, denied } from '#graphql/errors.ts'
import type {
  IdeaResolvers,
  QueryResolvers,
  Resolvers,
  TableReadingResolvers,
  WorkshopResolvers,
} from '#graphql/generated/resolvers.ts'
import type { Loaders } from '#graphql/loaders.ts'
import { isIdeaVisible, wrote } from '#graphql/visible-ideas.ts'
import { ideaMutations } from './idea-changes.ts'
import { ideaCuration } from './idea-curation.ts'

const idea: QueryResolvers['idea'] = async (_root, { id }, { db, viewer }) => {
  const found = isId(id) ? await findIdea(db, id) : null
  if (found === null) throw denied('NOT_FOUND')
  authorize(viewer, 'readWorkshop', { workshopId: found.workshopId, published: found.published })
  if (!isIdeaVisible(found, viewer)) throw denied('NOT_FOUND')
  return found
}

/** What the cursor of each order carries beside the id. */
const COUNTED = {
  WRITTEN: null,
  SUPPORT: 'supportCount',
  FEWEST_CRITIQUES: 'critiqueCount',
  MOST_CRITIQUES: 'critiqueCount',
} as const

const ideasOfWorkshop: WorkshopResolvers['ideas'] = async (workshop, args, { db, viewer }) => {
  authorize(viewer, 'readWorkshop', subjectOf(workshop))
  const order = args.order ?? 'WRITTEN'
  const counted = COUNTED[order]
  const page = counted === null ? readPage(args) : readCountPage(args)
  const cursorFor = (row: IdeaView) =>
    counted === null ? { id: row.id } : { id: row.id, count: row[counted] }
  const { statementId, tableId } = args.filter ?? {}
  if ((statementId && !isId(statementId)) || (tableId && !isId(tableId)))
    return connection([], page, cursorFor, 0)
  const search = readText(args.filter?.search, { field: 'search', max: LIMITS.search, required: false })
  if (!search.ok) throw badInput(search.refusal.message)
  const wanted: IdeasWanted = {
    ...args.filter,
    status: args.filter?.status ?? 'ON_THE_WALL',
    search: search.value,
    mineOnly: args.filter?.mine === true,
    curates: can(viewer, 'curateIdeas', subjectOf(workshop)),
    mySeatId: seatIn(viewer, workshop.id)?.id ?? null,
  }
  const rows = await listIdeas(db, workshop.id, wanted, order, page)
  return connection(rows, page, cursorFor, () => countIdeas(db, workshop.id, wanted))
}

const readAcross: WorkshopResolvers['readAcross'] = async (workshop, { first }, { db, viewer }) => {
  authorize(viewer, 'readWorkshop', subjectOf(workshop))
  const asked = first ?? 5
  if (asked < 1 || asked > 20) throw badInput('Ask for 1 to 20 ideas with `first`.')
  const seat = seatIn(viewer, workshop.id)
  return seat === null ? [] : listIdeasToRead(db, workshop.id, seat, asked)
}

const readingProgress: WorkshopResolvers['readingProgress'] = (workshop, _args, { db, viewer }) =>
  can(viewer, 'runWorkshop', subjectOf(workshop)) ? listReadings(db, workshop.id) : null

const readingFields: TableReadingResolvers = {
  table: async ({ tableId }, _args, { loaders }) => {
    const table = await loaders.tableById.load(tableId)
    if (table === null) throw new Error('A table that was counted is gone.')
    return table
  },
}

const inside = ({ workshopId }: IdeaView) => ({ workshopId, published: false })

async function loadStatement({ statementId }: IdeaView, loaders: Loaders): Promise<StatementView> {
  const statement = await loaders.statementById.load(statementId)
  if (statement === null) throw new Error('An idea has no statement.')
  return statement
}

const fields: IdeaResolvers = {
  dueOn: ({ horizon, lastDay }) => dueDay(horizon, lastDay),
  status: (parent) => ideaStatus(parent),
  // Loaders are made when they are first named, which nearly all boards never do.
  statement: (parent, _args, context) => parent.statement ?? loadStatement(parent, context.loaders),
  workshop: async (parent, _args, { loaders }) => {
    const workshop = await loaders.workshopById.load(parent.workshopId)
    if (workshop === null) throw new Error('An idea has no workshop.')
    return workshop
  },
  authorName: (parent, _args, { viewer }) => shownName(parent, viewer),
  viewerIsAuthor: (parent, _args, { viewer }) => wrote(viewer, parent),
  viewerCanEdit: async (parent, _args, { viewer, loaders }) => {
    if (parent.mergedIntoId !== null || parent.withdrawnAt !== null) return false
    if (can(viewer, 'curateIdeas', inside(parent))) return true
    if (!wrote(viewer, parent) || !can(viewer, 'writeIdeas', inside(parent))) return false
    return may('IDEATE', await loaders.stepsByWorkshop.load(parent.workshopId))
  },
  viewerCanSupport: async (parent, _args, { viewer, loaders }) => {
    if (ideaStatus(parent) !== 'ON_THE_WALL' || !can(viewer, 'supportIdeas', inside(parent))) return false
    const steps = await loaders.stepsByWorkshop.load(parent.workshopId)
    return may('IDEATE', steps) || may('CRITIQUE', steps)
  },
  viewerCanCritique: async (parent, _args, { viewer, loaders }) => {
    if (ideaStatus(parent) !== 'ON_THE_WALL' || !can(viewer, 'writeCritiques', inside(parent))) return false
    if (can(viewer, 'moderate', inside(parent))) return true
    return may('CRITIQUE', await loaders.stepsByWorkshop.load(parent.workshopId))
  },
  viewerSupports: async (parent, _args, { viewer, loaders }) => {
    const seat = seatIn(viewer, parent.workshopId)
    return seat !== null && (await loaders.supportedBySeat.load(seat.id)).has(parent.id)
  },
  mergedInto: async (parent, _args, { viewer, loaders }) => {
    const into = parent.mergedIntoId === null ? null : await loaders.ideaById.load(parent.mergedIntoId)
    return into !== null && isIdeaVisible(into, viewer) ? into : null
  },
  mergedFrom: async (parent, _args, { viewer, loaders }) =>
    (await loaders.ideasMergedInto.load(parent.id)).filter((merged) => isIdeaVisible(merged, viewer)),
  mergedByName: (parent, _args, { viewer }) =>
    can(viewer, 'readPeople', inside(parent)) ? parent.mergedByName : null,
  hiddenReason: (parent, _args, { viewer }) =>
    wrote(viewer, parent) || can(viewer, 'curateIdeas', inside(parent)) ? parent.hiddenReason : null,
}

export const ideaResolvers = {
  Query: { idea },
  Mutation: { ...ideaMutations, ...ideaCuration },
  Workshop: { ideas: ideasOfWorkshop, readAcross, readingProgress },
  Idea: fields,
  TableReading: readingFields,
} satisfies Resolvers
