/** A text in pieces, so that the web addresses in it can be followed. */
export function linksIn(text: string): { text: string; isLink: boolean; at: number }[] {
  let at = 0
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((piece, index) => {
    const found = { text: piece, isLink: index % 2 === 1, at }
    at += piece.length
    return found
  })
}
