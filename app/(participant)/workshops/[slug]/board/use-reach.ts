'use client'

import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useCallback } from 'react'
import type { Place } from '#domain/boards.ts'
import { CARD } from './lay-out.ts'
import type { BoardNode } from './nodes.ts'

/** A card that comes into sight is drawn with the next frame, or the one after it. */
const FRAMES_TO_WAIT = 30

/** The element of a card, if it is drawn: on large boards only what is in sight is. */
export function cardElement(id: string): HTMLElement | null {
  return document.querySelector<HTMLElement>(`.board [data-id="${CSS.escape(id)}"]`)
}

/** How to bring a place on the board into sight, and how to give the focus to a card wherever it lies. */
export function useReach() {
  const { setCenter, getNode } = useReactFlow<BoardNode>()
  const store = useStoreApi()

  /** Brings a card at this place to the middle, unless all of it is in sight. */
  const bringIntoSight = useCallback(
    ({ x, y }: Place) => {
      const { transform, width, height } = store.getState()
      const [left, top, zoom] = transform
      const inside = (at: number, own: number, offset: number, size: number) =>
        at * zoom + offset >= 0 && (at + own) * zoom + offset <= size
      if (inside(x, CARD.width, left, width) && inside(y, CARD.height, top, height)) return
      void setCenter(x + CARD.width / 2, y + CARD.height / 2, { zoom })
    },
    [store, setCenter],
  )

  /** Gives the focus to a card, which is brought into sight first. */
  const focusCard = useCallback(
    (id: string) => {
      const node = getNode(id)
      if (!node) return
      bringIntoSight(node.position)
      const focus = (tries: number) => {
        const element = cardElement(id)
        if (element) element.focus({ preventScroll: true })
        else if (tries > 0) requestAnimationFrame(() => focus(tries - 1))
      }
      focus(FRAMES_TO_WAIT)
    },
    [getNode, bringIntoSight],
  )

  return { bringIntoSight, focusCard }
}
