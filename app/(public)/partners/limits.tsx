import { LONGEST_OVERLAP_HOURS, LONGEST_TOKEN_DAYS, USUAL_BUDGET } from '#domain/tokens.ts'
import { REQUEST_LIMITS } from '../../_apollo/partner-contract.ts'
import { DataTable } from '../../_ui/data-table.tsx'

const figure = (value: number) => value.toLocaleString('en-GB')

const LIMITS = [
  ['Requests in a minute', figure(USUAL_BUDGET.requestsPerMinute), 'Your token may have another figure.'],
  ['Cost in a minute', figure(USUAL_BUDGET.costPerMinute), 'Your token may have another figure.'],
  ['Cost of one query', figure(REQUEST_LIMITS.cost), 'A field costs 1; a list its size times what is in it.'],
  ['Levels', figure(REQUEST_LIMITS.depth), 'How deep a query may go. Introspection is not counted.'],
  ['Rows in a page', figure(REQUEST_LIMITS.page), 'Given as first. Some lists allow fewer, and say so.'],
  ['Aliases', figure(REQUEST_LIMITS.aliases), 'In one query.'],
  ['Directives', figure(REQUEST_LIMITS.directives), 'In one query.'],
  ['Length of a query', `${figure(REQUEST_LIMITS.tokens)} tokens`, 'Names, brackets and values.'],
  ['Size of a request', `${figure(REQUEST_LIMITS.bytes)} bytes`, 'With its variables.'],
  ['Life of a token', `${LONGEST_TOKEN_DAYS} days at most`, 'Ask for the next one in time.'],
  [
    'Overlap of two tokens',
    `${LONGEST_OVERLAP_HOURS / 24} days at most`,
    'When a token is replaced, both work for a while.',
  ],
].map(([what = '', most = '', note = '']) => ({ what, most, note }))

/** What may be asked, from the figures that the endpoint itself goes by. */
export function Limits() {
  return (
    <section aria-labelledby="limits">
      <h2 id="limits">Limits</h2>
      <p className="mt-3 mb-4 max-w-prose">
        Every answer to a token says what is left of its minute, in the headers <code>RateLimit</code> and{' '}
        <code>RateLimit-Policy</code>. Beyond it the answer is 429, and <code>Retry-After</code> says in how
        many seconds to come back.
      </p>
      <DataTable
        caption="Limits of the endpoint"
        columns={[
          { key: 'what', header: 'What', cell: ({ what }) => what },
          { key: 'most', header: 'At most', cell: ({ most }) => <span className="tally">{most}</span> },
          { key: 'note', header: 'Good to know', cell: ({ note }) => note, bare: true },
        ]}
        rows={LIMITS}
        rowKey={({ what }) => what}
      />
    </section>
  )
}
