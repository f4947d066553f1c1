import type { Adapter, AdapterUser } from 'next-auth/adapters'
import { db } from '#db/client.ts'
import {
  type Account,
  attachEmail,
  beginSession,
  extendSession,
  findAccount,
  findAccountByEmail,
  findAccountByIdentity,
  findSessionHolder,
  insertAccount,
  insertIdentity,
  type SessionHolder,
  verifyEmail,
} from '#db/queries/identities.ts'
import { endSession } from '#db/queries/sessions.ts'
import { env } from '#env.ts'
import { keepLink, takeLink } from './sign-in-links.ts'

/** What one request brings to sign-in beside what next-auth itself passes on. */
export type SignInContext = {
  /** Scheme and host for links. */
  origin: string
  /** The path to go on to. */
  next: string
  /** The cookie that ties a link to the browser that asked for it. */
  browser: string | undefined
  /** The six digits, where they were asked for. */
  code: string | null
  /** The session this browser holds while it signs in. */
  previous: SessionHolder | null
  /** The network address that the request comes from, past trusted proxies. */
  address: string
  /** The address for which the single sign-on provider vouches. */
  vouchedEmail: string | null
}

/** Who an identity belongs to is decided by provider and subject; the provider is named by its issuer. */
export function issuer(): string {
  return (env().OIDC_ISSUER ?? '').replace(/\/+$/, '')
}

/** How next-auth reaches people, identities, sessions and links. Made for each request. */
export function adapter(context: SignInContext): Adapter {
  return {
    async createUser(given: Omit<AdapterUser, 'id'>) {
      const { previous } = context
      const byLink = given.emailVerified !== null
      if (byLink && previous && previous.person.email === null) {
        return asUser(await attachEmail(db, previous.person.id, given.email))
      }
      // An address that nobody vouches for is not stored: it would look like an invitation to it.
      const email = byLink || given.email === context.vouchedEmail ? given.email : null
      return asUser(await insertAccount(db, { name: given.name ?? null, email }))
    },
    async getUser(id) {
      return asUserOrNull(await findAccount(db, id))
    },
    async getUserByEmail(email) {
      return asUserOrNull(await findAccountByEmail(db, email))
    },
    async getUserByAccount({ providerAccountId }) {
      return asUserOrNull(await findAccountByIdentity(db, { provider: issuer(), subject: providerAccountId }))
    },
    async updateUser({ id }) {
      return asUser(await verifyEmail(db, id))
    },
    async linkAccount({ providerAccountId, userId }: { providerAccountId: string; userId: string }) {
      await insertIdentity(db, { provider: issuer(), subject: providerAccountId, personId: userId })
    },
    async createSession(session) {
      const { sessionToken: token, userId: personId, expires } = session
      await beginSession(db, { token, personId, expires, previous: context.previous })
      return session
    },
    async getSessionAndUser(sessionToken) {
      const holder = await findSessionHolder(db, sessionToken)
      if (holder === null) return null
      const { person, expires } = holder
      return { session: { sessionToken, userId: person.id, expires }, user: asUser(person) }
    },
    async updateSession({ sessionToken, expires }) {
      if (expires) await extendSession(db, sessionToken, expires)
      return null
    },
    async deleteSession(sessionToken) {
      await endSession(db, sessionToken)
    },
    async createVerificationToken({ identifier, token, expires }) {
      if (context.browser === undefined) throw new Error('A link needs the browser that asks for it')
      await keepLink({ tokenHash: token, email: identifier, browser: context.browser })
      return { identifier, token, expires }
    },
    async useVerificationToken({ token }) {
      const link = await takeLink({ tokenHash: token, browser: context.browser, code: context.code })
      // The database has judged the time by its own clock; next-auth's second look must not disagree.
      return link && { identifier: link.email, token, expires: new Date(Date.now() + 60_000) }
    },
  }
}

// next-auth wants an address as text; guests have none.
function asUser({ id, name, email, emailVerifiedAt }: Account): AdapterUser {
  return { id, name, email: email ?? '', emailVerified: emailVerifiedAt }
}

function asUserOrNull(account: Account | null): AdapterUser | null {
  return account && asUser(account)
}
