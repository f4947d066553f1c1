/** A spot on an idea's card, in thousandths of its width and height from the top left. */
export type Pin = { x: number; y: number }

/** A pin stands on the card: from 0 to 1000 of its thousandths, both ways. */
export const PIN_RANGE = 1000

const PARTS = [
  ['top left', 'top', 'top right'],
  ['left', 'middle', 'right'],
  ['bottom left', 'bottom', 'bottom right'],
] as const

/** The nine parts of a card in the order of reading, each with what it is called and the spot in its midst. */
export const CARD_PARTS: readonly { name: string; midst: Pin }[] = PARTS.flatMap((row, down) =>
  row.map((name, across) => ({ name, midst: { x: midstOf(across), y: midstOf(down) } })),
)

/** In which part of the card a pin stands, in words: "top left". */
export function partOf({ x, y }: Pin): string {
  return PARTS[thirdOf(y)][thirdOf(x)]
}

/** The pin for a point of a card that is drawn somewhere; null for a point beside it. */
export function pinAt(
  point: { x: number; y: number },
  card: { left: number; top: number; width: number; height: number },
): Pin | null {
  const pin = {
    x: Math.round(((point.x - card.left) / card.width) * PIN_RANGE),
    y: Math.round(((point.y - card.top) / card.height) * PIN_RANGE),
  }
  return isOnCard(pin) ? pin : null
}

/** Whether a pin stands on the card. */
export function isOnCard({ x, y }: Pin): boolean {
  return [x, y].every((place) => place >= 0 && place <= PIN_RANGE)
}

/** A pin as it is kept in a browser. */
export function writePin(pin: Pin | null): string {
  return pin ? `${pin.x},${pin.y}` : ''
}

/** Reads what `writePin` wrote; null for anything else. */
export function readPin(written: string): Pin | null {
  const [, x, y] = /^(\d{1,4}),(\d{1,4})$/.exec(written) ?? []
  if (x === undefined || y === undefined) return null
  const pin = { x: Number(x), y: Number(y) }
  return isOnCard(pin) ? pin : null
}

function midstOf(third: number): number {
  return Math.round(((third + 0.5) * PIN_RANGE) / 3)
}

function thirdOf(place: number): 0 | 1 | 2 {
  if (place * 3 < PIN_RANGE) return 0
  return place * 3 < PIN_RANGE * 2 ? 1 : 2
}
