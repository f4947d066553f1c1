import type { Node } from '@xyflow/react'
import type { BoardCard } from './board-cards.ts'
import type { Item } from './lay-out.ts'

export type CardNode = Node<{ card: BoardCard }, 'card'>
export type FrameNode = Node<{ title: string; level: 'h2' | 'h3'; count: number | null }, 'frame'>
export type BoardNode = CardNode | FrameNode

// A frame is paper behind the cards: it is read as a heading, and pointers pass through it.
const FRAME = {
  type: 'frame',
  draggable: false,
  selectable: false,
  focusable: false,
  zIndex: 0,
  style: { pointerEvents: 'none' },
  domAttributes: { 'aria-roledescription': undefined, 'aria-describedby': undefined },
} as const

/** What the library is told of everything that stands on the board. */
export function toNodes(items: readonly Item<BoardCard>[]): BoardNode[] {
  return items.map((item): BoardNode => {
    const { id, x, y, width, height } = item
    const box = { position: { x, y }, width, height }
    if (item.type === 'card') {
      const { card } = item
      return {
        ...box,
        id,
        type: 'card',
        zIndex: 1,
        data: { card },
        ariaRole: 'button',
        ariaLabel: card.label,
        domAttributes: { 'aria-roledescription': undefined },
      }
    }
    const level = item.type === 'cell' && item.headed ? 'h3' : 'h2'
    const count = item.type === 'cell' ? item.count : null
    return { ...FRAME, ...box, id: `frame ${id}`, data: { title: item.title, level, count } }
  })
}
