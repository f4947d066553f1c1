import { expect, test } from 'vitest'
import { type ReconciliationCheck, reconcile } from '#domain/reconciliation.ts'
import type { RoundFigures } from '#domain/results.ts'
import { ROUND_2017 } from './peer-support-2017.ts'

const ROUND: RoundFigures = {
  options: [
    { id: 'a', dotsByChannel: { OWN_DEVICE: 6, TABLE_DEVICE: 1 } },
    { id: 'b', dotsByChannel: { OWN_DEVICE: 3 } },
  ],
  prioritiesToSelect: 1,
  dotsPerVoter: 4,
  ballots: 3,
  paperBallots: null,
  dotsFromBallots: 10,
  dotsFromTally: null,
  joined: 4,
  published: null,
}

function line(figures: RoundFigures, check: ReconciliationCheck) {
  return reconcile(figures).lines.find((candidate) => candidate.check === check)
}

function published(stated: Partial<NonNullable<RoundFigures['published']>>): RoundFigures {
  return { ...ROUND, published: { options: null, dots: null, topOptions: null, topDots: null, ...stated } }
}

test('ballots from a file beside a tally from a file are no gap, and dots that are truly missing are one', () => {
  const options = [{ id: 'a', dotsByChannel: { OWN_DEVICE: 4, PAPER: 2, IMPORTED: 12 } }]
  const round: RoundFigures = { ...ROUND, options, ballots: 3, paperBallots: 1, dotsFromBallots: 9 }
  const sentence = '18 votes by option: 9 by ballot, 2 on paper, 7 from an imported tally.'
  expect(line({ ...round, dotsFromTally: 7 }, 'BALLOTS')).toMatchObject({ status: 'AGREES', sentence })
  // Where nobody wrote down what the tally brought, what is left on its channel is taken for it.
  expect(line({ ...round, dotsFromTally: null }, 'BALLOTS')).toMatchObject({ status: 'AGREES', sentence })
  expect(line({ ...round, dotsFromTally: 5 }, 'BALLOTS')).toMatchObject({
    status: 'GAP',
    gap: 2,
    sentence:
      '18 votes by option: 9 by ballot, 2 on paper, 5 from an imported tally. That is 2 votes too few by ballot.',
  })
  expect(line({ ...round, dotsFromBallots: 17, dotsFromTally: null }, 'BALLOTS')).toMatchObject({
    status: 'GAP',
  })
})

test('a round in which nobody voted agrees with itself', () => {
  const none: RoundFigures = {
    ...ROUND,
    options: [{ id: 'a', dotsByChannel: { OWN_DEVICE: 0 } }],
    ...{ ballots: 0, dotsFromBallots: 0 },
  }
  expect(line(none, 'LIMIT')).toMatchObject({ status: 'AGREES', sentence: 'Nobody voted.' })
  expect(line(none, 'BALLOTS')).toMatchObject({ status: 'AGREES', counted: 0 })
})

test('the gaps of 2017 are named and the top four agree', () => {
  const { status, totals, lines } = reconcile(ROUND_2017)
  expect(status).toBe('GAP')
  expect(totals).toEqual({ byOption: 147, byBallot: null, published: 154 })
  expect(lines.map(({ check, status, gap, sentence }) => [check, status, gap, sentence])).toEqual([
    [
      'OPTIONS',
      'GAP',
      2,
      '15 of 17 options with a figure: 1 on the ballot has none, and 1 of those published is not on the ballot.',
    ],
    [
      'BALLOTS',
      'NOT_KNOWN',
      null,
      'Votes by ballot are not known, so they cannot be held against votes by option.',
    ],
    ['LIMIT', 'NOT_KNOWN', null, 'How many ballots were used is not known.'],
    ['PUBLISHED', 'GAP', 7, 'Counted 147 of 154 published: 7 votes cannot be placed.'],
    ['TOP', 'AGREES', 0, 'The top 4 hold 70 votes, as published.'],
  ])
})

