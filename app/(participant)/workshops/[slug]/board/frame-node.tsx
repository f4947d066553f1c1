import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import type { FrameNode as Frame } from './nodes.ts'

/** A heading on the board, with the paper behind what it heads. */
export const FrameNode = memo(function FrameNode({ data: { title, head, count } }: NodeProps<Frame>) {
  if (head === 'row') return <h2 className="board-row">{title}</h2>
  return (
    <div className="board-cell">
      <h3 className="board-title">
        {title} <span className="tally font-normal text-ink-soft">{count}</span>
      </h3>
      {count === 0 ? <p className="board-nothing">Nothing here yet.</p> : null}
    </div>
  )
})
