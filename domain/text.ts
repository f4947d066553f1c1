import { z } from 'zod'
import { inFigures, plural } from './numbers.ts'
import { type Reading, refusal } from './refusal.ts'

// Otherwise zod tries in every browser whether it may compile code, which the content security policy forbids and reports.
z.config({ jitless: true })

/** The most that each kind of text may hold: code points, which is what the database counts. */
export const LIMITS = {
  issueTitle: 500,
  displayName: 80,
  reason: 500,
  projectTitle: 160,
  workshopTitle: 160,
  challenge: 500,
  description: 4000,
  venue: 200,
  stepTitle: 120,
  instructions: 2000,
  tableCode: 6,
  tableName: 80,
  areaName: 80,
  statement: 500,
  importantBecause: 1000,
  idea: 1000,
  critique: 2000,
  writeUpText: 10_000,
  briefTitle: 160,
  aim: 300,
  briefWords: 2000,
  driver: 300,
  organisation: 160,
  cycleWords: 2000,
  measureTitle: 160,
  unit: 40,
  definition: 2000,
  annotation: 200,
  search: 200,
  email: 254,
} as const

export type TextRule = {
  /** The input field that a refusal points at. */
  field: string
  max: number
  /** True unless stated: text that shows nothing is refused. */
  required?: boolean
  /** False unless stated: a title or a name stays on one line. */
  multiline?: boolean
  /** How a sentence calls the field, determiner included: "your name". From the field's own name when absent. */
  label?: string
}

const SEGMENTER = new Intl.Segmenter('en', { granularity: 'grapheme' })
const LONE_SURROGATE = /\p{Cs}/u
const CONTROL = /(?![\n\t])\p{Cc}/u
const CONTROL_OR_BREAK = /\p{Cc}/u
// Embedding, override and isolate marks turn round what stands beside a name or a title on a page.
const TURNS_ORDER = /[\u202a-\u202e\u2066-\u2069]/u
const SHOWS_NOTHING = /^[\s\p{Default_Ignorable_Code_Point}\u2800\ufff9-\ufffb]*$/u

// Segmenting costs about 20 µs a character, so the excess of a very long text is not counted.
const COUNTABLE_EXCESS = 2000

/** A character is what a person sees as one: a family emoji counts once. */
export function countGraphemes(text: string): number {
  let count = 0
  for (const _ of SEGMENTER.segment(text)) count += 1
  return count
}

/** Two texts are the same when they read the same, however their accents were typed. */
export function sameText(a: string, b: string): boolean {
  return a.normalize('NFC') === b.normalize('NFC')
}

// Scripts that are read from right to left: the first strong letter of a text decides, as in HTML's dir="auto".
const RTL_LETTER =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Samaritan}\p{Script=Mandaic}]/u
const LETTER = /\p{L}/u

/** The direction in which a text is read, by its first letter. */
export function directionOf(text: string): 'ltr' | 'rtl' {
  const [first] = LETTER.exec(text) ?? []
  return first !== undefined && RTL_LETTER.test(first) ? 'rtl' : 'ltr'
}

/** Somebody's words inside a sentence of ours, where a page has no <bdi>: neither turns the other's order around. */
export function isolate(text: string): string {
  return RTL_LETTER.test(text) ? `\u2068${text}\u2069` : text
}

/**
 * What people write is kept as they wrote it: only spaces around it go, and accents are stored in one form.
 * Refused are text that shows nothing, text over the limit, characters that no page can show, and on one line marks that
 * turn the order of letters round.
 */
