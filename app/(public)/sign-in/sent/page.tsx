import type { Metadata } from 'next'
import { cookies, headers } from 'next/headers'
import Link from 'next/link'
import { redirect } from 'next/navigation'
import { codeOfBrowser } from '#auth/sign-in-links.ts'
import { readTyped } from '#auth/typed.ts'
import { namedCookie } from '#auth-cookies.ts'
import { mailboxIsOpen, mailConfigured } from '#mail.ts'
import { Notice } from '../../../_ui/notice.tsx'
import { PageHeading } from '../../../_ui/page-heading.tsx'

export const metadata: Metadata = { title: 'Check your e-mail' }

/** What follows the request for a link: the same words for every address, known or not. */
export default async function LinkSentPage() {
  const jar = await cookies()
  const browser = jar.get(namedCookie('browser').name)?.value
  const { email } = readTyped(jar.get(namedCookie('typed').name)?.value)
  if (!browser) redirect('/sign-in')
  const code = codeOfBrowser(browser)

  return (
    <>
      <PageHeading
        title="Check your e-mail"
        lead={
          <>
            We have sent a link to <strong className="break-words">{email || 'your address'}</strong>. It
            works once, in the next ten minutes.
          </>
        }
      />
      <div className="max-w-prose space-y-6">
        {mailConfigured() ? null : <NoMailNotice mailbox={mailboxIsOpen(await headers())} />}
        <p>Open the link on this device and you are in.</p>
        <section aria-labelledby="digits">
          <h2 id="digits">On another device</h2>
          <p>
            If you open the mail on another phone or computer, you are asked for these six digits. Keep them
            to yourself.
          </p>
          <p className="mt-2 text-title font-bold tabular-nums">
            <span aria-hidden>
              {code.slice(0, 3)} {code.slice(3)}
            </span>
            <span className="sr-only">{[...code].join(' ')}</span>
          </p>
        </section>
        <section aria-labelledby="no-mail">
          <h2 id="no-mail">No mail?</h2>
          <ul className="list-disc ps-6">
            <li>Look in the folder for unwanted mail.</li>
            <li>
              Check the address. <Link href="/sign-in">Change the address or ask again</Link>.
            </li>
            <li>After three mails in ten minutes, wait ten minutes.</li>
          </ul>
        </section>
      </div>
    </>
  )
}

function NoMailNotice({ mailbox }: { mailbox: boolean }) {
  if (mailbox) {
    return (
      <Notice title="No mail server is set">
        Mails stay on this computer. <Link href="/mailbox">Open the mailbox</Link>.
      </Notice>
    )
  }
  return (
    <Notice kind="warning" title="Mail is not set up here yet">
      The mail has not left this server. Whoever runs it finds it there, at /mailbox.
    </Notice>
  )
}
