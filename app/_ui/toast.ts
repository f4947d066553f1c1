import { announce } from './announce.ts'

export type Toast = {
  id: number
  message: string
  kind: 'success' | 'error'
  /** The path of the page that it belongs to; null while that page is still on its way. */
  page: string | null
  /** Usually "Undo". */
  action?: { label: string; run: () => void }
}

let toasts: readonly Toast[] = []
let nextId = 1
const listeners = new Set<() => void>()

type Options = Partial<Pick<Toast, 'kind' | 'action'>> & {
  /** Whether it is told on the page that the caller goes to next. */
  onNextPage?: boolean
}

const STAYS_MS = 6_000
const STAYS_WITH_UNDO_MS = 10_000

/**
 * Shows what was just done, with a way to undo it, and says it once. It leaves by itself after six seconds, after ten where
 * it can be undone, and with the page; not while somebody points at it or has moved into it.
 */
export function toast(message: string, options: Options = {}): void {
  const { kind = 'success', action, onNextPage = false } = options
  const page = onNextPage ? null : location.pathname
  const shown: Toast = { id: nextId++, message, kind, page, action }
  // One at a time: a pile of them hides the page on a phone.
  change([shown])
  leaveLater(shown)
  announce(action ? `${message} ${action.label} is at the end of the page.` : message)
}

let leaving: ReturnType<typeof setTimeout> | undefined

function leaveLater({ id, action }: Toast): void {
  clearTimeout(leaving)
  leaving = setTimeout(() => dismissToast(id), action ? STAYS_WITH_UNDO_MS : STAYS_MS)
}

/** Keeps the toast while somebody points at it or has moved into it, and lets it leave afterwards. */
export function holdToast(shown: Toast, held: boolean): void {
  if (held) clearTimeout(leaving)
  else leaveLater(shown)
}

/** The page at this path is shown now: what was said on another leaves, and what was said for this one belongs to it. */
export function arriveAt(path: string): void {
  const stays = toasts.filter(({ page }) => page === null || page === path)
  change(stays.map((shown) => ({ ...shown, page: path })))
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
