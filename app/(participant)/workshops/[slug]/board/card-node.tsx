import type { NodeProps } from '@xyflow/react'
import { memo } from 'react'
import { KIND_GLYPHS } from './kind-glyphs.ts'
import type { CardNode as Card } from './nodes.ts'

/** A post-it on the board. All of it is read out by the label of its node, so what is drawn here is for the eye. */
export const CardNode = memo(function CardNode({ data: { card } }: NodeProps<Card>) {
  const { text, codes, hue, note, counts, pins } = card
  return (
    <div className="postit board-card" data-hue={hue === null ? 'none' : hue % 8}>
      <p className="board-words">{text}</p>
      {note ? <p className="board-note">{note}</p> : null}
      <div className="board-foot">
        <span className="board-codes">{codes.join(', ')}</span>
        <span className="board-counts">
          {counts.map(({ kind, count }) => (
            <span key={kind} className="board-count" data-kind={kind}>
              <b>{KIND_GLYPHS[kind]}</b>
              {count}
            </span>
          ))}
        </span>
      </div>
      {pins.map(({ id, kind, x, y }) => (
        <b
          key={id}
          className="board-pin"
          data-kind={kind}
          style={{ insetInlineStart: `${x / 10}%`, insetBlockStart: `${y / 10}%` }}
        >
          {KIND_GLYPHS[kind]}
        </b>
      ))}
    </div>
  )
})
