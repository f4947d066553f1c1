import { Fragment } from 'react'
import { EXPORT_LINK_MINUTES, EXPORTS } from '#domain/exports.ts'
import { SCOPE_NAMES } from '#domain/tokens.ts'
import { DataTable } from '../../_ui/data-table.tsx'
import { Disclosure } from '../../_ui/disclosure.tsx'
import { TextLink } from '../../_ui/text-link.tsx'
import { CodeBlock } from './code-block.tsx'
import { fileExamples } from './file-examples.ts'
import { MarkedText } from './marked-text.tsx'

const FILES = Object.entries(EXPORTS).map(([name, shape]) => ({
  name,
  rows: shape.rows,
  scope: shape.scope === null ? 'Any' : SCOPE_NAMES[shape.scope],
  since: 'since' in shape ? 'Yes' : 'No',
  columns: shape.columns.join(', '),
}))

/** Everything of one kind in one download, and how it is fetched. */
export function BulkFiles({ origin }: { origin: string }) {
  const { curl, changes, links, powerQuery } = fileExamples(origin)
  return (
    <section aria-labelledby="files">
      <h2 id="files">Bulk files</h2>
      <p className="mt-3 mb-3 max-w-prose">
        Everything of one kind that your token may read is one file, as CSV or as JSON, from all workshops
        that it opens. Files are made while they are sent, so they are always new and may be of any length.
      </p>
      <CodeBlock what="curl" code={curl} />
      <p className="mt-6 mb-3 max-w-prose">
        Some files can be narrowed to what was written or changed at a moment or later, as the table below
        says:
      </p>
      <CodeBlock what="curl, with changes only" code={changes} />
      <h3 className="mt-8">By a link</h3>
      <p className="mt-2 mb-3 max-w-prose">
        Programs that can send no header use a link, which opens one file for {EXPORT_LINK_MINUTES} minutes
        and ends with its token. <TextLink href="/partners/use">Use of your token</TextLink> lists the links
        to all your files, and so does this query:
      </p>
      <CodeBlock what="GraphQL" code={links} />
      <h3 className="mt-8">In Excel and Power BI</h3>
      <p className="mt-2 mb-3 max-w-prose">
        For a table that can be refreshed on any day: Data, Get Data, From Other Sources, Blank Query, then
        Advanced Editor. Put your token in, and choose Anonymous when you are asked how to sign in.
      </p>
      <CodeBlock what="Power Query" code={powerQuery} />
      <h3 className="mt-8">What to know</h3>
      <ul className="mt-2 mb-6 max-w-prose list-disc space-y-1 ps-6">
        <li>
          CSV is UTF-8 with a byte order mark, and lines end as RFC 4180 has it. Nothing is an empty cell; yes
          and no are words; several ids or codes in a cell have spaces between them. A cell that a spreadsheet
          would run as a formula begins with an apostrophe.
        </li>
        <li>
          JSON is one array of objects with the same keys in the same order. Numbers are numbers, nothing is
          null, and several ids or codes are a list.
        </li>
        <li>Columns keep their names and their places. New ones are added at the end.</li>
        <li>
          A file counts as one request, and its pages cost what the same questions would, in the minutes in
          which they are read. A file that has begun goes on to its end, whatever it costs; what you ask next
          may have to wait until the minute is over.
        </li>
        <li>
          Fetch one file after the other. A second one at the same time is answered with 429; 503 says that
          too many are being fetched by all. Both say in <code>Retry-After</code> when to come back.
        </li>
        <li>
          If the connection breaks off before the end, so that a JSON array is not closed, the file is not
          whole: fetch it again. This is how a file ends whose token is revoked meanwhile.
        </li>
        <li>
          What was unpublished, hidden or withdrawn is missing from the next file. There is no file of
          ballots: tallies are what was written down when a round closed.
        </li>
      </ul>
      <p className="max-w-prose">
        There are {FILES.length} files, each as CSV and as JSON:{' '}
        {FILES.map(({ name }, place) => (
          <Fragment key={name}>
            {place > 0 ? ', ' : null}
            <code>{name}</code>
          </Fragment>
        ))}
        .
      </p>
      <Disclosure className="mt-2" summary="What each holds, its scope and its columns">
        <DataTable
          caption="Bulk files and their columns"
          wide
          columns={[
            { key: 'name', header: 'File', cell: ({ name }) => <code>{name}</code> },
            { key: 'scope', header: 'Scope', cell: ({ scope }) => scope },
            { key: 'since', header: 'Takes updatedSince', cell: ({ since }) => since },
            {
              key: 'columns',
              header: 'Rows and columns',
              cell: ({ rows, columns }) => (
                <>
                  <p>
                    <MarkedText text={rows} />
                  </p>
                  <code className="text-small wrap-anywhere">{columns}</code>
                </>
              ),
              bare: true,
            },
          ]}
          rows={FILES}
          rowKey={({ name }) => name}
        />
      </Disclosure>
    </section>
  )
}