test('a round on devices agrees when every dot by option is a dot by ballot', () => {
  const { status, totals } = reconcile(ROUND)
  expect(status).toBe('AGREES')
  expect(totals).toEqual({ byOption: 10, byBallot: 10, published: null })
  expect(line(ROUND, 'OPTIONS')).toMatchObject({ status: 'AGREES', counted: 2, expected: 2, gap: 0 })
  expect(line(ROUND, 'OPTIONS')?.sentence).toBe('2 of 2 options with a figure.')
  expect(line(ROUND, 'BALLOTS')).toMatchObject({
    status: 'AGREES',
    sentence: '10 votes by option: 10 by ballot.',
  })
  expect(line(ROUND, 'PUBLISHED')).toMatchObject({
    status: 'NOT_KNOWN',
    sentence: 'No total has been published.',
  })
})

test('votes on paper and in an imported tally belong to no ballot, and are named', () => {
  const onPaper = { id: 'c', dotsByChannel: { PAPER: 5 } }
  const withPaper = { ...ROUND, options: [...ROUND.options, onPaper] }
  expect(line(withPaper, 'BALLOTS')).toMatchObject({
    status: 'AGREES',
    sentence: '15 votes by option: 10 by ballot, 5 on paper.',
  })
  const withBoth = {
    ...ROUND,
    options: [...ROUND.options, onPaper, { id: 'd', dotsByChannel: { IMPORTED: 2 } }],
  }
  expect(line(withBoth, 'BALLOTS')).toMatchObject({
    status: 'AGREES',
    sentence: '17 votes by option: 10 by ballot, 5 on paper, 2 from an imported tally.',
  })
  expect(line({ ...withBoth, dotsFromBallots: 12 }, 'BALLOTS')).toMatchObject({ status: 'AGREES' })
})

test('votes that are on no ballot, or on no option, are a gap', () => {
  expect(line({ ...ROUND, dotsFromBallots: 8 }, 'BALLOTS')).toMatchObject({
    status: 'GAP',
    counted: 8,
    expected: 10,
    gap: 2,
    sentence: '10 votes by option: 8 by ballot. That is 2 votes too few by ballot.',
  })
  expect(line({ ...ROUND, dotsFromBallots: 11 }, 'BALLOTS')).toMatchObject({
    status: 'GAP',
    gap: -1,
    sentence: '10 votes by option: 11 by ballot. That is 1 vote too many by ballot.',
  })
  const withPaper = { ...ROUND, options: [...ROUND.options, { id: 'c', dotsByChannel: { PAPER: 5 } }] }
  expect(line({ ...withPaper, dotsFromBallots: 9 }, 'BALLOTS')).toMatchObject({
    counted: 9,
    expected: 10,
    sentence: '15 votes by option: 9 by ballot, 5 on paper. That is 1 vote too few by ballot.',
  })
})

test('ballots cannot hold more votes than people were given', () => {
  expect(line(ROUND, 'LIMIT')).toMatchObject({
    status: 'AGREES',
    sentence: '3 ballots of 4 dots can hold 12 votes, and 10 are on them.',
  })
  expect(line({ ...ROUND, dotsFromBallots: 12 }, 'LIMIT')).toMatchObject({ status: 'AGREES' })
  expect(line({ ...ROUND, dotsFromBallots: 13 }, 'LIMIT')).toMatchObject({ status: 'GAP' })
  const one = line({ ...ROUND, ballots: 1, dotsPerVoter: 1, dotsFromBallots: 1 }, 'LIMIT')
  expect(one?.sentence).toBe('1 ballot of 1 dot can hold 1 vote, and 1 is on them.')
  expect(line({ ...ROUND, ballots: null }, 'LIMIT')).toMatchObject({ status: 'NOT_KNOWN', counted: 10 })
})

test('dots on paper are held against the ballots on paper, when those were counted', () => {
  const withPaper = (dots: number, paperBallots: number | null) => ({
    ...ROUND,
    options: [...ROUND.options, { id: 'c', dotsByChannel: { PAPER: dots } }],
    ballots: 3 + (paperBallots ?? 0),
    paperBallots,
  })
  expect(line(withPaper(5, 2), 'LIMIT')).toMatchObject({
    status: 'AGREES',
    counted: 15,
    expected: 20,
    sentence: '5 ballots of 4 dots can hold 20 votes, and 15 are on them.',
  })
  expect(line(withPaper(41, 7), 'LIMIT')).toMatchObject({
    status: 'GAP',
    counted: 51,
    expected: 40,
    sentence:
      '10 ballots of 4 dots can hold 40 votes, and 51 are on them. 41 of these are on 7 paper ballots, which can hold 28.',
  })
})

