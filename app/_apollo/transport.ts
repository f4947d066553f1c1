// The one way from the browser to the GraphQL endpoint. Small on purpose: the vote page carries it without Apollo.
import { ownerOnPage } from '../_ui/own-storage.ts'
import type { Operation } from './operation.ts'

/**
 * Why no answer came: the way was broken (`network`: worth another try), the server said no (`refused`: its sentence
 * says why), or it failed (`error`).
 */
export type TroubleKind = 'network' | 'refused' | 'error'

/** Trouble on the way, with one calm sentence to show. */
export class TransportTrouble extends Error {
  override name = 'TransportTrouble'
  readonly kind: TroubleKind
  readonly code: string | null
  readonly retryAfterMs: number | null

  constructor(
    message: string,
    options: { kind: TroubleKind; code?: string | null; retryAfterMs?: number | null; cause?: unknown },
  ) {
    super(message, options)
    this.kind = options.kind
    this.code = options.code ?? null
    this.retryAfterMs = options.retryAfterMs ?? null
  }
}

export type Answer<TData> = {
  data?: TData | null
  errors?: { message: string; extensions?: { code?: string } }[]
}

const AWAY = 'There is no connection to the server, so this was not saved. Try again.'
const FAILED = 'The server could not answer. Try again in a moment.'
const SIGNED_OUT =
  'You are no longer signed in. Sign in or join again; what you typed is kept in this browser.'
const WAIT_MS = 10_000
const FIRST_PAUSE_MS = 500

/** On a shared device somebody else may have joined since: the server answers for the seat of this page, or for nobody. */
function seatHeader(): Record<string, string> {
  const owner = ownerOnPage()
  return owner?.seat ? { 'x-seat': owner.seat } : {}
}

/** Sends once and returns the whole answer. Throws TransportTrouble. */
export async function post<TData>(
  query: string,
  variables: unknown,
  operationName?: string,
): Promise<Answer<TData>> {
  let response: Response
  try {
    response = await fetch('/api/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...seatHeader() },
      body: JSON.stringify({ query, variables, operationName }),
      signal: AbortSignal.timeout(WAIT_MS),
    })
  } catch (cause) {
    throw new TransportTrouble(AWAY, { kind: 'network', cause })
  }
  const answer = (await response.json().catch(() => null)) as Answer<TData> | null
  if (answer?.data) return answer
  throw troubleIn(response, answer?.errors?.[0])
}

/** Sends an operation and returns its data. Throws TransportTrouble. */
export async function send<TData, TVariables>(
  operation: Operation<TData, TVariables>,
  variables: TVariables,
  { retries = 0 }: { retries?: number } = {},
): Promise<TData> {
  const { data } = await withRetries(retries, () => post<TData>(operation, variables))
  return data as TData
}

/** Tries again after growing pauses while the way is broken. Only for operations that may be sent twice. */
export async function withRetries<T>(retries: number, attempt: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt()
    } catch (trouble) {
      if (tries >= retries || !isPassing(trouble)) throw trouble
      const pause = trouble.retryAfterMs ?? FIRST_PAUSE_MS * 2 ** tries
      // Phones that lost the same access point would otherwise all come back in one moment.
      await new Promise((resume) => setTimeout(resume, pause * (0.75 + Math.random() / 2)))
    }
  }
}

/** Whether trying again later may help. */
export function isPassing(trouble: unknown): trouble is TransportTrouble {
  return (
    trouble instanceof TransportTrouble && (trouble.kind === 'network' || trouble.code === 'RATE_LIMITED')
  )
}

/** Whether nobody is signed in, or not the person whose page this is. */
export function isSignedOut(trouble: unknown): boolean {
  return trouble instanceof TransportTrouble && trouble.code === 'UNAUTHENTICATED'
}

const REFUSALS = ['FORBIDDEN', 'NOT_FOUND', 'RATE_LIMITED', 'BAD_USER_INPUT']

function troubleIn(
  response: Response,
  error?: { message: string; extensions?: { code?: string } },
): TransportTrouble {
  const code = error?.extensions?.code ?? ''
  const seconds = Number(response.headers.get('retry-after'))
  const details = { code, retryAfterMs: seconds ? seconds * 1000 : null }
  const refused = { kind: 'refused' as const, ...details }
  if (code === 'UNAUTHENTICATED') return new TransportTrouble(SIGNED_OUT, refused)
  if (REFUSALS.includes(code)) return new TransportTrouble(error?.message ?? FAILED, refused)
  // A gateway that restarts answers without GraphQL: the way is broken, which is not a no.
  const passing = code === 'SERVICE_UNAVAILABLE' || code === 'TIMEOUT' || (response.status >= 500 && !code)
  const message = error?.message ?? (passing ? AWAY : FAILED)
  return new TransportTrouble(message, { kind: passing ? 'network' : 'error', ...details })
}
