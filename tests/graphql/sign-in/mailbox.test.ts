import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { mails } from '#db/schema/mails.ts'
import { mailboxIsOpen, mailConfigured, readMailbox, sendMail } from '#mail.ts'
import { Browser } from '#tests/support/browser.ts'
import { askForLink, type SignInWorld, signInWorld } from '#tests/support/sign-in-world.ts'

let world: SignInWorld
beforeAll(async () => {
  world = await signInWorld({ SMTP_URL: '', PUBLIC_URL: 'http://lab.test', MAILBOX: 'on' })
})
afterAll(() => world.close())

function isOpen(address: string, host: string): boolean {
  return mailboxIsOpen(new Headers({ 'x-qlab-remote-address': address, host }))
}

test('without a mail server a link lands in the mailbox', async () => {
  expect(mailConfigured()).toBe(false)
  await askForLink(new Browser(), 'anna@example.org')
  const [mail] = await readMailbox()
  expect(mail).toMatchObject({ recipient: 'anna@example.org', subject: 'Sign in to Q Lab Workshops' })
  expect(mail?.body).toContain('http://lab.test/sign-in/confirm?token=')
  expect(world.mail.mails).toHaveLength(0)
})

test('mails older than a week leave with the next one', async () => {
  await world.db.update(mails).set({ createdAt: sql`now() - interval '8 days'` })
  await sendMail({ to: 'bea@example.org', subject: 'Hello', text: 'Hello.' })
  expect((await readMailbox()).map(({ recipient }) => recipient)).toEqual(['bea@example.org'])
})

test('the mailbox opens on this machine only', () => {
  for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
    expect(isOpen(address, 'localhost:3000')).toBe(true)
    expect(isOpen(address, '127.0.0.1')).toBe(true)
    expect(isOpen(address, '[::1]:3000')).toBe(true)
  }
  expect(isOpen('192.168.1.20', 'localhost:3000')).toBe(false)
  expect(isOpen('', 'localhost:3000')).toBe(false)
  expect(isOpen('127.0.0.1.evil.example', 'localhost')).toBe(false)
})

test('behind a proxy that hides who calls it stays shut, and with a public address unless it is asked for', async () => {
  const own = { 'x-qlab-remote-address': '127.0.0.1', host: 'localhost:3000' }
  expect(mailboxIsOpen(new Headers({ ...own, 'x-qlab-proxied': 'yes' }))).toBe(false)
  for (const [settings, open] of [
    [{}, false],
    [{ MAILBOX: 'off' }, false],
    [{ MAILBOX: 'on' }, true],
    [{ PUBLIC_URL: '' }, true],
    [{ PUBLIC_URL: '', MAILBOX: 'off' }, false],
  ] as const) {
    vi.resetModules()
    Object.assign(process.env, { PUBLIC_URL: 'http://lab.test', MAILBOX: '', ...settings })
    const mail = await import('#mail.ts')
    expect([settings, mail.mailboxIsOpen(new Headers(own))]).toEqual([settings, open])
  }
})

test('a proxy on this machine, or a foreign name that points here, does not open it', () => {
  for (const host of ['lab.example.org', 'evil.example:3000', 'localhost.evil.example', '']) {
    expect(isOpen('127.0.0.1', host)).toBe(false)
  }
})
