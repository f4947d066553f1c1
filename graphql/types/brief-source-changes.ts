import {
  deleteBriefIdea,
  deleteBriefStatement,
  insertBriefIdea,
  insertBriefStatement,
  listWorkshopsInProject,
} from '#db/queries/brief-sources.ts'
import { insertBriefUpdate } from '#db/queries/brief-updates.ts'
import { updateBrief } from '#db/queries/briefs.ts'
import { findIdea } from '#db/queries/ideas.ts'
import { findStatement } from '#db/queries/statements.ts'
import { type BriefUpdateKind, refuseJoining } from '#domain/briefs.ts'
import { stands } from '#domain/removals.ts'
import { type BriefChange, changeBrief } from '#graphql/change-brief.ts'
import { isId } from '#graphql/connections.ts'
import { denied } from '#graphql/errors.ts'
import type { MutationResolvers } from '#graphql/generated/resolvers.ts'
import { readsIdea, readsStatement } from '#graphql/visible-briefs.ts'

const joinStatement: MutationResolvers['joinStatement'] = (_root, { briefId, statementId }, context) =>
  changeBrief(briefId, context, async (tx, brief, viewer) => {
    const statement = isId(statementId) ? await findStatement(tx, statementId) : null
    if (statement === null || !readsStatement(statement, viewer)) throw denied('NOT_FOUND')
    await requireInProject(tx, brief.projectId, statement.workshopId)
    const unfit = refuseJoining({ stands: stands(statement) })
    if (unfit) return unfit
    if (await insertBriefStatement(tx, brief.id, statementId))
      await tell('STATEMENT_JOINED', tx, brief, viewer)
    return null
  })

const joinIdea: MutationResolvers['joinIdea'] = (_root, { briefId, ideaId }, context) =>
  changeBrief(briefId, context, async (tx, brief, viewer) => {
    const idea = isId(ideaId) ? await findIdea(tx, ideaId) : null
    if (idea === null || !readsIdea(idea, viewer)) throw denied('NOT_FOUND')
    await requireInProject(tx, brief.projectId, idea.workshopId)
    const unfit = refuseJoining({ stands: stands(idea) })
    if (unfit) return unfit
    if (await insertBriefIdea(tx, brief.id, ideaId)) await tell('IDEA_JOINED', tx, brief, viewer)
    return null
  })

// What is not joined is left out already: pressing twice changes nothing and is no error.
const leaveStatement: MutationResolvers['leaveStatement'] = (_root, { briefId, statementId }, context) =>
  changeBrief(briefId, context, async (tx, brief, viewer) => {
    const left = isId(statementId) && (await deleteBriefStatement(tx, brief.id, statementId))
    if (left) await tell('STATEMENT_LEFT', tx, brief, viewer)
    return null
  })

const leaveIdea: MutationResolvers['leaveIdea'] = (_root, { briefId, ideaId }, context) =>
  changeBrief(briefId, context, async (tx, brief, viewer) => {
    const left = isId(ideaId) && (await deleteBriefIdea(tx, brief.id, ideaId))
    if (left) await tell('IDEA_LEFT', tx, brief, viewer)
    return null
  })

export const briefSourceMutations = {
  joinStatement,
  leaveStatement,
  joinIdea,
  leaveIdea,
} satisfies MutationResolvers

type Beats = Parameters<BriefChange>

async function requireInProject(tx: Beats[0], projectId: string, workshopId: string): Promise<void> {
  const inside = await listWorkshopsInProject(tx, [workshopId], projectId)
  if (inside.length === 0) throw denied('NOT_FOUND')
}

// The entry names no words: they may be hidden or taken back later.
async function tell(kind: BriefUpdateKind, ...[tx, brief, { personId }]: Beats): Promise<void> {
  await insertBriefUpdate(tx, { briefId: brief.id, kind, personId })
  await updateBrief(tx, brief.id, {})
}
