import { type Reading, type Refusal, refusal } from './refusal.ts'

/** What a webhook is told of. */
export const WEBHOOK_EVENTS = [
  'CONTENT_CHANGED',
  'WORKSHOP_PUBLISHED',
  'WORKSHOP_UNPUBLISHED',
  'TEST',
] as const
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number]

/** The events as they are named in what is sent. */
export const EVENT_NAMES: Record<WebhookEvent, string> = {
  CONTENT_CHANGED: 'content.changed',
  WORKSHOP_PUBLISHED: 'workshop.published',
  WORKSHOP_UNPUBLISHED: 'workshop.unpublished',
  TEST: 'test',
}

/** Why a webhook is told nothing for now. */
export const PAUSE_REASONS = ['BY_ADMINISTRATOR', 'GONE', 'FAILING'] as const
export type PauseReason = (typeof PAUSE_REASONS)[number]

/** After so many days without one success a webhook is paused. */
export const FAILING_DAYS = 3

export const PAUSES_IN_WORDS: Record<PauseReason, string> = {
  BY_ADMINISTRATOR: 'An administrator of the Lab paused it.',
  GONE: 'The address answered 410: it wants no more of them.',
  FAILING: `Nothing has arrived there for ${FAILING_DAYS} days, however often it was tried.`,
}

/** Whether an event has arrived, is still being tried, or was given up. */
export const DELIVERY_STATES = ['WAITING', 'DELIVERED', 'GIVEN_UP'] as const
export type DeliveryState = (typeof DELIVERY_STATES)[number]

/** Why there was no answer to one try. */
export const WEBHOOK_FAILURES = [
  'NAME_NOT_FOUND',
  'ADDRESS_REFUSED',
  'TIMEOUT',
  'CERTIFICATE',
  'CONNECTION',
  'SECRET_LOST',
] as const
export type WebhookFailure = (typeof WEBHOOK_FAILURES)[number]

/** For so many seconds an answer is waited for. */
export const ANSWER_SECONDS = 10

const FAILURES_IN_WORDS: Record<WebhookFailure, string> = {
  NAME_NOT_FOUND: 'The name of the host could not be looked up.',
  ADDRESS_REFUSED: 'The name leads to an address that is not public, so nothing was sent there.',
  TIMEOUT: `There was no answer within ${ANSWER_SECONDS} seconds.`,
  CERTIFICATE: 'The certificate of the host was not accepted.',
  CONNECTION: 'The connection could not be made, or broke off.',
  SECRET_LOST: 'The signing secret cannot be read any more. Make a new one.',
}

/** What came of one try: the status of the answer, or why there was none. */
export type WebhookOutcome = { status: number | null; failure: WebhookFailure | null }

/** Any status from 200 to 299 says that it has arrived. */
export function hasArrived({ status }: WebhookOutcome): boolean {
  return status !== null && status >= 200 && status < 300
}

/** What came of a try, in a sentence. */
export function outcomeInWords(outcome: WebhookOutcome): string {
  const { status, failure } = outcome
  if (failure !== null) return FAILURES_IN_WORDS[failure]
  if (hasArrived(outcome)) return `It has arrived: the answer was ${status}.`
  if (status !== null && status >= 300 && status < 400) {
    return `The answer was ${status}: redirections are not followed. Register the address that it leads to.`
  }
  return `The answer was ${status}.`
}

/** How many seconds go by after each try that failed. The last try comes about a day after the first. */
const SECONDS_BETWEEN_TRIES = [5, 30, 120, 600, 1_800, 3_600, 7_200, 14_400, 21_600, 36_000] as const

/** The same in words, for the documentation. */
export const TRIES_IN_WORDS =
  '5 and 30 seconds, 2, 10 and 30 minutes, and 1, 2, 4, 6 and 10 hours, each counted from the try before'

/** So often an event is tried; a test once. */
export const WEBHOOK_TRIES = SECONDS_BETWEEN_TRIES.length + 1

/** What follows a try that failed: the next one in so many seconds, or none; and whether the webhook is paused. */
export type AfterFailure = { secondsToNextTry: number | null; pause: PauseReason | null }

/**
 * A failed try is repeated until the last one. A host that says "gone" is told no more; so is one that nothing has
 * reached for days, once an event was given up. A test is tried once and pauses nothing.
 */
export function afterFailure(
  outcome: WebhookOutcome,
  { event, number, failingForDays }: { event: WebhookEvent; number: number; failingForDays: number },
): AfterFailure {
  if (event === 'TEST') return { secondsToNextTry: null, pause: null }
  if (outcome.status === 410) return { secondsToNextTry: null, pause: 'GONE' }
  const secondsToNextTry = SECONDS_BETWEEN_TRIES[number - 1] ?? null
  const dead = secondsToNextTry === null && failingForDays >= FAILING_DAYS
  return { secondsToNextTry, pause: dead ? 'FAILING' : null }
}

