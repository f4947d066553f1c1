import type { Wish } from './ballot-state.ts'

/** Taps that wait for the connection survive a reload. Kept for one round and one seat, since a table may share a device. */
export function readWishes(key: string): Wish[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isWish) : []
  } catch {
    return [] // storage is switched off, or holds something of an earlier version
  }
}

/** Keeps the taps that are not answered yet; none is no trace. */
export function keepWishes(key: string, wishes: readonly Wish[]): void {
  try {
    if (wishes.length === 0) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(wishes))
  } catch {
    // Without storage the taps live as long as the page, which is as much as the browser allows.
  }
}

function isWish(kept: unknown): kept is Wish {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    'optionId' in kept &&
    typeof kept.optionId === 'string' &&
    'dot' in kept &&
    typeof kept.dot === 'boolean'
  )
}
