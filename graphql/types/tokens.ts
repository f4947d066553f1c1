import { randomInt } from 'node:crypto'
import type { Executor } from '#db/client.ts'
import { listTopOperations, listUsage } from '#db/queries/partner-usage.ts'
import { listProjectsById } from '#db/queries/projects.ts'
import { hashToken, makeToken } from '#db/queries/sessions.ts'
import {
  countPartnerTokens,
  endPartnerTokenSoon,
  findPartnerToken,
  insertPartnerToken,
  listPartnerTokens,
  lockLivePartnerToken,
  type NewTokenRow,
  revokePartnerToken,
} from '#db/queries/tokens.ts'
import { moveWebhooks } from '#db/queries/webhooks.ts'
import { listWorkshopsById } from '#db/queries/workshops.ts'
import { type Refusal, refusal } from '#domain/refusal.ts'
import { LIMITS, readText } from '#domain/text.ts'
import {
  LONGEST_TOKEN_DAYS,
  type NewToken,
  PARTNER_SCOPES,
  refuseOverlap,
  refuseToken,
  USAGE_DAYS,
  USUAL_BUDGET,
  writeToken,
} from '#domain/tokens.ts'
import { authorize, authorizePerson } from '#graphql/authorize.ts'
import { connection, connectionFields, isId, readPage } from '#graphql/connections.ts'
import { badInput, denied } from '#graphql/errors.ts'
import type {
  MutationResolvers,
  PartnerTokenResolvers,
  QueryResolvers,
  Resolvers,
} from '#graphql/generated/resolvers.ts'
import { refused } from './base.ts'

const partnerTokens: QueryResolvers['partnerTokens'] = async (_root, args, { db, viewer }) => {
  authorize(viewer, 'manageTokens')
  const page = readPage(args)
  return connection(
    await listPartnerTokens(db, page),
    page,
    ({ id }) => ({ id }),
    () => countPartnerTokens(db),
  )
}

const partnerToken: QueryResolvers['partnerToken'] = async (_root, { id }, { db, viewer }) => {
  authorize(viewer, 'manageTokens')
  const found = isId(id) ? await findPartnerToken(db, id) : null
  if (found === null) throw denied('NOT_FOUND')
  return found
}

/** What a token is unless the administrator says otherwise: it opens nothing. */
const USUAL = {
  allPublished: false,
  projectIds: [],
  workshopIds: [],
  expiresInDays: LONGEST_TOKEN_DAYS,
  ...USUAL_BUDGET,
  origins: [],
}

const createToken: MutationResolvers['createToken'] = async (_root, { input: given }, context) => {
  const input = { ...USUAL, ...given }
  const { viewer } = authorizePerson(context.viewer, 'manageTokens')
  const organisation = readText(input.organisation, { field: 'organisation', max: LIMITS.organisation })
  if (!organisation.ok) return refused(organisation.refusal)
  const no = refuseToken(input) ?? (await refuseUnknownGrants(context.db, input))
  if (no) return refused(no)
  const { expiresInDays, ...rights } = input
  const made = makeSecret()
  const partnerToken = await insertPartnerToken(
    context.db,
    {
      ...rights,
      ...made.kept,
      organisation: organisation.value,
      scopes: PARTNER_SCOPES.filter((scope) => input.scopes.includes(scope)),
      projectIds: [...new Set(input.projectIds)],
      workshopIds: [...new Set(input.workshopIds)],
      origins: [...new Set(input.origins)],
      createdById: viewer.personId,
    },
    { inDays: expiresInDays },
  )
  return { __typename: 'PartnerTokenSuccess', partnerToken, token: made.token }
}

