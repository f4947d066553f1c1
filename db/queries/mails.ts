import { desc, lt, sql } from 'drizzle-orm'
import type { Executor } from '#db/client.ts'
import { mails } from '#db/schema/mails.ts'

export type MailRow = { id: string; recipient: string; subject: string; body: string; createdAt: Date }

const KEPT = sql.raw(`interval '7 days'`)

/** Puts a mail into the development mailbox, and takes out what is older than a week. */
export async function insertMail(
  db: Executor,
  mail: { recipient: string; subject: string; body: string },
): Promise<void> {
  await db.insert(mails).values(mail)
  await db.delete(mails).where(lt(mails.createdAt, sql`now() - ${KEPT}`))
}

/** The latest mails of the development mailbox, the newest first. */
export function listMails(db: Executor, limit: number): Promise<MailRow[]> {
  return db
    .select({
      id: mails.id,
      recipient: mails.recipient,
      subject: mails.subject,
      body: mails.body,
      createdAt: mails.createdAt,
    })
    .from(mails)
    .orderBy(desc(mails.createdAt), desc(mails.id))
    .limit(limit)
}
