import type { Database, Transaction } from '#db/client.ts'
import { inFigures } from '#domain/numbers.ts'
import { type Refusal, refusal } from '#domain/refusal.ts'

/** How many things one mutation changes at most. */
export const MOST_AT_ONCE = 500

class Refused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.message)
  }
}

/**
 * Runs a change of many things in one transaction. The first refusal takes back what was changed before it, and is
 * answered; null when all is done.
 */
export async function allOrNone(
  db: Database,
  work: (tx: Transaction, refuse: (no: Refusal) => never) => Promise<void>,
): Promise<Refusal | null> {
  const refuse = (no: Refusal): never => {
    throw new Refused(no)
  }
  try {
    await db.transaction((tx) => work(tx, refuse))
    return null
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
}

/** The first of many things that cannot be changed, and why not. */
export type Stopped<Thing> = { at: Thing; refusal: Refusal } | null

/** More things are named than one mutation changes. */
export function tooMany(field: string): Refusal {
  return refusal('BAD_USER_INPUT', `Choose at most ${inFigures(MOST_AT_ONCE)} at a time.`, field)
}

/** One of the things named is not in the workshop that the first one is in. */
export function notAllHere(noun: string, field: string): Refusal {
  return refusal(
    'NOT_FOUND',
    `One of these ${noun} is not in the workshop. Reload the page and choose again.`,
    field,
  )
}

const LONGEST_QUOTE = 60

/** The refusal of one of many, with the words by which people know it. */
export function refusalOfOne(no: Refusal, words: string): Refusal {
  const letters = [...words]
  const quote =
    letters.length > LONGEST_QUOTE ? `${letters.slice(0, LONGEST_QUOTE).join('').trimEnd()}…` : words
  return { ...no, message: `“${quote}”: ${no.message} Nothing was changed.` }
}
