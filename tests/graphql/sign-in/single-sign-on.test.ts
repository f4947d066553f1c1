import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { identities, people } from '#db/schema/people.ts'
import { Browser } from '#tests/support/browser.ts'
import { type OidcProvider, type ProviderPerson, startOidcProvider } from '#tests/support/oidc-provider.ts'
import {
  formToken,
  makeGuest,
  makeWorkshop,
  type SignInWorld,
  seatsOf,
  signIn,
  signInWorld,
  whoAmI,
} from '#tests/support/sign-in-world.ts'

let world: SignInWorld
let provider: OidcProvider
beforeAll(async () => {
  provider = await startOidcProvider('http://lab.test/api/auth/callback/sso')
  world = await signInWorld({
    OIDC_ISSUER: `${provider.issuer}/`,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
    OIDC_NAME: 'the Trust',
  })
})
afterAll(async () => {
  await world.close()
  await provider.close()
})

/** Presses the button of single sign-on and comes back from the provider as that person. */
async function signOn(browser: Browser, person: ProviderPerson, callbackUrl = '/') {
  const fields = { csrfToken: await formToken(browser), callbackUrl }
  const leaving = await browser.post('/api/auth/signin/sso', fields, { headers: { accept: '*/*' } })
  const back = await provider.signIn(leaving.headers.get('location') ?? '', person)
  return browser.get(back.pathname + back.search)
}

async function identitiesOf(email: string) {
  const linked = { provider: identities.provider, subject: identities.subject }
  return world.db
    .select(linked)
    .from(identities)
    .innerJoin(people, eq(people.id, identities.personId))
    .where(eq(people.email, email))
}

test('somebody new comes in with PKCE and state, without any role', async () => {
  const browser = new Browser()
  const fields = { csrfToken: await formToken(browser), callbackUrl: '/workshops' }
  const leaving = await browser.post('/api/auth/signin/sso', fields, { headers: { accept: '*/*' } })
  const asked = new URL(leaving.headers.get('location') ?? '')
  expect(asked.origin).toBe(provider.issuer)
  expect(Object.fromEntries(asked.searchParams)).toMatchObject({
    redirect_uri: 'http://lab.test/api/auth/callback/sso',
    code_challenge_method: 'S256',
    code_challenge: expect.any(String),
    state: expect.any(String),
  })

  const anna = { sub: 'anna', name: 'Anna', email: 'Anna@Example.org', email_verified: true }
  const back = await provider.signIn(asked.href, anna)
  const answer = await browser.get(back.pathname + back.search)
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/workshops')
  expect(await whoAmI(browser)).toEqual({ name: 'Anna', email: 'anna@example.org' })
  expect(await identitiesOf('anna@example.org')).toEqual([{ provider: provider.issuer, subject: 'anna' }])
  const [person] = await world.db.select().from(people).where(eq(people.email, 'anna@example.org'))
  expect(person).toMatchObject({ platformRole: null, emailVerifiedAt: expect.any(Date) })
})

test('in a browser the form ends here and the page goes on to the provider by itself', async () => {
  const browser = new Browser()
  const answer = await browser.post('/api/auth/signin/sso', { csrfToken: await formToken(browser) })
  expect(answer.status).toBe(200)
  expect(answer.headers.get('refresh')).toMatch(`0; url=${provider.issuer}/auth?`)
})

test('who comes back is known by the subject, whatever became of name and address', async () => {
  const before = { sub: 'bea', name: 'Bea', email: 'bea@example.org', email_verified: true }
  await signOn(new Browser(), before)
  const browser = new Browser()
  await signOn(browser, { sub: 'bea', email: 'new@example.org', email_verified: true })
  expect(await whoAmI(browser)).toEqual({ name: 'Bea', email: 'bea@example.org' })
})

test.each([false, undefined])(
  'B38 an existing account stays closed to an unverified address (%s)',
  async (verified) => {
    const email = `existing-${verified}@example.org`
    const owner = new Browser()
    await signIn(world.mail, owner, email)
    const browser = new Browser()
    const answer = await signOn(browser, { sub: `thief-${verified}`, email, email_verified: verified })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/sign-in/error?error=OAuthAccountNotLinked')
    expect(browser.cookie('session')).toBeUndefined()
    expect(await identitiesOf(email)).toEqual([])
  },
)

