import { createTransport, type Transporter } from 'nodemailer'
import { db } from '#db/client.ts'
import { insertMail, listMails, type MailRow } from '#db/queries/mails.ts'
import { env } from '#env.ts'
import { isLoopback } from '#own-addresses.ts'

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
 * own, with no trace of a proxy, and where the product has no public address or MAILBOX=on asks for it. Its mails hold
 * links that sign in as anybody.
 */
export function mailboxIsOpen(headers: Headers): boolean {
  const { MAILBOX, PUBLIC_URL } = env()
  const wanted = MAILBOX === undefined ? PUBLIC_URL === undefined : MAILBOX === 'on'
  const address = (headers.get('x-qlab-remote-address') ?? '').replace(/^::ffff:/, '')
  const host = (headers.get('host') ?? '').replace(/:\d+$/, '')
  const here = /^(127\.\d+\.\d+\.\d+|::1)$/.test(address) && OWN_NAMES.includes(host)
  return wanted && here && !mailConfigured() && !headers.has('x-qlab-proxied')
}

/** Whether people elsewhere are invited to an address from which no mail leaves: said to whoever runs the product. */
export function mailIsMissing(): boolean {
  return env().PUBLIC_URL !== undefined && !isLoopback(env().PUBLIC_URL ?? '') && !mailConfigured()
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
  // A password and links that sign people in do not cross a network in the clear.
  const local = isLoopback(`http://${url.hostname}`)
  if (url.protocol === 'smtp:' && !local) url.searchParams.set('requireTLS', 'true')
  opened = createTransport(url.href)
  return opened
}
