import { keepOwn, listOwn, UNSENT } from '../../../_ui/own-storage.ts'

/**
 * Words on their way to the server, with what they are about: an issue's area, an idea's statement and horizon. The id
 * is made once, so that however often they are sent there is one of them. Ids sort by the time at which they were made.
 */
export type Outgoing<About> = { id: string; text: string; about: About; refused?: string; sent?: true }

const startOf = (queue: string) => `${UNSENT}${queue}.`

/** Reads what a reload, a lost connection, an ended session or another tab has left unsent, the oldest first. */
export function readOutbox<About>(
  queue: string,
  isAbout: (value: unknown) => value is About,
): Outgoing<About>[] {
  return listOwn(startOf(queue)).flatMap(({ value }) => {
    const item = parse(value)
    return isOutgoing(item) && isAbout(item.about) ? [item as Outgoing<About>] : []
  })
}

/** Keeps one item until the server has taken it. */
export function keepOutgoing(queue: string, { sent: _, ...item }: Outgoing<unknown>): void {
  keepOwn(`${startOf(queue)}${item.id}`, JSON.stringify(item))
}

/** Forgets one item: the server has it, or its words went back into the form. */
export function forgetOutgoing(queue: string, id: string): void {
  keepOwn(`${startOf(queue)}${id}`, null)
}

/** What a page shows once it has read again: what is kept, with what it knows itself of each item. */
export function mergeOutbox<About>(
  shown: readonly Outgoing<About>[],
  kept: readonly Outgoing<About>[],
): Outgoing<About>[] {
  const known = new Map(shown.map((item) => [item.id, item]))
  const still = new Set(kept.map(({ id }) => id))
  // What this page has sent stays until the page shows it; what another tab has sent is gone.
  const own = shown.filter(({ id, sent }) => sent && !still.has(id))
  return [...own, ...kept.map((item) => known.get(item.id) ?? item)]
}

/** Whether a value read from storage is an object, whose fields can then be looked at one by one. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function parse(value: string): unknown {
  try {
    return JSON.parse(value)
  } catch {
    return null // something of an earlier version
  }
}

function isOutgoing(value: unknown): value is Outgoing<unknown> {
  return isRecord(value) && typeof value.id === 'string' && typeof value.text === 'string'
}
