import type { ProvenanceLinkView, ProvenanceSubject } from '#db/queries/provenance.ts'
import type { ViewerRow } from '#db/queries/sessions.ts'
import { excerpt, pathOf } from '#domain/paths.ts'
import { can } from '#domain/permissions.ts'
import { describeLink, type ProvenanceKind, withinReach } from '#domain/provenance.ts'
import { authorize } from '#graphql/authorize.ts'
import { isId } from '#graphql/connections.ts'
import type { Context } from '#graphql/context.ts'
import { denied } from '#graphql/errors.ts'
import type { QueryResolvers, Resolvers } from '#graphql/generated/resolvers.ts'
import { isIdeaVisible, wrote } from '#graphql/visible-ideas.ts'

const provenance: QueryResolvers['provenance'] = async (_root, { kind, id }, { loaders, viewer }) => {
  const subject = isId(id) ? await loaders.provenanceSubject.load({ kind, id }) : null
  if (subject === null) throw denied('NOT_FOUND')
  authorize(viewer, 'readWorkshop', subject)
  if (!isReadable(subject, viewer)) throw denied('NOT_FOUND')
  return chainOf(loaders, subject, true)
}

/** The same for something that the viewer has come to already. */
function provenanceAs(kind: ProvenanceKind) {
  return async ({ id }: { id: string }, _args: unknown, { loaders, viewer }: Context) => {
    const subject = await loaders.provenanceSubject.load({ kind, id })
    if (subject === null) throw denied('NOT_FOUND')
    authorize(viewer, 'readWorkshop', subject)
    return chainOf(loaders, subject, isReadable(subject, viewer))
  }
}

/** Whether the viewer may read the words that a chain is asked about. */
function isReadable(subject: ProvenanceSubject, viewer: ViewerRow | null): boolean {
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

async function chainOf(
  loaders: Context['loaders'],
  { kind, id, slug }: ProvenanceSubject,
  readable: boolean,
) {
  const links = await loaders.provenanceLinks.load({ kind, id })
  const of = links.find((link) => link.direction === null)
  if (of === undefined) throw denied('NOT_FOUND')
  const chain = (direction: ProvenanceLinkView['direction']) =>
    withinReach(
      id,
      links.filter((link) => link.direction === direction),
    ).map((link) => shown(link, slug))
  const own = shown(of, slug)
  return {
    of: readable ? own : { ...own, title: STUB, detail: null },
    origins: chain('UP'),
    outcomes: chain('DOWN'),
  }
}

function shown(link: ProvenanceLinkView, slug: string) {
  const { kind, id, distance, via, ideaId } = link
  return {
    kind,
    id,
    title: excerpt(link.title, TITLE),
    detail: describeLink(link),
    distance,
    via: [...via],
    path: kind === 'CRITIQUE' ? pathOf({ kind, id, slug, ideaId: ideaId ?? '' }) : pathOf({ kind, id, slug }),
  }
}

export const provenanceResolvers = {
  Query: { provenance },
  Issue: { provenance: provenanceAs('ISSUE') },
  Option: { provenance: provenanceAs('OPTION') },
  Statement: { provenance: provenanceAs('STATEMENT') },
  Idea: { provenance: provenanceAs('IDEA') },
  Critique: { provenance: provenanceAs('CRITIQUE') },
} satisfies Resolvers
