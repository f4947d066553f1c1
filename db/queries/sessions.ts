import { createHash, randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { type Database, type Executor, PREPARED } from '#db/client.ts'
import { sessions } from '#db/schema/sessions.ts'
import { GIVEN, gather, keysOf, perPool } from '#db/together.ts'
import type { PlatformRole } from '#domain/people.ts'
import type { SeatRole } from '#domain/seats.ts'

/** How long a session lives without being renewed. */
export const SESSION_DAYS = 30

/** A seat as far as rights need it. */
export type ViewerSeat = {
  id: string
  workshopId: string
  role: SeatRole
  tableId: string | null
  /** Whether the person has come in, or only been invited. */
  joined: boolean
}

/** Who is asking, with all seats: found in one statement for each request, so that a role taken away is gone at once. */
export type ViewerRow = {
  personId: string
  name: string | null
  email: string | null
  platformRole: PlatformRole | null
  seats: ViewerSeat[]
  /** People hold no token of a partner. */
  partner?: undefined
}

/** The form in which a token is kept: a copy of the database signs nobody in. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

/** 32 random bytes, for cookies and links. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Starts a session and returns the token for the cookie, which is kept nowhere else. */
export async function startSession(
  db: Executor,
  personId: string,
): Promise<{ token: string; expires: Date }> {
  const token = makeToken()
  const expires = new Date(Date.now() + SESSION_DAYS * 86_400_000)
  await db.insert(sessions).values({ tokenHash: hashToken(token), personId, expiresAt: expires })
  return { token, expires }
}

/** Finds who holds a session token; null when it is unknown or has run out. */
export function findViewer(db: Database, token: string): Promise<ViewerRow | null> {
  return viewersOn(db)(hashToken(token))
}

const VIEWER = `p.id as "personId", p.name, p.email, p.platform_role as "platformRole",
  coalesce((
    select json_agg(json_build_object('id', s.id, 'workshopId', s.workshop_id, 'role', s.role,
      'tableId', s.table_id, 'joined', s.joined_at is not null))
    from seats s join workshops w on w.id = s.workshop_id
    where s.person_id = p.id and s.removed_at is null and w.deleted_at is null), '[]') as seats`

const BY_TOKEN = `select x.token_hash as "tokenHash", ${VIEWER}
  from ${GIVEN} join sessions x on x.token_hash = given.key join people p on p.id = x.person_id where x.expires_at > now()`

/** Nothing is kept from one statement to the next, so a session that has ended or a role that was taken is gone at once. */
const viewersOn = perPool((sql) =>
  gather<string, ViewerRow | null>(async (hashes) => {
    const rows = await sql.unsafe<(ViewerRow & { tokenHash: string })[]>(BY_TOKEN, [keysOf(hashes)], PREPARED)
    const found = new Map(rows.map(({ tokenHash, ...viewer }) => [tokenHash, viewer]))
    return hashes.map((hash) => found.get(hash) ?? null)
  }),
)

/** Finds somebody as a viewer, for the rest of an operation that has changed their seats. */
export async function findViewerById(
  { $client: sql }: Database,
  personId: string,
): Promise<ViewerRow | null> {
  const [viewer] = await sql.unsafe<ViewerRow[]>(
    `select ${VIEWER} from people p where p.id = $1`,
    [personId],
    PREPARED,
  )
  return viewer ?? null
}

/** Ends one session. */
export async function endSession(db: Executor, token: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.tokenHash, hashToken(token)))
}

/** Ends every session of a person. */
export async function endSessionsOf(db: Executor, personId: string): Promise<void> {
  await db.delete(sessions).where(eq(sessions.personId, personId))
}
