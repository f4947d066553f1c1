'use client'

import { applyNodeChanges, type NodeChange } from '@xyflow/react'
import { useRouter } from 'next/navigation'
import { startTransition, useCallback, useEffect, useRef, useState } from 'react'
import type { Place } from '#domain/boards.ts'
import { announce } from '../../../../_ui/announce.ts'
import { toast } from '../../../../_ui/toast.ts'
import { noteOwnChange } from '../own-change.ts'
import type { BoardCard, Frame } from './board-cards.ts'
import type { BoardNode } from './nodes.ts'
import { type MoveOperations, saveFrame, savePlace } from './save-move.ts'

type Hope = Place & { /** Whether the server holds it. */ saved: boolean }
type Move = { card: BoardCard; to: Frame; hope: Hope }

type Rules = {
  mayArrange: boolean
  /** The frame under a card at this place; null between frames. */
  frameUnder: (place: Place) => Frame | null
}

const ONLY_FRAMES =
  'Only facilitators move cards about on this board. Drop yours in another frame to change it.'

/**
 * The cards where people put them: shown at once, saved when they are dropped, and put back when the answer is no. A card
 * that is dropped in another frame is changed to what the frame says.
 */
export function useArrangement(
  laid: readonly BoardNode[],
  { mayArrange, frameUnder }: Rules,
  operations: MoveOperations,
) {
  const router = useRouter()
  const [nodes, setNodes] = useState<BoardNode[]>(() => [...laid])
  const latest = useRef(laid)
  const hopes = useRef(new Map<string, Hope>())
  /** In which frames the server has hung cards since the board was laid out. */
  const hung = useRef(new Map<string, Frame>())
  /** Moves are saved one after another: the second of one card begins where the first has led. */
  const saving = useRef<Promise<unknown>>(Promise.resolve())

  useEffect(() => {
    latest.current = laid
    hung.current.clear()
    for (const [id, { saved }] of hopes.current) if (saved) hopes.current.delete(id)
    setNodes((before) => carryOn(laid, before, hopes.current))
  }, [laid])

  const putBack = useCallback((id: string, why: string | null) => {
    hopes.current.delete(id)
    const place = latest.current.find((node) => node.id === id)?.position
    if (place) setNodes(withCard(id, place, false))
    if (why) toast(`The card is back where it was. ${why}`, { kind: 'error' })
  }, [])

  const showAnew = useCallback(() => {
    noteOwnChange()
    startTransition(() => router.refresh())
  }, [router])

  const hangBack = useCallback(
    async ({ card }: Move, from: Frame, to: Frame) => {
      const refused = await saveFrame(operations, card, to, from)
      toast(refused ?? `The card is back in ${from.label}.`, { kind: refused ? 'error' : 'success' })
      if (refused === null) showAnew()
    },
    [operations, showAnew],
  )

  /** Hangs a card in another frame, with a way back. Answers why not, or null. */
  const hang = useCallback(
    async (move: Move, from: Frame) => {
      const { card, to } = move
      const refused = await saveFrame(operations, card, from, to)
      if (refused !== null) return refused
      hung.current.set(card.id, to)
      const undo = () => void hangBack(move, from, to)
      toast(`The card is in ${to.label} now.`, { action: { label: 'Undo', run: undo } })
      return null
    },
    [operations, hangBack],
  )

  const save = useCallback(
    async (move: Move) => {
      const { card, to, hope } = move
      const from = hung.current.get(card.id) ?? card.frame
      // In another frame it takes the seat that the board gives it, where it covers no other card.
      const stays = to.id === from.id
      const refused = stays ? await savePlace(operations, card, hope) : await hang(move, from)
      if (refused === null) showAnew()
      if (hopes.current.get(card.id) !== hope) return // it has been moved on since
      if (refused === null) hope.saved = true
      else putBack(card.id, refused)
    },
    [operations, hang, putBack, showAnew],
  )

  /** Shows a card somewhere that it has not been dropped yet. */
  const carryTo = useCallback((id: string, place: Place) => setNodes(withCard(id, place, true)), [])

  /** Leaves a card at a place. */
  const drop = useCallback(
    (id: string, at: Place) => {
      const node = latest.current.find((known) => known.id === id)
      if (node?.type !== 'card') return
      const { card } = node.data
      const hope = { x: Math.round(at.x), y: Math.round(at.y), saved: false }
      const from = hung.current.get(id) ?? card.frame
      const to = frameUnder(hope) ?? from
      const was = hopes.current.get(id) ?? node.position
      setNodes(withCard(id, { x: hope.x, y: hope.y }, false))
      if (was.x === hope.x && was.y === hope.y) return announce(`Put down in ${to.label}.`)
      if (to.id === from.id && !mayArrange) return putBack(id, ONLY_FRAMES)
      hopes.current.set(id, hope)
      announce(to.id === from.id ? `Put down in ${to.label}.` : `Dropped in ${to.label}. Saving.`)
      saving.current = saving.current.then(() => save({ card, to, hope }))
    },
    [frameUnder, mayArrange, save, putBack],
  )

  const onNodesChange = useCallback(
    (changes: NodeChange<BoardNode>[]) => {
      setNodes((before) => applyNodeChanges(changes, before))
      // The library tells of the end of every drag, those that led nowhere included.
      for (const change of changes) {
        if (change.type === 'position' && !change.dragging && change.position)
          drop(change.id, change.position)
      }
    },
    [drop],
  )

  return { nodes, onNodesChange, carryTo, drop, putBack }
}

/** One card elsewhere: in somebody's hand, or lying there. */
function withCard(id: string, position: Place, dragging: boolean) {
  return (nodes: readonly BoardNode[]): BoardNode[] =>
    nodes.map((node) =>
      node.id === id ? { ...node, position, dragging, className: dragging ? 'carried' : undefined } : node,
    )
}

/** What is laid out anew, with what is being dragged or not saved yet as it was. */
function carryOn(
  laid: readonly BoardNode[],
  before: readonly BoardNode[],
  hopes: ReadonlyMap<string, Place>,
): BoardNode[] {
  const old = new Map(before.map((node) => [node.id, node]))
  return laid.map((node) => {
    const was = old.get(node.id)
    if (!was) return node
    const { dragging, measured, className } = was
    const hope = hopes.get(node.id)
    const kept = dragging ? was.position : ((hope && { x: hope.x, y: hope.y }) ?? node.position)
    return { ...node, dragging, measured, className, position: kept }
  })
}
