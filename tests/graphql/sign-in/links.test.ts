import { networkInterfaces } from 'node:os'
import { eq, sql } from 'drizzle-orm'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ConfirmLink } from '#app/(public)/sign-in/confirm/confirm-link.tsx'
import { codeOfBrowser, linkHash, lookAtLink } from '#auth/sign-in-links.ts'
import { hashToken } from '#db/queries/sessions.ts'
import { people } from '#db/schema/people.ts'
import { sessions, signInLinks } from '#db/schema/sessions.ts'
import { Browser } from '#tests/support/browser.ts'
import {
  askForLink,
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

/** Presses the button on the page behind the link. */
function confirm(browser: Browser, token: string, fields: Record<string, string> = {}, accept = '*/*') {
  return browser.post('/api/auth/callback/email', { token, ...fields }, { headers: { accept } })
}

/** Six digits that are not the right ones. */
function wrongCode(right: string): string {
  return String((Number(right) + 1) % 1_000_000).padStart(6, '0')
}

async function linkRow(token: string) {
  const [row] = await world.db
    .select()
    .from(signInLinks)
    .where(eq(signInLinks.tokenHash, linkHash(token)))
  return row!
}

test('the link leads to the confirm page and names no address', async () => {
  await askForLink(new Browser('http://localhost:3000'), 'anna@example.org')
  const link = linkTo(world.mail, 'anna@example.org')
  expect(link.origin + link.pathname).toBe('http://localhost:3000/sign-in/confirm')
  expect([...link.searchParams.keys()]).toEqual(['token'])
})

test.each(['http://evil.test', 'http://localhost.evil.test:3000', 'http://203.0.113.7'])(
  'a link leads to this server, whatever host was asked: %s',
  async (asked) => {
    const address = `${new URL(asked).hostname}@example.org`
    await askForLink(new Browser(asked), address)
    const link = linkTo(world.mail, address)
    const own = Object.values(networkInterfaces()).flatMap((found) => found?.map((one) => one.address) ?? [])
    expect(['localhost', ...own]).toContain(link.hostname)
    expect(link.href).not.toContain(new URL(asked).host)
  },
)

test('B31 a scanner that asks with HEAD and then GET uses nothing up', async () => {
  const anna = new Browser()
  await askForLink(anna, 'scanned@example.org')
  const token = tokenTo(world.mail, 'scanned@example.org')
  const before = await linkRow(token)
  const scanner = new Browser()

  // The page itself only looks; the address that next-auth would make for a link is answered in the same spirit.
  const outlook = await lookAtLink(token, undefined)
  for (const method of ['HEAD', undefined] as const) {
    const answer = await scanner.get(`/api/auth/callback/email?token=${token}&email=scanned@example.org`, {
      method,
    })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`/sign-in/confirm?token=${token}`)
  }
  expect(outlook).toEqual({ state: 'CODE_NEEDED', triesLeft: 5 })
  expect(scanner.cookie('session')).toBeUndefined()
  expect(await linkRow(token)).toEqual(before)
})

test('B31 the page behind the link shows a button, and whose link it is only to the browser that asked', async () => {
  const page = { token: 't', next: '/', problem: null, isGuest: false }
  const own = renderToStaticMarkup(
    createElement(ConfirmLink, { ...page, outlook: { state: 'READY', email: 'anna@example.org' } }),
  )
  const other = renderToStaticMarkup(
    createElement(ConfirmLink, { ...page, outlook: { state: 'CODE_NEEDED', triesLeft: 5 } }),
  )
  expect(own).toContain('anna@example.org')
  expect(own).toMatch(/<form [^>]*action="\/api\/auth\/callback\/email" method="post".*<button type="submit"/)
  expect(other).toMatch(/<label for="code".*name="code"/)
})

test('B32 nothing on the page acts by itself', () => {
  const outlook = { state: 'READY', email: 'anna@example.org' } as const
  const page = renderToStaticMarkup(
    createElement(ConfirmLink, { token: 't', next: '/', problem: null, isGuest: false, outlook }),
  )
  expect(page).not.toMatch(/<script|autofocus|http-equiv|onload/i)
})

test('B33 pressing the button signs in once, and only a hash of the session is kept', async () => {
  const anna = new Browser()
  await askForLink(anna, 'b33@example.org', { callbackUrl: '/workshops?tab=mine' })
  const token = tokenTo(world.mail, 'b33@example.org')
  const next = linkTo(world.mail, 'b33@example.org').searchParams.get('callbackUrl') ?? ''
  const answer = await confirm(anna, token, { callbackUrl: next })

  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/workshops?tab=mine')
  expect(await whoAmI(anna)).toEqual({ name: null, email: 'b33@example.org' })
  const cookie = anna.cookie('session') ?? ''
  const kept = await world.db
    .select()
    .from(sessions)
    .where(eq(sessions.tokenHash, hashToken(cookie)))
  expect(kept).toHaveLength(1)
  expect(JSON.stringify(kept)).not.toContain(cookie)
  const [person] = await world.db.select().from(people).where(eq(people.email, 'b33@example.org'))
  expect(person).toMatchObject({ platformRole: null, emailVerifiedAt: expect.any(Date) })
})

test('B33 a button pressed on another site signs nobody in', async () => {
  const anna = new Browser()
  await askForLink(anna, 'crossed@example.org')
  const token = tokenTo(world.mail, 'crossed@example.org')
  const foreign = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': 'none' },
  ]
  for (const headers of foreign) {
    const answer = await anna.post(
      '/api/auth/callback/email',
      { token },
      { headers: { accept: '*/*', ...headers } },
    )
    expect(answer.status).toBe(403)
  }
  expect(anna.cookie('session')).toBeUndefined()
  expect((await linkRow(token)).usedAt).toBeNull()
})

