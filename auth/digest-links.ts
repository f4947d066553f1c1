import { timingSafeEqual } from 'node:crypto'
import { keyedHash } from './secret.ts'

/** Links that stop the mails about answers. They need no session and nothing stored: the token proves itself. */

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The token in the mails to a person. It stays good, as old mails are looked through too; all it can do is stop them. */
export function stopToken(personId: string): string {
  return `${personId}.${signature(personId).toString('base64url')}`
}

/** Whose mails a token stops; null for one that was not made here. */
export function readStopToken(token: string): string | null {
  const [personId = '', given = '', ...rest] = token.split('.')
  if (rest.length > 0 || !UUID.test(personId)) return null
  const [made, shown] = [signature(personId), Buffer.from(given, 'base64url')]
  return made.length === shown.length && timingSafeEqual(made, shown) ? personId : null
}

function signature(personId: string): Buffer {
  return keyedHash('stop the digest', personId)
}
