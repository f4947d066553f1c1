import { createHash, timingSafeEqual } from 'node:crypto'
import { db } from '#db/client.ts'
import { hashToken } from '#db/queries/sessions.ts'
import {
  findSignInLink,
  insertSignInLink,
  type LinkState,
  takeSignInLink,
  WRONG_CODES_ALLOWED,
} from '#db/queries/sign-in-links.ts'
import { sendMail } from '#mail.ts'
import { mailedOrigin } from '#own-addresses.ts'
import { authSecret, keyedHash } from './secret.ts'

/**
 * Links by e-mail. A link signs in the browser that asked for it; in any other it also needs the six digits which that
 * first browser shows, so that a forwarded or intercepted mail is not enough.
 */

/** A link as the confirm page shows it. The address is told only to the browser that asked. */
export type LinkOutlook =
  | { state: 'READY'; email: string }
  | { state: 'CODE_NEEDED'; triesLeft: number }
  | { state: 'UNKNOWN' | Exclude<LinkState, 'READY'> }

/** The hash under which next-auth keeps a token: the token with the secret behind it. */
export function linkHash(token: string): string {
  return createHash('sha256')
    .update(token + authSecret())
    .digest('hex')
}

/** The six digits of a browser, made from its cookie: nothing to store, the same for all its links. */
export function codeOfBrowser(browser: string): string {
  const number = keyedHash('six digits', browser).readUInt32BE() % 1_000_000
  return String(number).padStart(6, '0')
}

/** The six digits out of whatever was typed; null when they are not six. */
export function readCode(typed: string | undefined): string | null {
  const digits = (typed ?? '').normalize('NFKC').replace(/[\s-]/g, '')
  return /^\d{6}$/.test(digits) ? digits : null
}

/** Keeps the hash of a link that is being mailed. */
export async function keepLink(link: { tokenHash: string; email: string; browser: string }): Promise<void> {
  const { tokenHash, email, browser } = link
  const codeHash = hashCode(tokenHash, codeOfBrowser(browser))
  await insertSignInLink(db, { tokenHash, email, browserHash: hashToken(browser), codeHash })
}

/** Mails a link. */
export async function mailLink(link: {
  email: string
  token: string
  origin: string
  next: string
}): Promise<void> {
  const url = new URL('/sign-in/confirm', mailedOrigin(link.origin))
  url.searchParams.set('token', link.token)
  if (link.next !== '/') url.searchParams.set('callbackUrl', link.next)
  await sendMail({
    to: link.email,
    subject: 'Sign in to Q Lab Workshops',
    text: `Open this link to sign in to Q Lab Workshops:

${url.href}

The link works once, in the next ten minutes. On another phone or computer than the one you asked with, you also need the six digits that are shown there.

You did not ask for this? Then do nothing. Nobody can sign in without this mail.
`,
  })
}

/** What to tell somebody about a link: what happened, and what to do. */
export function describeLink(outlook: LinkOutlook): { title: string; text: string } {
  switch (outlook.state) {
    case 'READY':
      return { title: 'Sign in', text: 'Press the button to sign in.' }
    case 'CODE_NEEDED':
      return {
        title: 'Enter the six digits',
        text: 'You asked for this link on another phone or computer, or in another browser. Enter the six digits that are shown there.',
      }
    case 'USED':
      return {
        title: 'This link has been used',
        text: 'A link signs you in once. If you need to sign in again, ask for a new link.',
      }
    case 'EXPIRED':
      return { title: 'This link has expired', text: 'Links work for ten minutes. Ask for a new link.' }
    case 'TOO_MANY_WRONG_CODES':
      return {
        title: 'This link no longer works',
        text: 'Wrong digits were entered five times, so the link was ended. Ask for a new link.',
      }
    case 'UNKNOWN':
      return {
        title: 'This link does not work',
        text: 'It may be incomplete or more than two days old. Open it again from the mail, or ask for a new link.',
      }
  }
}

/** What a browser would find behind a link. Looking uses nothing up. */
export async function lookAtLink(token: string, browser: string | undefined): Promise<LinkOutlook> {
  const link = await findSignInLink(db, linkHash(token))
  if (link === null) return { state: 'UNKNOWN' }
  if (link.state !== 'READY') return { state: link.state }
  if (browser !== undefined && same(hashToken(browser), link.browserHash))
    return { state: 'READY', email: link.email }
  return { state: 'CODE_NEEDED', triesLeft: WRONG_CODES_ALLOWED - link.wrongCodes }
}

/** Uses a link up, with the browser's cookie or the typed code as proof. Null when neither will do. */
export function takeLink(proof: {
  tokenHash: string
  browser: string | undefined
  code: string | null
}): Promise<{ email: string } | null> {
  return takeSignInLink(db, {
    tokenHash: proof.tokenHash,
    browserHash: proof.browser === undefined ? null : hashToken(proof.browser),
    codeHash: proof.code === null ? null : hashCode(proof.tokenHash, proof.code),
  })
}

// Keyed, because six digits behind a plain hash are found by trying them all.
function hashCode(tokenHash: string, code: string): string {
  return keyedHash('code of a link', `${tokenHash} ${code}`).toString('base64url')
}

function same(a: string, b: string): boolean {
  return a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))
}
