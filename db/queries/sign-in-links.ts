import { and, eq, gt, isNull, lt, sql } from 'drizzle-orm'
import type { Executor } from '#db/client.ts'
import { signInLinks } from '#db/schema/sessions.ts'

/** So many wrong codes end a link. */
export const WRONG_CODES_ALLOWED = 5

const LIFETIME = sql.raw(`interval '10 minutes'`)
// Long enough to tell "used" and "expired" from "unknown" when somebody opens an old mail.
const REMEMBERED = sql.raw(`interval '2 days'`)

/** READY can be used; the other states say why it cannot. */
export type LinkState = 'READY' | 'USED' | 'EXPIRED' | 'TOO_MANY_WRONG_CODES'

export type LinkRow = { email: string; browserHash: string; wrongCodes: number; state: LinkState }

/** Keeps a new link; its ten minutes run by the database's clock. */
export async function insertSignInLink(
  db: Executor,
  link: { tokenHash: string; email: string; browserHash: string; codeHash: string },
): Promise<void> {
  await db.insert(signInLinks).values({ ...link, expiresAt: sql`now() + ${LIFETIME}` })
  await db.delete(signInLinks).where(lt(signInLinks.expiresAt, sql`now() - ${REMEMBERED}`))
}

/** Looks at a link without touching it: mail scanners open links too. */
export async function findSignInLink(db: Executor, tokenHash: string): Promise<LinkRow | null> {
  const [row] = await db
    .select({
      email: signInLinks.email,
      browserHash: signInLinks.browserHash,
      wrongCodes: signInLinks.wrongCodes,
      state: sql<LinkState>`case
        when ${signInLinks.usedAt} is not null then 'USED'
        when ${signInLinks.wrongCodes} >= ${WRONG_CODES_ALLOWED} then 'TOO_MANY_WRONG_CODES'
        when ${signInLinks.expiresAt} <= now() then 'EXPIRED'
        else 'READY' end`,
    })
    .from(signInLinks)
    .where(eq(signInLinks.tokenHash, tokenHash))
  return row ?? null
}

/**
 * Uses a link up if it comes from the browser that asked for it or with the right code; otherwise counts a wrong code.
 * One statement, so that neither two clicks nor a burst of guesses get more than they may. Null when refused.
 */
export async function takeSignInLink(
  db: Executor,
  proof: { tokenHash: string; browserHash: string | null; codeHash: string | null },
): Promise<{ email: string } | null> {
  const proven = sql`(${signInLinks.browserHash} = ${proof.browserHash} or ${signInLinks.codeHash} = ${proof.codeHash})`
  const [row] = await db
    .update(signInLinks)
    .set({
      usedAt: sql`case when ${proven} then now() end`,
      wrongCodes: sql`${signInLinks.wrongCodes} + case when ${proven} then 0 else 1 end`,
    })
    .where(
      and(
        eq(signInLinks.tokenHash, proof.tokenHash),
        isNull(signInLinks.usedAt),
        lt(signInLinks.wrongCodes, WRONG_CODES_ALLOWED),
        gt(signInLinks.expiresAt, sql`now()`),
      ),
    )
    .returning({ email: signInLinks.email, usedAt: signInLinks.usedAt })
  return row?.usedAt ? { email: row.email } : null
}
