import type { OAuthConfig } from 'next-auth/providers/oauth'
import { db } from '#db/client.ts'
import { findAccountByIdentity, takeUpInvitation } from '#db/queries/identities.ts'
import { LIMITS, readEmail, readText } from '#domain/text.ts'
import { env } from '#env.ts'
import { issuer } from './adapter.ts'

/** What the provider says of a person. */
export type Claims = { sub: string; name?: string; email?: string; email_verified?: boolean | string }

/** How people call the organisation whose accounts they may sign in with; null when there is none. */
export function singleSignOnName(): string | null {
  return env().OIDC_ISSUER === undefined ? null : env().OIDC_NAME
}

/** The organisation's OpenID Connect provider as next-auth knows it; null when none is set. */
export function singleSignOn(): OAuthConfig<Claims> | null {
  const { OIDC_ISSUER, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = env()
  if (OIDC_ISSUER === undefined || clientId === undefined || clientSecret === undefined) return null
  return {
    id: 'sso',
    name,
    type: 'oauth',
    wellKnown: `${issuer()}/.well-known/openid-configuration`,
    clientId,
    clientSecret,
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    checks: ['pkce', 'state'],
    userinfo: {
      // Many providers put the address only here. Passing the whole token set makes the client compare the subjects.
      request: ({ client, tokens }) =>
        client.userinfo<Claims>(tokens as Parameters<typeof client.userinfo>[0]),
    },
    profile: (claims) => ({ id: claims.sub, name: nameOf(claims), email: emailOf(claims) }),
  }
}

/** The address in the claims; null when there is none that we would write to. */
function emailOf(claims: Claims): string | null {
  const email = readEmail(claims.email)
  return email.ok ? email.value : null
}

/** The address, if the provider has made sure that it is the person's own. */
export function vouchedEmailOf(claims: Claims): string | null {
  return claims.email_verified === true || claims.email_verified === 'true' ? emailOf(claims) : null
}

/**
 * Somebody new whose address the provider vouches for takes up an open invitation to it. Any other account with that
 * address stays closed to them: next-auth then answers OAuthAccountNotLinked.
 */
export async function welcomeInvited(claims: Claims): Promise<void> {
  const identity = { provider: issuer(), subject: claims.sub }
  const email = vouchedEmailOf(claims)
  if (email === null || (await findAccountByIdentity(db, identity)) !== null) return
  await takeUpInvitation(db, { ...identity, email, name: nameOf(claims) })
}

function nameOf(claims: Claims): string | null {
  const name = readText(claims.name, { field: 'name', max: LIMITS.displayName })
  return name.ok ? name.value : null
}
