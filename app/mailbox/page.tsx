import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { mailboxIsOpen, readMailbox } from '#mail.ts'
import { Card } from '../_ui/card.tsx'
import { Empty } from '../_ui/empty.tsx'
import { Main } from '../_ui/main.tsx'
import { PageHeading } from '../_ui/page-heading.tsx'
import { linksIn } from './links-in.ts'

export const metadata: Metadata = { title: 'Mailbox' }

const TIME = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'medium' })

/** What would have been sent, while no mail server is set: for the person at this machine and for nobody else. */
export default async function MailboxPage() {
  if (!mailboxIsOpen(await headers())) notFound()
  const mails = await readMailbox()
  return (
    <Main>
      <PageHeading
        title="Mailbox"
        lead="No mail server is set, so mails stay here for a week. Only this computer can open this page."
      />
      {mails.length === 0 ? (
        <Empty title="No mails yet">
          Links to sign in and invitations show up here. Reload the page to see new ones.
        </Empty>
      ) : (
        <ul className="space-y-4">
          {mails.map((mail) => (
            <Card as="li" key={mail.id}>
              <h2 className="break-words">{mail.subject}</h2>
              <p className="text-ink-soft break-words">
                To {mail.recipient},{' '}
                <time dateTime={mail.createdAt.toISOString()}>{TIME.format(mail.createdAt)}</time>
              </p>
              <p className="mt-3 max-w-prose whitespace-pre-wrap break-words">
                {linksIn(mail.body).map(({ text, isLink, at }) =>
                  isLink ? (
                    <a key={at} href={text}>
                      {text}
                    </a>
                  ) : (
                    text
                  ),
                )}
              </p>
            </Card>
          ))}
        </ul>
      )}
    </Main>
  )
}
