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

// A word that is longer than a line is broken where the line ends.
function piecesOf(text: string, ems: number): string[] {
  return text.split(/\s+/u).flatMap((word) => {
    const pieces: string[] = ['']
    for (const letter of word) {
      const last = pieces.length - 1
      if (widthOf(`${pieces[last]}${letter}`) > ems) pieces.push(letter)
      else pieces[last] += letter
    }
    return pieces.filter((piece) => piece !== '')
  })
}

// A little wider than the font's own letters, so that no line runs out of the image.
function widthOf(text: string): number {
  let ems = 0
  for (const letter of text) ems += letterWidth(letter)
  return ems
}

function letterWidth(letter: string): number {
  if ((letter.codePointAt(0) ?? 0) > 0x2e7f) return 1
  return /[A-ZMW@%mw]/u.test(letter) ? 0.78 : 0.54
}
