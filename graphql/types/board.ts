import { type BoardWith, findBoard } from '#db/queries/boards.ts'
import { type CardKind, clearPlaces, findCard, lockCard, putCard } from '#db/queries/cards.ts'
import { findWallView, saveWallView } from '#db/queries/people.ts'
import { subjectOf } from '#db/queries/workshops.ts'
import { readPlace, refuseArranging } from '#domain/boards.ts'
import { can } from '#domain/permissions.ts'
import { refusal } from '#domain/refusal.ts'
import { authorize, authorizeIn, requirePerson } from '#graphql/authorize.ts'
import { isId } from '#graphql/connections.ts'
import { denied } from '#graphql/errors.ts'
import type {
  BoardResolvers,
  MutationResolvers,
  Resolvers,
  WorkshopResolvers,
} from '#graphql/generated/resolvers.ts'
import { lockWorkshopOrThrow } from '#graphql/lock-workshop.ts'
import { selection } from '#graphql/selection.ts'
import { isIdeaVisible } from '#graphql/visible-ideas.ts'
import { refused } from './base.ts'

const board: WorkshopResolvers['board'] = async (workshop, _args, { db, viewer }, info) => {
  authorize(viewer, 'readWorkshop', subjectOf(workshop))
  const asked = selection(info)
  return findBoard(db, workshop, boardWith(asked))
}

// What a card shows without asking when and by whom it was changed, and what a comment shows before it is opened.
const IDEA_CARD = new Set([
  ...['id', 'text', 'truncated', 'horizon', 'dueOn', 'status', 'statement', 'tableCodes', 'authorName'],
  ...['viewerIsAuthor', 'viewerSupports', 'viewerCanEdit', 'viewerCanSupport', 'viewerCanCritique', 'place'],
  ...['supportCount', 'critiqueCounts', 'critiqueCount', 'readByOthers', 'critiques', '__typename'],
])
const CRITIQUE_PIN = new Set([
  ...['id', 'parentId', 'kind', 'depth', 'tableCode', 'pin', 'withdrawnAt', 'hiddenAt', '__typename'],
])
const CRITIQUE_CARD = new Set([
  ...CRITIQUE_PIN,
  ...['text', 'authorName', 'viewerIsAuthor', 'nameHidden', 'idea'],
])
const COUNTS = ['supportCount', 'critiqueCounts', 'critiqueCount', 'readByOthers']

function boardWith(asked: ReadonlySet<string>): BoardWith {
  const within = (path: string, names: ReadonlySet<string>) =>
    [...asked].every((name) => {
      const below = name.startsWith(`${path}.`) ? name.slice(path.length + 1) : ''
      return below === '' || below.includes('.') || names.has(below)
    })
  const ideas = () => (within('ideas', IDEA_CARD) ? 'CARD' : 'FULL')
  const critiques = () => {
    if (within('ideas.critiques', CRITIQUE_PIN)) return 'PIN'
    return within('ideas.critiques', CRITIQUE_CARD) ? 'CARD' : 'FULL'
  }
  return {
    issues: asked.has('issues'),
    statements: asked.has('statements') || asked.has('ideas.statement'),
    ideas: asked.has('ideas') ? ideas() : null,
    counts: COUNTS.some((name) => asked.has(`ideas.${name}`)),
    critiques: asked.has('ideas.critiques') ? critiques() : null,
  }
}

const placeCard: MutationResolvers['placeCard'] = async (_root, { input }, { db, viewer }) => {
  const { issueId, ideaId } = input
  const id = issueId ?? ideaId
  if (id == null || (issueId != null && ideaId != null)) {
    return refused(refusal('BAD_USER_INPUT', 'Name one card: an issue or an idea.', 'issueId'))
  }
  const kind: CardKind = issueId == null ? 'idea' : 'issue'
  const found = isId(id) ? await findCard(db, kind, id) : null
  if (found === null) throw denied(viewer === null ? 'UNAUTHENTICATED' : 'NOT_FOUND')
  authorizeIn(viewer, 'arrangeBoard', found.workshopId)
  const place = readPlace(input)
  if (!place.ok) return refused(place.refusal)
  return db.transaction(async (tx) => {
    const card = await lockCard(tx, kind, id)
    if (card === null || !isIdeaVisible(card, viewer)) throw denied('NOT_FOUND')
    const no = refuseArranging({
      facilitator: can(viewer, 'curateIdeas', { workshopId: card.workshopId, published: false }),
      anyoneArranges: card.anyoneArranges,
      onTheWall: card.mergedIntoId === null && card.withdrawnAt === null && card.hiddenAt === null,
    })
    if (no) return refused(no)
    await putCard(tx, kind, card.id, place.value)
    return { __typename: 'PlaceCardSuccess', cardId: card.id, place: place.value }
  })
}

const tidyBoard: MutationResolvers['tidyBoard'] = async (_root, { workshopId, frames }, { db, viewer }) => {
  authorizeIn(viewer, frames === 'AREAS' ? 'curateIssues' : 'curateIdeas', workshopId)
  return db.transaction(async (tx) => {
    const workshop = await lockWorkshopOrThrow(tx, workshopId)
    return { __typename: 'TidyBoardSuccess', cards: await clearPlaces(tx, workshop.id, frames) }
  })
}

const setWallView: MutationResolvers['setWallView'] = async (_root, { view }, context) => {
  const { db } = context
  const viewer = requirePerson(context.viewer)
  await saveWallView(db, viewer.personId, view)
  return { __typename: 'SetWallViewSuccess', viewer }
}

const fields: BoardResolvers = {
  viewerCanArrange: ({ workshopId, anyoneArranges }, _args, { viewer }) => {
    const inside = { workshopId, published: false }
    return can(viewer, 'curateIdeas', inside) || (anyoneArranges && can(viewer, 'arrangeBoard', inside))
  },
}

const place = ({ placeX, placeY }: { placeX: number | null; placeY: number | null }) =>
  placeX === null || placeY === null ? null : { x: placeX, y: placeY }

export const boardResolvers = {
  Mutation: { placeCard, tidyBoard, setWallView },
  Workshop: { board },
  Viewer: { wallView: ({ personId }, _args, { db }) => findWallView(db, personId) },
  Board: fields,
  Issue: { place },
  Idea: { place },
} satisfies Resolvers