test('B38 an account that is in use stays closed to a verified address too', async () => {
  await signIn(world.mail, new Browser(), 'in-use@example.org')
  const answer = await signOn(new Browser(), {
    sub: 'late',
    email: 'in-use@example.org',
    email_verified: true,
  })
  expect(answer.headers.get('location')).toBe('/sign-in/error?error=OAuthAccountNotLinked')
  expect(await identitiesOf('in-use@example.org')).toEqual([])
})

test('an open invitation is taken up with a verified address only', async () => {
  await world.db.insert(people).values({ email: 'staff@example.org', platformRole: 'STAFF' })
  const thief = await signOn(new Browser(), {
    sub: 'not-staff',
    email: 'staff@example.org',
    email_verified: false,
  })
  expect(thief.headers.get('location')).toBe('/sign-in/error?error=OAuthAccountNotLinked')

  const browser = new Browser()
  const staff = { sub: 'staff', name: 'Sam', email: 'staff@example.org', email_verified: true }
  await signOn(browser, staff)
  expect(await whoAmI(browser)).toEqual({ name: 'Sam', email: 'staff@example.org' })
  const [sam] = await world.db.select().from(people).where(eq(people.email, 'staff@example.org'))
  expect(sam).toMatchObject({ platformRole: 'STAFF', emailVerifiedAt: expect.any(Date) })
})

test('an address that nobody vouches for is not stored, so it never passes for an invitation', async () => {
  const browser = new Browser()
  await signOn(browser, { sub: 'cleo', name: 'Cleo', email: 'boss@example.org', email_verified: false })
  expect(await whoAmI(browser)).toEqual({ name: 'Cleo', email: null })
  expect(await world.db.select().from(people).where(eq(people.email, 'boss@example.org'))).toHaveLength(0)
})

test('a guest who signs on brings the seat along', async () => {
  const guest = await makeGuest(world.db, await makeWorkshop(world.db), 'Dora in the room')
  await signOn(guest.browser, { sub: 'dora', name: 'Dora', email: 'dora@example.org', email_verified: true })
  expect(await whoAmI(guest.browser)).toEqual({ name: 'Dora', email: 'dora@example.org' })
  expect(await seatsOf(world.db, 'dora@example.org')).toMatchObject([{ id: guest.seatId, removedAt: null }])
})

test('an account in the browser is not linked to whoever signs on next', async () => {
  const browser = new Browser()
  await signIn(world.mail, browser, 'shared-computer@example.org')
  await signOn(browser, { sub: 'visitor', email: 'visitor@example.org', email_verified: true })
  expect(await whoAmI(browser)).toEqual({ name: null, email: 'visitor@example.org' })
  expect(await identitiesOf('shared-computer@example.org')).toEqual([])
})

test('an answer of the provider that another browser asked for signs nobody in', async () => {
  const attacker = new Browser()
  const leaving = await attacker.post(
    '/api/auth/signin/sso',
    { csrfToken: await formToken(attacker) },
    { headers: { accept: '*/*' } },
  )
  const back = await provider.signIn(leaving.headers.get('location') ?? '', { sub: 'attacker' })
  const victim = new Browser()
  const answer = await victim.get(back.pathname + back.search)
  expect(answer.headers.get('location')).toMatch(/^\/sign-in\/error\?error=OAuthCallback/)
  expect(victim.cookie('session')).toBeUndefined()
})

test('a sign-on without our form token does not leave for the provider', async () => {
  const browser = new Browser()
  await formToken(browser)
  const answer = await browser.post('/api/auth/signin/sso', { csrfToken: 'forged' })
  expect(answer.headers.get('location')).toBe('/sign-in?problem=form')
})

test('somebody who gives up at the provider is told so', async () => {
  const answer = await new Browser().get('/api/auth/callback/sso?error=access_denied&state=x')
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toMatch(/^\/sign-in\/error\?error=/)
})
