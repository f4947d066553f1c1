import { Tag } from '../../../_ui/tag.tsx'
import { TextLink } from '../../../_ui/text-link.tsx'
import { WebhookLog } from '../../../_ui/webhook-log.tsx'
import type { Use } from './ask-for-use.ts'

type Webhook = NonNullable<Use['webhooks']>[number]

/** The addresses that are told of changes, and what was sent to them last. */
export function TokenWebhooks({ webhooks }: { webhooks: readonly Webhook[] }) {
  return (
    <section aria-labelledby="webhooks">
      <h2 id="webhooks">Webhooks</h2>
      {webhooks.length === 0 ? (
        <p className="mt-3 max-w-prose">
          No address of yours is told when something changes. If you want that, ask the Lab’s administrator.{' '}
          <TextLink href="/partners#webhooks">How webhooks work</TextLink>
        </p>
      ) : (
        webhooks.map((webhook) => <WebhookOfToken key={webhook.id} webhook={webhook} />)
      )}
    </section>
  )
}

function WebhookOfToken({ webhook: { url, state, pauseReason, deliveries } }: { webhook: Webhook }) {
  const log = deliveries.edges.map(({ node }) => node)
  return (
    <div className="mt-6">
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 className="wrap-anywhere">{url}</h3>
        <Tag tone={state === 'PAUSED' ? 'waits' : 'holds'}>{state === 'PAUSED' ? 'Paused' : 'Active'}</Tag>
      </div>
      {pauseReason ? <p className="mt-1">{pauseReason}</p> : null}
      {log.length === 0 ? (
        <p className="mt-1 text-ink-soft">Nothing has been sent to it in the last weeks.</p>
      ) : (
        <div className="mt-3">
          <WebhookLog url={url} deliveries={log} />
        </div>
      )}
    </div>
  )
}
