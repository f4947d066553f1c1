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
  /** Who is asking: a person, or a partner by a token; null for somebody without either. */
  viewer: Asker
  loaders: Loaders
  requestId: string
  /** Scheme and host that the caller used. */
  origin: string
  /** Called when an operation has begun a session (joining a room): the caller gets its cookie. */
  onSession: (session: StartedSession) => void
  /** Set when an operation met a rate limit: when to come back. Over HTTP the answer then is 429. */
  retryAfterSeconds: number | null
  /** What a partner's token may still use of its minute; null for people. */
  meter: Meter | null
}

export type Caller = Pick<Context, 'requestId' | 'origin'> & { sessionToken: string | null }

/** Finds out who is asking and gives them loaders of their own. */
export async function createContext(
  db: Database,
  caller: Caller,
  onSession: Context['onSession'],
): Promise<Context> {
  const viewer = caller.sessionToken === null ? null : await findViewer(db, caller.sessionToken)
  const { requestId, origin } = caller
  return withLoaders({ db, viewer, requestId, origin, onSession, retryAfterSeconds: null, meter: null })
}

/** Most operations load everything with their root field and need no loader: they are made when one is used. */
function withLoaders(rest: Omit<Context, 'loaders'>): Context {
  let loaders: Loaders | undefined
  return {
    ...rest,
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
  return withLoaders({ db, viewer, requestId, origin, onSession: () => {}, retryAfterSeconds: null, meter })
}

/** Lets the rest of an operation see the seats that it has given or taken. */
export async function reloadViewer(context: Context, personId: string): Promise<void> {
  context.viewer = await findViewerById(context.db, personId)
}
