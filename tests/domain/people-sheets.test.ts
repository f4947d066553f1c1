import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readPeopleSheet } from '#domain/people-sheets.ts'

const tables = [{ id: 'E1', code: 'E1', name: 'E1' }]

function read(pasted: string) {
  const done = readPeopleSheet(pasted, { tables, presentEmails: [] })
  if ('code' in done) throw new Error(done.message)
  return done
}
const peopleIn = (pasted: string) =>
  read(pasted).plan.people.map(({ line, name, email, tableId }) => ({
    line,
    name: name ?? '',
    email,
    table: tableId ?? '',
  }))

const anna = { name: 'Anna Smith', email: 'anna@example.org', table: '' }

test.each([
  ['a name and an address', 'Anna Smith,anna@example.org', { ...anna }],
  ['a name, an address and a table', 'Anna Smith,anna@example.org,E1', { ...anna, table: 'E1' }],
  ['cells of a spreadsheet', 'Anna Smith\tanna@example.org\tE1', { ...anna, table: 'E1' }],
  ['semicolons', 'Anna Smith;anna@example.org;E1', { ...anna, table: 'E1' }],
  ['an address before its table', 'anna@example.org,E1', { ...anna, name: '', table: 'E1' }],
  ['a quoted name', '"Smith, Anna",anna@example.org', { ...anna, name: 'Smith, Anna' }],
  ['a mail program’s form', 'Anna Smith <anna@example.org>', { ...anna }],
  ['a mail program’s form, quoted', '"Smith, Anna" <anna@example.org>', { ...anna, name: 'Smith, Anna' }],
  ['a bare address', 'anna@example.org', { ...anna, name: '' }],
])('%s is one person', (_what, line, person) => {
  expect(peopleIn(line)).toEqual([{ line: 1, ...person }])
})

test('a header says which cell is which, wherever it stands', () => {
  const pasted = '\n\nTable;E-Mail address;Full name;Notes\nE1;anna@example.org;Anna Smith;vegetarian'
  expect(peopleIn(pasted)).toEqual([{ line: 4, ...anna, table: 'E1' }])
})

test('lines are counted as they were pasted', () => {
  const lines = peopleIn('\ufeffa@example.org\r\n\r\nb@example.org, c@example.org\rd@example.org')
  expect(lines.map(({ line, email }) => [line, email])).toEqual([
    [1, 'a@example.org'],
    [3, 'b@example.org'],
    [3, 'c@example.org'],
    [4, 'd@example.org'],
  ])
})

test('whatever is pasted is read or left for the rules to refuse, line by line', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('a@b.org', '<a@b.org>', '"', ',', ';', '\t', ' '),
  )
  const line = fc.array(cell, { maxLength: 6 }).map((cells) => cells.join(''))
  fc.assert(
    fc.property(fc.array(line, { maxLength: 5 }), (lines) => {
      const pasted = lines.join('\n')
      const count = pasted.split(/\r\n?|\n/).length
      const done = readPeopleSheet(pasted, { tables, presentEmails: [] })
      if ('code' in done) return
      for (const { line } of [...done.plan.people, ...done.plan.refused])
        expect(line >= 1 && line <= count).toBe(true)
    }),
  )
})
