import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { planPeopleImport, readPastedAddresses } from '#domain/people-imports.ts'

const tables = [
  { id: 'table-1', code: 'E1', name: 'Evidence, table 1' },
  { id: 'table-2', code: 'C2', name: 'E1' },
]

function plan(...lines: [name: string, email: string, table?: string][]) {
  const rows = lines.map(([name, email, table = ''], index) => ({ line: index + 2, name, email, table }))
  return planPeopleImport({ rows, tables, presentEmails: ['Here@example.org'] })
}

describe('people from a file', () => {
  test('a name, an address and a table make an invitation', () => {
    expect(plan([' Anna Smith ', 'Anna@Example.org', 'e1'])).toEqual({
      people: [{ line: 2, name: 'Anna Smith', email: 'anna@example.org', tableId: 'table-1' }],
      refused: [],
      duplicates: [],
      present: [],
      counted: { lines: 1, people: 1, refused: 0, duplicates: 0, present: 0, blank: 0 },
    })
  })

  test('a name and a table may be left empty', () => {
    const [person] = plan(['', 'anna@example.org', ' ']).people
    expect(person).toEqual({ line: 2, name: null, email: 'anna@example.org', tableId: null })
  })

  test('a table is known by its code or its name, the code first', () => {
    const { people } = plan(
      ['', 'a@x.org', ' evidence,  TABLE 1'],
      ['', 'b@x.org', 'E1'],
      ['', 'c@x.org', 'c2'],
    )
    expect(people.map(({ tableId }) => tableId)).toEqual(['table-1', 'table-1', 'table-2'])
  })

  test('what cannot be read is listed with its line', () => {
    const { people, refused } = plan(
      ['Anna', 'anna@'],
      ['Ben', 'ben@example.org', 'Z9'],
      ['x'.repeat(81), 'cat@example.org'],
      ['Dan', ''],
    )
    expect(people).toEqual([])
    expect(refused).toEqual([
      {
        line: 2,
        code: 'BAD_USER_INPUT',
        reason: 'This is not an e-mail address. Enter one address, like name@example.org.',
      },
      {
        line: 3,
        code: 'NOT_FOUND',
        reason: 'This workshop has no such table. Use a table’s code or name, or leave it empty.',
      },
      { line: 4, code: 'BAD_USER_INPUT', reason: 'The name is 1 character too long. The limit is 80.' },
      { line: 5, code: 'BAD_USER_INPUT', reason: 'Enter an e-mail address.' },
    ])
  })

  test('the same address twice is one person, as first written', () => {
    const { people, duplicates } = plan(['Anna', 'anna@example.org'], ['A. Smith', 'ANNA@example.org'])
    expect(people.map(({ name }) => name)).toEqual(['Anna'])
    expect(duplicates).toEqual([{ line: 3, firstLine: 2 }])
  })

  test('a line that was refused does not stand in the way of a good one', () => {
    const { people, duplicates } = plan(
      ['Anna', 'anna@example.org', 'Z9'],
      ['Anna', 'anna@example.org', 'E1'],
    )
    expect(people).toMatchObject([{ line: 3, tableId: 'table-1' }])
    expect(duplicates).toEqual([])
  })

  test('whoever has a seat keeps it', () => {
    const { people, present } = plan(['', 'here@example.org'])
    expect(people).toEqual([])
    expect(present).toEqual([{ line: 2, email: 'here@example.org' }])
  })

  test('empty lines are passed over, and lines that hold anything are not', () => {
    const { counted, refused } = plan([' ', '', ''], ['', '', 'E1'], ['Anna', ''])
    expect(counted).toEqual({ lines: 3, people: 0, refused: 2, duplicates: 0, present: 0, blank: 1 })
    expect(refused.map(({ line }) => line)).toEqual([3, 4])
  })

  test('tables and people already here may be left unsaid', () => {
    const rows = [{ line: 1, name: '', email: 'anna@example.org', table: '' }]
    expect(planPeopleImport({ rows }).counted.people).toBe(1)
  })

  test('every line is accounted for once, and nobody is invited twice', () => {
    const email = fc.constantFrom('a@x.org', 'A@x.org', 'b@x.org', 'here@example.org', 'nonsense', '')
    const line = fc.tuple(fc.constantFrom('', 'Anna'), email, fc.constantFrom('', 'E1', 'Z9'))
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        const { people, counted } = plan(...lines)
        const { people: invited, refused, duplicates, present, blank } = counted
        expect(invited + refused + duplicates + present + blank).toBe(lines.length)
        expect(new Set(people.map((person) => person.email)).size).toBe(people.length)
      }),
    )
  })

  test('importing the same file again adds nobody', () => {
    const rows = ['a', 'b', 'c'].map((name, line) => ({ line, name, email: `${name}@x.org`, table: '' }))
    const presentEmails = planPeopleImport({ rows }).people.map(({ email }) => email)
    expect(planPeopleImport({ rows, presentEmails }).counted).toMatchObject({ people: 0, present: 3 })
  })
})

