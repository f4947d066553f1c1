/** How many have voted. */
export type Turnout = { ballots: number; seats: number; dots: number }

const latest = new Map<string, Turnout>()
const listeners = new Set<() => void>()

/** Passes on what the last look has found about a round. */
export function showTurnout(roundId: string, turnout: Turnout): void {
  const before = latest.get(roundId)
  const same =
    before &&
    before.ballots === turnout.ballots &&
    before.seats === turnout.seats &&
    before.dots === turnout.dots
  if (same) return
  latest.set(roundId, turnout)
  for (const listener of listeners) listener()
}

/** For `useSyncExternalStore`. */
export const turnoutStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  of: (roundId: string): Turnout | undefined => latest.get(roundId),
}
