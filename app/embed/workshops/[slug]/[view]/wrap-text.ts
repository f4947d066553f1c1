/** Breaks words into lines of so many ems: an image has no browser that would do it. What is left over ends in an ellipsis. */
export function wrapText(text: string, ems: number, linesAtMost: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(text, ems)) {
    const longer = line === '' ? piece : `${line} ${piece}`
    if (line !== '' && widthOf(longer) > ems) {
      lines.push(line)
      line = piece
    } else {
      line = longer
    }
  }
  lines.push(line)
  if (lines.length <= linesAtMost) return lines
  return [...lines.slice(0, linesAtMost - 1), `${lines[linesAtMost - 1]} …`]
}

// A word that is longer than a line is broken where the line ends, and never within what a person sees as one letter.
function piecesOf(text: string, ems: number): string[] {
  return text.split(/\s+/u).flatMap((word) => {
    const pieces: string[] = ['']
    let width = 0
    for (const { segment } of GRAPHEMES.segment(word)) {
      const wide = letterWidth(segment)
      if (width + wide > ems) {
        pieces.push('')
        width = 0
      }
      pieces[pieces.length - 1] += segment
      width += wide
    }
    return pieces.filter((piece) => piece !== '')
  })
}

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' })

// A little wider than the font's own letters, so that no line runs out of the image.
function widthOf(text: string): number {
  let ems = 0
  for (const { segment } of GRAPHEMES.segment(text)) ems += letterWidth(segment)
  return ems
}

function letterWidth(letter: string): number {
  if (SEEN_NOT.test(letter)) return 0
  if (WIDE.test(letter)) return 1.4
  if ((letter.codePointAt(0) ?? 0) > 0x5ff)
    return /^[\p{Script=Arabic}\p{Script=Thai}]/u.test(letter) ? 0.7 : 1
  if (/[MW@%mw\u2014]/u.test(letter)) return 0.92
  return /\p{Lu}/u.test(letter) ? 0.72 : 0.58
}

const SEEN_NOT = /^\p{Default_Ignorable_Code_Point}+$/u
const WIDE = /\p{Emoji_Presentation}|\ufe0f/u