test('B34 a link used twice says so, and the first session lives on', async () => {
  const anna = new Browser()
  await signIn(world.mail, anna, 'b34@example.org')
  const token = tokenTo(world.mail, 'b34@example.org')
  const before = await whoAmI(anna)

  const again = await confirm(anna, token)
  expect(again.status).toBe(410)
  expect(await again.text()).toContain('A link signs you in once')
  const asPerson = await confirm(anna, token, {}, 'text/html')
  expect(asPerson.headers.get('location')).toBe(`/sign-in/confirm?token=${token}`)
  expect(await lookAtLink(token, anna.cookie('browser'))).toEqual({ state: 'USED' })
  expect(before).toEqual({ name: null, email: 'b34@example.org' })
  expect(await whoAmI(anna)).toEqual(before)
})

test('B34 of two clicks at once, one signs in', async () => {
  const anna = new Browser()
  await askForLink(anna, 'twice@example.org')
  const token = tokenTo(world.mail, 'twice@example.org')
  const answers = await Promise.all([confirm(anna, token), confirm(anna, token), confirm(anna, token)])
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 410, 410])
})

test('B35 a link is over ten minutes after it was asked for', async () => {
  const anna = new Browser()
  await askForLink(anna, 'late@example.org')
  const token = tokenTo(world.mail, 'late@example.org')
  const { expiresAt, createdAt } = await linkRow(token)
  expect(expiresAt.getTime() - createdAt.getTime()).toBe(600_000)

  const age = sql`now() - interval '1 second'`
  await world.db
    .update(signInLinks)
    .set({ expiresAt: age })
    .where(eq(signInLinks.tokenHash, linkHash(token)))
  const answer = await confirm(anna, token)
  expect(answer.status).toBe(410)
  expect(await answer.text()).toContain('ten minutes')
  expect(anna.cookie('session')).toBeUndefined()
})

test('B36 another browser needs the six digits of the first', async () => {
  const laptop = new Browser()
  await askForLink(laptop, 'b36@example.org')
  const token = tokenTo(world.mail, 'b36@example.org')
  const shown = codeOfBrowser(laptop.cookie('browser') ?? '')
  const phone = new Browser()

  expect((await confirm(phone, token)).status).toBe(400)
  expect((await linkRow(token)).wrongCodes).toBe(0)
  const wrong = await confirm(phone, token, { code: wrongCode(shown) }, 'text/html')
  expect(wrong.headers.get('location')).toBe(`/sign-in/confirm?token=${token}&problem=wrong-code`)
  expect(await lookAtLink(token, undefined)).toEqual({ state: 'CODE_NEEDED', triesLeft: 4 })

  const right = await confirm(phone, token, { code: `${shown.slice(0, 3)} ${shown.slice(3)}` })
  expect(right.status).toBe(303)
  expect(await whoAmI(phone)).toEqual({ name: null, email: 'b36@example.org' })
})

test('B36 five wrong codes, also all at once, end the link for everybody', async () => {
  const laptop = new Browser()
  await askForLink(laptop, 'guessed@example.org')
  const token = tokenTo(world.mail, 'guessed@example.org')
  const shown = codeOfBrowser(laptop.cookie('browser') ?? '')
  const guesses = Array.from({ length: 8 }, () => confirm(new Browser(), token, { code: wrongCode(shown) }))
  await Promise.all(guesses)

  expect((await linkRow(token)).wrongCodes).toBe(5)
  expect((await confirm(new Browser(), token, { code: shown })).status).toBe(410)
  expect((await confirm(laptop, token)).status).toBe(410)
  expect((await linkRow(token)).usedAt).toBeNull()
})

test('B36 the digits of one browser are no use for a link that another asked for', async () => {
  const laptop = new Browser()
  const phone = new Browser()
  await askForLink(laptop, 'two@example.org')
  const token = tokenTo(world.mail, 'two@example.org')
  await askForLink(phone, 'somebody-else@example.org')
  const code = codeOfBrowser(phone.cookie('browser') ?? '')
  expect((await confirm(phone, token, { code })).status).toBe(400)
})

test('an unknown, empty or overlong token is told apart from nothing else', async () => {
  for (const token of ['', 'nope', 'x'.repeat(5000), '\u0000']) {
    expect((await confirm(new Browser(), token)).status).toBe(400)
  }
})

test('B41 six requests in ten minutes look alike and send three mails', async () => {
  const seen = new Set<string>()
  for (let request = 0; request < 6; request += 1) {
    const answer = await askForLink(new Browser(), 'eager@example.org')
    const cookies = answer.headers.getSetCookie().map((cookie) => cookie.replace(/=[^;]*/, ''))
    seen.add(JSON.stringify([answer.status, answer.headers.get('location'), cookies]))
  }
  expect([...seen]).toEqual([expect.stringContaining('/sign-in/sent')])
  expect(world.mail.to('eager@example.org')).toHaveLength(3)
  const links = await world.db.select().from(signInLinks).where(eq(signInLinks.email, 'eager@example.org'))
  expect(links).toHaveLength(3)
})

test('B41 an address that is known and one that is not get the same answer', async () => {
  await signIn(world.mail, new Browser(), 'known@example.org')
  const [known, unknown] = await Promise.all(
    ['known@example.org', 'unknown@example.org'].map((email) => askForLink(new Browser(), email)),
  )
  expect(known?.status).toBe(unknown?.status)
  expect(known?.headers.get('location')).toBe(unknown?.headers.get('location'))
})
