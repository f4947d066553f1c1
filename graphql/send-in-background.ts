import { log } from '#log.ts'
import { type Mail, sendMail } from '#mail.ts'

const AT_ONCE = 5

/**
 * Sends mails without making the person wait who caused them, a few at a time. What they announce is already saved, so a
 * mail that is not taken is logged and changes nothing.
 */
export function sendInBackground(mails: readonly Mail[]): void {
  const waiting = [...mails]
  for (let sender = 0; sender < Math.min(AT_ONCE, mails.length); sender += 1) void sendAll(waiting)
}

async function sendAll(waiting: Mail[]): Promise<void> {
  for (let mail = waiting.shift(); mail !== undefined; mail = waiting.shift()) {
    try {
      await sendMail(mail)
    } catch (err) {
      log.error({ err }, 'a mail was not sent')
    }
  }
}
