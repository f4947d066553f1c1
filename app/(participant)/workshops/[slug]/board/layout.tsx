import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { printOperation } from '../../../../_apollo/print-operation.ts'
import { GraphQLProvider } from '../../../../_apollo/provider.tsx'
import { query } from '../../../../_apollo/server.ts'
import { Empty } from '../../../../_ui/empty.tsx'
import { PageHeading } from '../../../../_ui/page-heading.tsx'
import { TextLink } from '../../../../_ui/text-link.tsx'
import { Toasts } from '../../../../_ui/toasts.tsx'
import { LivePage } from '../live-page.tsx'
import { WallSwitch } from '../wall-switch.tsx'
import {
  BoardPageDocument,
  MoveIdeaCardDocument,
  MoveIssueCardDocument,
  PlaceCardDocument,
  TidyBoardDocument,
} from './board.generated.ts'
import { BoardIsland } from './board-island.tsx'

export const metadata: Metadata = { title: 'Board' }

type Props = { children: ReactNode; params: Promise<{ slug: string }> }

/**
 * The wall of the room. It is a layout, so that it stays as it is while cards are opened and closed: the open card is
 * the page inside it.
 */
export default async function BoardLayout({ children, params }: Props) {
  const { slug } = await params
  const { viewer, workshop } = await query(BoardPageDocument, { slug })
  if (!workshop) notFound()
  const { issues, statements } = workshop.board
  return (
    <GraphQLProvider>
      <PageHeading
        title="Board"
        lead={
          <>
            The wall of the room.{' '}
            <TextLink href={`/workshops/${slug}/ideas`}>
              The outline carries the same as headings and lists.
            </TextLink>
          </>
        }
        actions={<WallSwitch slug={slug} here="BOARD" remember={viewer !== null} />}
      />
      {issues.length + statements.length === 0 ? (
        <Empty title="Nothing hangs here yet">
          <p>Issues appear here when tables write them, and ideas when they answer a problem statement.</p>
        </Empty>
      ) : (
        <BoardIsland
          workshop={workshop}
          moves={{
            placing: printOperation(PlaceCardDocument),
            movingIdea: printOperation(MoveIdeaCardDocument),
            movingIssue: printOperation(MoveIssueCardDocument),
          }}
          tidying={printOperation(TidyBoardDocument)}
        >
          {children}
        </BoardIsland>
      )}
      <Toasts />
      <LivePage slug={slug} pulse={workshop.pulse} news="The board has changed. It shows the change now." />
    </GraphQLProvider>
  )
}
