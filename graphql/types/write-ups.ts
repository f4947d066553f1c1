import { findWorkshopBySlug, subjectOf } from '#db/queries/workshops.ts'
import { listWrittenIdeas, type WrittenCritique } from '#db/queries/write-up-ideas.ts'
import { listWrittenIssues } from '#db/queries/write-up-issues.ts'
import {
  countWrittenCritiques,
  listWrittenBriefs,
  listWrittenStatements,
} from '#db/queries/write-up-statements.ts'
import { findSharedWriteUp, findWriteUp, listWriteUpTexts, type WriteUpView } from '#db/queries/write-ups.ts'
import { can } from '#domain/permissions.ts'
import { readsWriteUp, type WriteUpStanding, writeUpPath } from '#domain/write-ups.ts'
import { connection, isId, readPage } from '#graphql/connections.ts'
import type { Context } from '#graphql/context.ts'
import { denied } from '#graphql/errors.ts'
import type {
  QueryResolvers,
  Resolvers,
  WorkshopResolvers,
  WriteUpResolvers,
  WriteUpTextResolvers,
} from '#graphql/generated/resolvers.ts'
import { writeUpMutations } from './write-up-changes.ts'
import { writtenRounds } from './write-up-rounds.ts'

const TOKEN = /^[\w-]{20,80}$/

const SLUG = /^[a-z0-9-]{1,100}$/

const writeUp: QueryResolvers['writeUp'] = async (_root, { slug, token }, context) => {
  const found = token == null ? await atWorkshop(slug ?? '', context) : await atToken(token, context)
  if (found === null) throw denied('NOT_FOUND')
  return found
}

async function atToken(token: string, { db }: Context): Promise<WriteUpView | null> {
  return TOKEN.test(token) ? findSharedWriteUp(db, token) : null
}

async function atWorkshop(slug: string, { db, viewer }: Context): Promise<WriteUpView | null> {
  const workshop = SLUG.test(slug) ? await findWorkshopBySlug(db, slug) : null
  if (workshop === null) return null
  const view = { workshop, publication: await findWriteUp(db, workshop.id), byToken: false }
  return readsWriteUp(viewer, subjectOf(workshop), standingOf(view)) ? view : null
}

function standingOf({ publication }: Pick<WriteUpView, 'publication'>): WriteUpStanding {
  return { published: (publication?.publishedAt ?? null) !== null, audience: publication?.audience ?? 'LINK' }
}

function edits({ workshop }: WriteUpView, { viewer }: Pick<Context, 'viewer'>): boolean {
  return can(viewer, 'editWriteUp', { workshopId: workshop.id, published: false })
}

const path: WriteUpResolvers['path'] = (parent, _args, context) => {
  const { publication, workshop, byToken } = parent
  if (publication === null) return null
  const told = publication.audience === 'EVERYBODY' || byToken || edits(parent, context)
  return told ? writeUpPath(standingOf(parent), { slug: workshop.slug, token: publication.token }) : null
}

const place = ({ placeX, placeY }: { placeX: number | null; placeY: number | null }) =>
  placeX === null || placeY === null ? null : { x: placeX, y: placeY }

const issues: WriteUpResolvers['issues'] = async ({ workshop }, args, { db }) => {
  const page = readPage(args)
  const areaId = args.areaId ?? null
  const rows = areaId !== null && !isId(areaId) ? [] : await listWrittenIssues(db, workshop.id, areaId, page)
  return connection(rows, page, ({ id }) => ({ id }), rows.length)
}

const ideas: WriteUpResolvers['ideas'] = async ({ workshop }, args, { db }) => {
  const page = readPage(args)
  const statementId = args.statementId ?? null
  const wanted = { statementId, horizon: args.horizon ?? null }
  const rows =
    statementId !== null && !isId(statementId) ? [] : await listWrittenIdeas(db, workshop.id, wanted, page)
  return connection(rows, page, ({ id }) => ({ id }), rows.length)
}

async function projectOf({ workshop }: WriteUpView, { loaders }: Context) {
  const project = workshop.project ?? (await loaders.projectById.load(workshop.projectId))
  if (project === null) throw new Error('A workshop has no project.')
  return project
}

