import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readBallotSheet } from '#domain/ballot-sheets.ts'
import { decodeFile } from '#domain/encodings.ts'
import { planPoints } from '#domain/measure-imports.ts'
import { readPeopleSheet } from '#domain/people-sheets.ts'
import { finish, readSheet } from '#domain/spreadsheets.ts'
import { readWrittenDay } from '#domain/written-days.ts'
import { type CommaReading, readWrittenNumber } from '#domain/written-numbers.ts'
import { linesOf, readable } from '#tests/support/cases.ts'

const options = ['Workforce', 'Culture', 'Culture, and buy-in'].map((title) => ({ id: title, title }))
const ballots = (text: string) => {
  const { plan } = readable(finish(readBallotSheet(text, { options, dotsPerVoter: 4, exactly: null })))
  return {
    dots: plan.ballots.map(({ voter, optionIds }) => [voter, ...optionIds]),
    refused: linesOf(plan.refused),
  }
}

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  for (let at = 0; at < text.length; at += 1)
    new DataView(bytes.buffer).setUint16(at * 2, text.charCodeAt(at), !bigEndian)
  return bytes
}

describe('the letters of a file', () => {
  test('are told apart without a mark, too', () => {
    for (const bigEndian of [true, false])
      expect(decodeFile(utf16('voter,issue\nZoë,Workforce', bigEndian))).toEqual({
        encoding: 'UTF-16',
        text: 'voter,issue\nZoë,Workforce',
      })
    expect(decodeFile(new Uint8Array())).toEqual({ encoding: 'UTF-8', text: '' })
  })

  test('that are broken in a file of UTF-8 stay broken, and make a refused line', () => {
    const bytes = Uint8Array.from([...new TextEncoder().encode('Zoë José,Workforce\nA'), 0xc3, 0x2c, 0x31])
    const file = decodeFile(bytes)
    expect(file).toMatchObject({ encoding: 'UTF-8' })
    expect(ballots('text' in file ? file.text : '')).toEqual({
      dots: [['Zoë José', 'Workforce']],
      refused: [2],
    })
  })

  test.each([
    [0x50, 0x4b, 3, 4],
    [0xd0, 0xcf, 0x11, 0xe0],
    [0x25, 0x50, 0x44, 0x46],
  ])('of a file that is no text are not read', (...bytes) =>
    expect(decodeFile(Uint8Array.from(bytes))).toMatchObject({ code: 'BAD_USER_INPUT' }),
  )
})

test.each<[string, string, unknown[], number[]]>([
  ['several dots without a heading', 'ana,1,2,3', [], [1]],
  ['points beside a dot', 'voter,issue,points\nAna,Culture,3\nBen,Culture,1', [['Ben', 'Culture']], [2]],
  ['a heading below empty rows', '\n,\n\nvoter,issue\nA,Workforce', [['A', 'Workforce']], []],
  ['a line above the heading', 'The vote\nvoter,issue\nA,Workforce', [['A', 'Workforce']], [1]],
  [
    'every kind of line end',
    'voter\tissue\r\nA\tWorkforce\nB\tCulture\rC\t1',
    [
      ['A', 'Workforce'],
      ['B', 'Culture'],
      ['C', 'Workforce'],
    ],
    [],
  ],
  [
    'dots in columns of their own',
    'Voter,Issue,Issue\nA,Workforce,Culture',
    [['A', 'Workforce', 'Culture']],
    [],
  ],
  ['a space before a quote', 'voter,issue\nA, "Culture, and buy-in"', [['A', 'Culture, and buy-in']], []],
  ['a quote that is never closed', 'voter,issue\nA,"Workforce\nB,Culture', [['B', 'Culture']], [2]],
  ['two stray quotes', 'voter,issue\n"A,Workforce\nB,Culture\nC,Culture"', [['B', 'Culture']], [2, 4]],
  ['columns that end empty', 'voter,issue,,\nA,Workforce,,\n,,,', [['A', 'Workforce']], []],
  ['a quoted line for the delimiter', '"sep=|"\nvoter|issue\nA|Workforce', [['A', 'Workforce']], []],
  [
    'names that differ by capitals',
    'ab1,Culture\naB1,Culture',
    [
      ['ab1', 'Culture'],
      ['aB1', 'Culture'],
    ],
    [],
  ],
])('ballots with %s', (_, text, dots, refused) => {
  expect(ballots(text)).toEqual({ dots, refused })
})

