import { db } from '#db/client.ts'
import { addJobs } from '#db/jobs.ts'
import { log } from '#log.ts'
import type { Mail } from '#mail.ts'

/**
 * Sends mails without making the person wait who caused them. They wait in the database, so that neither a restart nor a
 * mail server that is away loses one. What they announce is already saved and stays so, whatever becomes of them.
 */
export function sendInBackground(mails: readonly Mail[]): void {
  addJobs(db, 'mail', mails).catch((err) => log.error({ err }, 'mails were not sent'))
}
