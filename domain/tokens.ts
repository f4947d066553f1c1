import { type Refusal, refusal } from './refusal.ts'

/** What a partner's token lets its holder read, each including the one before it. */
export const PARTNER_SCOPES = ['RESULTS', 'CONTENT'] as const
export type PartnerScope = (typeof PARTNER_SCOPES)[number]

/** Scopes as refusals and the documentation name them. */
export const SCOPE_NAMES: Record<PartnerScope, string> = {
  RESULTS: 'results:read',
  CONTENT: 'content:read',
}

/** Whether a token with these scopes reads what asks for one. Whoever may read the words may read what was voted on them. */
export function reaches(scopes: readonly PartnerScope[], needed: PartnerScope | null): boolean {
  if (needed === null) return true
  return scopes.some((scope) => PARTNER_SCOPES.indexOf(scope) >= PARTNER_SCOPES.indexOf(needed))
}

/** Whether nothing in the contract asks for more than these scopes. */
export function reachesAll(scopes: readonly PartnerScope[]): boolean {
  return PARTNER_SCOPES.every((scope) => reaches(scopes, scope))
}

/** What a token is good for, as far as rights need it. */
export type PartnerGrant = {
  /** Which token it is, so that its holder reads what is the token's own. It is never compared with an author's. */
  tokenId: string
  scopes: readonly PartnerScope[]
  workshopIds: Granted
}

/** Workshops granted by themselves or with their project, or all. A workshop is read only while it is published. */
export type Granted = readonly string[] | 'ALL'

/** For so many days it is kept what was asked with a token. */
export const USAGE_DAYS = 90

/** A token lives a year at most. */
export const LONGEST_TOKEN_DAYS = 365
/** After a rotation the old token works for so many hours at most: long enough for everybody who has it to change. */
export const LONGEST_OVERLAP_HOURS = 24 * 14

/** What a token may ask in a minute, unless the administrator says otherwise. */
export const USUAL_BUDGET = { requestsPerMinute: 600, costPerMinute: 60_000 } as const
const LARGEST_BUDGET = { requestsPerMinute: 6_000, costPerMinute: 1_000_000 } as const
const GRANTS_AT_MOST = 200
const ORIGINS_AT_MOST = 20

/** What an administrator says about a new token. */
export type NewToken = {
  scopes: readonly PartnerScope[]
  allPublished: boolean
  projectIds: readonly string[]
  workshopIds: readonly string[]
  expiresInDays: number
  requestsPerMinute: number
  costPerMinute: number
  origins: readonly string[]
}

/**
 * A token says what it lets somebody read: at least one scope, and either all that is published or some projects and
 * workshops. It ends within a year.
 */
export function refuseToken(token: NewToken): Refusal | null {
  const { scopes, allPublished, projectIds, workshopIds, expiresInDays, origins } = token
  const granted = projectIds.length + workshopIds.length
  if (scopes.length === 0) return bad('Choose at least one scope.', 'scopes')
  if (allPublished !== (granted === 0)) {
    return bad('Grant all that is published, or name projects and workshops: one of the two.', 'allPublished')
  }
  if (granted > GRANTS_AT_MOST) {
    return bad(`Name ${GRANTS_AT_MOST} projects and workshops at most.`, 'workshopIds')
  }
  if (!isBetween(expiresInDays, 1, LONGEST_TOKEN_DAYS)) {
    return bad(`A token lives for 1 to ${LONGEST_TOKEN_DAYS} days.`, 'expiresInDays')
  }
  for (const field of ['requestsPerMinute', 'costPerMinute'] as const) {
    const most = LARGEST_BUDGET[field]
    if (!isBetween(token[field], 1, most)) {
      return bad(`Give a number from 1 to ${most.toLocaleString('en-GB')}.`, field)
    }
  }
  if (origins.length > ORIGINS_AT_MOST) return bad(`List ${ORIGINS_AT_MOST} origins at most.`, 'origins')
  const odd = origins.find((origin) => !isOrigin(origin))
  return odd === undefined
    ? null
    : bad(`Write an origin like https://data.example.org, without a path.`, 'origins')
}

/** The old token works on for a while, and no longer than it would have. */
export function refuseOverlap(hours: number): Refusal | null {
  if (isBetween(hours, 0, LONGEST_OVERLAP_HOURS)) return null
  return bad(`Let both tokens work for 0 to ${LONGEST_OVERLAP_HOURS} hours.`, 'overlapHours')
}

/** What was shown once and is sent with each request: a public part that finds the token, and the secret. */
export type ShownToken = { prefix: string; secret: string }

const SHOWN = /^Bearer +qlab_([a-z0-9]{12})_([A-Za-z0-9-_]{43})$/i

/** Reads an Authorization header; null for anything that cannot be a token of ours. */
export function readBearer(header: string): ShownToken | null {
  const [, prefix, secret] = SHOWN.exec(header) ?? []
  return prefix === undefined || secret === undefined ? null : { prefix: prefix.toLowerCase(), secret }
}

/** The token as its holder keeps it. */
export function writeToken({ prefix, secret }: ShownToken): string {
  return `qlab_${prefix}_${secret}`
}

/** How much of a minute's budget a token has used, this request included. */
export type TokenUse = { requests: number; cost: number }
export type TokenBudget = { requestsPerMinute: number; costPerMinute: number }

/** Whether a request is within the budget of its minute. The request that uses the last of it still is. */
export function isWithinBudget(use: TokenUse, budget: TokenBudget): boolean {
  return use.requests <= budget.requestsPerMinute && use.cost <= budget.costPerMinute
}

function isBetween(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most
}

function isOrigin(text: string): boolean {
  const secure = text.startsWith('https://') || /^http:\/\/localhost(:\d+)?$/.test(text)
  return secure && URL.canParse(text) && new URL(text).origin === text
}

function bad(message: string, field: string): Refusal {
  return refusal('BAD_USER_INPUT', message, field)
}
