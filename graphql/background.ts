import { z } from 'zod'
import { BallotKeyMissing } from '#db/ballot-keys.ts'
import type { Database } from '#db/client.ts'
import {
  addJobs,
  forgetFailedJobs,
  releaseAbandonedJobs,
  startWorker,
  type Tasks,
  type Worker,
} from '#db/jobs.ts'
import { insertCheckInAsks, lockDueIdeas } from '#db/queries/check-ins.ts'
import { listDuePeople, listNews, lockDuePerson, markTold } from '#db/queries/digests.ts'
import { forgetOldUsage } from '#db/queries/partner-usage.ts'
import { findViewerById } from '#db/queries/sessions.ts'
import { destroyKeysOfClosedRounds, listRoundsWithoutKey } from '#db/queries/tallies.ts'
import { forgetOldDeliveries } from '#db/queries/webhook-deliveries.ts'
import { env } from '#env.ts'
import { log } from '#log.ts'
import { type Mail, sendMail } from '#mail.ts'
import { checkInMails } from './check-in-mail.ts'
import { digestMail } from './digest-mail.ts'
import { reachableOrigin } from './join-address.ts'
import { PUBLIC_WAY, type Way } from './send-webhook.ts'
import { DELIVERY, deliverWebhook, tellWebhooks } from './tell-webhooks.ts'

/**
 * Begins the work that nobody waits for: digests and questions every hour, webhooks and what a process left undone every
 * minute, keys of closed votes too, mails as they come up.
 * `way` is how webhooks get out.
 */
export function startBackground(db: Database, url: string, way: Way = PUBLIC_WAY): Worker {
  const tasks: Tasks = {
    digests: async () => {
      await forgetFailedJobs(url)
      const due = await listDuePeople(db)
      await addJobs(
        db,
        'digest',
        due.map((personId) => ({ personId })),
      )
    },
    digest: async (payload) => prepareDigest(db, z.object({ personId: z.uuid() }).parse(payload).personId),
    checkIns: async () => askWhatBecame(db),
    partnerUsage: async () => forgetOldUsage(db),
    mail: async (payload) => sendMail(MAIL.parse(payload)),
    webhooks: async () => tellWebhooks(db),
    webhook: async (payload) => deliverWebhook(db, DELIVERY.parse(payload), way),
    abandonedJobs: async () => releaseAbandonedJobs(db),
    ballotKeys: async () => lookAfterBallotKeys(db),
    webhookLog: async () => forgetOldDeliveries(db),
  }
  return startWorker(url, tasks, {
    hourly: ['digests', 'checkIns', 'partnerUsage', 'webhookLog'],
    everyMinute: ['webhooks', 'abandonedJobs', 'ballotKeys'],
  })
}

const MAIL: z.ZodType<Mail> = z.object({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  stopUrl: z.string().optional(),
})

/**
 * Makes a person's digest into a mail that waits to be sent, and notes in the same transaction what it tells: asked
 * twice, also at once, they are told once.
 */
async function prepareDigest(db: Database, personId: string): Promise<void> {
  const viewer = await findViewerById(db, personId)
  if (viewer === null) return
  const seatIds = viewer.seats.map(({ id }) => id)
  await db.transaction(async (tx) => {
    const due = await lockDuePerson(tx, personId)
    if (due === null) return
    const news = await listNews(tx, seatIds, due)
    const mail = digestMail(viewer, news, { email: due.email, origin: ownOrigin() })
    if (mail === null) return
    await markTold(tx, personId, due.until)
    await addJobs(tx, 'mail', [mail])
  })
}

/** Asks what became of ideas whose day has come, and notes in the same transaction that it did: nobody is asked twice. */
async function askWhatBecame(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    const due = (await lockDueIdeas(tx)).filter(({ emails }) => emails.length > 0)
    await insertCheckInAsks(tx, due)
    await addJobs(tx, 'mail', checkInMails(due, ownOrigin()))
  })
}

/** Destroys what has to be gone, and says aloud which open vote can no longer be counted. */
async function lookAfterBallotKeys(db: Database): Promise<void> {
  await destroyKeysOfClosedRounds(db)
  for (const roundId of await listRoundsWithoutKey(db)) log.error(new BallotKeyMissing(roundId))
}

function ownOrigin(): string {
  return reachableOrigin(`http://localhost:${env().PORT}`)
}
