import { v7 } from 'uuid'

/** Random numbers, ids and choices that come out the same on every machine. */
export type Random = {
  /** From 0 up to, but not including, `below`. */
  whole: (below: number) => number
  /** A UUIDv7; each is later than the one before. */
  id: () => string
  /** `count` different numbers below `below`, the small ones much more often. */
  skewed: (count: number, below: number) => number[]
  shuffled: <T>(items: readonly T[]) => T[]
}

const FIRST_ID_AT = Date.UTC(2017, 6, 13)

/** Makes a source of random numbers (mulberry32) that depends on the seed alone. */
export function random(seed: number): Random {
  let state = seed
  let made = 0

  function next(): number {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }

  const whole = (below: number) => Math.floor(next() * below)

  return {
    whole,
    id: () =>
      v7({ msecs: FIRST_ID_AT + made++, seq: 0, random: Uint8Array.from({ length: 16 }, () => whole(256)) }),
    skewed(count, below) {
      const chosen = new Set<number>()
      while (chosen.size < count) chosen.add(Math.floor(next() ** 2 * below))
      return [...chosen]
    },
    shuffled(items) {
      const left = [...items]
      return items.flatMap(() => left.splice(whole(left.length), 1))
    },
  }
}
