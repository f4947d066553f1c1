'use client'

import { useReactFlow } from '@xyflow/react'
import { type FocusEvent, type KeyboardEvent, useRef } from 'react'
import type { Place } from '#domain/boards.ts'
import { announce } from '../../../../_ui/announce.ts'
import type { BoardCard, Frame } from './board-cards.ts'
import { type Direction, type Item, placeInNext } from './lay-out.ts'
import type { BoardNode, CardNode } from './nodes.ts'
import { cardElement, useReach } from './use-reach.ts'

const ARROWS: Readonly<Record<string, Direction & { word: string }>> = {
  ArrowUp: { x: 0, y: -1, word: 'up' },
  ArrowDown: { x: 0, y: 1, word: 'down' },
  ArrowLeft: { x: -1, y: 0, word: 'left' },
  ArrowRight: { x: 1, y: 0, word: 'right' },
}
/** How far an arrow key moves a card, in the board's own units. */
const STEP = 32

/** What a screen reader says of the keys on a card that can be moved. */
export const KEYS_FOR_MOVING =
  'Press Enter to open the card. Press Space to pick it up. The arrow keys then move it, with Shift into the next frame; Space drops it, and Escape puts it back.'
export const KEYS_FOR_OPENING = 'Press Enter to open the card.'

type Carried = { id: string; at: Place; over: Frame | null }

type Board = {
  items: readonly Item<BoardCard>[]
  frameUnder: (place: Place) => Frame | null
  /** Whether only the cards in sight are drawn, so that the browser knows no next one. */
  drawsInSight: boolean
  open: (node: BoardNode) => void
  /** Shows which frame a card would fall into. */
  mark: (frame: Frame | null) => void
  carryTo: (id: string, place: Place) => void
  drop: (id: string, place: Place) => void
  putBack: (id: string, why: string | null) => void
}

/** The board by keyboard: a card is opened, or picked up, moved and dropped, and each step says where the card is. */
export function useCardKeys(board: Board) {
  const { getNode } = useReactFlow<BoardNode>()
  const { bringIntoSight, focusCard } = useReach()
  const carrying = useRef<Carried | null>(null)

  function pickUp({ id, position, data }: CardNode) {
    carrying.current = { id, at: position, over: data.card.frame }
    board.carryTo(id, position)
    announce(`Picked up, in ${data.card.frame.label}.`)
  }

  function carry(held: Carried, to: Place, word: string) {
    const over = board.frameUnder(to)
    const where = over ? `Over ${over.label}.` : 'Between frames.'
    announce(over?.id === held.over?.id ? `Moved ${word}.` : where)
    carrying.current = { ...held, at: to, over }
    board.carryTo(held.id, to)
    board.mark(over)
    bringIntoSight(to)
  }

  function letGo() {
    carrying.current = null
    board.mark(null)
  }

  function putDown({ id, at }: Carried) {
    letGo()
    board.drop(id, at)
  }

  function putBack({ id }: Carried) {
    letGo()
    board.putBack(id, null)
    const node = getNode(id)
    if (node?.type === 'card') announce(`Back where it was, in ${node.data.card.frame.label}.`)
  }

  function move(held: Carried, arrow: Direction & { word: string }, far: boolean) {
    const step = { x: held.at.x + arrow.x * STEP, y: held.at.y + arrow.y * STEP }
    const to = far ? placeInNext(board.items, held.at, arrow) : step
    if (to) carry(held, to, arrow.word)
    else announce('There is no frame that way.')
  }

  /** Goes to the card before or after, drawn or not. Answers false at either end, where the browser goes on. */
  function focusNext(id: string, by: 1 | -1): boolean {
    const cards = board.items.filter(({ type }) => type === 'card')
    const next = cards[cards.findIndex((card) => card.id === id) + by]
    if (next) focusCard(next.id)
    return next !== undefined
  }

  function whileCarrying({ key, shiftKey }: KeyboardEvent, held: Carried): boolean {
    const arrow = ARROWS[key]
    if (key === ' ' || key === 'Enter') putDown(held)
    else if (key === 'Escape') putBack(held)
    else if (arrow) move(held, arrow, shiftKey)
    else return false
    return true
  }

  function onCard({ key, shiftKey }: KeyboardEvent, node: CardNode): boolean {
    if (key === 'Tab' && board.drawsInSight) return focusNext(node.id, shiftKey ? -1 : 1)
    if (key === 'Enter') board.open(node)
    else if (key === ' ' && node.draggable) pickUp(node)
    else return key === ' '
    return true
  }

  function onKeyDown(event: KeyboardEvent) {
    const id = event.target instanceof HTMLElement ? event.target.dataset.id : undefined
    const node = id === undefined ? undefined : getNode(id)
    if (node?.type !== 'card') return
    const held = carrying.current?.id === node.id ? carrying.current : null
    if (held ? whileCarrying(event, held) : onCard(event, node)) event.preventDefault()
  }

  function onFocus({ target }: FocusEvent<HTMLElement>) {
    const node = target.dataset.id ? getNode(target.dataset.id) : undefined
    if (node?.type === 'card' && target.matches(':focus-visible')) bringIntoSight(node.position)
  }

  /** A card is not left hanging in the air when the focus goes elsewhere; another window takes no focus away. */
  function onBlur({ target }: FocusEvent) {
    const held = carrying.current
    if (held && target === cardElement(held.id) && document.activeElement !== target) putBack(held)
  }

  return { onKeyDown, onFocus, onBlur }
}
