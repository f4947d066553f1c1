'use client'

import { applyNodeChanges, type NodeChange } from '@xyflow/react'
import { useRouter } from 'next/navigation'
import { startTransition, useCallback, useEffect, useRef, useState } from 'react'
import type { Place } from '#domain/boards.ts'
import type { Operation } from '../../../../_apollo/operation.ts'
import { send } from '../../../../_apollo/transport.ts'
import { toast } from '../../../../_ui/toast.ts'
import { noteOwnChange } from '../own-change.ts'
import type { PlaceCardMutation, PlaceCardMutationVariables } from './board.generated.ts'
import type { BoardNode } from './nodes.ts'

// A card that is moved with the arrow keys is saved when it rests.
const RESTS_MS = 500

type Hope = Place & { /** Whether the server holds it. */ saved: boolean }

/** The cards where people put them: shown at once, saved when they rest, and put back when the answer is no. */
export function useArrangement(
  laid: readonly BoardNode[],
  placing: Operation<PlaceCardMutation, PlaceCardMutationVariables>,
) {
  const router = useRouter()
  const [nodes, setNodes] = useState<BoardNode[]>(() => [...laid])
  const latest = useRef(laid)
  const hopes = useRef(new Map<string, Hope>())
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>())

  useEffect(() => {
    latest.current = laid
    for (const [id, { saved }] of hopes.current) if (saved) hopes.current.delete(id)
    setNodes((before) => carryOn(laid, before, hopes.current))
  }, [laid])

  const save = useCallback(
    async (id: string, hope: Hope) => {
      timers.current.delete(id)
      const refused = await place(placing, latest.current, id, hope)
      if (hopes.current.get(id) !== hope) return // it has been moved on since
      if (refused === null) {
        hope.saved = true
        noteOwnChange()
        startTransition(() => router.refresh())
        return
      }
      hopes.current.delete(id)
      setNodes((before) => carryOn(latest.current, before, hopes.current))
      toast(`The card is back where it was. ${refused}`, { kind: 'error' })
    },
    [placing, router],
  )

  const onNodesChange = useCallback(
    (changes: NodeChange<BoardNode>[]) => {
      setNodes((before) => applyNodeChanges(changes, before))
      for (const change of changes) {
        if (change.type !== 'position' || change.dragging || !change.position) continue
        const hope = { x: Math.round(change.position.x), y: Math.round(change.position.y), saved: false }
        if (isThere(latest.current, hopes.current, change.id, hope)) continue
        hopes.current.set(change.id, hope)
        clearTimeout(timers.current.get(change.id))
        timers.current.set(
          change.id,
          setTimeout(() => void save(change.id, hope), RESTS_MS),
        )
      }
    },
    [save],
  )

  return { nodes, onNodesChange }
}

// The library tells of the end of every drag, those that led nowhere included.
function isThere(
  laid: readonly BoardNode[],
  hopes: ReadonlyMap<string, Place>,
  id: string,
  { x, y }: Place,
): boolean {
  const place = hopes.get(id) ?? laid.find((node) => node.id === id)?.position
  return place?.x === x && place.y === y
}

/** What is laid out anew, with what is chosen, being dragged or not saved yet as it was. */
function carryOn(
  laid: readonly BoardNode[],
  before: readonly BoardNode[],
  hopes: ReadonlyMap<string, Place>,
): BoardNode[] {
  const old = new Map(before.map((node) => [node.id, node]))
  return laid.map((node) => {
    const was = old.get(node.id)
    if (!was) return node
    const { selected, dragging, measured } = was
    const hope = hopes.get(node.id)
    const kept = dragging ? was.position : ((hope && { x: hope.x, y: hope.y }) ?? node.position)
    return { ...node, selected, dragging, measured, position: kept }
  })
}

/** Answers the sentence of a refusal, or null when the card lies there for everybody. */
async function place(
  placing: Operation<PlaceCardMutation, PlaceCardMutationVariables>,
  nodes: readonly BoardNode[],
  id: string,
  { x, y }: Place,
): Promise<string | null> {
  const node = nodes.find((known) => known.id === id)
  if (node?.type !== 'card') return null
  const card = node.data.card.of === 'ideas' ? { ideaId: id } : { issueId: id }
  try {
    const { placeCard } = await send(placing, { input: { ...card, x, y } }, { retries: 2 })
    return 'message' in placeCard ? placeCard.message : null
  } catch (trouble) {
    return trouble instanceof Error ? trouble.message : 'It could not be saved. Try again.'
  }
}