/** What of a workshop differs from what a webhook was told last. */
export type WebhookChange = {
  event: Exclude<WebhookEvent, 'TEST'>
  workshopId: string
  projectId: string | null
  /** Whether the workshop itself, or what belongs to it, differs. */
  content: boolean
  /** Whether its project or one of its briefs differs. */
  project: boolean
}

export type WebhookNews = { event: WebhookEvent; workshopIds: string[]; projectIds: string[] }

/** What is told of many changes: one event of a kind, with the ids of what is to be fetched again. */
export function newsOf(changes: readonly WebhookChange[]): WebhookNews[] {
  return WEBHOOK_EVENTS.flatMap((event) => {
    const alike = changes.filter((change) => change.event === event)
    if (alike.length === 0) return []
    const workshops = alike.filter(({ content }) => content).map(({ workshopId }) => workshopId)
    const projects = alike.filter(({ project }) => project).map(({ projectId }) => projectId)
    return [{ event, workshopIds: unique(workshops), projectIds: unique(projects) }]
  })
}

/** What is sent: what happened and when, and ids. Whoever wants more asks for it. */
export function bodyOf({ event, workshopIds, projectIds }: WebhookNews, at: Date): string {
  return JSON.stringify({
    type: EVENT_NAMES[event],
    timestamp: at.toISOString(),
    data: { workshopIds, projectIds },
  })
}

export const WEBHOOKS_AT_MOST = 5
export const LONGEST_WEBHOOK_URL = 2_000
/** For so many days it is kept what was sent. */
export const WEBHOOK_LOG_DAYS = 30

/** A token has a few webhooks, each with another address, for as long as it works. */
export function refuseWebhook(
  url: string,
  { live, registered }: { live: boolean; registered: readonly string[] },
): Refusal | null {
  if (!live) return refusal('NOT_ALLOWED_NOW', 'This token does not work any more. Make a new one.')
  if (registered.includes(url)) return bad('This address is registered already.')
  if (registered.length < WEBHOOKS_AT_MOST) return null
  const message = `A token has ${WEBHOOKS_AT_MOST} webhooks at most. Remove one first.`
  return refusal('NOT_ALLOWED_NOW', message, 'url')
}

/** Tests go out one at a time. */
export function refuseWebhookTest({ live, waiting }: { live: boolean; waiting: boolean }): Refusal | null {
  if (!live) return refusal('NOT_ALLOWED_NOW', 'This token does not work any more, so nothing is sent.')
  return waiting ? refusal('NOT_ALLOWED_NOW', 'A test is on its way. Look at the log in a moment.') : null
}

// Names that mean something inside a network only (RFC 6761, 6762, 8375 and the private top-level domain).
const INSIDE = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|test|invalid|onion|home\.arpa)$/

/**
 * Reads the address of a webhook: https, without credentials and fragment, at a name or an address that everybody can
 * reach. `isPublic` says so of an address in figures.
 */
export function readWebhookUrl(text: string, isPublic: (address: string) => boolean): Reading<string> {
  const given = text.trim()
  if (given === '') return no('Enter the address.')
  if (given.length > LONGEST_WEBHOOK_URL) {
    return no(`The address has ${LONGEST_WEBHOOK_URL.toLocaleString('en-GB')} characters at most.`)
  }
  if (/[\p{Cc}\s]/u.test(given) || !URL.canParse(given)) {
    return no('Write the whole address, like https://data.example.org/qlab.')
  }
  const url = new URL(given)
  if (url.protocol !== 'https:') return no('The address begins with https://.')
  if (url.username !== '' || url.password !== '') {
    return no('Leave the user name and the password out. Who sends it is proved by the signature.')
  }
  if (given.includes('#')) return no('Leave out the part from the # on: it is not sent.')
  if (url.port !== '' && Number(url.port) < 1024) return no('Use the usual port, or one from 1024 on.')
  if (!isPublicHost(url.hostname, isPublic)) {
    return no('This host cannot be reached from everywhere. Use a public name.')
  }
  return url.href.length > LONGEST_WEBHOOK_URL
    ? no('The address is too long once it is encoded. Use a shorter one.')
    : { ok: true, value: url.href }
}

function isPublicHost(hostname: string, isPublic: (address: string) => boolean): boolean {
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '')
  if (host.includes(':') || /^[\d.]+$/.test(host)) return isPublic(host)
  return host.includes('.') && !INSIDE.test(host)
}

function unique(ids: readonly (string | null)[]): string[] {
  return [...new Set(ids)].filter((id) => id !== null).toSorted()
}

function bad(message: string): Refusal {
  return refusal('BAD_USER_INPUT', message, 'url')
}

function no(message: string): Reading<string> {
  return { ok: false, refusal: bad(message) }
}
