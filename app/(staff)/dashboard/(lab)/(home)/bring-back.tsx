'use client'

import { formatDay } from '#domain/dates.ts'
import { RESTORE_DAYS } from '#domain/workshops.ts'
import { Button } from '../../../../_ui/button.tsx'
import { toast } from '../../../../_ui/toast.ts'
import { RefusedNote } from '../../../refused-note.tsx'
import { useAct } from '../../../use-act.ts'
import { ArchiveWorkshopDocument, RestoreWorkshopDocument } from './dashboard.generated.ts'

type Props = { id: string; title: string; archivedAt: string | null; deletedAt: string | null }

const DAY_MS = 86_400_000

/** Brings an archived or deleted workshop back whole. */
export function BringBack({ id, title, archivedAt, deletedAt }: Props) {
  const archive = useAct(ArchiveWorkshopDocument)
  const restore = useAct(RestoreWorkshopDocument)
  const pending = archive.pending || restore.pending

  async function bringBack() {
    const done = deletedAt ? await restore.act({ id }) : await archive.act({ id, archived: false })
    if (done) toast(`“${title}” is back.`)
  }

  if (!archivedAt && !deletedAt) return null
  return (
    <div className="space-y-2">
      {deletedAt ? <p className="text-ink-soft">Until {lastDay(deletedAt)}</p> : null}
      <Button
        variant="secondary"
        pending={pending}
        pendingLabel="Bringing back"
        onClick={bringBack}
        aria-label={`Bring back ${title}`}
      >
        Bring back
      </Button>
      <RefusedNote refused={restore.refused ?? archive.refused} form={`back-${id}`} />
    </div>
  )
}

function lastDay(deletedAt: string): string {
  return formatDay(new Date(Date.parse(deletedAt) + RESTORE_DAYS * DAY_MS).toISOString().slice(0, 10))
}
