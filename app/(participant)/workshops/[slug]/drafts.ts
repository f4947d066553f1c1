import { v4 } from 'uuid'
import { keepOwn, listOwn } from '../../../_ui/own-storage.ts'

// Every tab keeps a draft of its own: two tabs that write the same thing offline keep both texts. A tab that finds none of
// its own takes up the latest that another has left.

const TAB = 'qlab.tab'
const taken = new Map<string, string>()

type Draft = { text: string; at: number }

/** What is being typed under a key; null where nothing is. */
export function readDraft(key: string): string | null {
  const drafts = listOwn(startOf(key)).flatMap(({ name, value }) => {
    const draft = parse(value)
    return draft ? [{ tab: name, ...draft }] : []
  })
  const own = drafts.find(({ tab }) => tab === thisTab())
  const latest = own ?? drafts.toSorted((a, b) => b.at - a.at)[0]
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
  if (from !== undefined) keepOwn(`${startOf(key)}${from}`, null)
  taken.delete(key)
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
    const { text, at }: Partial<Draft> = JSON.parse(value)
    return typeof text === 'string' && typeof at === 'number' ? { text, at } : null
  } catch {
    return null // something of an earlier version
  }
}
