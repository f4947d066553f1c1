'use client'

import './board.css'
import {
  MiniMap,
  Panel,
  ReactFlow,
  type ReactFlowInstance,
  ReactFlowProvider,
  type Viewport,
} from '@xyflow/react'
import { useRouter, useSearchParams, useSelectedLayoutSegments } from 'next/navigation'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { Place } from '#domain/boards.ts'
import { classNames } from '../../../../_ui/class-names.ts'
import { BoardBar } from './board-bar.tsx'
import { type BoardCard, FRAMES, type Frame, type Frames, framesOf, rowsOf } from './board-cards.ts'
import type { BoardProps } from './board-island.tsx'
import { CardNode } from './card-node.tsx'
import { DRAWN_HUES } from './draw-board.ts'
import { FrameNode } from './frame-node.tsx'
import { KindKey } from './kind-key.tsx'
import { cellUnder, layOut, openingView } from './lay-out.ts'
import { ManyCards } from './many-cards.tsx'
import { type BoardNode, KEYS, toNodes } from './nodes.ts'
import { OpenCard } from './open-card.tsx'
import { useArrangement } from './use-arrangement.ts'
import { KEYS_FOR_MOVING, KEYS_FOR_OPENING, useCardKeys } from './use-card-keys.ts'
import { cardElement, useReach } from './use-reach.ts'
import { ZoomButtons } from './zoom-buttons.tsx'

const NODE_TYPES = { card: CardNode, frame: FrameNode }
const NO_EDGES: [] = []
const MAP = { width: 160, height: 100 }
const FIT = { padding: 0.05, maxZoom: 1 }
/** With more, only what is in sight is drawn, which is never all of it, and the outline is offered. */
const MANY_CARDS = 1_000
/** From which zoom on words are read, and from which on large ones. */
const NEAR = 0.6
const MIDDLE = 0.28
const BEFORE_IT_IS_MEASURED = openingView([], { width: 0, height: 0 })
/** How wide the ring around a card is on the screen, at any zoom. */
const RING = 3

/** The wall of the room: cards in their frames, to be moved about, opened, found and taken along as a picture. */
export function Board(props: BoardProps) {
  return (
    <ReactFlowProvider>
      <Wall {...props} />
    </ReactFlowProvider>
  )
}

