import { issueInWords, tableKeyInWords } from '#domain/write-up-words.ts'
import { AreaMark } from '../../_ui/area-mark.tsx'
import { PostIt } from '../../_ui/post-it.tsx'
import { figureOf, type IssueResult, issueHueOf, resultsByIssue } from '../figures.ts'
import type { WriteUpHead, WriteUpIssue, WriteUpSource } from '../read-write-up.ts'
import { Part } from './part.tsx'

/** The areas and their issues, each coded with the table that it came from, those not chosen among them. */
export async function IssuesPart({ source }: { source: WriteUpSource }) {
  const { head } = source
  const issues: WriteUpIssue[] = []
  for await (const issue of source.issues()) issues.push(issue)
  const results = resultsByIssue(head)
  return (
    <Part head={head} section="ISSUES">
      {head.tables.length > 0 ? <TableKey head={head} /> : null}
      {issues.length === 0 ? <p>No issues were written.</p> : null}
      {head.areas.map(({ id, name }, place) => {
        const ofArea = issues.filter(({ areaId }) => areaId === id)
        if (ofArea.length === 0) return null
        return (
          <section key={id} aria-labelledby={`area-${id}`} className="space-y-3 pt-2">
            <h3 id={`area-${id}`}>
              <AreaMark position={place} name={name} />
            </h3>
            <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3 print:grid-cols-2">
              {ofArea.map((issue) => (
                <IssueNote key={issue.id} head={head} issue={issue} result={results.get(issue.id)} />
              ))}
            </ul>
          </section>
        )
      })}
    </Part>
  )
}

function TableKey({ head: { tables } }: { head: Pick<WriteUpHead, 'tables'> }) {
  return (
    <p className="max-w-prose text-ink-soft">
      Codes in the corner name the table: {tableKeyInWords(tables)}.
    </p>
  )
}

type NoteProps = { head: WriteUpHead; issue: WriteUpIssue; result: IssueResult | undefined }

function IssueNote({ head, issue, result }: NoteProps) {
  const { title, tableCodes, merged } = issue
  return (
    <PostIt
      as="li"
      hue={issueHueOf(head, issue)}
      codes={tableCodes}
      className="break-inside-avoid wrap-anywhere"
    >
      <p className="font-bold">{title}</p>
      <p className="mt-1">{issueInWords(issue, figureOf(result))}</p>
      {merged.length > 0 ? (
        <>
          <p className="mt-2">Joined with:</p>
          <ul className="list-disc ps-5">
            {merged.map((part) => (
              <li key={part.id}>
                {part.title} {part.tableCodes.length > 0 ? `(${part.tableCodes.join(', ')})` : null}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </PostIt>
  )
}
