import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Database } from '#db/client.ts'
import { startSession } from '#db/queries/sessions.ts'
import { people } from '#db/schema/people.ts'
import { projects } from '#db/schema/projects.ts'
import { seats } from '#db/schema/seats.ts'
import { workshops } from '#db/schema/workshops.ts'
import { Browser } from './browser.ts'
import { testDatabase } from './database.ts'
import { type MailServer, startMailServer } from './mail-server.ts'

export type SignInWorld = { db: Database; mail: MailServer; close: () => Promise<void> }

/** A database and a mail server, which the routes of this test file use. Settings may be added before the first request. */
export async function signInWorld(settings: Record<string, string> = {}): Promise<SignInWorld> {
  const mail = await startMailServer()
  const database = await testDatabase()
  Object.assign(process.env, { SMTP_URL: mail.url, ...settings })
  Object.assign(globalThis, { qlabConnection: database })
  const close = async () => {
    await mail.close()
    await database.close()
  }
  return { db: database.db, mail, close }
}

/** Opens the sign-in form and sends it, as a person does. */
export async function askForLink(browser: Browser, email: string, fields: Record<string, string> = {}) {
  return browser.post('/api/auth/signin/email', { email, csrfToken: await formToken(browser), ...fields })
}

/** The token that the sign-in form carries in this browser. */
export async function formToken(browser: Browser): Promise<string> {
  await browser.get('/api/auth/signin')
  return decodeURIComponent(browser.cookie('csrf') ?? '').split('|')[0] ?? ''
}

/** The link in the latest mail to an address. */
export function linkTo(mail: MailServer, address: string): URL {
  const [link] = /https?:\S+/.exec(mail.to(address).at(-1)?.text ?? '') ?? []
  if (!link) throw new Error(`No mail with a link went to ${address}`)
  return new URL(link)
}

/** The token in the link of the latest mail to an address. */
export function tokenTo(mail: MailServer, address: string): string {
  return linkTo(mail, address).searchParams.get('token') ?? ''
}

/** Asks for a link, opens it in the same browser and presses the button. */
export async function signIn(mail: MailServer, browser: Browser, email: string) {
  await askForLink(browser, email)
  return browser.post('/api/auth/callback/email', { token: tokenTo(mail, email) })
}

/** What the session endpoint tells a browser about itself. */
export async function whoAmI(
  browser: Browser,
): Promise<{ name: string | null; email: string | null } | null> {
  const session = await (await browser.get('/api/auth/session')).json()
  return session.user ?? null
}

/** A workshop with nobody in it. */
export async function makeWorkshop(db: Database): Promise<string> {
  const id = v7()
  const projectId = v7()
  await db.insert(projects).values({ id: projectId, title: 'Peer support', challenge: 'What would it take?' })
  const day = '2017-07-13'
  const roomCode = id.slice(-6).toUpperCase()
  await db
    .insert(workshops)
    .values({ id, projectId, slug: id, title: 'Discovery', startsOn: day, endsOn: day, roomCode })
  return id
}

/** A browser whose person came in with a room code, and their seat. */
export async function makeGuest(db: Database, workshopId: string, displayName: string) {
  const personId = v7()
  await db.insert(people).values({ id: personId, name: displayName })
  const [seat] = await db
    .insert(seats)
    .values({ workshopId, personId, displayName, joinedAt: new Date() })
    .returning()
  const browser = new Browser()
  const { token } = await startSession(db, personId)
  browser.cookies.set('qlab.session', token)
  return { browser, personId, seatId: seat!.id, token }
}

/** All of a person's seats, by the address of their account. */
export async function seatsOf(db: Database, email: string) {
  return db
    .select({
      id: seats.id,
      workshopId: seats.workshopId,
      displayName: seats.displayName,
      role: seats.role,
      joinedAt: seats.joinedAt,
      removedAt: seats.removedAt,
      invitedEmail: seats.invitedEmail,
    })
    .from(seats)
    .innerJoin(people, eq(people.id, seats.personId))
    .where(eq(people.email, email))
}
