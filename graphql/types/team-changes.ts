import { insertBriefUpdate } from '#db/queries/brief-updates.ts'
import { findTestTeam, insertTestTeam, updateTestTeam as save } from '#db/queries/cycles.ts'
import type { TestTeamRow } from '#db/schema/cycles.ts'
import { refuseOverwrite } from '#domain/overwrites.ts'
import type { Reading } from '#domain/refusal.ts'
import { LIMITS, readText, type TextRule } from '#domain/text.ts'
import { authorizeBriefs, lockedChange } from '#graphql/change-brief.ts'
import { isId } from '#graphql/connections.ts'
import type { Context } from '#graphql/context.ts'
import { denied } from '#graphql/errors.ts'
import type { MutationResolvers } from '#graphql/generated/resolvers.ts'
import { forgetLoaded } from '#graphql/loaders.ts'
import { digestOf, readNewId, refuseOtherRequest } from '#graphql/retries.ts'
import { refused } from './base.ts'

const ORGANISATION: TextRule = { field: 'organisation', max: LIMITS.organisation }
const words = (field: string): TextRule => ({
  field,
  max: LIMITS.briefWords,
  required: false,
  multiline: true,
})

const addTestTeam: MutationResolvers['addTestTeam'] = async (_root, { input }, context) => {
  authorizeBriefs(context)
  const team = readTeam({ ...input, context: input.context ?? '', people: input.people ?? '' })
  if (!team.ok) return refused(team.refusal)
  const id = readNewId(input.id)
  if (!id.ok) return refused(id.refusal)
  const no = await lockedChange(input.briefId, context, async (tx, brief, viewer) => {
    const requestDigest = digestOf(viewer, 'addTestTeam', [brief.id, team.value])
    const { organisation = '', ...rest } = team.value
    const row = { id: id.value, briefId: brief.id, organisation, ...rest, requestDigest }
    if (await insertTestTeam(tx, row)) {
      await insertBriefUpdate(tx, { briefId: brief.id, kind: 'TEAM_ADDED', personId: viewer.personId })
      return null
    }
    const earlier = await findTestTeam(tx, id.value)
    return refuseOtherRequest(earlier?.requestDigest ?? null, requestDigest)
  })
  return no ? refused(no) : success(context, id.value)
}

const updateTestTeam: MutationResolvers['updateTestTeam'] = async (_root, { input }, context) => {
  authorizeBriefs(context)
  const found = isId(input.id) ? await findTestTeam(context.db, input.id) : null
  const no = await lockedChange(found?.briefId ?? null, context, async (tx) => {
    const team = readTeam(input)
    if (!team.ok) return team.refusal
    const now = await findTestTeam(tx, input.id)
    const no =
      now &&
      refuseOverwrite(input, { organisation: now.organisation, context: now.context, people: now.people })
    if (no) return no
    await save(tx, input.id, team.value)
    return null
  })
  return no ? refused(no) : success(context, input.id)
}

export const teamMutations = { addTestTeam, updateTestTeam } satisfies MutationResolvers

type TeamWords = Partial<Pick<TestTeamRow, 'organisation' | 'context' | 'people'>>

/** What is left out is left alone; an organisation has a name. */
function readTeam(input: {
  organisation?: string | null
  context?: string | null
  people?: string | null
}): Reading<TeamWords> {
  const team: TeamWords = {}
  if (input.organisation != null) {
    const organisation = readText(input.organisation, ORGANISATION)
    if (!organisation.ok) return organisation
    team.organisation = organisation.value
  }
  for (const field of ['context', 'people'] as const) {
    if (input[field] === undefined) continue
    const text = readText(input[field], words(field))
    if (!text.ok) return text
    team[field] = text.value || null
  }
  return { ok: true, value: team }
}

async function success({ db, loaders }: Context, id: string) {
  forgetLoaded(loaders)
  const testTeam = await findTestTeam(db, id)
  if (testTeam === null) throw denied('NOT_FOUND')
  return { __typename: 'TestTeamSuccess' as const, testTeam }
}
