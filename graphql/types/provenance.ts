import { findMeasure } from '#db/queries/measures.ts'
import type { ProvenanceLinkView, ProvenanceSubject, WordKind } from '#db/queries/provenance.ts'
import { excerpt, pathOf } from '#domain/paths.ts'
import { can, grantedTo, type Viewer } from '#domain/permissions.ts'
import { describeLink, type ProvenanceKind, withinReach } from '#domain/provenance.ts'
import { authorize } from '#graphql/authorize.ts'
import { isId } from '#graphql/connections.ts'
import type { Context } from '#graphql/context.ts'
import { denied } from '#graphql/errors.ts'
import type { QueryResolvers, Resolvers } from '#graphql/generated/resolvers.ts'
import { isBriefVisible } from '#graphql/visible-briefs.ts'
import { isIdeaVisible, wrote } from '#graphql/visible-ideas.ts'
import { isMeasureVisible, titleOf } from '#graphql/visible-measures.ts'

const provenance: QueryResolvers['provenance'] = async (_root, { kind, id }, context) => {
  if (!isWord(kind)) {
    if (!isId(id) || !(await ofReadableBrief(kind, id, context))) throw denied('NOT_FOUND')
    return chainOf(context, { kind, id }, true)
  }
  const { loaders, viewer } = context
  const subject = isId(id) ? await loaders.provenanceSubject.load({ kind, id }) : null
  if (subject === null) throw denied('NOT_FOUND')
  authorize(viewer, 'readWorkshop', subject)
  if (!isReadable(subject, viewer)) throw denied('NOT_FOUND')
  return chainOf(context, subject, true)
}

/** The same for words that the viewer has come to already. */
function provenanceAs(kind: WordKind) {
  return async ({ id }: { id: string }, _args: unknown, context: Context) => {
    const subject = await context.loaders.provenanceSubject.load({ kind, id })
    if (subject === null) throw denied('NOT_FOUND')
    authorize(context.viewer, 'readWorkshop', subject)
    return chainOf(context, subject, isReadable(subject, context.viewer))
  }
}

/** The same for a brief or what belongs to one. */
function provenanceOf(kind: BriefKind) {
  return ({ id }: { id: string }, _args: unknown, context: Context) => chainOf(context, { kind, id }, true)
}

type BriefKind = Exclude<ProvenanceKind, WordKind>

function isWord(kind: ProvenanceKind): kind is WordKind {
  return kind !== 'BRIEF' && kind !== 'CYCLE' && kind !== 'MEASURE'
}

async function ofReadableBrief(kind: BriefKind, id: string, context: Context): Promise<boolean> {
  const { db, loaders, viewer } = context
  if (kind === 'MEASURE') {
    const measure = await findMeasure(db, id)
    return measure !== null && isMeasureVisible(measure, context)
  }
  const briefId = kind === 'BRIEF' ? id : (await loaders.testCycleById.load(id))?.briefId
  const brief = briefId === undefined ? null : await loaders.briefById.load(briefId)
  return brief !== null && isBriefVisible(brief, viewer)
}

/** Whether the viewer may read the words that a chain is asked about. */
function isReadable(subject: ProvenanceSubject, viewer: Viewer): boolean {
  if (subject.kind !== 'CRITIQUE') return isIdeaVisible(subject, viewer)
  const inside = { workshopId: subject.workshopId, published: false }
  const seesIdea =
    !subject.ideaSetAside ||
    wrote(viewer, { authorSeatId: subject.ideaAuthorSeatId }) ||
    can(viewer, 'curateIdeas', inside)
  return seesIdea && subject.withdrawnAt === null && isIdeaVisible(subject, viewer)
}

const TITLE = 200
const STUB = 'A comment that is no longer shown'

/** The chain of something that the viewer may read, or of a stub whose words they may not. */
export async function chainOf(
  context: Context,
  { kind, id }: { kind: ProvenanceKind; id: string },
  readable: boolean,
) {
  const { viewer, loaders } = context
  const reader = {
    readsEveryBrief: can(viewer, 'readProjects'),
    personId: viewer?.personId ?? null,
    granted: grantedTo(viewer),
  }
  const links = await loaders.provenanceLinks.load({ kind, id, reader })
  const of = links.find((link) => link.direction === null)
  if (of === undefined) throw denied('NOT_FOUND')
  const chain = (direction: ProvenanceLinkView['direction']) => {
    const way = links.filter((link) => link.direction === direction && isOpen(link, viewer))
    return Promise.all(withinReach(id, way).map((link) => shown(link, context)))
  }
  const own = await shown(of, context)
  return {
    of: readable ? own : { ...own, title: STUB, detail: null },
    origins: await chain('UP'),
    outcomes: await chain('DOWN'),
  }
}

/** A brief does not open the workshops that it comes from: their words are for those who read them there. */
function isOpen({ workshop }: ProvenanceLinkView, viewer: Viewer): boolean {
  if (workshop === null) return true
  return can(viewer, 'readWorkshop', { workshopId: workshop.id, published: workshop.published })
}

async function shown(link: ProvenanceLinkView, context: Context) {
  const { kind, id, distance, via } = link
  return {
    kind,
    id,
    title: excerpt(await titleOfLink(link, context), TITLE),
    detail: describeLink(link),
    distance,
    via: [...via],
    path: pathOfLink(link),
  }
}

async function titleOfLink({ kind, title, titledBy, cycle }: ProvenanceLinkView, context: Context) {
  if (kind === 'CYCLE' && title === '') return `Cycle ${cycle?.number ?? ''}`
  if (kind !== 'MEASURE' || titledBy === null) return title
  return titleOf({ title, titledByCritique: true, critiqueId: titledBy }, {}, context)
}

function pathOfLink({ kind, id, ideaId, workshop, briefId, projectId }: ProvenanceLinkView): string {
  const slug = workshop?.slug ?? ''
  if (kind === 'CRITIQUE') return pathOf({ kind, id, slug, ideaId: ideaId ?? '' })
  if (isWord(kind)) return pathOf({ kind, id, slug })
  if (kind === 'BRIEF') return pathOf({ kind, id })
  // A measure that no brief joins is for staff alone, who have a page for it.
  if (briefId === null) return `/dashboard/projects/${projectId}/measures/${id}`
  return pathOf({ kind, id, briefId })
}

export const provenanceResolvers = {
  Query: { provenance },
  Issue: { provenance: provenanceAs('ISSUE') },
  Option: { provenance: provenanceAs('OPTION') },
  Statement: { provenance: provenanceAs('STATEMENT') },
  Idea: { provenance: provenanceAs('IDEA') },
  Critique: { provenance: provenanceAs('CRITIQUE') },
  Brief: { provenance: provenanceOf('BRIEF') },
  TestCycle: { provenance: provenanceOf('CYCLE') },
  Measure: { provenance: provenanceOf('MEASURE') },
} satisfies Resolvers
