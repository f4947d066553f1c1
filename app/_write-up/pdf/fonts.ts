import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The product's own font, in the files that the PDF library can take parts of: static, and not WOFF2. */
const FILES = {
  regular: 'latin-400-normal',
  regularWide: 'latin-ext-400-normal',
  bold: 'latin-700-normal',
  boldWide: 'latin-ext-700-normal',
} as const

export type FontName = keyof typeof FILES
export type Weight = 'regular' | 'bold'

const FOLDER = '@fontsource/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next'
let loaded: Record<FontName, Buffer> | undefined

/** The files, read once. They lie where the product was installed: bundles of pages do not carry them. */
export function loadFonts(): Record<FontName, Buffer> {
  const file = (name: FontName) =>
    readFileSync(join(process.cwd(), 'node_modules', `${FOLDER}-${FILES[name]}.woff`))
  loaded ??= {
    regular: file('regular'),
    regularWide: file('regularWide'),
    bold: file('bold'),
    boldWide: file('boldWide'),
  }
  return loaded
}

/** Letters that the wide file has and the main one lacks, as the font's makers divide them. */
const WIDE =
  /[\u0100-\u0130\u0132-\u0151\u0154-\u02ba\u02bd-\u02c5\u02c7-\u02cc\u02ce-\u02d7\u02dd-\u02ff\u1d00-\u1dbf\u1e00-\u1eff\u20a0-\u20ab\u20ad-\u20c0\u2113\u2c60-\u2c7f\ua720-\ua7ff]+/g

// The library breaks a word that is too long for its line letter by letter, measuring all of it each time.
const LONG_WORD = /[^\s/\-_.?&=,;]{60}/gu

/** A text in pieces that one file can set. What no file has shows as an empty box: nothing is left out in silence. */
export function piecesOf(text: string, weight: Weight): { text: string; font: FontName }[] {
  const main = text.normalize('NFC').replace(LONG_WORD, '$& ')
  const pieces: { text: string; font: FontName }[] = []
  let from = 0
  for (const { 0: wide, index } of main.matchAll(WIDE)) {
    if (index > from) pieces.push({ text: main.slice(from, index), font: weight })
    pieces.push({ text: wide, font: `${weight}Wide` })
    from = index + wide.length
  }
  if (from < main.length || pieces.length === 0) pieces.push({ text: main.slice(from), font: weight })
  return pieces
}
