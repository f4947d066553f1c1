import type { Database } from '#db/client.ts'
import { findViewer, findViewerById, type ViewerRow } from '#db/queries/sessions.ts'
import type { PartnerViewer } from '#domain/permissions.ts'
import type { StartedSession } from './in-process.ts'
import { createLoaders, type Loaders } from './loaders.ts'
import type { Meter } from './partner-meter.ts'

/** A person, a partner by a token, or nobody known. */
export type Asker = ViewerRow | PartnerViewer | null

/** What every resolver knows of a request. Made anew for each one, whether it came over HTTP or from a page. */
export type Context = {
  db: Database
  /**
   * Who is asking: a person, or a partner by a token; null for somebody without either. Throws in an operation that finds
   * it out itself (see `findsItsViewer`) and has not yet.
   */
  viewer: Asker
  /** The session by which a person asks; null for anybody else. */
  sessionToken: string | null
  /**
   * The seat whose page is asking; null where the caller names none. Whoever holds the session without sitting there is
   * nobody: on a shared device one person's words are never sent as another's.
   */
  seatId: string | null
  /** The address that the request comes from, past trusted proxies; empty where it is not known. */
  address: string
  loaders: Loaders
  requestId: string
  /** Scheme and host that the caller used. */
  origin: string
  /** Gives the caller the cookie of a session that an operation has begun: see `beginSession`. */
  onSession: (session: StartedSession) => void
  /** Set when an operation met a rate limit: when to come back. Over HTTP the answer then is 429. */
  retryAfterSeconds: number | null
  /** What a partner's token may still use of its minute; null for people. */
  meter: Meter | null
}

export type Caller = Pick<Context, 'requestId' | 'origin' | 'sessionToken'> &
  Partial<Pick<Context, 'seatId' | 'address'>>

/** Finds out who is asking and gives them loaders of their own. */
export async function createContext(
  db: Database,
  caller: Caller,
  onSession: Context['onSession'],
): Promise<Context> {
  const context = prepareContext(db, caller, onSession)
  await meetViewer(context)
  return context
}

/** The same for an operation that finds out itself who is asking. */
export function prepareContext(db: Database, caller: Caller, onSession: Context['onSession']): Context {
  const { seatId = null, address = '' } = caller
  const rest = { db, ...caller, seatId, address, onSession, retryAfterSeconds: null, meter: null }
  return complete(rest, caller.sessionToken === null ? null : undefined)
}

/** From here on the operation is asked by the session that it has begun, and whoever called it is given it. */
export function beginSession(context: Context, session: StartedSession): void {
  context.sessionToken = session.token
  context.onSession(session)
}

/** Finds out who holds the session as things stand now. Whoever asks without one stays who they are. */
export async function meetViewer(context: Context): Promise<void> {
  const { db, sessionToken, seatId } = context
  if (sessionToken === null) return
  const viewer = await findViewer(db, sessionToken)
  const sitsThere = seatId === null || viewer?.seats.some(({ id }) => id === seatId) === true
  context.viewer = sitsThere ? viewer : null
}

/** Most operations load everything with their root field and need no loader: they are made when one is used. */
function complete(rest: Omit<Context, 'loaders' | 'viewer'>, known: Asker | undefined): Context {
  let [viewer, loaders]: [Asker | undefined, Loaders | undefined] = [known, undefined]
  return {
    ...rest,
    get viewer() {
      if (viewer === undefined) throw new Error('Who is asking was not found out yet.')
      return viewer
    },
    set viewer(met) {
      viewer = met
    },
    get loaders() {
      loaders ??= createLoaders(rest.db)
      return loaders
    },
  }
}

/** The context of a request with a token: it starts no session and has no cookie. */
export function createPartnerContext(
  db: Database,
  viewer: PartnerViewer,
  { requestId, origin, meter }: Pick<Context, 'requestId' | 'origin'> & { meter: Meter | null },
): Context {
  const rest = {
    db,
    requestId,
    origin,
    sessionToken: null,
    seatId: null,
    address: '',
    onSession: () => {},
    retryAfterSeconds: null,
    meter,
  }
  return complete(rest, viewer)
}

/** Lets the rest of an operation see the seats that it has given or taken. */
export async function reloadViewer(context: Context, personId: string): Promise<void> {
  context.viewer = await findViewerById(context.db, personId)
}
