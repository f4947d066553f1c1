import { type Column, DataTable } from '../../../../../_ui/data-table.tsx'
import { Disclosure } from '../../../../../_ui/disclosure.tsx'
import { momentOf } from '../../../../../_ui/moments.ts'
import { Tag, type TagTone } from '../../../../../_ui/tag.tsx'
import { DELIVERY_LABELS, toldInWords } from './webhook-words.ts'
import type { DeliveryInLogFragment } from './webhooks.generated.ts'

type Delivery = DeliveryInLogFragment

const TONES: Record<Delivery['state'], TagTone> = {
  WAITING: 'waits',
  DELIVERED: 'holds',
  GIVEN_UP: 'danger',
}

const columns: Column<Delivery>[] = [
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
    cell: ({ tries }) => <Tries tries={tries} />,
    bare: true,
  },
  {
    key: 'next',
    header: 'Next try',
    cell: ({ nextTryAt, tries }) => (nextTryAt && tries.length > 0 ? momentOf(nextTryAt) : 'None'),
  },
]

/** What was sent to one webhook, the latest first. */
export function WebhookLog({ url, deliveries }: { url: string; deliveries: readonly Delivery[] }) {
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

function Tries({ tries }: Pick<Delivery, 'tries'>) {
  const last = tries.at(-1)
  if (last === undefined) return <p className="text-ink-soft">Not tried yet.</p>
  return (
    <>
      <p>
        <span className="text-ink-soft">Try {last.number}: </span>
        {last.words}
      </p>
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
