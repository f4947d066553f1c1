import { formatDay } from '#domain/dates.ts'
import { inFigures } from '#domain/numbers.ts'
import { type Column, DataTable } from './data-table.tsx'

type Asked = { requests: number; cost: number }
type Day = Asked & { day: string; errors: number }
type Operation = Asked & { name: string }

const figures = [
  { key: 'requests', header: 'Requests', numeric: true, cell: ({ requests }: Asked) => inFigures(requests) },
  { key: 'cost', header: 'Cost', numeric: true, cell: ({ cost }: Asked) => inFigures(cost) },
]

const days: Column<Day>[] = [
  { key: 'day', header: 'Day', cell: ({ day }) => formatDay(day) },
  ...figures,
  { key: 'errors', header: 'Answers with an error', numeric: true, cell: ({ errors }) => inFigures(errors) },
]

const operations: Column<Operation>[] = [
  { key: 'name', header: 'Operation', cell: ({ name }) => name || 'Without a name' },
  ...figures,
]

type Props = { usage: readonly Day[]; topOperations: readonly Operation[] }

/** What was asked with a token: by day, and which operations most often. */
export function TokenUsage({ usage, topOperations }: Props) {
  if (usage.length === 0) return <p className="mt-1 text-ink-soft">Nothing has been asked with it.</p>
  return (
    <div className="mt-3 grid gap-8 lg:grid-cols-2 lg:items-start">
      <DataTable caption="Requests by day" columns={days} rows={usage} rowKey={({ day }) => day} />
      <DataTable
        caption="Operations asked most often"
        columns={operations}
        rows={topOperations}
        rowKey={({ name }) => name}
      />
    </div>
  )
}
