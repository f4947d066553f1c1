import { createTransport, type Transporter } from 'nodemailer'
import { db } from '#db/client.ts'
import { insertMail, listMails, type MailRow } from '#db/queries/mails.ts'
import { env } from '#env.ts'

/** A plain text mail to one person. Mails that come by themselves name the address at which they are stopped. */
export type Mail = { to: string; subject: string; text: string; stopUrl?: string | undefined }

const OWN_NAMES = ['localhost', '127.0.0.1', '[::1]']

/** Whether mails leave this server. Without SMTP_URL they land in the development mailbox instead. */
export function mailConfigured(): boolean {
  return env().SMTP_URL !== undefined
}

/** Sends a mail, or puts it into the development mailbox. Throws when the mail server does not take it. */
export async function sendMail({ to, subject, text, stopUrl }: Mail): Promise<void> {
  const smtp = env().SMTP_URL
  if (smtp === undefined) return insertMail(db, { recipient: to, subject, body: text })
  try {
    // An address given as an object is not parsed: it can never become two recipients.
    const recipient = { name: '', address: to }
    const headers = stopUrl === undefined ? {} : stopHeaders(stopUrl)
    await transport(smtp).sendMail({ from: env().MAIL_FROM, to: recipient, subject, text, headers })
  } catch (cause) {
    throw new Error('The mail server did not take a mail', { cause })
  }
}

/** What lets a mail program stop such mails with one click, as RFC 8058 has it. */
function stopHeaders(stopUrl: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${stopUrl}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}

/**
 * Whether the development mailbox may be shown for a request: only on the machine itself, asked for by a name of its
 * own. The name matters because a careless proxy, or a site that points its name here, also comes from this machine.
 */
export function mailboxIsOpen(headers: Headers): boolean {
  const address = (headers.get('x-qlab-remote-address') ?? '').replace(/^::ffff:/, '')
  const host = (headers.get('host') ?? '').replace(/:\d+$/, '')
  return !mailConfigured() && /^(127\.\d+\.\d+\.\d+|::1)$/.test(address) && OWN_NAMES.includes(host)
}

/** The latest hundred mails of the development mailbox. */
export function readMailbox(): Promise<MailRow[]> {
  return listMails(db, 100)
}

let opened: Transporter | undefined

function transport(smtp: string): Transporter {
  if (opened) return opened
  const url = new URL(smtp)
  // Somebody waits for the page while the mail goes out. SMTP_URL may still say otherwise.
  for (const timeout of ['connectionTimeout', 'greetingTimeout', 'socketTimeout']) {
    if (!url.searchParams.has(timeout)) url.searchParams.set(timeout, '8000')
  }
  opened = createTransport(url.href)
  return opened
}
