import { eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { isWelcome } from '#auth/welcome.ts'
import { findViewer } from '#db/queries/sessions.ts'
import { people } from '#db/schema/people.ts'
import { firstAdministratorLinks } from '#db/schema/sessions.ts'
import { firstAdministratorLink } from '#graphql/first-administrator.ts'
import { Browser } from '#tests/support/browser.ts'
import { type SignInWorld, signInWorld, whoAmI } from '#tests/support/sign-in-world.ts'

let world: SignInWorld
beforeAll(async () => {
  world = await signInWorld()
})
afterAll(() => world.close())
beforeEach(async () => {
  await world.db.delete(people).where(sql`true`)
})

async function freshToken(): Promise<string> {
  const link = await firstAdministratorLink(world.db, 'http://lab.test')
  expect(link).toMatch(/^http:\/\/lab\.test\/welcome\/[\w-]{43}$/)
  return link?.split('/').at(-1) ?? ''
}

function accept(browser: Browser, token: string, fields: Record<string, string>, headers = {}) {
  return browser.post(`/welcome/${token}/accept`, fields, { headers: { accept: '*/*', ...headers } })
}

const ANNA = { name: 'Anna', email: 'Anna@Example.org' }

test('the link makes one administrator and signs them in', async () => {
  const token = await freshToken()
  expect(await isWelcome(token)).toBe(true)
  const browser = new Browser()
  const answer = await accept(browser, token, ANNA)
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/dashboard')
  expect(await whoAmI(browser)).toEqual({ name: 'Anna', email: 'anna@example.org' })
  const viewer = await findViewer(world.db, browser.cookie('session') ?? '')
  expect(viewer?.platformRole).toBe('ADMIN')

  expect(await isWelcome(token)).toBe(false)
  const second = await accept(new Browser(), token, { name: 'Bea', email: 'bea@example.org' })
  expect(second.status).toBe(410)
  expect(await world.db.select().from(people)).toHaveLength(1)
  expect(await firstAdministratorLink(world.db, 'http://lab.test')).toBeNull()
})

test('only a hash of the link is kept, and a newer link replaces it', async () => {
  const older = await freshToken()
  const newer = await freshToken()
  const kept = await world.db.select().from(firstAdministratorLinks)
  expect(kept).toHaveLength(1)
  expect(kept[0]?.tokenHash).not.toBe(newer)
  expect((await accept(new Browser(), older, ANNA)).status).toBe(410)
  expect(await isWelcome(newer)).toBe(true)
})

test('an administrator who was invited and never came in does not close the door', async () => {
  await world.db.insert(people).values({ email: 'anna@example.org', platformRole: 'ADMIN' })
  const token = await freshToken()
  const browser = new Browser()
  expect((await accept(browser, token, ANNA)).status).toBe(303)
  const [anna] = await world.db.select().from(people).where(eq(people.email, 'anna@example.org'))
  expect(anna).toMatchObject({ name: 'Anna', platformRole: 'ADMIN', emailVerifiedAt: expect.any(Date) })
})

test('what is wrong with the form is said, what was typed is kept, and the link stays good', async () => {
  const token = await freshToken()
  const browser = new Browser()
  const answer = await accept(browser, token, { name: ' ', email: 'anna' })
  expect(answer.status).toBe(400)
  expect(await answer.text()).toBe(
    'Enter your name. This is not an e-mail address. Enter one address, like name@example.org.\n',
  )
  const asPerson = await accept(browser, token, { name: 'Anna', email: 'anna' }, { accept: 'text/html' })
  expect(asPerson.headers.get('location')).toBe(`/welcome/${token}?problem=form`)
  expect(JSON.parse(decodeURIComponent(browser.cookie('typed') ?? ''))).toEqual({
    name: 'Anna',
    email: 'anna',
  })
  expect(await isWelcome(token)).toBe(true)
})

test('a form from another site, an expired link and a made-up one admit nobody', async () => {
  const token = await freshToken()
  const crossed = await accept(new Browser(), token, ANNA, { 'sec-fetch-site': 'cross-site' })
  expect(crossed.status).toBe(403)
  expect((await accept(new Browser(), 'made-up', ANNA)).status).toBe(410)
  await world.db.update(firstAdministratorLinks).set({ expiresAt: sql`now() - interval '1 second'` })
  expect((await accept(new Browser(), token, ANNA)).status).toBe(410)
  expect(await world.db.select().from(people)).toHaveLength(0)
})

test('of two who press at once, one becomes administrator', async () => {
  const token = await freshToken()
  const answers = await Promise.all(
    ['a', 'b', 'c'].map((name) => accept(new Browser(), token, { name, email: `${name}@example.org` })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 410, 410])
})
