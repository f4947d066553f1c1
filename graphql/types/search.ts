import { findIdea } from '#db/queries/ideas.ts'
import { findIssue } from '#db/queries/issues.ts'
import { listReadableWorkshops, type SearchHitView, type SearchIn } from '#db/queries/search.ts'
import { readWords } from '#db/queries/search-words.ts'
import { excerpt, pathOf } from '#domain/paths.ts'
import { can, grantedTo, type Viewer } from '#domain/permissions.ts'
import { fittingKinds } from '#domain/search.ts'
import { LIMITS, readText } from '#domain/text.ts'
import { authorize } from '#graphql/authorize.ts'
import { isId } from '#graphql/connections.ts'
import type { Context } from '#graphql/context.ts'
import { badInput, denied } from '#graphql/errors.ts'
import { findSimilar, findStepwise, NOTHING_FOUND } from '#graphql/find-texts.ts'
import type {
  QueryResolvers,
  Resolvers,
  SearchFilter,
  SearchHitResolvers,
} from '#graphql/generated/resolvers.ts'
import { isIdeaVisible } from '#graphql/visible-ideas.ts'
import { isVisible } from '#graphql/visible-issues.ts'

const search: QueryResolvers['search'] = async (_root, args, { db, viewer }) => {
  const query = readText(args.query, { field: 'query', max: LIMITS.search, label: 'what you look for' })
  if (!query.ok) throw badInput(query.refusal.message)
  const first = readFirst(args.first ?? 20, 50)
  const filter = args.filter ?? {}
  const ids = [filter.workshopId, filter.projectId, filter.areaId]
  if (ids.some((id) => id != null && !isId(id))) return NOTHING_FOUND
  const [words, workshopIds] = await Promise.all([
    readWords(db, query.value),
    listReadableWorkshops(db, readerOf(viewer), filter),
  ])
  const found = await findStepwise(db, words, { ...narrow(filter), workshopIds }, first + 1)
  return {
    hits: found.hits.slice(0, first),
    hasMore: found.hits.length > first,
    corrections: found.corrections,
  }
}

const similarTo: QueryResolvers['similarTo'] = async (_root, args, { db, viewer }) => {
  const first = readFirst(args.first ?? 8, 20)
  const kind = isId(args.id) ? await findKind(db, args.id, viewer) : null
  if (kind === null) throw denied('NOT_FOUND')
  return findSimilar(db, kind, args.id, await listReadableWorkshops(db, readerOf(viewer), {}), first)
}

/** Whether an id is that of an issue or of an idea that the viewer may see. */
async function findKind(db: Context['db'], id: string, viewer: Viewer) {
  const [issue, idea] = await Promise.all([findIssue(db, id), findIdea(db, id)])
  const found = issue ?? idea
  if (found === null) return null
  authorize(viewer, 'readWorkshop', { workshopId: found.workshopId, published: found.published })
  if (issue !== null) return isVisible(issue, viewer) ? ('ISSUE' as const) : null
  return idea !== null && isIdeaVisible(idea, viewer) ? ('IDEA' as const) : null
}

function readFirst(first: number, most: number): number {
  if (first < 1 || first > most) throw badInput(`Ask for 1 to ${most} hits with \`first\`.`)
  return first
}

/** Whose right to read workshops a list goes by. */
export function readerOf(viewer: Viewer) {
  // A right in a workshop that does not exist is one in all of them.
  const everything = can(viewer, 'readWorkshop', { workshopId: '', published: false })
  return { personId: viewer?.personId ?? null, everything, granted: grantedTo(viewer) }
}

function narrow(filter: SearchFilter): Omit<SearchIn, 'workshopIds'> {
  const { areaId, horizon, critiqueKind, issueState, ideaStatus } = filter
  return { areaId, horizon, critiqueKind, issueState, ideaStatus, kinds: fittingKinds(filter) }
}

const hitFields: SearchHitResolvers = {
  text: ({ text }) => excerpt(text, HIT),
  path: ({ kind, id, workshopSlug: slug, ideaId }: SearchHitView) =>
    kind === 'CRITIQUE' ? pathOf({ kind, id, slug, ideaId: ideaId ?? '' }) : pathOf({ kind, id, slug }),
}

const HIT = 300

export const searchResolvers = { Query: { search, similarTo }, SearchHit: hitFields } satisfies Resolvers
