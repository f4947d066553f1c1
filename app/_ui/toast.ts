import { announce } from './announce.ts'

export type Toast = {
  id: number
  message: string
  kind: 'success' | 'error'
  /** Usually "Undo". */
  action?: { label: string; run: () => void }
}

let toasts: readonly Toast[] = []
let nextId = 1
const listeners = new Set<() => void>()

/** Shows what was just done, with a way to undo it, and says it once. It stays until it is put away or replaced. */
export function toast(message: string, options: Partial<Pick<Toast, 'kind' | 'action'>> = {}): void {
  const shown: Toast = { id: nextId++, message, kind: options.kind ?? 'success', action: options.action }
  // One at a time: a pile of them hides the page on a phone.
  change([shown])
  announce(options.action ? `${message} ${options.action.label} is at the end of the page.` : message)
}

/** Puts a toast away. */
export function dismissToast(id: number): void {
  change(toasts.filter((shown) => shown.id !== id))
}

/** For `useSyncExternalStore`. */
export const toastStore = {
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
  current: (): readonly Toast[] => toasts,
}

function change(next: readonly Toast[]) {
  toasts = next
  for (const listener of listeners) listener()
}
