import { expect, test } from 'vitest'
import { readBallotSheet, readTallySheet } from '#domain/ballot-sheets.ts'
import { finish } from '#domain/spreadsheets.ts'
import { caseFile, casesOf, linesOf, readable } from '#tests/support/cases.ts'

const TITLES = ['Workforce', 'Culture', 'Culture, and buy-in', 'People’s time', 'Evidence: what works', '24']
const options = TITLES.map((title) => ({ id: title, title }))

const tested = new Set<string>()

function open(name: string) {
  tested.add(name)
  return caseFile(name)
}
const read = (name: string) => {
  const { text, encoding } = open(name)
  const { plan, reading } = readable(
    finish(readBallotSheet(text, { options, dotsPerVoter: 4, exactly: null })),
  )
  const dots = plan.ballots.flatMap(({ voter, optionIds }) => optionIds.map((id) => [voter, id]))
  return { dots, refused: plan.refused, reading, encoding }
}

test.each([
  [
    'ballots-semicolon.csv',
    'semicolon',
    'UTF-8',
    [
      ['Anna', 'Workforce'],
      ['Ben', 'Culture'],
    ],
  ],
  ['ballots-tab.csv', 'tab', 'UTF-8', [['Anna', 'Workforce']]],
  ['ballots-sep-line.csv', 'comma', 'UTF-8', [['Anna', 'Workforce']]],
  [
    'ballots-cr-only.csv',
    'comma',
    'UTF-8',
    [
      ['Anna', 'Workforce'],
      ['Ben', 'Culture'],
    ],
  ],
  ['ballots-utf16le.csv', 'tab', 'UTF-16', [['Anna', 'Workforce']]],
  ['ballots-header-upper-with-spaces.csv', 'comma', 'UTF-8', [['Hal', 'Workforce']]],
  ['ballots-blank-comma-rows.csv', 'comma', 'UTF-8', [['Anna', 'Workforce']]],
  ['ballots-extra-columns-and-other-order.csv', 'comma', 'UTF-8', [['Hal', 'Workforce']]],
  ['ballots-straight-apostrophe.csv', 'comma', 'UTF-8', [['Cara', 'People’s time']]],
  ['ballots-nbsp-in-title.csv', 'comma', 'UTF-8', [['Dan', 'Evidence: what works']]],
  ['ballots-en-dash-soft-hyphen.csv', 'comma', 'UTF-8', [['Dan', 'Workforce']]],
  ['ballots-zero-width.csv', 'comma', 'UTF-8', [['Dan', 'Workforce']]],
])('%s is read, and what was recognised is shown', (name, delimiter, encoding, dots) => {
  expect(read(name)).toMatchObject({ dots, refused: [], encoding, reading: { delimiter } })
})

test('a column that is not read is shown as ignored', () => {
  expect(read('ballots-extra-columns-and-other-order.csv').reading.columns).toEqual([
    { heading: 'Timestamp', readAs: null },
    { heading: 'Issue', readAs: 'issue' },
    { heading: 'Voter', readAs: 'voter' },
  ])
})

test('more cells than the heading has are a refused line, never a dot for the first word', () => {
  const { dots, refused } = read('ballots-unquoted-comma-in-title.csv')
  expect([dots, linesOf(refused)]).toEqual([[], [2, 3]])
  expect(refused[0]?.reason).toContain('more filled cells than the heading')
})

test('24 is the issue of that title, 2 the second on the ballot, and #7 none', () => {
  const { dots, refused, reading } = read('ballots-number-title-24-vs-position.csv')
  expect(dots).toEqual([
    ['Eve', '24'],
    ['Fred', 'Culture'],
  ])
  expect(linesOf(refused)).toEqual([4])
  expect(reading.notes).toEqual(['“2” is read as the number on the ballot: Culture (1 line).'])
})

test.each([
  [
    'ballots-tally-decimals.csv',
    [
      ['Culture', 3],
      ['Workforce', 1234],
      ['24', 12],
    ],
    [],
  ],
  [
    'ballots-tally-trailing-total.csv',
    [
      ['Culture', 3],
      ['Workforce', 4],
    ],
    [4],
  ],
  ['ballots-tally-unquoted-comma.csv', [], [2]],
])('%s', (name, tally, refused) => {
  const { plan } = readable(finish(readTallySheet(open(name).text, { options })))
  expect(plan.tally.map(({ optionId, votes }) => [optionId, votes])).toEqual(tally)
  expect(linesOf(plan.refused)).toEqual(refused)
})

test('every case has its test', () => {
  expect(casesOf('ballots').filter((name) => !tested.has(name))).toEqual([])
})
