import { buffer } from 'node:stream/consumers'
import { renderAsync } from '@resvg/resvg-js'
import { typeset } from '../../../../_typeset/typeset.ts'
import type { Drawing } from './results-image.ts'

const KEPT = 60
const drawn = new Map<string, Promise<Buffer>>()

/** A drawing as PNG, so many pixels wide. The latest are kept, since a page that many read asks for the same again and again. */
export function drawPng(key: string, drawing: Drawing, width: number): Promise<Buffer> {
  const known = drawn.get(key)
  if (known !== undefined) return known
  const made = render(drawing, width)
  drawn.set(key, made)
  // What failed once may be asked again.
  made.catch(() => drawn.delete(key))
  const [oldest] = drawn.keys()
  if (drawn.size > KEPT && oldest !== undefined) drawn.delete(oldest)
  return made
}

// The renderer finds letters in one font of a line alone, and lays Indic scripts over each other. Typst sets every
// script, and gives outlines.
async function render(data: Drawing, width: number): Promise<Buffer> {
  const folder = 'app/embed/workshops/[slug]/[view]'
  const outlines = await buffer(typeset({ format: 'svg', folder, main: 'drawing.typ', data }))
  const options = { font: { loadSystemFonts: false }, fitTo: { mode: 'width', value: width } } as const
  return (await renderAsync(outlines.toString(), options)).asPng()
}
