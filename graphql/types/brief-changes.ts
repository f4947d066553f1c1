import type { Transaction } from '#db/client.ts'
import { insertBriefIdea, insertBriefStatement, listWorkshopsInProject } from '#db/queries/brief-sources.ts'
import { insertBriefUpdate } from '#db/queries/brief-updates.ts'
import { type BriefView, findBrief, insertBrief, updateBrief as save } from '#db/queries/briefs.ts'
import { listIdeasById } from '#db/queries/ideas.ts'
import { findProject } from '#db/queries/projects.ts'
import type { ViewerRow } from '#db/queries/sessions.ts'
import { listStatements } from '#db/queries/statements.ts'
import type { BriefRow } from '#db/schema/briefs.ts'
import { refuseJoining, refuseStatusChange } from '#domain/briefs.ts'
import { readDay } from '#domain/dates.ts'
import { refuseOverwrite } from '#domain/overwrites.ts'
import { type Reading, type Refusal, refusal } from '#domain/refusal.ts'
import { stands } from '#domain/removals.ts'
import { LIMITS, readReason, readText, type TextRule } from '#domain/text.ts'
import { authorizePerson } from '#graphql/authorize.ts'
import { briefNow, changeBrief } from '#graphql/change-brief.ts'
import { isId } from '#graphql/connections.ts'
import { denied } from '#graphql/errors.ts'
import type { MutationResolvers, UpdateBriefInput } from '#graphql/generated/resolvers.ts'
import { digestOf, readNewId, refuseOtherRequest } from '#graphql/retries.ts'
import { readsIdea, readsStatement } from '#graphql/visible-briefs.ts'
import { refused } from './base.ts'

const TITLE: TextRule = { field: 'title', max: LIMITS.briefTitle }
const STATEMENTS_AT_ONCE = 20
const IDEAS_AT_ONCE = 50

const createBrief: MutationResolvers['createBrief'] = async (_root, { input }, context) => {
  const { viewer } = authorizePerson(context.viewer, 'editProjects')
  const { projectId } = input
  const title = readText(input.title, TITLE)
  if (!title.ok) return refused(title.refusal)
  const id = readNewId(input.id)
  if (!id.ok) return refused(id.refusal)
  const sources = { statementIds: [...new Set(input.statementIds)], ideaIds: [...new Set(input.ideaIds)] }
  const brief = {
    id: id.value,
    projectId,
    title: title.value,
    requestDigest: digestOf(viewer, 'createBrief', [projectId, title.value, sources]),
  }
  const no = await context.db.transaction(async (tx) => {
    const earlier = await findBrief(tx, brief.id)
    if (earlier) return refuseOtherRequest(earlier.requestDigest, brief.requestDigest)
    if (!isId(projectId) || (await findProject(tx, projectId)) === null) throw denied('NOT_FOUND')
    const unfit = await refuseSources(tx, sources, projectId, viewer)
    if (unfit) return unfit
    if (!(await insertBrief(tx, brief))) {
      const winner = await findBrief(tx, brief.id)
      return refuseOtherRequest(winner?.requestDigest ?? null, brief.requestDigest)
    }
    for (const statementId of sources.statementIds) await insertBriefStatement(tx, brief.id, statementId)
    for (const ideaId of sources.ideaIds) await insertBriefIdea(tx, brief.id, ideaId)
    return null
  })
  if (no) return refused(no)
  return { __typename: 'BriefSuccess', brief: await briefNow(context, brief.id) }
}

type Sources = { statementIds: string[]; ideaIds: string[] }

/** A brief is made from words of its own project's workshops, and of those only from what the viewer may read. */
async function refuseSources(
  tx: Transaction,
  { statementIds, ideaIds }: Sources,
  projectId: string,
  viewer: ViewerRow,
): Promise<Refusal | null> {
  if (statementIds.length > STATEMENTS_AT_ONCE || ideaIds.length > IDEAS_AT_ONCE) {
    return refusal(
      'BAD_USER_INPUT',
      `Join at most ${STATEMENTS_AT_ONCE} statements and ${IDEAS_AT_ONCE} ideas at once. Add the others later.`,
    )
  }
  const statements = await listStatements(tx, 'id', statementIds.filter(isId))
  const ideas = await listIdeasById(tx, ideaIds.filter(isId))
  const read = [
    ...statements.filter((statement) => readsStatement(statement, viewer)),
    ...ideas.filter((idea) => readsIdea(idea, viewer)),
  ]
  const workshopIds = new Set(read.map(({ workshopId }) => workshopId))
  const inside = await listWorkshopsInProject(tx, [...workshopIds], projectId)
  if (read.length === statementIds.length + ideaIds.length && inside.length === workshopIds.size)
    return refuseJoining({ stands: read.every(stands) })
  return refusal(
    'NOT_FOUND',
    'One of these statements or ideas is not in the project’s workshops. Reload the page and choose again.',
  )
}

