/** A part of a paragraph: plain words, or an address on the web that they name. */
export type ProsePart = { text: string; href: string | null }
export type ProseBlock = { kind: 'PARAGRAPH'; lines: ProsePart[][] } | { kind: 'LIST'; items: ProsePart[][] }

const BULLET = /^[-*•]\s+/
const ADDRESS = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/g

/**
 * Text that people wrote, as it is set: an empty line begins a paragraph, lines that begin with a dash are a list, and
 * web addresses lead where they say. Nothing else in it means anything.
 */
export function readProse(text: string): ProseBlock[] {
  return text
    .split(/\n\s*\n/)
    .map((block) => block.split('\n').map((line) => line.trim()))
    .flatMap(readBlock)
}

function readBlock(lines: readonly string[]): ProseBlock[] {
  const blocks: ProseBlock[] = []
  for (const line of lines) {
    if (line === '') continue
    const last = blocks.at(-1)
    if (BULLET.test(line)) {
      const item = readLine(line.replace(BULLET, ''))
      if (last?.kind === 'LIST') last.items.push(item)
      else blocks.push({ kind: 'LIST', items: [item] })
    } else if (last?.kind === 'PARAGRAPH') last.lines.push(readLine(line))
    else blocks.push({ kind: 'PARAGRAPH', lines: [readLine(line)] })
  }
  return blocks
}

function readLine(line: string): ProsePart[] {
  const parts: ProsePart[] = []
  let from = 0
  for (const { 0: href, index } of line.matchAll(ADDRESS)) {
    if (index > from) parts.push({ text: line.slice(from, index), href: null })
    parts.push({ text: href, href })
    from = index + href.length
  }
  if (from < line.length) parts.push({ text: line.slice(from), href: null })
  return parts
}
