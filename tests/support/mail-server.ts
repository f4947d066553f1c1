import type { AddressInfo } from 'node:net'
import { simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'

export type ReceivedMail = {
  to: string[]
  from: string
  subject: string
  text: string
  /** Headers for lists of mails, as they were sent. */
  list: string[]
}

export type MailServer = {
  url: string
  /** Everything received so far. */
  mails: ReceivedMail[]
  /** The mails to one address. */
  to: (address: string) => ReceivedMail[]
  close: () => Promise<void>
}

/** A real SMTP server on a free port, which keeps what it is sent. It takes nothing for addresses at `full.example`. */
export async function startMailServer(): Promise<MailServer> {
  const mails: ReceivedMail[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo({ address }, _session, done) {
      done(address.endsWith('@full.example') ? new Error('This mailbox is full') : null)
    },
    onData(stream, session, done) {
      simpleParser(stream).then(({ from, subject, text, headerLines }) => {
        // The envelope decides who gets a mail, not its headers.
        const to = session.envelope.rcptTo.map(({ address }) => address)
        const list = headerLines.filter(({ key }) => key.startsWith('list-')).map(({ line }) => line)
        mails.push({ to, from: from?.text ?? '', subject: subject ?? '', text: text ?? '', list })
        done()
      }, done)
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    to: (address) => mails.filter((mail) => mail.to.includes(address)),
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}
