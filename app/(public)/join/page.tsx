import type { Metadata } from 'next'
import { formatRoomCode, readJoinToken, readRoomCode } from '#domain/room-codes.ts'
import { LIMITS } from '#domain/text.ts'
import { query } from '../../_apollo/server.ts'
import { Notice } from '../../_ui/notice.tsx'
import { PageHeading } from '../../_ui/page-heading.tsx'
import { TextLink } from '../../_ui/text-link.tsx'
import { JoinPageDocument } from './join.generated.ts'
import { JoinForm } from './join-form.tsx'

export const metadata: Metadata = { title: 'Join a workshop' }

type Props = { searchParams: Promise<{ code?: string | string[] }> }

/** The way into the room: a code, a name, and ten seconds. */
export default async function JoinPage({ searchParams }: Props) {
  const { code } = await searchParams
  const { viewer } = await query(JoinPageDocument, {})
  const seats = viewer?.seats.edges.map(({ node }) => node) ?? []
  return (
    <div className="max-w-prose">
      <PageHeading title="Join a workshop" />
      {seats.length > 0 ? (
        <Notice
          className="mb-6"
          title={seats.length === 1 ? 'You already have a seat' : 'You already have seats'}
        >
          <ul>
            {seats.map(({ id, displayName, workshop }) => (
              <li key={id}>
                <TextLink href={`/workshops/${workshop.slug}`}>Go to {workshop.title}</TextLink>, as{' '}
                {displayName}
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <JoinForm
        code={tidyCode(code)}
        scanned={readJoinToken(tidyCode(code)) !== null}
        displayName={viewer?.name ?? seats[0]?.displayName ?? ''}
        nameLimit={LIMITS.displayName}
      />
    </div>
  )
}

/** A code that reads as one is shown as on the sheet; anything else stays as it was typed. */
function tidyCode(code: string | string[] | undefined): string {
  const typed = (Array.isArray(code) ? code[0] : code) ?? ''
  const read = readRoomCode(typed)
  return read === null ? typed.slice(0, 40) : formatRoomCode(read)
}
