'use client'

import { useSyncExternalStore } from 'react'

/** Whether the page's script runs: not in what the server draws, nor while the script takes that over. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  )
}

const neverChanges = () => () => {}