describe('addresses pasted from a mail program', () => {
  const pasted = (text: string) =>
    readPastedAddresses(text).map(({ line, name, email }) => [line, name, email])

  test('one a line, with the number of its line', () => {
    expect(pasted('a@x.org\n\r\n  b@x.org  \rc@x.org')).toEqual([
      [1, '', 'a@x.org'],
      [3, '', 'b@x.org'],
      [4, '', 'c@x.org'],
    ])
  })

  test('several a line, with commas, semicolons or spaces between', () => {
    const three = [1, 1, 1].map((line, index) => [line, '', `${'abc'.charAt(index)}@x.org`])
    expect(pasted('a@x.org, b@x.org,c@x.org,')).toEqual(three)
    expect(pasted('a@x.org;b@x.org; c@x.org')).toEqual(three)
    expect(pasted('a@x.org b@x.org\tc@x.org')).toEqual(three)
    expect(pasted('a@x.org , b@x.org c@x.org ')).toEqual(three)
  })

  test('with names, quoted, reversed or plain', () => {
    expect(pasted('Anna Smith <anna@x.org>, "Ben" <ben@x.org>')).toEqual([
      [1, 'Anna Smith', 'anna@x.org'],
      [1, 'Ben', 'ben@x.org'],
    ])
    expect(pasted('Smith, Anna <anna@x.org>; "Jones, Ben" <ben@x.org>')).toEqual([
      [1, 'Smith, Anna', 'anna@x.org'],
      [1, 'Jones, Ben', 'ben@x.org'],
    ])
    expect(pasted('Smith, Anna <anna@x.org>, Ben <ben@x.org>')).toEqual([
      [1, 'Smith, Anna', 'anna@x.org'],
      [1, 'Ben', 'ben@x.org'],
    ])
    expect(pasted('Anna <anna@x.org> ; ben@x.org')).toEqual([
      [1, 'Anna', 'anna@x.org'],
      [1, '', 'ben@x.org'],
    ])
    expect(pasted('Anna Smith\tanna@x.org')).toEqual([[1, 'Anna Smith', 'anna@x.org']])
  })

  test('what is no address is kept, so that it can be listed', () => {
    expect(pasted('Anna, b@x.org\nnonsense')).toEqual([
      [1, '', 'Anna'],
      [1, '', 'b@x.org'],
      [2, '', 'nonsense'],
    ])
    expect(pasted('Anna <anna@x.org')).toEqual([[1, 'Anna', '<anna@x.org']])
    expect(pasted(' \n ; ;\n,,')).toEqual([])
  })

  test('a pasted wall of text invites nobody and is read through', () => {
    for (const wall of [
      '<'.repeat(100_000),
      ',@'.repeat(50_000),
      `a@b${' '.repeat(100_000)}x`,
      '"'.repeat(100_000),
    ]) {
      expect(planPeopleImport({ rows: readPastedAddresses(wall) }).people).toEqual([])
    }
  })
})
