import { v4 } from 'uuid'
import { keepOwn, listOwn } from '../../../_ui/own-storage.ts'

// Every tab keeps a draft of its own: two tabs that write the same thing offline keep both texts. A tab that finds none of
// its own takes up the latest that another has left. It cannot know whether that tab is still open, so the other's draft is
// marked as used up and not taken away: its own tab finds it again.

const TAB = 'qlab.tab'
const taken = new Map<string, string>()

type Draft = { text: string; at: number; usedUp?: boolean }

const KEPT_MS = 7 * 24 * 60 * 60 * 1000

/** What is being typed under a key; null where nothing is. */
export function readDraft(key: string): string | null {
  const drafts = listOwn(startOf(key)).flatMap(({ name, value }) => {
    const draft = parse(value)
    return draft ? [{ tab: name, ...draft }] : []
  })
  const own = drafts.find(({ tab }) => tab === thisTab())
  const left = drafts.filter(({ usedUp }) => !usedUp).toSorted((a, b) => b.at - a.at)
  const latest = own ?? left[0]
  if (latest === undefined) return null
  taken.set(key, latest.tab)
  return latest.text
}

/** Keeps what is being typed in this tab. */
export function keepDraft(key: string, text: string): void {
  const draft: Draft = { text, at: Date.now() }
  keepOwn(`${startOf(key)}${thisTab()}`, JSON.stringify(draft))
}

/** Forgets what was typed in this tab, and what it was taken up from. */
export function forgetDraft(key: string): void {
  keepOwn(`${startOf(key)}${thisTab()}`, null)
  const from = taken.get(key)
  taken.delete(key)
  for (const { name: tab, value } of listOwn(startOf(key))) {
    const draft = parse(value)
    const old = draft === null || Date.now() - draft.at > KEPT_MS
    if (old) keepOwn(`${startOf(key)}${tab}`, null)
    else if (tab === from) keepOwn(`${startOf(key)}${tab}`, JSON.stringify({ ...draft, usedUp: true }))
  }
}

const startOf = (key: string) => `draft.${key}/`

function thisTab(): string {
  try {
    const known = sessionStorage.getItem(TAB)
    if (known !== null) return known
    const made = v4()
    sessionStorage.setItem(TAB, made)
    return made
  } catch {
    return 'here' // without storage nothing is kept anyway
  }
}

function parse(value: string): Draft | null {
  try {
    const { text, at, usedUp = false }: Partial<Draft> = JSON.parse(value)
    return typeof text === 'string' && typeof at === 'number' ? { text, at, usedUp } : null
  } catch {
    return null // something of an earlier version
  }
}
