'use client'

import { useRouter } from 'next/navigation'
import { useState, useTransition } from 'react'
import { v7 } from 'uuid'
import { inFigures } from '#domain/numbers.ts'
import { announce } from '../../../../../_ui/announce.ts'
import { Button } from '../../../../../_ui/button.tsx'
import { Notice } from '../../../../../_ui/notice.tsx'
import { FilePicker } from '../../../file-picker.tsx'
import { type ImportAnswer, importArchive } from './import-action.ts'

const CUT = 'The server did not answer. Nothing was made: try again.'

type Chosen = { name: string; archive: string; answer: ImportAnswer }

/** Reads an archive, says what it would make and what is wrong with it, and makes the workshop when asked. */
export function ImportForm({ projectId }: { projectId: string }) {
  const router = useRouter()
  const [id] = useState(() => v7())
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [pending, startTransition] = useTransition()
  const report = chosen?.answer.report
  const ready = report !== undefined && report.faults.length === 0

  function ask(archive: string, name: string, dryRun: boolean) {
    startTransition(async () => {
      const asked = { id, projectId, archive, dryRun }
      const answer: ImportAnswer = await importArchive(asked).catch(() => ({ message: CUT }))
      if (!dryRun && answer.report && answer.slug) return router.push(`/dashboard/workshops/${answer.slug}`)
      setChosen({ name, archive, answer })
      announce('The archive has been read.')
    })
  }

  return (
    <div className="max-w-prose space-y-6">
      <FilePicker
        id="archive-file"
        label="Archive"
        hint="A file that was saved from a write-up as “Everything, to import again (JSON)”. Choosing it makes nothing yet."
        accept=".json,application/json"
        error={chosen?.answer.message}
        onText={({ text, file }) => ask(text, file.name, true)}
      />
      {pending ? <p role="status">Reading the archive…</p> : null}
      {report && !pending ? <Report report={report} name={chosen.name} /> : null}
      {ready && chosen ? (
        <Button
          pending={pending}
          pendingLabel="Making"
          onClick={() => ask(chosen.archive, chosen.name, false)}
        >
          Make this workshop
        </Button>
      ) : null}
    </div>
  )
}

type ReportProps = { report: NonNullable<ImportAnswer['report']>; name: string }

function Report({ report: { title, makes, newAreas, faults }, name }: ReportProps) {
  if (faults.length > 0) {
    return (
      <Notice kind="error" title={`“${name}” cannot be imported, and nothing was made`}>
        <ul className="mt-2 list-disc space-y-1 ps-5 wrap-anywhere">
          {faults.map(({ path, reason }) => (
            <li key={`${path} ${reason}`}>
              {path ? <code>{path}: </code> : null}
              {reason}
            </li>
          ))}
        </ul>
      </Notice>
    )
  }
  return (
    <Notice kind="info" title={`“${title}” would be made, with:`}>
      <dl className="mt-2 grid grid-cols-[1fr_auto] gap-x-6">
        {makes.map(({ noun, count }) => (
          <div key={noun} className="contents">
            <dt>{noun}</dt>
            <dd className="tally text-end">{inFigures(count)}</dd>
          </div>
        ))}
      </dl>
      {newAreas.length > 0 ? (
        <p className="mt-2">Areas that the project gets: {newAreas.join(', ')}.</p>
      ) : null}
      <p className="mt-2">
        No people are in an archive: authors become nobody, and you become the facilitator. The room stays
        closed.
      </p>
    </Notice>
  )
}
