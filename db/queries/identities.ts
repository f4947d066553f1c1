import { and, eq, gt, inArray, isNull, lt, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Executor } from '#db/client.ts'
import { claimInvitations, moveGuest } from '#db/queries/guests.ts'
import { hashToken } from '#db/queries/sessions.ts'
import { identities, people } from '#db/schema/people.ts'
import { sessions } from '#db/schema/sessions.ts'

/** A person as far as sign-in needs them. */
export type Account = {
  id: string
  name: string | null
  email: string | null
  emailVerifiedAt: Date | null
}

/** Whom a browser's session belongs to. A guest came in with a room code: no address, no single sign-on, no role. */
export type SessionHolder = { token: string; person: Account; isGuest: boolean; expires: Date }

const account = {
  id: people.id,
  name: people.name,
  email: people.email,
  emailVerifiedAt: people.emailVerifiedAt,
}

/** Whether an e-mail address is one that the product knows: of somebody with an account, or of somebody who is invited. */
export async function isKnownEmail(db: Executor, email: string): Promise<boolean> {
  const [row] = await db.execute<{ known: boolean }>(sql`
    select exists (select from people where email = ${email})
      or exists (select from seats where invited_email = ${email} and removed_at is null) as known`)
  return row?.known === true
}

/** Finds the account behind an address, which must be in lower case. */
export async function findAccountByEmail(db: Executor, email: string): Promise<Account | null> {
  const [row] = await db.select(account).from(people).where(eq(people.email, email))
  return row ?? null
}

/** Finds an account by its id. */
export async function findAccount(db: Executor, id: string): Promise<Account | null> {
  const [row] = await db.select(account).from(people).where(eq(people.id, id))
  return row ?? null
}

/** Finds the account that a provider's subject signs in to. */
export async function findAccountByIdentity(
  db: Executor,
  identity: { provider: string; subject: string },
): Promise<Account | null> {
  const [row] = await db
    .select(account)
    .from(identities)
    .innerJoin(people, eq(people.id, identities.personId))
    .where(and(eq(identities.provider, identity.provider), eq(identities.subject, identity.subject)))
  return row ?? null
}

/** Finds whose session a token opens; null when it is unknown or has run out. */
export async function findSessionHolder(db: Executor, token: string): Promise<SessionHolder | null> {
  const [row] = await db
    .select({
      person: account,
      expires: sessions.expiresAt,
      isGuest: sql<boolean>`${people.email} is null and ${people.platformRole} is null
        and not exists (select from ${identities} where ${identities.personId} = ${people.id})`,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(and(eq(sessions.tokenHash, hashToken(token)), gt(sessions.expiresAt, sql`now()`)))
  return row ? { token, ...row } : null
}

/** Makes an account, or finds the one that has come to hold the address meanwhile. A null address is nobody's yet. */
export async function insertAccount(
  db: Executor,
  given: { name: string | null; email: string | null },
): Promise<Account> {
  const emailVerifiedAt = given.email === null ? null : sql`now()`
  const [row] = await db
    .insert(people)
    .values({ id: v7(), ...given, emailVerifiedAt })
    .onConflictDoUpdate({
      target: people.email,
      set: {
        name: sql`coalesce(${people.name}, excluded.name)`,
        emailVerifiedAt: sql`coalesce(${people.emailVerifiedAt}, now())`,
      },
    })
    .returning(account)
  return row ?? lost('account')
}

/**
 * Gives a person without an address the one they have proved to hold. Every session they had ends, because whoever
 * held a copy of a guest's cookie must not come to hold an account.
 */
export async function attachEmail(db: Executor, personId: string, email: string): Promise<Account> {
  return db.transaction(async (tx) => {
    await tx.delete(sessions).where(eq(sessions.personId, personId))
    const [row] = await tx
      .update(people)
      .set({ email, emailVerifiedAt: sql`now()` })
      .where(and(eq(people.id, personId), isNull(people.email)))
      .returning(account)
    return row ?? lost('guest')
  })
}

/** Notes that the address is proved: an invitation becomes an account. */
export async function verifyEmail(db: Executor, personId: string): Promise<Account> {
  const [row] = await db
    .update(people)
    .set({ emailVerifiedAt: sql`coalesce(${people.emailVerifiedAt}, now())` })
    .where(eq(people.id, personId))
    .returning(account)
  return row ?? lost('account')
}

/** Makes somebody an administrator. */
export async function makeAdministrator(db: Executor, personId: string): Promise<void> {
  await db.update(people).set({ platformRole: 'ADMIN' }).where(eq(people.id, personId))
}

/** Links a provider's subject to an account. */
export async function insertIdentity(
  db: Executor,
  identity: { provider: string; subject: string; personId: string },
): Promise<void> {
  await db.insert(identities).values(identity)
}

/**
 * Lets a provider that vouches for an address take up an invitation that nobody has taken up yet. Accounts whose
 * address is proved already are never linked in this way.
 */
export async function takeUpInvitation(
  db: Executor,
  given: { provider: string; subject: string; email: string; name: string | null },
): Promise<void> {
  await db.transaction(async (tx) => {
    const [invited] = await tx
      .update(people)
      .set({ emailVerifiedAt: sql`now()`, name: sql`coalesce(${people.name}, ${given.name})` })
      .where(and(eq(people.email, given.email), isNull(people.emailVerifiedAt)))
      .returning({ id: people.id })
    if (!invited) return
    await tx
      .insert(identities)
      .values({ provider: given.provider, subject: given.subject, personId: invited.id })
  })
}

/**
 * Starts a session in a browser, in place of the one it held. A guest's seats come along to the account, and
 * invitations to its address are taken up.
 */
export async function beginSession(
  db: Executor,
  session: { token: string; expires: Date; personId: string; previous: SessionHolder | null },
): Promise<void> {
  const { personId, previous } = session
  await db.transaction(async (tx) => {
    if (previous) await tx.delete(sessions).where(eq(sessions.tokenHash, hashToken(previous.token)))
    if (previous?.isGuest && previous.person.id !== personId)
      await moveGuest(tx, previous.person.id, personId)
    await claimInvitations(tx, personId)
    await tx
      .insert(sessions)
      .values({ tokenHash: hashToken(session.token), personId, expiresAt: session.expires })
  })
  await deleteExpiredSessions(db)
}

// Rows that another sign-in is just deleting are left to it, so that two never wait for each other.
async function deleteExpiredSessions(db: Executor): Promise<void> {
  const expired = db
    .select({ tokenHash: sessions.tokenHash })
    .from(sessions)
    .where(lt(sessions.expiresAt, sql`now()`))
    .limit(100)
    .for('update', { skipLocked: true })
  await db.delete(sessions).where(inArray(sessions.tokenHash, expired))
}

/** Moves the end of a session. */
export async function extendSession(db: Executor, token: string, expires: Date): Promise<void> {
  await db
    .update(sessions)
    .set({ expiresAt: expires })
    .where(eq(sessions.tokenHash, hashToken(token)))
}

function lost(what: string): never {
  throw new Error(`The ${what} went away during sign-in`)
}
