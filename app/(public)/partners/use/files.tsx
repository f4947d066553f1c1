import { type Column, DataTable } from '../../../_ui/data-table.tsx'
import { momentOf } from '../../../_ui/moments.ts'
import { CopyButton } from '../copy-button.tsx'
import { MarkedText } from '../marked-text.tsx'
import type { Use } from './ask-for-use.ts'

type File = Use['exports'][number]
type Kind = { rows: string; csv: File; json: File }

const columns: Column<Kind>[] = [
  { key: 'rows', header: 'What its rows are', cell: ({ rows }) => <MarkedText text={rows} /> },
  { key: 'csv', header: 'CSV', cell: ({ csv }) => <FileLink file={csv} /> },
  { key: 'json', header: 'JSON', cell: ({ json }) => <FileLink file={json} /> },
]

/** Links to the files that a token opens. */
export function Files({ files }: { files: readonly File[] }) {
  const open = files.filter(({ url }) => url)
  const kinds = open.flatMap((csv) => {
    const json = open.find(({ rows, format }) => rows === csv.rows && format === 'JSON')
    return csv.format === 'CSV' && json ? [{ rows: csv.rows, csv, json }] : []
  })
  const until = open[0]?.expiresAt
  return (
    <section aria-labelledby="files">
      <h2 id="files">Files</h2>
      <p className="mt-3 mb-4 max-w-prose">
        Each link opens one file without the token{until ? `, until ${momentOf(until)}` : ''}. “Copy” takes
        the link to another program. Give it to nobody who may not read the file. It ends earlier if the token
        does.
      </p>
      <DataTable caption="Files" columns={columns} rows={kinds} rowKey={({ csv }) => csv.name} wide />
    </section>
  )
}

function FileLink({ file: { name, url } }: { file: File }) {
  return (
    <span className="inline-flex items-center gap-x-2 whitespace-nowrap">
      <a href={url ?? undefined} download className="inline-flex min-h-11 items-center">
        {name}
      </a>
      <CopyButton text={url ?? ''} what={`the link to ${name}`} />
    </span>
  )
}
