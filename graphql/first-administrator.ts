import type { Database } from '#db/client.ts'
import { hasAdministrator, replaceFirstAdministratorLink } from '#db/queries/first-administrator-links.ts'
import { hashToken, makeToken } from '#db/queries/sessions.ts'

/**
 * A fresh one-time link that signs the first administrator in, good for a day and in place of any older one. Null once
 * an administrator has come in: from then on, administrators invite each other.
 */
export async function firstAdministratorLink(db: Database, origin: string): Promise<string | null> {
  if (await hasAdministrator(db)) return null
  const token = makeToken()
  await replaceFirstAdministratorLink(db, hashToken(token))
  return `${origin}/welcome/${token}`
}
