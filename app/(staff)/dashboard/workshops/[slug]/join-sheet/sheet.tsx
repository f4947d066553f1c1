import { formatDayRange } from '#domain/dates.ts'
import { formatRoomCode } from '#domain/room-codes.ts'
import { QrCode } from '../../../../../_ui/qr-code.tsx'
import './sheet.css'

type Props = {
  workshop: { title: string; startsOn: string; endsOn: string; venue: string | null }
  roomCode: string
  joinUrl: string
}

/** One page of A4: what the workshop is, the code to scan, the code to type, and three steps. */
export function Sheet({ workshop, roomCode, joinUrl }: Props) {
  const { title, startsOn, endsOn, venue } = workshop
  const { host } = new URL(joinUrl)
  return (
    <article className="join-sheet rounded-card border border-line bg-surface p-6 shadow-card md:p-12">
      <h1 className="text-projector leading-tight">{title}</h1>
      <p className="mt-1 text-lead">{[formatDayRange(startsOn, endsOn), venue].filter(Boolean).join(', ')}</p>
      <div className="mt-8 grid items-center gap-8 md:grid-cols-[18rem_1fr] print:grid-cols-[75mm_1fr]">
        <QrCode
          text={joinUrl}
          label={`QR code that leads to ${host} and joins this workshop`}
          className="w-full max-w-72"
        />
        <div className="min-w-0">
          <h2>Join with your phone</h2>
          <ol className="mt-3 list-decimal space-y-3 ps-8 text-lead">
            <li>Point your phone’s camera at the square and open the link.</li>
            <li>Type your name, as the others in the room know you.</li>
            <li>Press “Join the workshop”. You need no account.</li>
          </ol>
        </div>
      </div>
      <div className="mt-10 border-t border-line pt-6">
        <p className="text-lead">No camera? Go to</p>
        <p className="text-projector font-bold break-all">{host}/join</p>
        <p className="mt-4 text-lead">and type the room code</p>
        <p className="join-sheet-code tally font-bold tracking-wider whitespace-nowrap">
          {formatRoomCode(roomCode)}
        </p>
      </div>
    </article>
  )
}
