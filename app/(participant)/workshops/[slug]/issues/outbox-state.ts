/** An issue that is on its way to the wall. Its id is made once, so that however often it is sent there is one issue. */
export type OutgoingIssue = { id: string; title: string; areaId: string; refused?: string; sent?: true }

/** What a writer has in this browser: the words being typed, and issues that the server has not taken yet. */
export type Kept = { title: string; areaId: string | null; outbox: readonly OutgoingIssue[] }

const NOTHING: Kept = { title: '', areaId: null, outbox: [] }

/** Reads what a reload, a lost connection or an ended session has left. */
export function readKept(key: string): Kept {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    if (typeof kept !== 'object' || kept === null) return NOTHING
    const { title, areaId, outbox } = kept as Record<string, unknown>
    return {
      title: typeof title === 'string' ? title : '',
      areaId: typeof areaId === 'string' ? areaId : null,
      outbox: Array.isArray(outbox) ? outbox.filter(isOutgoing).filter(({ sent }) => !sent) : [],
    }
  } catch {
    return NOTHING // storage is switched off, or holds something of an earlier version
  }
}

/** Writes down everything that is not on the wall yet. */
export function keep(key: string, kept: Kept): void {
  try {
    if (kept.title === '' && kept.outbox.length === 0) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(kept))
  } catch {
    // Without storage the words live as long as the page, which is as much as the browser allows.
  }
}

function isOutgoing(value: unknown): value is OutgoingIssue {
  if (typeof value !== 'object' || value === null) return false
  const { id, title, areaId } = value as Record<string, unknown>
  return typeof id === 'string' && typeof title === 'string' && typeof areaId === 'string'
}