const updateBrief: MutationResolvers['updateBrief'] = (_root, { input }, context) =>
  changeBrief(input.id, context, async (tx, brief, viewer) => {
    const change = readChange(input, brief, viewer)
    if (!change.ok) return change.refusal
    const no = refuseOverwrite(input, formOf(brief), { ...input, ...input.aim })
    if (no) return no
    await save(tx, brief.id, change.value)
    return null
  })

/** What stands in the form of a brief, by the names of its fields. */
function formOf({ title, why, aimHowMuch, aimByWhen, aimForWhom, targetDate, ...brief }: BriefView) {
  const ownerName = brief.ownerPersonName ?? brief.ownerName
  return { title, why, howMuch: aimHowMuch, byWhen: aimByWhen, forWhom: aimForWhom, targetDate, ownerName }
}

/** What an input changes: what was left out is left alone, what was emptied is emptied. */
function readChange(
  input: UpdateBriefInput,
  brief: BriefView,
  viewer: ViewerRow,
): Reading<Partial<BriefRow>> {
  const change: Partial<BriefRow> = {}
  const optional = { required: false, multiline: true }
  const aim = (field: string): TextRule => ({ field, max: LIMITS.aim, ...optional })
  const texts: [keyof TextChange, string | null | undefined, TextRule][] = []
  if (input.title != null) texts.push(['title', input.title, TITLE])
  if (input.why !== undefined)
    texts.push(['why', input.why, { field: 'why', max: LIMITS.briefWords, ...optional }])
  const { howMuch, byWhen, forWhom } = input.aim ?? {}
  if (howMuch !== undefined) texts.push(['aimHowMuch', howMuch, aim('howMuch')])
  if (byWhen !== undefined) texts.push(['aimByWhen', byWhen, aim('byWhen')])
  if (forWhom !== undefined) texts.push(['aimForWhom', forWhom, aim('forWhom')])
  for (const [column, value, rule] of texts) {
    const read = readText(value, rule)
    if (!read.ok) return read
    Object.assign(change, { [column]: read.value || null })
  }
  if (input.targetDate != null) {
    const day = readDay(input.targetDate, 'targetDate')
    if (!day.ok) return day
  }
  if (input.targetDate !== undefined) change.targetDate = input.targetDate
  const owner = readOwner(input, brief, viewer)
  return owner.ok ? { ok: true, value: { ...change, ...owner.value } } : owner
}
type TextChange = Pick<BriefRow, 'title' | 'why' | 'aimHowMuch' | 'aimByWhen' | 'aimForWhom'>

const OWNER_NAME: TextRule = {
  field: 'ownerName',
  max: LIMITS.displayName,
  required: false,
  label: 'the owner’s name',
}

function readOwner(
  { ownedByViewer, ownerName }: UpdateBriefInput,
  { ownerPersonName }: BriefView,
  { personId }: ViewerRow,
): Reading<Partial<BriefRow>> {
  if (ownedByViewer) return { ok: true, value: { ownerId: personId, ownerName: null } }
  if (ownerName == null) return { ok: true, value: {} }
  const name = readText(ownerName, OWNER_NAME)
  if (!name.ok) return name
  // The name of an account reads like any other: whoever sends it back means the same owner, not a namesake in writing.
  if (name.value !== '' && name.value === ownerPersonName) return { ok: true, value: {} }
  return { ok: true, value: { ownerId: null, ownerName: name.value || null } }
}

const changeBriefStatus: MutationResolvers['changeBriefStatus'] = (_root, { input }, context) =>
  changeBrief(input.briefId, context, async (tx, brief, viewer) => {
    const reason = readReason(input.reason, { required: false })
    if (!reason.ok) return reason.refusal
    const { from, to } = input
    const no = refuseStatusChange(brief.status, { from, to, reason: reason.value })
    if (no) return no
    await save(tx, brief.id, { status: to })
    await insertBriefUpdate(tx, {
      briefId: brief.id,
      kind: 'STATUS_CHANGED',
      statusFrom: from,
      statusTo: to,
      text: reason.value || null,
      personId: viewer.personId,
    })
    return null
  })

const publishBrief: MutationResolvers['publishBrief'] = (_root, { briefId, published }, context) =>
  changeBrief(briefId, context, async (tx, brief, { personId }) => {
    // Pressing twice changes nothing and is no second entry.
    if ((brief.publishedAt !== null) === published) return null
    await save(tx, brief.id, { publishedAt: published ? new Date() : null })
    await insertBriefUpdate(tx, {
      briefId: brief.id,
      kind: published ? 'PUBLISHED' : 'UNPUBLISHED',
      personId,
    })
    return null
  })

export const briefMutations = {
  createBrief,
  updateBrief,
  changeBriefStatus,
  publishBrief,
} satisfies MutationResolvers
