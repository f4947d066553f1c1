import { createHash } from 'node:crypto'
import { authSecret } from './secret.ts'

/** The token for a form, out of the cookie that next-auth set with it; null when the cookie is missing or not ours. */
export function formToken(cookie: string | undefined): string | null {
  const [token, hash] = (cookie ?? '').split('|')
  if (!token || !hash) return null
  const expected = createHash('sha256')
    .update(token + authSecret())
    .digest('hex')
  return hash === expected ? token : null
}
