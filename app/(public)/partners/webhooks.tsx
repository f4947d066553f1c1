import {
  ANSWER_SECONDS,
  EVENT_NAMES,
  FAILING_DAYS,
  TRIES_IN_WORDS,
  WEBHOOK_EVENTS,
  WEBHOOK_LOG_DAYS,
  WEBHOOK_TRIES,
  type WebhookEvent,
} from '#domain/webhooks.ts'
import { DataTable } from '../../_ui/data-table.tsx'
import { TextLink } from '../../_ui/text-link.tsx'
import { CodeBlock } from './code-block.tsx'
import { WEBHOOKS_QUERY } from './example-queries.ts'
import { EXAMPLE_MESSAGE, NODE_RECEIVER, PYTHON_RECEIVER } from './webhook-examples.ts'

type Meaning = { means: string; remedy: string }

const MEANINGS: Record<WebhookEvent, Meaning> = {
  CONTENT_CHANGED: {
    means:
      'Something was written, changed or taken away: in these workshops, or in these projects and their published briefs.',
    remedy: 'Ask for what has changed in them since you asked last.',
  },
  WORKSHOP_PUBLISHED: {
    means: 'These workshops can be read from now on.',
    remedy: 'Copy them.',
  },
  WORKSHOP_UNPUBLISHED: {
    means: 'These workshops cannot be read any more.',
    remedy: 'Remove them from your copy.',
  },
  TEST: {
    means: 'The Lab has pressed the test button. Both lists are empty.',
    remedy: 'Nothing.',
  },
}

const HEADERS = [
  {
    name: 'webhook-id',
    means: 'The id of the message. It stays the same when the message is sent again.',
    remedy: 'Keep the ids of some days, and leave out what you have had.',
  },
  {
    name: 'webhook-timestamp',
    means: 'When this try was made, in seconds since 1970.',
    remedy: 'Refuse what is more than five minutes from your clock.',
  },
  {
    name: 'webhook-signature',
    means: 'v1, a comma, and HMAC-SHA256 over the id, a full stop, the timestamp, a full stop and the body.',
    remedy: 'Work it out over the body as it came, and compare.',
  },
]

/** How a partner's own host is told that there is something to fetch. */
export function Webhooks() {
  return (
    <section aria-labelledby="webhooks">
      <h2 id="webhooks">Webhooks</h2>
      <p className="mt-3 max-w-prose">
        Rather than asking every hour whether there is anything new, you can be told. Give the Lab’s
        administrator an https address of yours at a public host. They register it for your token and give you
        a signing secret, <code>whsec_…</code>, once. Within a minute of a change that your token can read, a
        message comes in by POST. It holds ids only: you fetch the rest with your token, as ever. However much
        happens in a minute, it is one message.
      </p>
      <CodeBlock className="mt-4" what="A message" code={EXAMPLE_MESSAGE} />
      <h3 className="mt-8 mb-3">What comes</h3>
      <DataTable
        caption="Types of messages"
        columns={[
          {
            key: 'type',
            header: 'Type',
            cell: ({ event }) => <code className="whitespace-nowrap">{EVENT_NAMES[event]}</code>,
          },
          { key: 'means', header: 'What it says', cell: ({ means }) => means, bare: true },
          { key: 'remedy', header: 'What to do', cell: ({ remedy }) => remedy, bare: true },
        ]}
        rows={WEBHOOK_EVENTS.map((event) => ({ event, ...MEANINGS[event] }))}
        rowKey={({ event }) => event}
      />
      <p className="mt-4 max-w-prose">
        To fetch what has changed, ask the lists of a workshop with <code>updatedSince</code>, from the moment
        at which you asked last, and <TextLink href="/partners/schema#Query.removals">removals</TextLink> for
        what to forget. Counts of people and of dots alone are no change.
      </p>
      <h3 className="mt-8 mb-3">Make sure that it comes from the Lab</h3>
      <p className="mb-4 max-w-prose">
        Anybody can send something to your address, so check every message before you believe it. The
        signature follows <em>Standard Webhooks</em>, for which there are libraries in many languages. The
        secret is the part after <code>whsec_</code>, in Base64.
      </p>
      <DataTable
        caption="Headers of a message"
        columns={[
          {
            key: 'name',
            header: 'Header',
            cell: ({ name }) => <code className="whitespace-nowrap">{name}</code>,
          },
          { key: 'means', header: 'What it is', cell: ({ means }) => means, bare: true },
          { key: 'remedy', header: 'What to do', cell: ({ remedy }) => remedy, bare: true },
        ]}
        rows={HEADERS}
        rowKey={({ name }) => name}
      />
      <p className="mt-6 mb-3 max-w-prose">
        A whole receiver, for behind a web server that speaks https. Node.js 20 or newer, nothing to install;
        save as receiver.mjs:
      </p>
      <CodeBlock what="JavaScript" code={NODE_RECEIVER} />
      <p className="mt-6 mb-3 max-w-prose">The same in Python 3.9 or newer, as receiver.py:</p>
      <CodeBlock what="Python" code={PYTHON_RECEIVER} />
      <h3 className="mt-8">If it does not arrive</h3>
      <p className="mt-3 max-w-prose">
        Any status from 200 to 299 within {ANSWER_SECONDS} seconds says that it has arrived; what else you
        answer is not read. Otherwise it is sent again, {WEBHOOK_TRIES} times in all, within a day: after{' '}
        {TRIES_IN_WORDS}. Meanwhile, later changes wait and then come together. Answer 410 if you want no
        more. If nothing has arrived for {FAILING_DAYS} days, the webhook is paused, and the Lab can resume
        it; you are then told what has changed meanwhile.
      </p>
      <p className="mt-3 max-w-prose">
        Redirections are not followed, certificates must be valid, and names that lead to private addresses
        are not called. Use the usual port, or one from 1024 on. A message may come twice, and two may come in
        another order than they were sent.
      </p>
      <p className="mt-3 mb-3 max-w-prose">Your token reads the log of the last {WEBHOOK_LOG_DAYS} days:</p>
      <CodeBlock what="GraphQL" code={WEBHOOKS_QUERY.query} />
    </section>
  )
}
