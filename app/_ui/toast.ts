import { announce } from './announce.ts'

export type Toast = {
  id: number
  message: string
  kind: 'success' | 'error'
  /** Usually "Undo". */
  action?: { label: string; run: () => void }
  /** Whether it is about to be read on the page that the act leads to, and stays through that one change of page. */
  onNextPage: boolean
}

let toasts: readonly Toast[] = []
let nextId = 1
const listeners = new Set<() => void>()

/** Shows what was just done, with a way to undo it, and says it once. It leaves by itself: see `Toasts`. */
export function toast(
  message: string,
  options: Partial<Pick<Toast, 'kind' | 'action' | 'onNextPage'>> = {},
): void {
  const { kind = 'success', action, onNextPage = false } = options
  // One at a time: a pile of them hides the page on a phone.
  change([{ id: nextId++, message, kind, action, onNextPage }])
  announce(action ? `${message} ${action.label} is at the end of the page.` : message)
}

/** Puts a toast away. */
export function dismissToast(id: number): void {
  change(toasts.filter((shown) => shown.id !== id))
}

/** The page has changed: what was said of the one before is put away. */
export function turnToastsPage(): void {
  const kept = toasts.filter(({ onNextPage }) => onNextPage)
  if (toasts.length > 0) change(kept.map((shown) => ({ ...shown, onNextPage: false })))
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
