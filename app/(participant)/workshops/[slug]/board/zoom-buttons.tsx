'use client'

import { type FitViewOptions, useReactFlow } from '@xyflow/react'
import { Maximize, Minus, Plus } from 'lucide-react'
import { Button } from '../../../../_ui/button.tsx'

/** Nearer, farther, and all of it at once. */
export function ZoomButtons({ fit }: { fit: FitViewOptions }) {
  const { zoomIn, zoomOut, fitView } = useReactFlow()
  const acts = [
    { label: 'Zoom in', Icon: Plus, act: () => zoomIn({ duration: 150 }) },
    { label: 'Zoom out', Icon: Minus, act: () => zoomOut({ duration: 150 }) },
    { label: 'Show the whole board', Icon: Maximize, act: () => fitView({ ...fit, duration: 200 }) },
  ]
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