test('one stray quote in a long list costs one line, and nobody vanishes between two', () => {
  const people = Array.from({ length: 100 }, (_, at) => `Person ${at},p${at}@example.org,`)
  const spoilt = people.with(10, '"Person 10,p10@example.org,').with(14, '"Person 14,p14@example.org,')
  const { plan } = readable(
    readPeopleSheet(`name,email,table\n${spoilt.join('\n')}`, { tables: [], presentEmails: [] }),
  )
  expect([plan.people.length, linesOf(plan.refused)]).toEqual([98, [12, 16]])
})

test.each<[string, CommaReading | null, number | null]>([
  ['1 234', null, 1234],
  ['1,234', null, null],
  ['1,234', 'THOUSANDS', 1234],
  ['1,234', 'DECIMALS', 1.234],
  ['1.234', 'DECIMALS', null],
  ['1,234.5', null, 1234.5],
  ['1.234,5', null, null],
  ['1.234,5', 'DECIMALS', 1234.5],
  ['12,5', 'DECIMALS', 12.5],
  ['12.50', null, 12.5],
  ['−12.5', null, -12.5],
  ['(5)', null, null],
  ['1e3', null, null],
  ['#N/A', null, null],
  ['1,23,456', null, null],
])('the number %s with commas as %s is %s', (written, commas, value) => {
  const read = readWrittenNumber(written, commas)
  expect(read.ok ? read.value : null).toBe(value)
})

test.each([
  ['2026-2-8', '2026-02-08'],
  ['2026/02/08', '2026-02-08'],
  ['2026-02-08T09:30:00Z', '2026-02-08'],
  ['8/2/2026 09:30', '2026-02-08'],
  ['8.2.2026', '2026-02-08'],
  ['8 Feb 2026', '2026-02-08'],
  ['Sunday 8th February 2026', '2026-02-08'],
  ['Feb 8, 2026', '2026-02-08'],
  ['8-Feb-26', null],
  ['Feb 2026', null],
  ['2026-W06', null],
  ['46061', null],
])('the day %s is %s', (written, day) => {
  const read = readWrittenDay(written)
  expect(read.ok ? read.day : null).toBe(day)
})

test('two headings that could both be meant are named, and so is one that is missing', () => {
  expect(planPoints('Date,Count,Total\n2026-01-01,1,2', new Map())).toMatchObject({
    message: 'Two columns could be the Value: “Count” and “Total”. Head one of them “Value”.',
  })
  expect(planPoints('Date,Beds,Notes\n2026-01-01,1,x', new Map())).toMatchObject({
    message: expect.stringContaining('No column is headed “Value”'),
  })
})

test('whatever a file holds, every line of it is a row, refused, empty or the heading', () => {
  const columns = {
    voter: { label: 'voter', headings: [['voter']] },
    issue: { label: 'issue', headings: [['issue']] },
  }
  const line = fc.string({ unit: fc.constantFrom('"', ',', 'a', ' ', '\ufffd'), maxLength: 12 })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const sheet = readSheet(lines.join('\n'), { columns })
      if ('code' in sheet) return
      const rows = sheet.rows.map(({ line: first, raw }) => [first, first + raw.split('\n').length - 1])
      const faults = sheet.refused.map(({ line: first, reason }) => [
        first,
        Number(/to line (\d+)/.exec(reason)?.[1] ?? first),
      ])
      const isCovered = (number: number) =>
        [...rows, ...faults].some(([first = 0, last = 0]) => first <= number && number <= last)
      const filled = lines.flatMap((words, at) => (words.includes('a') ? [at + 1] : []))
      expect(filled.filter((number) => !isCovered(number))).toEqual([])
    }),
  )
})
