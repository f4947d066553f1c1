import { matchKey } from './look-alikes.ts'

const ACCENTS = /\p{M}/gu

/** Whoever searches types fewer accents than whoever wrote: a filter compares what titles are matched by, without them. */
function folded(text: string): string {
  return matchKey(text).normalize('NFKD').replace(ACCENTS, '')
}

/** Whether a text holds every word of what somebody typed. */
export function holdsWords(text: string, typed: string): boolean {
  const all = folded(text)
  return folded(typed)
    .split(' ')
    .every((word) => all.includes(word))
}