export function readText(value: string | null | undefined, rule: TextRule): Reading<string> {
  const { field, max, required = true, multiline = false } = rule
  const text = tidy(value ?? '', multiline)
  if (SHOWS_NOTHING.test(text)) {
    return required ? refuseText(field, `Enter ${labelOf(rule)}.`) : { ok: true, value: '' }
  }
  if (!multiline && /[\n\r]/.test(text)) {
    return refuseText(field, `${capital(labelOf(rule))} must be on one line. Take out the line break.`)
  }
  if (!multiline && TURNS_ORDER.test(text)) {
    const hidden =
      'holds a hidden mark that turns the order of letters round. Delete it or type the text again.'
    return refuseText(field, `${capital(labelOf(rule))} ${hidden}`)
  }
  if ((multiline ? CONTROL : CONTROL_OR_BREAK).test(text) || LONE_SURROGATE.test(text)) {
    const hidden = 'holds a character that cannot be shown. Delete it or type the text again.'
    return refuseText(field, `${capital(labelOf(rule))} ${hidden}`)
  }
  if (text.length > max && countCodePoints(text) > max) {
    return refuseText(field, `${capital(labelOf(rule))} is ${excess(text, max)}`)
  }
  return { ok: true, value: text }
}

/** Why somebody does something: as long everywhere, and on as many lines as it needs. */
export function readReason(
  value: string | null | undefined,
  { required }: { required: boolean },
): Reading<string> {
  return readText(value, { field: 'reason', max: LIMITS.reason, required, multiline: true })
}

/** The same rule as a zod field, for schemas. */
export function text(field: string, rule: Omit<TextRule, 'field'>): z.ZodType<string, string> {
  return z.string().transform((value, context) => {
    const reading = readText(value, { ...rule, field })
    if (reading.ok) return reading.value
    context.addIssue({ code: 'custom', message: reading.refusal.message })
    return z.NEVER
  })
}

// The plain form of an address in HTML, without its rarities: one @, ASCII only, a domain with a dot. Quoted names,
// lists and look-alike signs are how one address is made to pass for another.
const LOCAL_PART = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const DOMAIN = /^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

/**
 * One plain e-mail address, such as name@example.org. Anna@Example.org and anna@example.org are one person, so the
 * address is kept in lower case. Only spaces around it are taken off.
 */
export function readEmail(value: string | null | undefined, field: string = 'email'): Reading<string> {
  const typed = value ?? ''
  const tooLong = `This e-mail address is too long. The limit is ${LIMITS.email} characters.`
  if (typed.length > 2 * LIMITS.email) return refuseText(field, tooLong)
  const address = typed.replace(/^ +| +$/g, '')
  if (address === '') return refuseText(field, 'Enter an e-mail address.')
  if (address.length > LIMITS.email) return refuseText(field, tooLong)

  const [local = '', domain = '', ...rest] = address.split('@').map(lowerCaseAscii)
  const plain = rest.length === 0 && local.length <= 64 && LOCAL_PART.test(local) && DOMAIN.test(domain)
  if (plain) return { ok: true, value: `${local}@${domain}` }
  return refuseText(field, 'This is not an e-mail address. Enter one address, like name@example.org.')
}

// Only A to Z: toLowerCase alone would turn the Kelvin sign into a plain k.
function lowerCaseAscii(text: string): string {
  return text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase())
}

function tidy(value: string, multiline: boolean): string {
  const oneKindOfBreak = multiline ? value.replace(/\r\n?/g, '\n') : value
  return oneKindOfBreak.normalize('NFC').trim()
}

function countCodePoints(text: string): number {
  let count = 0
  for (const _ of text) count += 1
  return count
}

function excess(text: string, max: number): string {
  const limit = `The limit is ${inFigures(max)}`
  const kept = [...text].slice(0, max).join('').length
  const cut = SEGMENTER.segment(text).containing(kept)?.index ?? kept
  const rest = text.slice(cut)
  if (rest.length > COUNTABLE_EXCESS) return `too long. ${limit} characters.`
  const over = countGraphemes(rest)
  const hint = over < countCodePoints(rest) ? ' An emoji can count as several.' : ''
  return `${plural(over, 'character')} too long. ${limit}.${hint}`
}

function refuseText(field: string, message: string): Reading<string> {
  return { ok: false, refusal: refusal('BAD_USER_INPUT', message, field) }
}

function labelOf({ field, label }: TextRule): string {
  return label ?? `the ${field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)}`
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