test('room on the ballots of devices makes no room on those of paper, nor the other way', () => {
  const options = [...ROUND.options, { id: 'c', dotsByChannel: { PAPER: 5 } }]
  expect(line({ ...ROUND, options, ballots: 5, paperBallots: 1 }, 'LIMIT')).toMatchObject({
    status: 'GAP',
    sentence:
      '5 ballots of 4 dots can hold 20 votes, and 15 are on them. 5 of these are on 1 paper ballot, which can hold 4.',
  })
  expect(line({ ...ROUND, options, ballots: 4, paperBallots: 2 }, 'LIMIT')).toMatchObject({
    status: 'GAP',
    sentence:
      '4 ballots of 4 dots can hold 16 votes, and 15 are on them. 10 of these are on 2 other ballots, which can hold 8.',
  })
})

test('where the ballots on paper were not counted, the limit is held against the others and says so', () => {
  const options = [...ROUND.options, { id: 'c', dotsByChannel: { PAPER: 41 } }]
  expect(line({ ...ROUND, options }, 'LIMIT')).toMatchObject({
    status: 'AGREES',
    counted: 10,
    expected: 12,
    sentence:
      '3 ballots of 4 dots can hold 12 votes, and 10 are on them. 41 votes on paper are left out: the ballots are not counted.',
  })
})

test('what was published is held against what was counted, either way', () => {
  expect(line(published({ dots: 10 }), 'PUBLISHED')).toMatchObject({
    status: 'AGREES',
    sentence: 'Counted 10 of 10 published.',
  })
  expect(line(published({ dots: 9 }), 'PUBLISHED')).toMatchObject({
    status: 'GAP',
    gap: -1,
    sentence: 'Counted 10, which is 1 more than the 9 published.',
  })
  expect(line({ ...published({ dots: 9 }), options: [] }, 'PUBLISHED')).toMatchObject({
    status: 'NOT_KNOWN',
    counted: null,
    expected: 9,
  })
})

test('the ballot is held against the number of options that was published', () => {
  expect(line(published({ options: 2 }), 'OPTIONS')).toMatchObject({ status: 'AGREES' })
  expect(line(published({ options: 1 }), 'OPTIONS')).toMatchObject({
    status: 'GAP',
    gap: -1,
    sentence: '2 of 1 option with a figure: the ballot holds 1 more than published.',
  })
  const missing = line(published({ options: 4 }), 'OPTIONS')
  expect(missing?.sentence).toBe('2 of 4 options with a figure: 2 of those published are not on the ballot.')
  const blank = {
    ...ROUND,
    options: [...ROUND.options, { id: 'c', dotsByChannel: null }, { id: 'd', dotsByChannel: null }],
  }
  expect(line(blank, 'OPTIONS')).toMatchObject({
    status: 'GAP',
    gap: 2,
    sentence: '2 of 4 options with a figure: 2 on the ballot have none.',
  })
  expect(reconcile(blank).status).toBe('GAP')
})

test('the top few are held against what was published of them', () => {
  expect(line(published({ topOptions: 1, topDots: 7 }), 'TOP')).toMatchObject({
    status: 'AGREES',
    counted: 7,
  })
  expect(line(published({ topOptions: 1, topDots: 8 }), 'TOP')).toMatchObject({
    status: 'GAP',
    gap: 1,
    sentence: 'The top issue holds 7 votes, where 8 are published.',
  })
  expect(line(published({ topOptions: 3, topDots: 8 }), 'TOP')).toMatchObject({
    status: 'NOT_KNOWN',
    counted: null,
  })
  expect(line(published({ topOptions: 1 }), 'TOP')).toMatchObject({ status: 'NOT_KNOWN', counted: 7 })
  expect(line(published({ topDots: 8 }), 'TOP')).toMatchObject({ status: 'NOT_KNOWN', expected: 8 })
})

test('a total that could be held against nothing is not known to agree', () => {
  expect(reconcile({ ...ROUND, dotsFromBallots: null }).status).toBe('NOT_KNOWN')
  expect(reconcile({ ...published({ dots: 10 }), dotsFromBallots: null }).status).toBe('AGREES')
  expect(reconcile({ ...published({ topOptions: 1, topDots: 7 }), dotsFromBallots: null }).status).toBe(
    'NOT_KNOWN',
  )
})
