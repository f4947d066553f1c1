import { expect, test } from 'vitest'
import { readEmail } from '#domain/text.ts'

const longest = `${'a'.repeat(64)}@${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(58)}.uk`

test.each([
  ['anna@example.org', 'anna@example.org'],
  ['  anna@example.org ', 'anna@example.org'],
  ['Anna.Smith+Lab@Example.ORG', 'anna.smith+lab@example.org'],
  ["o'brien@nhs.net", "o'brien@nhs.net"],
  ['a@xn--bcher-kva.example', 'a@xn--bcher-kva.example'],
  [longest, longest],
])('%s is one plain address', (value, address) => {
  expect(readEmail(value)).toEqual({ ok: true, value: address })
})

test.each([
  ['a list', 'a@b.c,d@e.f'],
  ['a quoted name', '"a@x"@y.org'],
  ['quotes', '"a"@y.org'],
  ['a full-width sign', 'a＠b.c'],
  ['two signs', 'a@b@c.org'],
  ['no sign', 'anna.example.org'],
  ['no name', '@example.org'],
  ['no domain', 'anna@'],
  ['a domain without a dot', 'anna@localhost'],
  ['a dot at the end', 'anna@example.org.'],
  ['a dot at the start', '.anna@example.org'],
  ['a dot before the sign', 'anna.@example.org'],
  ['two dots', 'anna..smith@example.org'],
  ['a hyphen before a dot', 'anna@example-.org'],
  ['a space', 'anna smith@example.org'],
  ['a header after a line break', 'anna@example.org\r\nBcc: b@example.org'],
  ['a line break at the end', 'anna@example.org\r\n'],
  ['NUL', 'anna@example.org\u0000'],
  ['angle brackets', '<anna@example.org>'],
  ['a Kelvin sign', '\u212Aate@example.org'],
  ['a Cyrillic letter', 'аnna@example.org'],
  ['65 characters before the sign', `${'a'.repeat(65)}@example.org`],
  ['64 characters between dots', `anna@${'b'.repeat(64)}.org`],
])('an address with %s is refused', (_, value) => {
  const message = 'This is not an e-mail address. Enter one address, like name@example.org.'
  expect(readEmail(value)).toEqual({
    ok: false,
    refusal: { code: 'BAD_USER_INPUT', message, field: 'email' },
  })
})

test('an address over 254 characters is refused, however it is made up', () => {
  expect(longest).toHaveLength(254)
  const message = 'This e-mail address is too long. The limit is 254 characters.'
  for (const value of [longest.replace('.uk', '.org'), `${' '.repeat(100_000)}x`, 'x'.repeat(320)]) {
    expect(readEmail(value)).toMatchObject({ refusal: { message } })
  }
})

test('an empty address is asked for, under the field’s own name', () => {
  const refusal = { code: 'BAD_USER_INPUT', message: 'Enter an e-mail address.', field: 'contactEmail' }
  expect(readEmail('  ', 'contactEmail')).toEqual({ ok: false, refusal })
  expect(readEmail(undefined, 'contactEmail')).toEqual({ ok: false, refusal })
})
