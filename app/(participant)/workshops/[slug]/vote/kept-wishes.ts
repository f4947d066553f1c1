import { keepOwn, listOwn, UNSENT } from '../../../../_ui/own-storage.ts'
import type { Wish } from './ballot-state.ts'

// Each option has an entry of its own: two tabs that vote offline keep the taps of both.
const startOf = (roundId: string) => `${UNSENT}vote.${roundId}.`

/** Taps of this voter that wait for the connection, in the order in which they were made. */
export function readWishes(roundId: string): Wish[] {
  return listOwn(startOf(roundId))
    .flatMap(({ name: optionId, value }) => {
      const kept = parse(value)
      return kept ? [{ ...kept, wish: { optionId, dot: kept.dot } }] : []
    })
    .sort((a, b) => a.at - b.at)
    .map(({ wish }) => wish)
}

/** Keeps a tap until it is answered. A later one for the same option takes its place. */
export function keepWish(roundId: string, { optionId, dot }: Wish): void {
  keepOwn(`${startOf(roundId)}${optionId}`, JSON.stringify({ dot, at: Date.now() }))
}

/** Forgets the tap for an option, unless a later one says otherwise. */
export function forgetWish(roundId: string, { optionId, dot }: Wish): void {
  const kept = readWishes(roundId).find((wish) => wish.optionId === optionId)
  if (kept?.dot === dot) keepOwn(`${startOf(roundId)}${optionId}`, null)
}

/** Forgets all taps: the ballot has closed. */
export function forgetWishes(roundId: string): void {
  for (const { name } of listOwn(startOf(roundId))) keepOwn(`${startOf(roundId)}${name}`, null)
}

function parse(value: string): { dot: boolean; at: number } | null {
  try {
    const { dot, at }: { dot?: unknown; at?: unknown } = JSON.parse(value)
    return typeof dot === 'boolean' && typeof at === 'number' ? { dot, at } : null
  } catch {
    return null // something of an earlier version
  }
}
