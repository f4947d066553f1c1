/** The first words of a text, to tell the buttons of one thing from those of another. */
export function firstWords(text: string, length: number = 40): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > length ? `${line.slice(0, length).trimEnd()}…` : line
}
