/** What the server takes at once, with room for what JSON adds. */
const LONGEST = 60_000

/** Cuts a file into pieces in order. A character of two halves is never cut in two. */
export function cutIntoPieces(text: string): string[] {
  const pieces: string[] = []
  for (let start = 0; start < text.length; ) {
    let end = Math.min(text.length, start + LONGEST)
    const last = text.charCodeAt(end - 1)
    if (end < text.length && last >= 0xd800 && last <= 0xdbff) end -= 1
    pieces.push(text.slice(start, end))
    start = end
  }
  return pieces
}
