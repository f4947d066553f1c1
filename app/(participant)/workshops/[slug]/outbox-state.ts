/**
 * Words on their way to the server, with what they are about: an issue's area, an idea's statement and horizon. The id
 * is made once, so that however often they are sent there is one of them.
 */
export type Outgoing<About> = { id: string; text: string; about: About; refused?: string; sent?: true }

/** Reads what a reload, a lost connection or an ended session has left unsent. */
export function readOutbox<About>(
  key: string,
  isAbout: (value: unknown) => value is About,
): Outgoing<About>[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    if (!Array.isArray(kept)) return []
    return kept.filter((value): value is Outgoing<About> => isOutgoing(value) && isAbout(value.about))
  } catch {
    return [] // storage is switched off, or holds something of an earlier version
  }
}

/** Writes down everything that the server has not taken yet. */
export function keepOutbox(key: string, outbox: readonly Outgoing<unknown>[]): void {
  const unsent = outbox.filter(({ sent }) => !sent)
  try {
    if (unsent.length === 0) localStorage.removeItem(key)
    else localStorage.setItem(key, JSON.stringify(unsent))
  } catch {
    // Without storage the words live as long as the page, which is as much as the browser allows.
  }
}

/** Whether a value read from storage is an object, whose fields can then be looked at one by one. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function isOutgoing(value: unknown): value is Outgoing<unknown> {
  return isRecord(value) && typeof value.id === 'string' && typeof value.text === 'string'
}
