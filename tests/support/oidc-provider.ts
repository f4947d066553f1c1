import { generateKeyPairSync } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export type ProviderPerson = { sub: string; name?: string; email?: string; email_verified?: boolean }

export type OidcProvider = {
  issuer: string
  clientId: string
  clientSecret: string
  /** Signs a person in at the provider and answers the address that it sends the browser back to. */
  signIn: (authorizationUrl: string, person: ProviderPerson) => Promise<URL>
  close: () => Promise<void>
}

/** A real OpenID Connect provider on a free port. Whoever comes is signed in as the person the test names. */
export async function startOidcProvider(redirectUri: string): Promise<OidcProvider> {
  const client = { client_id: 'qlab', client_secret: 'a secret of the test client' }
  const people = new Map<string, ProviderPerson>()
  let provider: Provider
  let next: ProviderPerson = { sub: 'nobody' }

  const server = createServer((request, response) => {
    const answered = request.url?.startsWith('/login')
      ? provider.interactionFinished(request, response, { login: { accountId: next.sub } })
      : provider.callback()(request, response)
    answered.catch((error) => response.destroy(error))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const minutes = { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 }
  provider = new Provider(issuer, {
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig' }] },
    ttl: minutes,
    clients: [
      {
        ...client,
        redirect_uris: [redirectUri],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['keys of the test'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: () => '/login' },
    pkce: { required: () => true },
    findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => people.get(sub) }),
    async loadExistingGrant(ctx: { oidc: { client: { clientId: string }; session: { accountId: string } } }) {
      const { client: asking, session } = ctx.oidc
      const grant = new provider.Grant({ clientId: asking.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })

  async function signIn(authorizationUrl: string, person: ProviderPerson): Promise<URL> {
    people.set(person.sub, person)
    next = person
    const cookies = new Map<string, string>()
    let url = new URL(authorizationUrl)
    while (url.origin === issuer) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const answer = await fetch(url, { redirect: 'manual', headers: { cookie } })
      for (const set of answer.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
        cookies.set(name, value)
      }
      const location = answer.headers.get('location')
      if (!location) throw new Error(`The provider stopped at ${url.pathname}: ${await answer.text()}`)
      url = new URL(location, url)
    }
    return url
  }

  const close = () => new Promise<void>((resolve) => server.close(() => resolve()))
  return { issuer, clientId: client.client_id, clientSecret: client.client_secret, signIn, close }
}