const rotateToken: MutationResolvers['rotateToken'] = async (_root, { input }, context) => {
  const { viewer } = authorizePerson(context.viewer, 'manageTokens')
  const { id, overlapHours = 24 } = input
  const no = refuseOverlap(overlapHours)
  if (no) return refused(no)
  const made = makeSecret()
  const partnerToken = await context.db.transaction(async (tx) => {
    const old = isId(id) ? await lockLivePartnerToken(tx, id) : null
    if (old === null) return null
    const { organisation, scopes, allPublished, projectIds, workshopIds, origins, expiresAt } = old
    const { requestsPerMinute, costPerMinute } = old
    const rights = { organisation, scopes, allPublished, projectIds, workshopIds, origins }
    const budget = { requestsPerMinute, costPerMinute }
    const of = { rotatedFromId: old.id, createdById: viewer.personId }
    const next = await insertPartnerToken(
      tx,
      { ...rights, ...budget, ...of, ...made.kept },
      { at: expiresAt },
    )
    await endPartnerTokenSoon(tx, old.id, overlapHours)
    await moveWebhooks(tx, old.id, next.id)
    return next
  })
  if (partnerToken !== null) return { __typename: 'PartnerTokenSuccess', partnerToken, token: made.token }
  if (!isId(id) || (await findPartnerToken(context.db, id)) === null) throw denied('NOT_FOUND')
  const message = 'This token does not work any more. Make a new one.'
  return refused(refusal('NOT_ALLOWED_NOW', message))
}

const revokeToken: MutationResolvers['revokeToken'] = async (_root, { id }, { db, viewer }) => {
  authorizePerson(viewer, 'manageTokens')
  const partnerToken = isId(id) ? await revokePartnerToken(db, id) : null
  if (partnerToken === null) throw denied('NOT_FOUND')
  return { __typename: 'RevokeTokenSuccess', partnerToken }
}

async function refuseUnknownGrants(
  db: Executor,
  input: Pick<NewToken, 'projectIds' | 'workshopIds'>,
): Promise<Refusal | null> {
  const projectIds = [...new Set(input.projectIds)]
  const workshopIds = [...new Set(input.workshopIds)]
  const areIds = [...projectIds, ...workshopIds].every(isId)
  const projects = areIds && projectIds.length > 0 ? await listProjectsById(db, projectIds) : []
  const workshops = areIds && workshopIds.length > 0 ? await listWorkshopsById(db, workshopIds) : []
  if (projects.length !== projectIds.length) {
    return refusal('NOT_FOUND', 'A project was not found. Reload the page and choose again.', 'projectIds')
  }
  if (workshops.length === workshopIds.length) return null
  return refusal('NOT_FOUND', 'A workshop was not found. Reload the page and choose again.', 'workshopIds')
}

const PREFIX_LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A new token: what is kept of it, and the whole, which is kept nowhere. */
function makeSecret(): { kept: Pick<NewTokenRow, 'prefix' | 'secretHash'>; token: string } {
  const letter = () => PREFIX_LETTERS.charAt(randomInt(PREFIX_LETTERS.length))
  const prefix = Array.from({ length: 12 }, letter).join('')
  const secret = makeToken()
  return { kept: { prefix, secretHash: hashToken(secret) }, token: writeToken({ prefix, secret }) }
}

/** For how many days somebody asks what was asked with a token. */
export function readDays(days: number | null | undefined): number {
  if (days == null) return 30
  if (days < 1 || days > USAGE_DAYS) throw badInput(`Ask for 1 to ${USAGE_DAYS} days with \`days\`.`)
  return days
}

const fields: PartnerTokenResolvers = {
  prefix: ({ prefix }) => `qlab_${prefix}`,
  projects: ({ projectIds }, _args, { db }) =>
    projectIds.length === 0 ? [] : listProjectsById(db, projectIds),
  workshops: ({ workshopIds }, _args, { db }) =>
    workshopIds.length === 0 ? [] : listWorkshopsById(db, workshopIds),
  state: ({ revokedAt, expiresAt }) => {
    if (revokedAt !== null) return 'REVOKED'
    return expiresAt.getTime() > Date.now() ? 'ACTIVE' : 'EXPIRED'
  },
  rotatedFrom: ({ rotatedFromId }, _args, { db }) =>
    rotatedFromId === null ? null : findPartnerToken(db, rotatedFromId),
  usage: ({ id }, { days }, { db }) => listUsage(db, id, readDays(days)),
  topOperations: ({ id }, { days }, { db }) => listTopOperations(db, id, readDays(days)),
}

export const tokenResolvers = {
  Query: { partnerTokens, partnerToken },
  Mutation: { createToken, rotateToken, revokeToken },
  PartnerToken: fields,
  PartnerTokenConnection: connectionFields,
} satisfies Resolvers