function Wall({ workshop, moves, tidying, children }: BoardProps) {
  const router = useRouter()
  const frames = readFrames(useSearchParams().get('frames'), workshop.board.statements.length > 0)
  const items = useMemo(() => layOut<BoardCard>(rowsOf(workshop, frames)), [workshop, frames])
  const mayArrange = workshop.board.viewerCanArrange
  const laid = useMemo(() => toNodes(items, mayArrange), [items, mayArrange])
  const known = useMemo(() => framesOf(workshop, frames), [workshop, frames])
  const frameUnder = useCallback(
    (place: Place) => known.get(cellUnder(items, place)?.id ?? '') ?? null,
    [known, items],
  )
  const { nodes, onNodesChange, ...hands } = useArrangement(laid, { mayArrange, frameUnder }, moves)
  const cards = items.filter(({ type }) => type === 'card').length
  const drawsInSight = cards > MANY_CARDS
  const wall = useRef<HTMLDivElement>(null)
  const home = `/workshops/${workshop.slug}/board`
  const [, openId] = useSelectedLayoutSegments()

  const open = useCallback(
    (node: BoardNode) => {
      if (node.type !== 'card') return
      router.push(`${home}/${node.data.card.of}/${node.id}?frames=${frames}`, { scroll: false })
    },
    [router, home, frames],
  )
  const close = useCallback(
    () => router.push(`${home}?frames=${frames}`, { scroll: false }),
    [router, home, frames],
  )

  // Not by state: nothing may render while the board is moved.
  const watchZoom = useCallback((_: unknown, { zoom }: Viewport) => {
    if (!wall.current) return
    wall.current.dataset.zoom = levelOf(zoom)
    // In whole steps: each new value has every card look for its style again.
    const ring = `${Math.ceil(RING / zoom)}px`
    if (wall.current.style.getPropertyValue('--ring') !== ring) wall.current.style.setProperty('--ring', ring)
  }, [])
  const begin = useCallback(
    (flow: ReactFlowInstance<BoardNode>) => {
      if (!wall.current) return
      const { clientWidth: width, clientHeight: height } = wall.current
      void flow.setViewport(openingView(items, { width, height }, openId))
      watchZoom(null, flow.getViewport())
    },
    [watchZoom, items, openId],
  )

  useFocusOnReturn(openId)
  const keys = useCardKeys({ items, frameUnder, drawsInSight, open, mark, ...hands })

  return (
    <>
      {drawsInSight ? <ManyCards slug={workshop.slug} frames={frames} cards={cards} /> : null}
      <BoardBar {...{ workshop, frames, items, tidying }} />
      <p id={KEYS.opening} hidden>
        {KEYS_FOR_OPENING}
      </p>
      <div className="lg:flex lg:gap-4">
        <div
          ref={wall}
          data-zoom="near"
          className={classNames('board relative min-w-0 flex-1', openId && 'max-lg:invisible')}
        >
          <ReactFlow
            {...keys}
            key={frames}
            nodes={nodes}
            edges={NO_EDGES}
            nodeTypes={NODE_TYPES}
            onNodesChange={onNodesChange}
            onNodeClick={(_, node) => open(node)}
            onNodeDrag={(_, node) => mark(frameUnder(node.position))}
            onNodeDragStop={() => mark(null)}
            onMove={watchZoom}
            onInit={begin}
            onlyRenderVisibleElements={drawsInSight}
            disableKeyboardA11y
            elementsSelectable={false}
            nodesConnectable={false}
            edgesFocusable={false}
            deleteKeyCode={null}
            selectionKeyCode={null}
            multiSelectionKeyCode={null}
            panActivationKeyCode={null}
            nodeDragThreshold={4}
            nodeClickDistance={4}
            panOnScroll
            minZoom={drawsInSight ? MIDDLE : 0.05}
            maxZoom={2}
            defaultViewport={BEFORE_IT_IS_MEASURED}
            ariaLabelConfig={WORDS}
          >
            <Panel position="bottom-left">
              <ZoomButtons fit={drawsInSight ? null : FIT} />
            </Panel>
            <MiniMap
              pannable
              zoomable
              position="bottom-right"
              className="board-map"
              style={MAP}
              nodeColor={colourOnMap}
              nodeStrokeWidth={0}
            />
          </ReactFlow>
        </div>
        {openId ? (
          <OpenCard key={openId} close={close}>
            {children}
          </OpenCard>
        ) : null}
      </div>
      <div id="below-the-board" tabIndex={-1}>
        {laid.some(({ draggable }) => draggable) ? (
          <p className="mt-3 max-w-prose text-ink-soft max-md:sr-only">
            {DRAGGING[frames]} <span id={KEYS.moving}>{KEYS_FOR_MOVING}</span>
          </p>
        ) : null}
        {frames === 'horizons' ? <KindKey /> : null}
      </div>
    </>
  )
}

const DRAGGING: Record<Frames, string> = {
  horizons: 'Drag an idea into another frame to change its statement or its horizon.',
  areas: 'Drag an issue into another frame to change its area.',
}
const WORDS = { 'minimap.ariaLabel': 'The whole board, small' }

/** Shows into which frame a card would fall. Not by state: the cards stay as they are. */
function mark(frame: Frame | null) {
  for (const marked of document.querySelectorAll('.board [data-target]'))
    marked.removeAttribute('data-target')
  if (frame) cardElement(`frame ${frame.id}`)?.setAttribute('data-target', 'true')
}

function levelOf(zoom: number): 'near' | 'middle' | 'far' {
  if (zoom >= NEAR) return 'near'
  return zoom >= MIDDLE ? 'middle' : 'far'
}

function readFrames(asked: string | null, hasStatements: boolean): Frames {
  return FRAMES.find((known) => known === asked) ?? (hasStatements ? 'horizons' : 'areas')
}

function colourOnMap(node: BoardNode): string {
  if (node.type !== 'card') return 'transparent'
  const { hue } = node.data.card
  return hue === null ? 'var(--line-strong)' : (DRAWN_HUES[hue % 8]?.edge ?? 'var(--line-strong)')
}

/** A card that is closed has the focus again, as it had when it was opened. */
function useFocusOnReturn(openId: string | undefined) {
  const last = useRef(openId)
  const { focusCard } = useReach()
  useEffect(() => {
    const closed = last.current
    last.current = openId
    if (closed) cardElement(closed)?.removeAttribute('data-open')
    if (openId) cardElement(openId)?.setAttribute('data-open', 'true')
    else if (closed) focusCard(closed)
  }, [openId, focusCard])
}
