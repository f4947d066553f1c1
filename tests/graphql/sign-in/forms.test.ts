import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findViewer } from '#db/queries/sessions.ts'
import { people } from '#db/schema/people.ts'
import { sessions, signInLinks } from '#db/schema/sessions.ts'
import { Browser } from '#tests/support/browser.ts'
import {
  askForLink,
  formToken,
  linkTo,
  type SignInWorld,
  signIn,
  signInWorld,
  tokenTo,
  whoAmI,
} from '#tests/support/sign-in-world.ts'

let world: SignInWorld
beforeAll(async () => {
  world = await signInWorld()
})
afterAll(() => world.close())

const LEADING_AWAY = [
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  '%0d%0aset-cookie:a=b',
  '/%0d%0aset-cookie:a=b',
  '/x\r\nset-cookie: a=b',
  '/.//evil.example',
  'http://lab.test@evil.example',
  'http://lab.test.evil.example',
  '/api/auth/signout',
  'http://[',
  'not an address',
  '/'.repeat(3000),
]

test.each(LEADING_AWAY)('B37 after signing in, callbackUrl %j leads home', async (callbackUrl) => {
  const browser = new Browser()
  const query = new URLSearchParams({ callbackUrl })
  const opened = await browser.get(`/api/auth/signin?${query}`)
  expect(opened.status).toBe(303)
  expect(opened.headers.get('location')).toBe('/sign-in?callbackUrl=%2F&opened=1')

  const email = `${crypto.randomUUID()}@example.org`
  const asked = await askForLink(browser, email, { callbackUrl })
  expect(asked.headers.get('location')).toBe('/sign-in/sent')
  expect(linkTo(world.mail, email).searchParams.has('callbackUrl')).toBe(false)

  browser.cookies.set('qlab.callback-url', encodeURIComponent(callbackUrl))
  const token = tokenTo(world.mail, email)
  const answer = await browser.post('/api/auth/callback/email', { token, callbackUrl })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/')
})

test('B37 an address of our own is gone on to, in full', async () => {
  const browser = new Browser()
  const callbackUrl = 'http://lab.test/workshops/2017?step=vote#issue-3'
  await askForLink(browser, 'onward@example.org', { callbackUrl })
  const given = linkTo(world.mail, 'onward@example.org').searchParams
  const fields = { token: given.get('token') ?? '', callbackUrl: given.get('callbackUrl') ?? '' }
  const answer = await browser.post('/api/auth/callback/email', fields)
  expect(answer.headers.get('location')).toBe('/workshops/2017?step=vote#issue-3')
})

test.each([
  'a@b.c,d@e.f',
  '"a@x"@y.org',
  'a＠b.org',
  `${'a'.repeat(310)}@b.org`,
  'a@b.org\r\nbcc: c@d.org',
  'a@b.org\nc@d.org',
  'Anna <a@b.org>',
  'a@localhost',
  '',
  ' ',
])('B39 the address %j is refused and nothing is sent', async (email) => {
  const browser = new Browser()
  const before = world.mail.mails.length
  const csrfToken = await formToken(browser)
  const fields = { email, csrfToken }
  const asProgram = await browser.post('/api/auth/signin/email', fields, { headers: { accept: '*/*' } })
  expect(asProgram.status).toBe(400)
  expect(await asProgram.text()).toMatch(/e-mail address/)

  const asPerson = await browser.post('/api/auth/signin/email', fields)
  expect(asPerson.headers.get('location')).toBe('/sign-in?problem=email')
  const typed = JSON.parse(decodeURIComponent(browser.cookie('typed') ?? ''))
  expect(typed.email).toBe(email.slice(0, 320))
  expect(world.mail.mails).toHaveLength(before)
})

test('an address is written to in small letters, whatever was typed', async () => {
  await askForLink(new Browser(), ' Anna.Capital@Example.ORG ')
  expect(world.mail.to('anna.capital@example.org')).toHaveLength(1)
})

test('a mail that the mail server does not take is said, and what was typed is kept', async () => {
  const browser = new Browser()
  const asked = await askForLink(browser, 'anna@full.example', { callbackUrl: '/workshops' })
  expect(asked.headers.get('location')).toBe('/sign-in?callbackUrl=%2Fworkshops&problem=mail')
  expect(JSON.parse(decodeURIComponent(browser.cookie('typed') ?? '')).email).toBe('anna@full.example')
})

test('B40 a login form without a token, or with the token of another browser, sends no mail', async () => {
  const email = 'forged@example.org'
  const other = await formToken(new Browser())
  const browser = new Browser()
  await formToken(browser)
  const forms: Record<string, string>[] = [{ email }, { email, csrfToken: '' }, { email, csrfToken: other }]
  for (const fields of forms) {
    const asProgram = await browser.post('/api/auth/signin/email', fields, { headers: { accept: '*/*' } })
    expect(asProgram.status).toBe(403)
    const asPerson = await browser.post('/api/auth/signin/email', fields)
    expect(asPerson.headers.get('location')).toBe('/sign-in?problem=form')
  }
  const links = await world.db.select().from(signInLinks).where(eq(signInLinks.email, email))
  expect(links).toHaveLength(0)
  expect(world.mail.to(email)).toHaveLength(0)
})

