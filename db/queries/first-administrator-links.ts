import { and, eq, gt, isNotNull, or, sql } from 'drizzle-orm'
import type { Executor } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
import { firstAdministratorLinks, sessions } from '#db/schema/sessions.ts'

const LIFETIME = sql.raw(`interval '1 day'`)

/** Whether somebody has ever come in as an administrator. */
export async function hasAdministrator(db: Executor): Promise<boolean> {
  const cameIn = or(
    isNotNull(people.emailVerifiedAt),
    sql`exists (select from ${sessions} where ${sessions.personId} = ${people.id})`,
  )
  const rows = await db
    .select({ id: people.id })
    .from(people)
    .where(and(eq(people.platformRole, 'ADMIN'), cameIn))
    .limit(1)
  return rows.length > 0
}

/** Keeps the hash of a new link in place of any older one. */
export async function replaceFirstAdministratorLink(db: Executor, tokenHash: string): Promise<void> {
  await db.transaction(async (tx) => {
    await tx.delete(firstAdministratorLinks).where(sql`true`)
    await tx.insert(firstAdministratorLinks).values({ tokenHash, expiresAt: sql`now() + ${LIFETIME}` })
  })
}

/** Whether the link is good, without using it up. */
export async function isFirstAdministratorLink(db: Executor, tokenHash: string): Promise<boolean> {
  const rows = await db
    .select({ tokenHash: firstAdministratorLinks.tokenHash })
    .from(firstAdministratorLinks)
    .where(good(tokenHash))
  return rows.length > 0
}

/** Uses the link up; false when it was not good. */
export async function takeFirstAdministratorLink(db: Executor, tokenHash: string): Promise<boolean> {
  const rows = await db
    .delete(firstAdministratorLinks)
    .where(good(tokenHash))
    .returning({ tokenHash: firstAdministratorLinks.tokenHash })
  return rows.length > 0
}

function good(tokenHash: string) {
  return and(
    eq(firstAdministratorLinks.tokenHash, tokenHash),
    gt(firstAdministratorLinks.expiresAt, sql`now()`),
  )
}
