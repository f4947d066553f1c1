import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type BallotRow, planBallotImport, planTallyImport } from '#domain/ballot-imports.ts'
import { finish } from '#domain/spreadsheets.ts'
import { TALLIES_2017 } from './peer-support-2017.ts'

const options = ['Access', 'Jargon', 'Stories', 'Café culture', 'Training'].map((title, index) => ({
  id: `option-${index + 1}`,
  title,
}))

function rows(...lines: [voter: string, issue: string][]): BallotRow[] {
  return lines.map(([voter, issue], index) => ({ line: index + 2, voter, issue }))
}

function plan(lines: BallotRow[], exactly?: number) {
  return finish(planBallotImport({ rows: lines, options, dotsPerVoter: 4, exactly }))
}

describe('ballots, one dot a line', () => {
  test('the dots of a voter are gathered from wherever they stand in the file', () => {
    expect(plan(rows(['Anna', 'Access'], ['Ben', 'Jargon'], ['Anna', 'Stories']))).toEqual({
      ballots: [
        { voter: 'Anna', line: 2, optionIds: ['option-1', 'option-3'] },
        { voter: 'Ben', line: 3, optionIds: ['option-2'] },
      ],
      refused: [],
      counted: { lines: 3, ballots: 2, dots: 3, refusedLines: 0, refusedBallots: 0 },
    })
  })

  test('an issue is known by its title, whatever the capitals, the spacing and the accents', () => {
    const lines = rows(['Anna', ' cafe\u0301   CULTURE '], ['Anna', 'jargon'])
    expect(plan(lines).ballots).toMatchObject([{ voter: 'Anna', optionIds: ['option-4', 'option-2'] }])
  })

  test('an issue is known by its number on the ballot', () => {
    const lines = rows(['Anna', '1'], ['Anna', '#2'], ['Anna', '3.'], ['Anna', '5'])
    expect(plan(lines).ballots[0]?.optionIds).toEqual(['option-1', 'option-2', 'option-3', 'option-5'])
  })

  test('a title that is a number is a title first', () => {
    const numbered = [
      { id: 'x', title: '2' },
      { id: 'y', title: 'Access' },
    ]
    const { ballots } = finish(
      planBallotImport({ rows: rows(['Anna', '2']), options: numbered, dotsPerVoter: 4 }),
    )
    expect(ballots[0]?.optionIds).toEqual(['x'])
  })

  test('a title that two issues share is refused by title and taken by number', () => {
    const twins = [
      { id: 'x', title: 'Access' },
      { id: 'y', title: 'ACCESS' },
      { id: 'z', title: 'access ' },
    ]
    const planned = finish(
      planBallotImport({
        rows: rows(['Anna', 'access'], ['Anna', '2']),
        options: twins,
        dotsPerVoter: 4,
      }),
    )
    expect(planned.ballots).toMatchObject([{ voter: 'Anna', optionIds: ['y'] }])
    expect(planned.refused).toEqual([
      {
        line: 2,
        code: 'BAD_USER_INPUT',
        reason: 'Two issues on the ballot have this title. Use the number instead.',
      },
    ])
  })

  test('a line whose issue is not on the ballot is left out by itself', () => {
    const planned = plan(
      rows(['Anna', ' Parking '], ['Anna', 'Access'], ['Ben', '0'], ['Ben', '6'], ['Ben', ' ']),
    )
    expect(planned.ballots).toMatchObject([{ voter: 'Anna', optionIds: ['option-1'] }])
    expect(planned.refused.map(({ line, code, reason }) => [line, code, reason])).toEqual([
      [2, 'NOT_FOUND', 'No issue on the ballot is called “Parking”.'],
      [4, 'NOT_FOUND', 'No issue on the ballot is called “0”.'],
      [5, 'NOT_FOUND', 'No issue on the ballot is called “6”.'],
      [6, 'NOT_FOUND', 'This line names no issue.'],
    ])
    expect(planned.counted).toEqual({ lines: 5, ballots: 1, dots: 1, refusedLines: 4, refusedBallots: 0 })
  })

  test('a long unknown title is shortened where it is quoted', () => {
    const [short, long] = plan(rows(['Anna', 'x'.repeat(60)], ['Anna', '😀'.repeat(61)])).refused
    expect(short?.reason).toContain(`“${'x'.repeat(60)}”`)
    expect(long?.reason).toContain(`“${'😀'.repeat(60)}…”`)
  })

  test('a line without a voter, or with one that cannot be shown, is left out', () => {
    const { refused, ballots } = plan(rows(['', 'Access'], ['a\u0000', 'Access'], ['\u200b', 'Access']))
    expect(ballots).toEqual([])
    expect(refused.map(({ line, code }) => [line, code])).toEqual(
      [2, 3, 4].map((line) => [line, 'BAD_USER_INPUT']),
    )
    expect(refused[0]?.reason).toBe('Enter the voter.')
  })

  test('a voter is the same with other spaces, and another one with other capitals', () => {
    const lines = rows(
      ['aB1', 'Access'],
      ['ab1', 'Access'],
      ['Anna  Smith', 'Access'],
      [' Anna Smith', 'Jargon'],
    )
    expect(plan(lines).ballots).toMatchObject([
      { voter: 'aB1', optionIds: ['option-1'] },
      { voter: 'ab1', optionIds: ['option-1'] },
      { voter: 'Anna Smith', optionIds: ['option-1', 'option-2'] },
    ])
  })

  test('a ballot that names an issue twice is left out whole, each line listed and the one at fault named', () => {
    const planned = plan(rows(['Anna', 'Access'], ['Ben', 'Access'], ['Anna', 'Jargon'], ['Anna', ' ACCESS']))
    expect(planned.ballots).toMatchObject([{ voter: 'Ben', optionIds: ['option-1'] }])
    const code = 'DUPLICATE_IN_BALLOT'
    const otherwise = 'Line 5 names an issue that this ballot already has. The whole ballot is left out.'
    const fault = 'This ballot already has this issue on line 2. The whole ballot is left out.'
    expect(planned.refused).toEqual([
      { line: 2, code, reason: otherwise },
      { line: 4, code, reason: otherwise },
      { line: 5, code, reason: fault },
    ])
    expect(planned.counted).toEqual({ lines: 4, ballots: 1, dots: 1, refusedLines: 3, refusedBallots: 1 })
  })

  test('a ballot over the limit is left out whole', () => {
    const five = options.map(({ title }): [string, string] => ['Anna', title])
    expect(plan(rows(...five.slice(0, 4))).counted).toMatchObject({ ballots: 1, dots: 4 })
    const planned = plan(rows(...five))
    expect(planned.ballots).toEqual([])
    const reason = 'This ballot has 5 dots where at most 4 are allowed. The whole ballot is left out.'
    expect(planned.refused).toEqual([2, 3, 4, 5, 6].map((line) => ({ line, code: 'BALLOT_SIZE', reason })))
  })

  test('a ballot twice over, that also names an issue twice, is told of the issue', () => {
    const six = [...options.map(({ title }) => title), 'Access'].map((title): [string, string] => [
      'Anna',
      title,
    ])
    expect(new Set(plan(rows(...six)).refused.map(({ code }) => code))).toEqual(
      new Set(['DUPLICATE_IN_BALLOT']),
    )
  })

  test('where an exact number is asked for, fewer and more are both left out', () => {
    const dots = options.map(({ title }): [string, string] => ['Anna', title])
    expect(plan(rows(...dots.slice(0, 3)), 3).counted).toMatchObject({ ballots: 1 })
    expect(plan(rows(...dots.slice(0, 4)), 3).counted).toMatchObject({ ballots: 0, refusedBallots: 1 })
    const reason = 'This ballot has 1 dot where exactly 3 are asked for. The whole ballot is left out.'
    expect(plan(rows(...dots.slice(0, 1)), 3).refused).toEqual([{ line: 2, code: 'BALLOT_SIZE', reason }])
  })

  test('every line is either a dot or listed once, in order, and no ballot breaks the rules', () => {
    const line = fc.tuple(
      fc.constantFrom('Anna', 'Ben', 'Anna ', ''),
      fc.constantFrom('1', '2', '3', '4', '5', 'Parking'),
    )
    fc.assert(
      fc.property(fc.array(line, { maxLength: 15 }), (lines) => {
        const { ballots, refused, counted } = plan(rows(...lines))
        expect(counted.dots + refused.length).toBe(lines.length)
        const numbers = refused.map((refusal) => refusal.line)
        expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b))
        for (const { optionIds } of ballots) {
          expect(optionIds.length).toBeLessThanOrEqual(4)
          expect(new Set(optionIds).size).toBe(optionIds.length)
        }
        for (const name of ['Anna', 'Ben']) {
          const issues = lines
            .filter(([voter, issue]) => voter.trim() === name && issue !== 'Parking')
            .map(([, issue]) => issue)
          const sound = issues.length > 0 && issues.length <= 4 && new Set(issues).size === issues.length
          const own = ballots.filter(({ voter }) => voter.trim() === name).map(({ optionIds }) => optionIds)
          expect(own).toEqual(sound ? [issues.map((issue) => `option-${issue}`)] : [])
        }
      }),
    )
  })

  test('a hundred thousand lines are planned in good time', () => {
    const lines = Array.from({ length: 100_000 }, (_, index) => ({
      line: index + 2,
      voter: `Voter ${Math.floor(index / 4)}`,
      issue: options[index % 4]?.title ?? '',
    }))
    expect(plan(lines).counted).toMatchObject({ ballots: 25_000, dots: 100_000 })
  })

  test('one voter on a hundred thousand lines takes no longer', () => {
    const lines = Array.from({ length: 100_000 }, (_, index) => ({
      line: index + 2,
      voter: 'Anna',
      issue: '1',
    }))
    expect(plan(lines).refused).toHaveLength(100_000)
  })
})

