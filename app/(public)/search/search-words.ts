/** A piece of a text: what was searched for, or what stands between. */
export type Piece = { text: string; found: boolean }

const WORD = /[\p{L}\p{N}]+/gu

/** The words of a search that are long enough to be looked for by themselves, in lower case. */
export function wordsOf(query: string): string[] {
  return (query.toLowerCase().match(WORD) ?? []).filter((word) => word.length > 1)
}

/**
 * Cuts a text where it holds what was searched for. A word counts as found when it begins as one that was searched for
 * does, so that "recover" marks "recovery" too.
 */
export function markWords(text: string, words: readonly string[]): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const { 0: word, index } of text.matchAll(WORD)) {
    if (!words.some((asked) => isOne(word.toLowerCase(), asked))) continue
    if (index > from) pieces.push({ text: text.slice(from, index), found: false })
    from = index + word.length
    pieces.push({ text: word, found: true })
  }
  if (from < text.length) pieces.push({ text: text.slice(from), found: false })
  return pieces
}

function isOne(word: string, asked: string): boolean {
  return word.startsWith(stemOf(asked))
}

// The ends that English puts on a word: enough to see why something was found, no more.
function stemOf(word: string): string {
  const stem = word.replace(/(ies|ing|ed|es|s|y)$/, '')
  return stem.length >= 3 ? stem : word
}

/** What was looked for instead of what was typed: "Nobody wrote “recieve”. Showing “receive”." */
export function correctionInWords({ typed, meant }: { typed: string; meant: readonly string[] }): string {
  const instead = new Intl.ListFormat('en-GB', { type: 'disjunction' }).format(
    meant.map((word) => `“${word}”`),
  )
  return `Nobody wrote “${typed}”. Showing ${instead}.`
}