const fields: WriteUpResolvers = {
  title: ({ workshop }) => workshop.title,
  description: ({ workshop }) => workshop.description,
  venue: ({ workshop }) => workshop.venue,
  startsOn: ({ workshop }) => workshop.startsOn,
  endsOn: ({ workshop }) => workshop.endsOn,
  timeZone: ({ workshop }) => workshop.timeZone,
  contactEmail: ({ workshop }) => workshop.contactEmail,
  source: ({ workshop }) => workshop.source,
  statedParticipants: ({ workshop }) => workshop.statedParticipants,
  participantCount: async ({ workshop }, _args, { loaders }) =>
    (await loaders.workshopCounts.load(workshop.id))?.participants ?? 0,
  challenge: async (parent, _args, context) => (await projectOf(parent, context)).challenge,
  projectTitle: async (parent, _args, context) => (await projectOf(parent, context)).title,
  dotsPerVoter: ({ workshop }) => workshop.dotsPerVoter,
  prioritiesToSelect: ({ workshop }) => workshop.prioritiesToSelect,
  namesShown: ({ workshop }) => workshop.namesShown,
  anyoneArranges: ({ workshop }) => workshop.anyoneArranges,
  areas: async ({ workshop }, _args, { loaders }) =>
    (await loaders.areasByProject.load(workshop.projectId)).map(({ id, name }) => ({ id, name })),
  tables: async ({ workshop }, _args, { loaders }) => {
    const areas = await loaders.areasByProject.load(workshop.projectId)
    const tables = await loaders.tablesByWorkshop.load(workshop.id)
    return tables.map(({ code, name, areaId, position }) => ({
      code,
      name,
      areaName: areas.find(({ id }) => id === areaId)?.name ?? null,
      position,
    }))
  },
  steps: ({ workshop }, _args, { loaders }) => loaders.stepsByWorkshop.load(workshop.id),
  texts: async (parent, { includeEmpty }, context) => {
    const texts = await context.loaders.writeUpTextsByWorkshop.load(parent.workshop.id)
    return includeEmpty && edits(parent, context) ? texts : texts.filter(({ text }) => text !== '')
  },
  issues,
  rounds: ({ workshop }, _args, { db }) => writtenRounds(db, workshop.id),
  statements: ({ workshop }, _args, { db }) => listWrittenStatements(db, workshop.id),
  ideas,
  critiqueCounts: ({ workshop }, _args, { db }) => countWrittenCritiques(db, workshop.id),
  briefs: async ({ workshop }, _args, { db }) =>
    (await listWrittenBriefs(db, workshop.id)).map(
      ({ id, title, status, aimHowMuch, aimByWhen, aimForWhom }) => ({
        ...{ id, title, status },
        aim: [aimHowMuch, aimByWhen, aimForWhom].filter((part) => part !== null).join(', ') || null,
      }),
    ),
  publishedAt: ({ publication }) => publication?.publishedAt ?? null,
  audience: ({ publication }) => publication?.audience ?? null,
  path,
  resultsPath: ({ workshop }, _args, { viewer }) =>
    can(viewer, 'readResults', subjectOf(workshop)) ? `/workshops/${workshop.slug}/results` : null,
  viewerCanEdit: (parent, _args, context) => edits(parent, context),
}

const writeUpPathOf: WorkshopResolvers['writeUpPath'] = async (workshop, _args, { loaders }) => {
  if (workshop.publishedAt === null) return null
  const publication = await loaders.writeUpByWorkshop.load(workshop.id)
  const standing = standingOf({ publication })
  return publication?.audience === 'EVERYBODY' ? writeUpPath(standing, { ...workshop, ...publication }) : null
}

const inside = ({ workshopId }: { workshopId: string }) => ({ workshopId, published: false })

const textFields: WriteUpTextResolvers = {
  authorName: (parent, _args, { viewer }) =>
    can(viewer, 'editWriteUp', inside(parent)) ? parent.authorName : null,
  history: (parent, _args, { db, viewer }) =>
    can(viewer, 'editWriteUp', inside(parent)) ? listWriteUpTexts(db, parent.workshopId, parent.section) : [],
}

export const writeUpResolvers = {
  Query: { writeUp },
  Mutation: writeUpMutations,
  Workshop: { writeUpPath: writeUpPathOf },
  WriteUp: fields,
  WriteUpText: textFields,
  WriteUpIssue: { place },
  WriteUpIdea: {
    place,
    critiques: ({ id }, _args, { loaders }) => loaders.writtenCritiquesByIdea.load(id),
  },
  WriteUpCritique: {
    pin: ({ pinX, pinY }: WrittenCritique) => (pinX === null || pinY === null ? null : { x: pinX, y: pinY }),
  },
} satisfies Resolvers
