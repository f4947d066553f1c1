import type { NextRequest } from 'next/server'
import { sessionCookie } from '#auth-cookies.ts'
import { db } from '#db/client.ts'
import {
  hasAdministrator,
  isFirstAdministratorLink,
  takeFirstAdministratorLink,
} from '#db/queries/first-administrator-links.ts'
import { beginSession, insertAccount, makeAdministrator, type SessionHolder } from '#db/queries/identities.ts'
import { hashToken, makeToken, SESSION_DAYS } from '#db/queries/sessions.ts'
import { LIMITS, readEmail, readText } from '#domain/text.ts'
import { findPrevious } from './email-sign-in.ts'
import { goTo, isFromOwnPage, readForm, refuse, setCookie } from './requests.ts'
import { forgetTyped, rememberTyped } from './typed.ts'

/** The first administrator comes in with the one-time link that the server prints where it was started. */

const GONE =
  'This link has been used, replaced or is more than a day old. Start the server again for a new one.'
const NOT_OURS = 'This form was not sent from our own page. Open the link again and send it from there.'

/** Whether the link still admits somebody. Looking uses nothing up. */
export async function isWelcome(token: string): Promise<boolean> {
  return !(await hasAdministrator(db)) && (await isFirstAdministratorLink(db, hashToken(token)))
}

/** What is wrong with the name and the address, each sentence for its field; null where nothing is. */
export function readWelcome(form: { name?: string; email?: string }) {
  const name = readText(form.name, { field: 'name', max: LIMITS.displayName, label: 'your name' })
  const email = readEmail(form.email)
  return { name, email }
}

/** The form of the welcome page was sent: uses the link up, makes the administrator and signs them in. */
export async function acceptWelcome(request: NextRequest, token: string): Promise<Response> {
  const form = await readForm(request)
  const page = `/welcome/${encodeURIComponent(token)}`
  if (!isFromOwnPage(request)) return refuse(request, 403, NOT_OURS, page)
  const { name, email } = readWelcome(form)
  if (!name.ok || !email.ok) {
    const sentences = [name, email].flatMap((reading) => (reading.ok ? [] : reading.refusal.message))
    return rememberTyped(refuse(request, 400, sentences.join(' '), `${page}?problem=form`), form)
  }

  const person = { name: name.value, email: email.value }
  const session = await admit(token, person, await findPrevious(request))
  if (session === null) return refuse(request, 410, GONE, page)
  const response = forgetTyped(goTo('/dashboard'))
  setCookie(response, sessionCookie(), session.token, SESSION_DAYS * 86_400)
  return response
}

async function admit(link: string, person: { name: string; email: string }, previous: SessionHolder | null) {
  const session = { token: makeToken(), expires: new Date(Date.now() + SESSION_DAYS * 86_400_000) }
  return db.transaction(async (tx) => {
    const taken = await takeFirstAdministratorLink(tx, hashToken(link))
    if (!taken || (await hasAdministrator(tx))) return null
    const { id } = await insertAccount(tx, person)
    await makeAdministrator(tx, id)
    await beginSession(tx, { ...session, personId: id, previous })
    return session
  })
}
