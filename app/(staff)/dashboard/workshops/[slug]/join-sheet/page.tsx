import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { readRoomCode } from '#domain/room-codes.ts'
import { query } from '../../../../../_apollo/server.ts'
import { Empty } from '../../../../../_ui/empty.tsx'
import { Notice } from '../../../../../_ui/notice.tsx'
import { PageHeading } from '../../../../../_ui/page-heading.tsx'
import { loadWorkshop, titleOf, type WorkshopParams } from '../load-workshop.ts'
import { JoinSheetDocument } from './join-sheet.generated.ts'
import { PrintButton } from './print-button.tsx'
import { RegenerateCode } from './regenerate-code.tsx'
import { Sheet } from './sheet.tsx'

/** "Join sheet: Peer support". */
export function generateMetadata(props: WorkshopParams): Promise<Metadata> {
  return titleOf('Join sheet', props)
}

/** The sheet that is printed for each table, or shown on the wall. */
export default async function JoinSheetPage({ params }: WorkshopParams) {
  const { slug } = await loadWorkshop((await params).slug)
  const { workshop } = await query(JoinSheetDocument, { slug })
  if (!workshop?.roomCode || !workshop.joinUrl) notFound()
  const { id, title, roomCode, joinUrl, roomOpen } = workshop
  if (readRoomCode(roomCode) === null) {
    return (
      <>
        <PageHeading above={title} title="Join sheet" />
        <Empty title="Nobody joins this workshop">
          <p>It was run elsewhere and brought in, so there is no room code to hand out.</p>
        </Empty>
      </>
    )
  }
  return (
    <>
      <div data-no-print className="mb-6 space-y-4">
        <div className="flex flex-wrap gap-3">
          <PrintButton />
          <RegenerateCode id={id} title={title} />
        </div>
        {roomOpen ? null : (
          <Notice kind="warning" title="The room is closed" className="max-w-prose">
            <p>
              This code admits nobody now. The room opens by itself on the days of the workshop; on any other
              day, open it under Run.
            </p>
          </Notice>
        )}
      </div>
      <Sheet workshop={workshop} roomCode={roomCode} joinUrl={joinUrl} />
    </>
  )
}