test('B40 a login form sent from another site sends no mail', async () => {
  const browser = new Browser()
  const fields = { email: 'crossed@example.org', csrfToken: await formToken(browser) }
  const headers = { accept: '*/*', 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }
  const answer = await browser.post('/api/auth/signin/email', fields, { headers })
  expect(answer.status).toBe(403)
  expect(world.mail.to('crossed@example.org')).toHaveLength(0)
})

test('on plain http, where browsers leave Sec-Fetch-Site out, the Origin decides', async () => {
  // The browser of this test always names the site, so the request is made by hand.
  const { isFromOwnPage } = await import('#auth/requests.ts')
  const { NextRequest } = await import('next/server')
  const from = (origin: string | null) =>
    isFromOwnPage(
      new NextRequest('http://lab.test/sign-out', {
        method: 'POST',
        headers: { host: 'lab.test', ...(origin !== null && { origin }) },
      }),
    )
  expect(from('http://lab.test')).toBe(true)
  for (const origin of [null, 'null', 'http://evil.example', 'http://lab.test.evil.example', 'rubbish']) {
    expect(from(origin)).toBe(false)
  }
})

test('the session endpoint tells name and address and nothing else', async () => {
  const browser = new Browser()
  await signIn(world.mail, browser, 'listed@example.org')
  const answer = await browser.get('/api/auth/session')
  const text = await answer.text()
  expect(JSON.parse(text)).toEqual({
    user: { name: null, email: 'listed@example.org' },
    expires: expect.stringMatching(/^\d{4}-/),
  })
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  expect(text).not.toContain(browser.cookie('session'))
})

test.each([
  ['GET', '/api/auth/providers'],
  ['GET', '/api/auth/callback/sso?code=1'],
  ['HEAD', '/api/auth/callback/sso?code=1'],
  ['POST', '/api/auth/_log'],
  ['POST', '/api/auth/session'],
  ['POST', '/api/auth/callback/credentials'],
  ['GET', '/api/auth/__proto__'],
])('%s %s signs nobody in and is no error of ours', async (method, path) => {
  const browser = new Browser()
  const answer =
    method === 'POST'
      ? await browser.post(path, {})
      : await browser.get(path, method === 'HEAD' ? { method } : {})
  expect(answer.status).toBeLessThan(500)
  expect(browser.cookie('session')).toBeUndefined()
})

test('B48 a tampered or expired session cookie is nobody, and is taken back', async () => {
  const browser = new Browser()
  await signIn(world.mail, browser, 'b48@example.org')
  const cookie = browser.cookie('session') ?? ''
  const tampered = `${cookie.slice(0, -1)}${cookie.endsWith('A') ? 'B' : 'A'}`
  expect(await findViewer(world.db, tampered)).toBeNull()
  browser.cookies.set('qlab.session', tampered)
  expect(await whoAmI(browser)).toBeNull()
  expect(browser.cookie('session')).toBeUndefined()

  await world.db.update(sessions).set({ expiresAt: sql`now() - interval '1 second'` })
  expect(await findViewer(world.db, cookie)).toBeNull()
  browser.cookies.set('qlab.session', cookie)
  await browser.get('/api/auth/signin')
  expect(browser.cookie('session')).toBeUndefined()
})

test('B48 signing out ends the session in the database too', async () => {
  const browser = new Browser()
  await signIn(world.mail, browser, 'leaving@example.org')
  const cookie = browser.cookie('session') ?? ''

  const forged = await browser.post(
    '/sign-out',
    {},
    { headers: { accept: '*/*', 'sec-fetch-site': 'cross-site' } },
  )
  expect(forged.status).toBe(403)
  expect(await findViewer(world.db, cookie)).not.toBeNull()

  const answer = await browser.post('/sign-out', {})
  expect(answer.status).toBe(303)
  expect(browser.cookie('session')).toBeUndefined()
  expect(await findViewer(world.db, cookie)).toBeNull()
  browser.cookies.set('qlab.session', cookie)
  expect(await whoAmI(browser)).toBeNull()
})

test('signing in again replaces the session of this browser and leaves those of others', async () => {
  const laptop = new Browser()
  const phone = new Browser()
  await signIn(world.mail, laptop, 'again@example.org')
  await signIn(world.mail, phone, 'again@example.org')
  const first = laptop.cookie('session') ?? ''
  await signIn(world.mail, laptop, 'again@example.org')
  expect(await findViewer(world.db, first)).toBeNull()
  expect(await whoAmI(laptop)).toEqual({ name: null, email: 'again@example.org' })
  expect(await whoAmI(phone)).toEqual({ name: null, email: 'again@example.org' })
})

test('B49 a role given or taken away holds from the next request on', async () => {
  const browser = new Browser()
  await signIn(world.mail, browser, 'b49@example.org')
  const cookie = browser.cookie('session') ?? ''
  const setRole = (platformRole: 'STAFF' | null) =>
    world.db.update(people).set({ platformRole }).where(eq(people.email, 'b49@example.org'))
  await setRole('STAFF')
  expect((await findViewer(world.db, cookie))?.platformRole).toBe('STAFF')
  await setRole(null)
  expect((await findViewer(world.db, cookie))?.platformRole).toBeNull()
})
