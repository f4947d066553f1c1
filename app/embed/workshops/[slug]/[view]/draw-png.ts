import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { renderAsync } from '@resvg/resvg-js'
import { unwrapWoff } from './unwrap-woff.ts'

const FAMILY = 'Atkinson Hyperlegible Next'
const FOLDER = '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next'
const FILES = ['latin-400-normal', 'latin-ext-400-normal', 'latin-700-normal', 'latin-ext-700-normal']

let files: string[] | undefined

// The renderer takes files of the older kind only, by their paths.
function fontFiles(): string[] {
  if (files === undefined) {
    const folder = mkdtempSync(join(tmpdir(), 'qlab-fonts-'))
    files = FILES.map((name) => {
      const path = join(folder, `${name}.ttf`)
      const woff = readFileSync(join(process.cwd(), 'node_modules', `${FOLDER}-${name}.woff`))
      writeFileSync(path, unwrapWoff(woff))
      return path
    })
  }
  return files
}

const KEPT = 60
const drawn = new Map<string, Promise<Buffer>>()

/** An SVG as PNG, in its own size. The latest are kept, since a page that many read asks for the same again and again. */
export function drawPng(key: string, svg: string): Promise<Buffer> {
  const known = drawn.get(key)
  if (known !== undefined) return known
  const made = render(svg)
  drawn.set(key, made)
  // What failed once may be asked again.
  made.catch(() => drawn.delete(key))
  const [oldest] = drawn.keys()
  if (drawn.size > KEPT && oldest !== undefined) drawn.delete(oldest)
  return made
}

async function render(svg: string): Promise<Buffer> {
  const font = { fontFiles: fontFiles(), loadSystemFonts: false, defaultFontFamily: FAMILY }
  return (await renderAsync(svg, { font })).asPng()
}
