import type { Node } from '@xyflow/react'
import type { BoardCard } from './board-cards.ts'
import type { Item } from './lay-out.ts'

export type CardNode = Node<{ card: BoardCard }, 'card'>
export type FrameNode = Node<{ title: string; level: 'h2' | 'h3'; count: number | null }, 'frame'>
export type BoardNode = CardNode | FrameNode

// Said in advance: the library draws what it knows nothing of, to measure it, wherever it stands.
const NO_HANDLES: [] = []

// A frame is paper behind the cards: it is read as a heading, and pointers pass through it.
const FRAME = {
  type: 'frame',
  draggable: false,
  selectable: false,
  focusable: false,
  zIndex: 0,
  handles: NO_HANDLES,
  style: { pointerEvents: 'none' },
  domAttributes: { 'aria-roledescription': undefined, 'aria-describedby': undefined },
} as const

/** The ids of the sentences that say what the keys do on a card. */
export const KEYS = { opening: 'board-keys', moving: 'board-keys-for-moving' }

/** What the library is told of everything that stands on the board. */
export function toNodes(items: readonly Item<BoardCard>[], mayArrange: boolean): BoardNode[] {
  return items.map((item): BoardNode => {
    const { id, x, y, width, height } = item
    const box = { position: { x, y }, width, height }
    if (item.type === 'card') {
      const { card } = item
      const draggable = mayArrange || card.mayChange
      return {
        ...box,
        id,
        type: 'card',
        zIndex: 1,
        data: { card },
        draggable,
        handles: NO_HANDLES,
        ariaRole: 'button',
        ariaLabel: card.label,
        domAttributes: {
          'aria-roledescription': undefined,
          'aria-describedby': draggable ? KEYS.moving : KEYS.opening,
        },
      }
    }
    const level = item.type === 'cell' && item.headed ? 'h3' : 'h2'
    const count = item.type === 'cell' ? item.count : null
    return { ...FRAME, ...box, id: `frame ${id}`, data: { title: item.title, level, count } }
  })
}
