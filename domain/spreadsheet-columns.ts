// Which column of a spreadsheet is read as what. Each import declares its columns in a table; headings are matched here.
import { matchKey } from './look-alikes.ts'

/** One column that an import reads. */
export type ColumnRule = {
  /** What the preview and refusals call it. */
  label: string
  /** Headings by strength: where one of the first list is found, those of the next are not looked for. */
  headings: readonly (readonly string[] | RegExp)[]
  /** False unless stated: without a required column the file cannot be read. */
  required?: boolean
  /** Where no heading names it, the one column that nothing else reads is it. */
  mayBeTheLast?: boolean
  /** Several columns may hold it, such as a voter's dots in columns of their own. */
  repeats?: boolean
}

/** What an import reads. */
export type ColumnRules<Key extends string> = Readonly<Record<Key, ColumnRule>>

/** Where each column was found; none where it is not there. */
export type Places<Key extends string> = Record<Key, number[]>

export type Matched<Key extends string> = { places: Places<Key>; found: number; fault: string | null }

/** A heading as it is compared: without case, marks, units in brackets, and the hyphen of e-mail. */
function headingKey(heading: string): string {
  return matchKey(heading)
    .replace(/\be-?\s?mail/g, 'email')
    .replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
    .replace(/[\s_\-./:*#?]+/g, ' ')
    .trim()
}

/** Finds the columns by their headings. A fault says what is missing, or which headings could both be meant. */
export function matchColumns<Key extends string>(
  headings: readonly string[],
  rules: ColumnRules<Key>,
): Matched<Key> {
  const keys = headings.map(headingKey)
  const free = new Set(keys.flatMap((key, at) => (key === '' ? [] : [at])))
  const places = {} as Places<Key>
  const faults: string[] = []
  for (const [key, rule] of entriesOf(rules)) {
    const at = placesOf(rule, keys, free)
    if (at.length > 1 && !rule.repeats)
      faults.push(
        eitherOf(
          rule,
          at.map((place) => headings[place] ?? ''),
        ),
      )
    places[key] = at
    for (const place of at) free.delete(place)
  }
  const found = countFound(rules, places, keys)
  for (const [key, rule] of entriesOf(rules)) {
    if (places[key].length > 0 || !rule.required) continue
    if (rule.mayBeTheLast && free.size === 1) places[key] = [...free]
    else faults.push(missing(rule, headings))
  }
  return { places, found, fault: faults[0] ?? null }
}

/** The columns in the order in which they stand without a heading; those that are not named are not there. */
export function placesByOrder<Key extends string>(
  rules: ColumnRules<Key>,
  order: readonly Key[],
): Places<Key> {
  const place = (key: Key) => (order.includes(key) ? [order.indexOf(key)] : [])
  return Object.fromEntries(entriesOf(rules).map(([key]) => [key, place(key)])) as Places<Key>
}

/** The keys of the rules with what they say. */
export function entriesOf<Key extends string>(rules: ColumnRules<Key>): [Key, ColumnRule][] {
  return Object.entries(rules) as [Key, ColumnRule][]
}

// An issue may be called "Issue 1": numbered headings are ones where a plain heading stands beside them.
function countFound<Key extends string>(
  rules: ColumnRules<Key>,
  places: Places<Key>,
  keys: readonly string[],
) {
  const plain = entriesOf(rules).some(([, { headings }]) => keys.some((key) => isNamed(headings, key)))
  return plain ? entriesOf(rules).filter(([key]) => places[key].length > 0).length : 0
}

function isNamed(tiers: ColumnRule['headings'], key: string): boolean {
  return tiers.some((tier) => (tier instanceof RegExp ? tier.test(key) : tier.includes(key)))
}

function placesOf(rule: ColumnRule, keys: readonly string[], free: ReadonlySet<number>): number[] {
  for (const tier of rule.headings) {
    const at = [...free].filter((place) => {
      const key = keys[place] ?? ''
      if (tier instanceof RegExp) return tier.test(key)
      return tier.includes(key) || (rule.repeats === true && tier.includes(key.replace(/ ?\d+$/, '')))
    })
    if (at.length > 0) return at
  }
  return []
}

function eitherOf({ label }: ColumnRule, headings: readonly string[]): string {
  const names = headings.map((heading) => `“${heading}”`).join(' and ')
  return `Two columns could be the ${label}: ${names}. Head one of them “${label}”.`
}

function missing({ label }: ColumnRule, headings: readonly string[]): string {
  const there = headings.filter((heading) => heading !== '').map((heading) => `“${heading}”`)
  return `No column is headed “${label}”. The headings are ${there.join(', ')}. Save it as CSV with that heading.`
}
