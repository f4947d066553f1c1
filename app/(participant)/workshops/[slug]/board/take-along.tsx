'use client'

import { useReactFlow } from '@xyflow/react'
import { Download } from 'lucide-react'
import { Button } from '../../../../_ui/button.tsx'
import { toast } from '../../../../_ui/toast.ts'
import type { BoardCard } from './board-cards.ts'
import { DRAWN_FONT, type Drawing, drawBoard, type Measure } from './draw-board.ts'
import type { Item } from './lay-out.ts'
import type { BoardNode } from './nodes.ts'

type Props = {
  title: string
  /** Of the file. */
  name: string
  items: readonly Item<BoardCard>[]
}

// Browsers refuse larger canvases, some without a word.
const MOST_PIXELS = 8_192

/** Saves the whole board as a picture, also what is out of sight. */
export function TakeAlong({ title, name, items }: Props) {
  const { getNodes } = useReactFlow<BoardNode>()

  async function save(kind: 'png' | 'svg') {
    const places = new Map(getNodes().map(({ id, position }) => [id, position]))
    const drawing = drawBoard(title, items, places, measureWith(document.createElement('canvas')))
    const vector = new Blob([drawing.svg], { type: 'image/svg+xml' })
    try {
      download(kind === 'svg' ? vector : await paint(drawing), `${name}.${kind}`)
    } catch {
      toast('The picture could not be made. Try the other format.', { kind: 'error' })
    }
  }

  return (
    <>
      <Button variant="secondary" onClick={() => void save('png')}>
        <Download aria-hidden className="size-5" />
        PNG<span className="sr-only">: save the board as a picture</span>
      </Button>
      <Button variant="secondary" onClick={() => void save('svg')}>
        <Download aria-hidden className="size-5" />
        SVG<span className="sr-only">: save the board as a drawing</span>
      </Button>
    </>
  )
}

function measureWith(canvas: HTMLCanvasElement): Measure {
  const pen = canvas.getContext('2d')
  return (text, size, bold) => {
    if (!pen) return text.length * size * 0.6
    pen.font = `${bold ? 'bold ' : ''}${size}px ${DRAWN_FONT}`
    return pen.measureText(text).width
  }
}

async function paint({ svg, width, height }: Drawing): Promise<Blob> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const scale = Math.min(2, MOST_PIXELS / width, MOST_PIXELS / height)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The canvas is empty.'))), 'image/png')
  })
}

function download(file: Blob, name: string): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}
