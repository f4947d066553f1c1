// What a page keeps on the device belongs to one person and one seat: a tablet is handed round, and two tabs write at once.
// Each thing has an entry of its own, so that no tab writes over what another has kept.

const ROOT = 'qlab'

/** Administrators write without a seat. */
type Owner = { person: string; seat: string | null }

/** Whose page this is, and from which seat they write: the frame of the page says so. Null for readers whom nobody knows. */
export function ownerOnPage(): Owner | null {
  const { person, seat } = document.querySelector<HTMLElement>('[data-person]')?.dataset ?? {}
  return person ? { person, seat: seat ?? null } : null
}

/** The entries of whoever's page this is whose names begin so, by the rest of their names. */
export function listOwn(start: string): { name: string; value: string }[] {
  return quietly([], () => {
    const prefix = keyOf(start)
    if (prefix === null) return []
    return keys()
      .filter((key) => key.startsWith(prefix))
      .sort()
      .map((key) => ({ name: key.slice(prefix.length), value: localStorage.getItem(key) ?? '' }))
  })
}

/** Keeps a value under a name, or takes it away. */
export function keepOwn(name: string, value: string | null): void {
  quietly(undefined, () => {
    const key = keyOf(name)
    if (key === null) return
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  })
}

/** Calls back when another tab has changed an entry of this page's owner. Returns how to stop. */
export function watchOwn(start: string, changed: () => void): () => void {
  const prefix = keyOf(start)
  function onStorage({ key }: StorageEvent) {
    if (prefix !== null && (key === null || key.startsWith(prefix))) changed()
  }
  window.addEventListener('storage', onStorage)
  return () => window.removeEventListener('storage', onStorage)
}

/** Names of entries that wait to be sent begin with this. */
export const UNSENT = 'unsent.'

/** How much a person has on this device that the server has not taken yet. */
export function countUnsent(person: string): number {
  const unsent = new RegExp(`^${ROOT}\\.${literal(person)}\\.[^.]+\\.${literal(UNSENT)}`)
  return quietly(0, () => keys().filter((key) => unsent.test(key)).length)
}

/** Takes away all that a person has left on this device. What is somebody else's stays. */
export function clearOwn(person: string): void {
  quietly(undefined, () => {
    for (const key of keys()) if (key.startsWith(`${ROOT}.${person}.`)) localStorage.removeItem(key)
    sessionStorage.clear()
  })
}

function keyOf(name: string): string | null {
  const owner = ownerOnPage()
  return owner && `${ROOT}.${owner.person}.${owner.seat ?? 'none'}.${name}`
}

function keys(): string[] {
  return Array.from({ length: localStorage.length }, (_, at) => localStorage.key(at) ?? '')
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}

// Storage may be switched off or full; then what is kept lives as long as the page.
function quietly<T>(otherwise: T, act: () => T): T {
  try {
    return act()
  } catch {
    return otherwise
  }
}
