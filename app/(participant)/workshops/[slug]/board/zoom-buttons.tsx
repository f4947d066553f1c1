'use client'

import { type FitViewOptions, useReactFlow } from '@xyflow/react'
import { Maximize, Minus, Plus } from 'lucide-react'
import { Button } from '../../../../_ui/button.tsx'

/** Nearer, farther, and all of it at once, where that many cards can be drawn. */
export function ZoomButtons({ fit }: { fit: FitViewOptions | null }) {
  const { zoomIn, zoomOut, fitView } = useReactFlow()
  const acts = [
    { label: 'Zoom in', Icon: Plus, act: () => zoomIn({ duration: 150 }) },
    { label: 'Zoom out', Icon: Minus, act: () => zoomOut({ duration: 150 }) },
  ]
  if (fit) {
    const act = () => fitView({ ...fit, duration: 200 })
    acts.push({ label: 'Show the whole board', Icon: Maximize, act })
  }
  return (
    <div className="flex gap-1">
      {acts.map(({ label, Icon, act }) => (
        <Button
          key={label}
          variant="secondary"
          className="px-2"
          aria-label={label}
          onClick={() => void act()}
        >
          <Icon aria-hidden className="size-5" />
        </Button>
      ))}
    </div>
  )
}
