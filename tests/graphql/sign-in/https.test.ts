import { afterAll, beforeAll, expect, test } from 'vitest'
import { Browser } from '#tests/support/browser.ts'
import { linkTo, type SignInWorld, signIn, signInWorld, whoAmI } from '#tests/support/sign-in-world.ts'

let world: SignInWorld
beforeAll(async () => {
  world = await signInWorld({ PUBLIC_URL: 'https://lab.example.org' })
})
afterAll(() => world.close())

test('under https every cookie is bound to this one host', async () => {
  const browser = new Browser('https://lab.example.org')
  const signedIn = await signIn(world.mail, browser, 'anna@example.org')
  expect([...browser.cookies.keys()].sort()).toEqual([
    '__Host-qlab.browser',
    '__Host-qlab.callback-url',
    '__Host-qlab.csrf',
    '__Host-qlab.session',
  ])
  const session = signedIn.headers.getSetCookie().find((cookie) => cookie.includes('session'))
  expect(session).toMatch(/; Path=\//)
  expect(session).toMatch(/; HttpOnly/)
  expect(session).toMatch(/; Secure/)
  expect(session).toMatch(/; SameSite=Lax/)
  expect(session).not.toMatch(/; Domain/)
  expect(await whoAmI(browser)).toEqual({ name: null, email: 'anna@example.org' })
})

test('links lead to the public address, whatever host a request claims', async () => {
  const browser = new Browser('https://evil.example')
  await signIn(world.mail, browser, 'bea@example.org')
  expect(linkTo(world.mail, 'bea@example.org').origin).toBe('https://lab.example.org')
})
