import type { Random } from './random.ts'

const STARTS = [
  'b',
  'br',
  'c',
  'ch',
  'd',
  'f',
  'g',
  'gr',
  'h',
  'l',
  'm',
  'n',
  'p',
  'pr',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
  'w',
]
const MIDDLES = ['a', 'e', 'i', 'o', 'u', 'ea', 'ai', 'ou']
const ENDS = ['', 'l', 'm', 'n', 'nd', 'r', 'rt', 's', 'st', 't', 'ck']

/** A language of its own: many words, of which a few make up most of what is written, as in any language. */
export type Vocabulary = {
  words: readonly string[]
  /** A text of so many words. */
  text: (count: number) => string
}

/** Makes words of two to four syllables; how often the n-th is used falls with n, as Zipf found. */
export function vocabulary(dice: Random, size: number): Vocabulary {
  const pick = (from: readonly string[]) => from[dice.whole(from.length)] ?? ''
  const syllable = () => pick(STARTS) + pick(MIDDLES)
  const words = new Set<string>()
  while (words.size < size) {
    const syllables = Array.from({ length: 1 + dice.whole(3) }, syllable)
    words.add(`${syllables.join('')}${syllable()}${pick(ENDS)}`)
  }
  const list = [...words]
  // With probabilities of 1/n the place is about evenly spread on a logarithmic scale.
  const place = () => Math.floor(size ** (dice.whole(1_000_000) / 1_000_000)) - 1
  const word = () => list[place()] ?? ''
  return { words: list, text: (count) => Array.from({ length: count }, word).join(' ') }
}
