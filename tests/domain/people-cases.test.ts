import { expect, test } from 'vitest'
import { readPeopleSheet } from '#domain/people-sheets.ts'
import { caseFile, casesOf, linesOf, readable } from '#tests/support/cases.ts'

const tables = ['E1', 'E2'].map((code) => ({ id: code, code, name: code }))

const tested = new Set<string>()

function open(name: string) {
  tested.add(name)
  return caseFile(name)
}
const read = (name: string) => {
  const { text, encoding } = open(name)
  const { plan, reading } = readable(readPeopleSheet(text, { tables, presentEmails: [] }))
  return {
    people: plan.people.map(({ name: person, email, tableId }) => [person, email, tableId]),
    refused: plan.refused,
    reading,
    encoding,
  }
}

test.each([
  ['people-quoted-newline-cell.csv', [['Anna Smith', 'anna3@example.org', 'E1']]],
  [
    'people-stray-quote-no-header.csv',
    [
      ['Anna "Annie" Smith', 'anna@example.org', null],
      ['Ben', 'ben@example.org', null],
    ],
  ],
  ['people-header-with-other-words.csv', [['Anna Smith', 'anna4@example.org', 'E1']]],
  ['people-surname-forename-columns-without-header.csv', [['Smith Anna', 'anna5@example.org', 'E1']]],
  ['people-work-email-header.csv', [['Anna', 'anna@example.org', 'E1']]],
  ['people-two-email-columns.csv', [['Anna', 'anna@example.org', null]]],
  [
    'people-windows-1252.csv',
    [
      ['Zoë José', 'zoe2@example.org', null],
      ['François Müller', 'fm@example.org', null],
    ],
  ],
  ['people-windows-1252-name.csv', [['Zoë José', 'zoe@example.org', 'E1']]],
  ['people-utf16.csv', [['Anna', 'anna2@example.org', null]]],
  ['people-nbsp-before-address.csv', [['Anna Smith', 'anna@example.org', null]]],
  ['people-zero-width-at-start.csv', [[null, 'anna@example.org', null]]],
  ['people-zero-width-inside-end.csv', [[null, 'anna@example.org', null]]],
  ['people-angle-only.csv', [[null, 'anna@example.org', null]]],
  [
    'people-outlook-copy.csv',
    [
      ['Smith, Anna (NHS England)', 'anna12@example.org', null],
      ['Jones, Ben', 'ben12@example.org', null],
    ],
  ],
  ['people-smart-quoted-name.csv', [['Smith, Anna', 'anna@example.org', null]]],
  ['people-semicolon-with-comma-in-name.csv', [['Smith, Anna', 'anna11@example.org', null]]],
  [
    'people-trailing-dot-or-comma.csv',
    [
      [null, 'anna@example.org', null],
      [null, 'ben@example.org', null],
      [null, 'cara@example.org', null],
    ],
  ],
  ['people-word-autolink-mailto.csv', [[null, 'anna@example.org', null]]],
  ['people-sep-line.csv', [['Anna', 'anna9@example.org', null]]],
  ['people-blank-comma-rows.csv', [['Anna', 'anna6@example.org', 'E1']]],
  [
    'people-table-lower-and-space.csv',
    [
      ['Anna', 'anna10@example.org', 'E1'],
      ['Ben', 'ben10@example.org', 'E2'],
    ],
  ],
  ['people-upper-case-dup.csv', [[null, 'a@example.org', null]]],
  ['people-plus-and-apostrophe.csv', [[null, "first.o'last+x@example.com", null]]],
])('%s is read', (name, people) => {
  expect(read(name)).toMatchObject({ people, refused: [] })
})

test.each([
  'people-two-addresses-in-a-cell.csv',
  'people-curly-apostrophe-in-address.csv',
  'people-rtl-name.csv',
  'people-idn-domain.csv',
])('%s is a refused line', (name) => {
  const { people, refused } = read(name)
  expect(people).toEqual([])
  expect(new Set(linesOf(refused))).toEqual(new Set([1]))
})

test('the letters are told apart, and the column of the manager is shown as ignored', () => {
  expect(read('people-windows-1252-name.csv').encoding).toBe('Windows-1252')
  expect(read('people-utf16.csv').encoding).toBe('UTF-16')
  expect(read('people-two-email-columns.csv').reading.columns.at(-1)).toEqual({
    heading: 'Manager email',
    readAs: null,
  })
  expect(read('people-upper-case-dup.csv').reading.notes).toEqual([
    'Line 2 has the address of line 1: one person, as line 1 says.',
  ])
})

test('every case has its test', () => {
  expect(casesOf('people').filter((name) => !tested.has(name))).toEqual([])
})
