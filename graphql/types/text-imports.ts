import type { Transaction } from '#db/client.ts'
import { listAreasOf } from '#db/queries/areas.ts'
import { holdStatementsOf } from '#db/queries/statements.ts'
import { listTablesOf } from '#db/queries/tables.ts'
import { findDigestOfTexts, holdIdeasByWords, insertTexts } from '#db/queries/text-imports.ts'
import type { WorkshopRow } from '#db/schema/workshops.ts'
import { plural } from '#domain/numbers.ts'
import { type Refusal, refusal } from '#domain/refusal.ts'
import { MOST_TEXTS, planTexts, type TextStanding } from '#domain/text-imports.ts'
import { authorizeIn } from '#graphql/authorize.ts'
import type { ImportTextsInput, MutationResolvers } from '#graphql/generated/resolvers.ts'
import { lockWorkshopOrThrow } from '#graphql/lock-workshop.ts'
import { digestOf, idsFrom, readNewId, refuseOtherRequest } from '#graphql/retries.ts'
import { refused } from './base.ts'

const LISTED = 100
const ACTIONS = { ISSUES: 'curateIssues', IDEAS: 'curateIdeas', COMMENTS: 'moderate' } as const

const importTexts: MutationResolvers['importTexts'] = async (_root, { input }, context) => {
  const { viewer } = authorizeIn(context.viewer, ACTIONS[input.kind], input.workshopId)
  const id = readNewId(input.id)
  if (!id.ok) return refused(id.refusal)
  const { dryRun, ...content } = input
  const digest = digestOf(viewer, 'importTexts', content)
  const done = await context.db.transaction(async (tx) => {
    const workshop = await lockWorkshopOrThrow(tx, input.workshopId)
    const plan = planTexts(input.text, input.kind, await standingOf(tx, workshop, input))
    if ('code' in plan) return plan
    if (dryRun) return plan
    const ids = idsFrom(id.value, MOST_TEXTS)
    // A retry of what was added is answered before the lines are judged: what they name may have gone in between.
    const earlier = await findDigestOfTexts(tx, ids)
    if (earlier !== null) return refuseOtherRequest(earlier, digest) ?? plan
    if (plan.refused.length > 0) return refuseLines(plan.refused.length)
    const row = { workshopId: workshop.id, requestDigest: digest }
    await insertTexts(
      tx,
      plan.texts.map((text, at) => ({ ...text, ...row, id: ids[at] ?? '' })),
    )
    return plan
  })
  if ('code' in done) return refused(done)
  return {
    __typename: 'ImportTextsSuccess',
    reading: done.reading,
    added: done.texts.length,
    refusedCount: done.refused.length,
    refused: done.refused.slice(0, LISTED),
  }
}

export const textImportMutations = { importTexts } satisfies MutationResolvers

async function standingOf(
  tx: Transaction,
  workshop: WorkshopRow,
  input: ImportTextsInput,
): Promise<TextStanding> {
  const [areas, tables] = [await listAreasOf(tx, [workshop.projectId]), await listTablesOf(tx, [workshop.id])]
  const statements = input.kind === 'IDEAS' ? await holdStatementsOf(tx, workshop.id) : []
  return {
    areas: areas.map(({ id, name }) => ({ id, title: name })),
    tables: tables.map(({ id, code, name, areaId }) => ({ id, code, name: name ?? code, areaId })),
    statements: statements.map(({ id, title }) => ({ id, title })),
    ideas: input.kind === 'COMMENTS' ? await holdIdeasByWords(tx, workshop.id) : [],
    otherwise: {
      areaId: input.areaId ?? null,
      statementId: input.statementId ?? null,
      horizon: input.horizon ?? null,
      kind: input.critiqueKind ?? null,
    },
  }
}

function refuseLines(count: number): Refusal {
  const message = `${plural(count, 'line')} cannot be read. Correct them and try again; nothing was added.`
  return refusal('BAD_USER_INPUT', message, 'text')
}
