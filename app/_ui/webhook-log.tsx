import type { DeliveryState, WebhookEvent } from '#domain/webhooks.ts'
import { type Column, DataTable } from './data-table.tsx'
import { Disclosure } from './disclosure.tsx'
import { momentOf } from './moments.ts'
import { Tag, type TagTone } from './tag.tsx'
import { DELIVERY_LABELS, toldInWords } from './webhook-words.ts'

type Try = { id: string; number: number; triedAt: string; words: string }

/** One message as the log shows it. */
export type LoggedDelivery = {
  id: string
  event: WebhookEvent
  workshopIds: readonly string[]
  projectIds: readonly string[]
  state: DeliveryState
  createdAt: string
  nextTryAt: string | null
  tries: readonly Try[]
}

const TONES: Record<DeliveryState, TagTone> = {
  WAITING: 'waits',
  DELIVERED: 'holds',
  GIVEN_UP: 'danger',
}

const columns: Column<LoggedDelivery>[] = [
  { key: 'when', header: 'When', cell: ({ createdAt }) => momentOf(createdAt) },
  { key: 'event', header: 'What was told', cell: (delivery) => toldInWords(delivery) },
  {
    key: 'state',
    header: 'State',
    cell: ({ state }) => <Tag tone={TONES[state]}>{DELIVERY_LABELS[state]}</Tag>,
  },
  {
    key: 'tries',
    header: 'What came of it',
    cell: ({ tries, nextTryAt }) => <Tries tries={tries} nextTryAt={nextTryAt} />,
    bare: true,
  },
]

/** What was sent to one webhook, the latest first. */
export function WebhookLog({ url, deliveries }: { url: string; deliveries: readonly LoggedDelivery[] }) {
  return (
    <DataTable
      wide
      caption={`Deliveries to ${url}`}
      columns={columns}
      rows={deliveries}
      rowKey={({ id }) => id}
    />
  )
}

function Tries({ tries, nextTryAt }: Pick<LoggedDelivery, 'tries' | 'nextTryAt'>) {
  const last = tries.at(-1)
  if (last === undefined) return <p className="text-ink-soft">Not tried yet.</p>
  return (
    <>
      <p>
        <span className="text-ink-soft">Try {last.number}: </span>
        {last.words}
      </p>
      {nextTryAt ? (
        <p>
          <span className="text-ink-soft">Next try: </span>
          {momentOf(nextTryAt)}
        </p>
      ) : null}
      {tries.length > 1 ? (
        <Disclosure summary={`All ${tries.length} tries`}>
          <ol className="space-y-2">
            {tries.map(({ id, number, triedAt, words }) => (
              <li key={id}>
                <span className="block text-ink-soft">
                  Try {number}, {momentOf(triedAt)}
                </span>
                {words}
              </li>
            ))}
          </ol>
        </Disclosure>
      ) : null}
    </>
  )
}
