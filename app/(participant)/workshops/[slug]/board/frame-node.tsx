import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import type { FrameNode as Frame } from './nodes.ts'

/** A heading on the board, with the paper behind what it heads. */
export const FrameNode = memo(function FrameNode({ data }: NodeProps<Frame>) {
  const { title, level: Heading, count } = data
  // Only a row stands without a count: it heads cells and holds no cards itself.
  if (count === null) return <Heading className="board-row">{title}</Heading>
  return (
    <div className="board-cell">
      <Heading className="board-title">
        {title} <span className="tally font-normal text-ink-soft">{count}</span>
      </Heading>
      {count === 0 ? <p className="board-nothing">Nothing here yet.</p> : null}
    </div>
  )
})
