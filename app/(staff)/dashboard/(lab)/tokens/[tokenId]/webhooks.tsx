import { WEBHOOK_LOG_DAYS, WEBHOOKS_AT_MOST } from '#domain/webhooks.ts'
import { Card } from '../../../../../_ui/card.tsx'
import { momentOf } from '../../../../../_ui/moments.ts'
import { Notice } from '../../../../../_ui/notice.tsx'
import { ShowMore } from '../../../../../_ui/show-more.tsx'
import { Tag } from '../../../../../_ui/tag.tsx'
import { TextLink } from '../../../../../_ui/text-link.tsx'
import { WebhookLog } from '../../../../../_ui/webhook-log.tsx'
import { RefreshWhile } from './refresh-while.tsx'
import { RegisterWebhook } from './register-webhook.tsx'
import { WebhookActs } from './webhook-acts.tsx'
import type { WebhookOnPageFragment } from './webhooks.generated.ts'

type Webhook = WebhookOnPageFragment
type Props = {
  tokenId: string
  tokenWorks: boolean
  webhooks: readonly Webhook[]
  /** The address at which the logs are shown longer; null where they are as long as they get. */
  longerHref: string | null
}

/** The addresses that are told when something changes which a token opens. */
export function Webhooks({ tokenId, tokenWorks, webhooks, longerHref }: Props) {
  if (!tokenWorks && webhooks.length === 0) return null
  return (
    <section aria-labelledby="webhooks" className="mt-10">
      <h2 id="webhooks">Webhooks</h2>
      <p className="mt-1 max-w-prose">
        An address of the organisation is told within a minute when something has changed that this token
        reads: ids only, signed. They fetch the rest with their token.{' '}
        <TextLink href="/partners#webhooks">How webhooks work</TextLink>
      </p>
      {tokenWorks ? null : (
        <Notice kind="warning" className="mt-4 max-w-prose">
          <p>This token does not work any more, so nothing is sent.</p>
        </Notice>
      )}
      {webhooks.map((webhook) => (
        <WebhookCard key={webhook.id} webhook={webhook} tokenWorks={tokenWorks} longerHref={longerHref} />
      ))}
      {tokenWorks ? <RegisterWebhook tokenId={tokenId} full={webhooks.length >= WEBHOOKS_AT_MOST} /> : null}
    </section>
  )
}

type CardProps = { webhook: Webhook } & Pick<Props, 'tokenWorks' | 'longerHref'>

function WebhookCard({ webhook, tokenWorks, longerHref }: CardProps) {
  const { id, url, state, pauseReason, failingSince, deliveries } = webhook
  const log = deliveries.edges.map(({ node }) => node)
  const paused = state === 'PAUSED'
  const testing = log.some((delivery) => delivery.event === 'TEST' && delivery.state === 'WAITING')
  return (
    <Card as="article" className="mt-4" aria-labelledby={`webhook-${id}`}>
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h3 id={`webhook-${id}`} className="wrap-anywhere">
          {url}
        </h3>
        {tokenWorks ? <Tag tone={paused ? 'waits' : 'holds'}>{paused ? 'Paused' : 'Active'}</Tag> : null}
      </div>
      {pauseReason ? <p className="mt-1">{pauseReason}</p> : null}
      {failingSince && tokenWorks && !paused ? (
        <p className="mt-1">Nothing has arrived there since {momentOf(failingSince)}.</p>
      ) : null}
      <WebhookActs id={id} url={url} paused={paused} tokenWorks={tokenWorks} />
      {testing && tokenWorks ? <RefreshWhile said="The log says what came of the test." /> : null}
      <h4 className="mt-6 font-bold">Log of the last {WEBHOOK_LOG_DAYS} days</h4>
      {log.length === 0 ? (
        <p className="mt-1 text-ink-soft">
          Nothing has been sent yet. Send a test to see whether it arrives.
        </p>
      ) : (
        <div className="mt-2">
          <WebhookLog url={url} deliveries={log} />
        </div>
      )}
      {longerHref ? (
        <ShowMore href={longerHref} shown={log.length} total={deliveries.totalCount} noun="deliveries" />
      ) : null}
    </Card>
  )
}
