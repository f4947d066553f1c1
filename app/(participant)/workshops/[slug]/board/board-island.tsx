'use client'

import dynamic from 'next/dynamic'
import type { ReactNode } from 'react'
import type { Operation } from '../../../../_apollo/operation.ts'
import { LoadingRegion } from '../../../../_ui/loading-region.tsx'
import { Skeleton } from '../../../../_ui/skeleton.tsx'
import type { TidyBoardMutation, TidyBoardMutationVariables } from './board.generated.ts'
import type { BoardWorkshop } from './board-cards.ts'
import type { MoveOperations } from './save-move.ts'

export type BoardProps = {
  workshop: BoardWorkshop
  moves: MoveOperations
  tidying: Operation<TidyBoardMutation, TidyBoardMutationVariables>
  /** The open card, or nothing. */
  children: ReactNode
}

/** The board and its library come to the browser on this page alone, after the page itself. */
export const BoardIsland = dynamic<BoardProps>(() => import('./board.tsx').then(({ Board }) => Board), {
  ssr: false,
  loading: () => (
    <LoadingRegion label="Loading the board">
      <Skeleton className="h-11 max-w-prose" />
      <Skeleton className="mt-4 h-[70dvh]" />
    </LoadingRegion>
  ),
})