describe('a tally, one issue a line', () => {
  const tally = (...lines: [issue: string, votes: string | number][]) =>
    planTallyImport({
      rows: lines.map(([issue, votes], index) => ({ line: index + 2, issue, votes })),
      options,
    })

  test('the fifteen figures of 2017 come in as they are, and sum to 147', () => {
    const titles = Object.keys(TALLIES_2017)
    const planned = planTallyImport({
      rows: titles.map((issue, index) => ({ line: index + 2, issue, votes: TALLIES_2017[issue] ?? '' })),
      options: titles.map((title) => ({ id: title, title })),
    })
    expect(planned.counted).toEqual({ lines: 15, options: 15, votes: 147, refusedLines: 0 })
    expect(Object.fromEntries(planned.tally.map(({ optionId, votes }) => [optionId, votes]))).toEqual(
      TALLIES_2017,
    )
  })

  test('a figure is a whole number, and zero is one', () => {
    expect(tally(['Access', ' 12 '], ['Jargon', '0'], ['3', 100_000]).tally).toEqual([
      { optionId: 'option-1', votes: 12 },
      { optionId: 'option-2', votes: 0 },
      { optionId: 'option-3', votes: 100_000 },
    ])
  })

  test.each([
    '-1',
    '1.5',
    'three',
    '1e3',
    '0x10',
    '+1',
    '1.000',
    '3,0',
    '(5)',
    '5%',
    '١',
    '100001',
    -1,
    1.5,
    Number.NaN,
  ])('%s is no figure', (votes) => {
    const planned = tally(['Access', votes])
    expect(planned.tally).toEqual([])
    const reason = 'Enter the votes as a whole number from 0 to 100,000.'
    expect(planned.refused).toEqual([{ line: 2, code: 'BAD_USER_INPUT', reason }])
  })

  test('a whole number may end in .0 and have its thousands parted', () => {
    const written = ['3.0', '1,234', '1 234', "1'234"]
    const figures = written.map((votes) => tally(['Access', votes]).tally[0]?.votes)
    expect(figures).toEqual([3, 1234, 1234, 1234])
  })

  test('no figure is never zero', () => {
    const planned = tally(['Access', ' '], ['Jargon', 0])
    expect(planned.tally).toEqual([{ optionId: 'option-2', votes: 0 }])
    expect(planned.refused[0]?.reason).toBe('This line has no figure, so its issue is left without one.')
    expect(planned.counted).toEqual({ lines: 2, options: 1, votes: 0, refusedLines: 1 })
  })

  test('an issue on two lines is left out on both, whatever they say', () => {
    const planned = tally(['Jargon', '2'], ['Access', '3'], ['Parking', '1'], ['access', '3'], ['1', 'x'])
    expect(planned.tally).toEqual([{ optionId: 'option-2', votes: 2 }])
    expect(planned.refused.map(({ line, code, reason }) => [line, code, reason])).toEqual([
      [3, 'BAD_USER_INPUT', 'This issue is also on line 5. Both lines are left out: keep the right one.'],
      [4, 'NOT_FOUND', 'No issue on the ballot is called “Parking”.'],
      [5, 'BAD_USER_INPUT', 'This issue is also on line 3. Both lines are left out: keep the right one.'],
      [6, 'BAD_USER_INPUT', 'This issue is also on line 3. Both lines are left out: keep the right one.'],
    ])
  })

  test('one issue on a hundred thousand lines takes no longer', () => {
    const lines = Array.from({ length: 100_000 }, (_, index) => ({
      line: index + 2,
      issue: '1',
      votes: index,
    }))
    expect(planTallyImport({ rows: lines, options }).refused).toHaveLength(100_000)
  })
})
