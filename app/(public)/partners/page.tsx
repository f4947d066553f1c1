import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { originOf } from '../../_apollo/origin.ts'
import { PageHeading } from '../../_ui/page-heading.tsx'
import { AskFirst } from './ask-first.tsx'
import { BulkFiles } from './bulk-files.tsx'
import { ChangeLog } from './change-log.tsx'
import { CopyAll } from './copy-all.tsx'
import { ErrorList } from './error-list.tsx'
import { Limits } from './limits.tsx'
import { PartnerNav } from './partner-nav.tsx'
import { Webhooks } from './webhooks.tsx'
import { WhatThereIs } from './what-there-is.tsx'

export const metadata: Metadata = { title: 'For partners' }

const SECTIONS = [
  ['what-there-is', 'What there is'],
  ['token', 'Get a token'],
  ['first-query', 'Your first query'],
  ['everything', 'Copy everything'],
  ['keep-a-copy', 'Keep a copy'],
  ['caching', 'Ask again cheaply'],
  ['files', 'Bulk files'],
  ['webhooks', 'Webhooks'],
  ['limits', 'Limits'],
  ['errors', 'Errors'],
  ['changes', 'Changes'],
] as const

/** All that a partner needs: what can be read, how to ask, and what the answers mean. */
export default async function PartnersPage() {
  const origin = originOf(await headers())
  return (
    <>
      <PageHeading
        title="For partners"
        lead="What the Lab has published can be read by your programs and spreadsheets, through one GraphQL endpoint. With a token, your first answer is five minutes away."
      />
      <PartnerNav />
      <nav aria-label="On this page" className="print:hidden">
        <ul className="mb-8 flex flex-wrap gap-x-6">
          {SECTIONS.map(([id, title]) => (
            <li key={id}>
              <a href={`#${id}`} className="inline-flex min-h-11 items-center">
                {title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="max-w-[58rem] space-y-12">
        <WhatThereIs />
        <section aria-labelledby="token">
          <h2 id="token">Get a token</h2>
          <p className="mt-3 max-w-prose">
            Ask the Lab’s administrator. Say who you are, what you want to read (the results, or also the
            words), and which projects or workshops. The administrator makes the token and gives it to you
            once: keep it like a password. If it is lost, or somebody else may have seen it, ask for another
            one; the old one can be ended at once.
          </p>
          <p className="mt-3 max-w-prose">
            The token travels in a header of each request: <code>Authorization: Bearer qlab_…</code>. It is
            never part of an address.
          </p>
        </section>
        <AskFirst origin={origin} />
        <CopyAll origin={origin} />
        <BulkFiles origin={origin} />
        <Webhooks />
        <Limits />
        <ErrorList />
        <ChangeLog />
      </div>
    </>
  )
}
