import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  countChannels,
  countDots,
  countOption,
  cutLine,
  type OptionFigure,
  rankOptions,
  shareBase,
  sumOfTop,
  topShare,
} from '#domain/results.ts'
import { dotsPlaced, turnout } from '#domain/turnout.ts'
import { ROUND_2017, WITHOUT_FIGURE_2017 } from './peer-support-2017.ts'

function options(dots: readonly (number | null)[]): OptionFigure[] {
  return dots.map((count, index) => ({
    id: `${index}`,
    dotsByChannel: count === null ? null : { OWN_DEVICE: count },
  }))
}

function cut(dots: readonly (number | null)[], places: number) {
  return cutLine(rankOptions(options(dots)), places)
}

const figures = fc.array(fc.option(fc.nat(6), { freq: 6 }), { maxLength: 20 })
const places = fc.integer({ min: 1, max: 8 })

describe('the vote of July 2017', () => {
  const ranked = rankOptions(ROUND_2017.options, shareBase(ROUND_2017))

  test('147 votes are counted, and the published 154 is the base of shares', () => {
    expect(countDots(ROUND_2017.options)).toBe(147)
    expect(shareBase(ROUND_2017)).toEqual({ dots: 154, name: 'PUBLISHED' })
    expect(ranked[0]?.share).toBeCloseTo(21 / 154, 10)
  })

  test('the ranking shows its ties, and the issue without a figure last and unranked', () => {
    expect(ranked.map(({ rankLabel, dots }) => `${rankLabel} ${dots}`)).toEqual([
      ...['1 21', '2 19', '3= 15', '3= 15', '5= 14', '5= 14', '7 11', '8 9', '9= 7', '9= 7', '11 6'],
      ...['12= 3', '12= 3', '12= 3', '15 0', ' null'],
    ])
    expect(ranked.at(-1)).toEqual({
      id: WITHOUT_FIGURE_2017,
      dots: null,
      rank: null,
      rankLabel: '',
      share: null,
    })
  })

  test('the cut above 14 and 14 is one vote wide', () => {
    expect(cutLine(ranked, 4)).toEqual({
      above: [
        'How to use lived experience and stories to drive the change',
        'Equity with the medical model',
        'Tradition and challenging the current paradigm',
        'How to refer effectively',
      ],
      below: ['How to build a rounded, sophisticated evidence base', 'How to signpost effectively'],
      margin: 1,
      tiedAcross: [],
      places: 0,
      withoutFigure: [WITHOUT_FIGURE_2017],
      votesToDraw: 1,
      votesToPass: 2,
      sentences: [
        'The cut is 1 vote wide: the last above it has 15, the first below it 14.',
        '1 more vote would have brought one of the 2 first issues below level, and 2 would have put it above.',
        '1 issue has no figure and cannot be placed.',
      ],
    })
  })

  test('had three been chosen, third and fourth would have tied across the cut', () => {
    expect(cutLine(ranked, 3)).toMatchObject({
      tiedAcross: ['Tradition and challenging the current paradigm', 'How to refer effectively'],
      places: 1,
      margin: 0,
    })
  })

  test('the top four hold 70 votes, 45% of the published total', () => {
    const sentence = 'The top 4 issues hold 70 of 154 votes (45%)'
    const base = { dots: 154, name: 'PUBLISHED' }
    expect(topShare(ROUND_2017)).toEqual({ options: 4, dots: 70, base, sentence })
  })
})

test('dots count alike whichever way they came in', () => {
  const all = { OWN_DEVICE: 1, TABLE_DEVICE: 2, PAPER: 4, IMPORTED: 8 }
  expect(countOption({ id: 'a', dotsByChannel: all })).toBe(15)
  const counted = countChannels([
    { id: 'a', dotsByChannel: all },
    { id: 'b', dotsByChannel: { PAPER: 3 } },
    { id: 'c', dotsByChannel: null },
  ])
  expect(counted).toEqual({ OWN_DEVICE: 1, TABLE_DEVICE: 2, PAPER: 7, IMPORTED: 8 })
})

test('no figure is never zero', () => {
  expect(countOption({ id: 'a', dotsByChannel: null })).toBeNull()
  expect(countOption({ id: 'a', dotsByChannel: {} })).toBe(0)
  expect(countDots(options([null, null]))).toBeNull()
  expect(countDots(options([null, 0]))).toBe(0)
  expect(countDots([])).toBeNull()
})

test('shares are of what was counted when no total was published', () => {
  expect(shareBase({ options: options([3, 1, null]), published: null })).toEqual({ dots: 4, name: 'COUNTED' })
  const noTotal = { options: 2, dots: null, topOptions: null, topDots: null }
  expect(shareBase({ options: options([3]), published: noTotal })).toEqual({ dots: 3, name: 'COUNTED' })
  expect(shareBase({ options: options([null]), published: null })).toBeNull()
})

test('there is no share of nothing', () => {
  const [first] = rankOptions(options([0]), { dots: 0, name: 'COUNTED' })
  expect(first?.share).toBeNull()
  expect(rankOptions(options([2]))[0]?.share).toBeNull()
})

test('equals keep the order of the ballot', () => {
  expect(rankOptions(options([1, 2, 1, null, 2, null])).map(({ id }) => id)).toEqual([
    '1',
    '4',
    '0',
    '2',
    '3',
    '5',
  ])
})

test('a rank is one more than the number of options with more votes, and says so when it is shared', () => {
  fc.assert(
    fc.property(figures, (dots) => {
      const ranked = rankOptions(options(dots))
      expect(ranked.map(({ id }) => id).sort()).toEqual(dots.map((_, index) => `${index}`).sort())
      for (const option of ranked) {
        const own = dots[Number(option.id)] ?? null
        expect(option.dots).toBe(own)
        const better = dots.filter((other) => other !== null && own !== null && other > own).length
        const equal = dots.filter((other) => other === own).length
        expect(option.rank).toBe(own === null ? null : better + 1)
        const label = own === null ? '' : `${better + 1}${equal > 1 ? '=' : ''}`
        expect(option.rankLabel).toBe(label)
      }
      const shown = ranked.map((option) => option.dots ?? -1)
      expect(shown).toEqual([...shown].sort((a, b) => b - a))
    }),
  )
})

test('the total is the sum of the figures there are', () => {
  fc.assert(
    fc.property(figures, (dots) => {
      let sum: number | null = null
      for (const count of dots) if (count !== null) sum = (sum ?? 0) + count
      expect(countDots(options(dots))).toBe(sum)
    }),
  )
})

test('an option is above the cut when fewer than the places can equal it, and tied across it when too many do', () => {
  fc.assert(
    fc.property(figures, places, (dots, select) => {
      const known = dots.flatMap((count, index) => (count === null ? [] : [{ id: `${index}`, count }]))
      const noWorse = (own: number) => known.filter(({ count }) => count >= own).length
      const better = (own: number) => known.filter(({ count }) => count > own).length
      const above = known.filter(({ count }) => noWorse(count) <= select)
      const tied = known.filter(({ count }) => better(count) < select && noWorse(count) > select)
      const found = cut(dots, select)
      expect(new Set(found.above)).toEqual(new Set(above.map(({ id }) => id)))
      expect(new Set(found.tiedAcross)).toEqual(new Set(tied.map(({ id }) => id)))
      expect(found.above.length + found.places).toBe(tied.length > 0 ? select : above.length)

      const rest = known.filter(({ count }) => better(count) >= select)
      const best = Math.max(...rest.map(({ count }) => count))
      const first = known.length > select ? rest.filter(({ count }) => count === best) : []
      expect(new Set(found.below)).toEqual(new Set(first.map(({ id }) => id)))
      expect(found.withoutFigure).toHaveLength(dots.length - known.length)
    }),
  )
})

test('so many more votes as it says bring the first below level, and one more puts it above', () => {
  fc.assert(
    fc.property(figures, places, (dots, select) => {
      const before = cut(dots, select)
      const [candidate] = before.margin === 0 ? before.tiedAcross : before.below
      if (candidate === undefined || before.votesToDraw === null || before.votesToPass === null) return
      const withMore = (more: number) =>
        cut(
          dots.map((count, index) => (count !== null && `${index}` === candidate ? count + more : count)),
          select,
        )
      expect(withMore(before.votesToDraw).tiedAcross).toContain(candidate)
      expect(withMore(before.votesToPass).above).toContain(candidate)
      if (before.votesToDraw > 0) {
        const short = withMore(before.votesToDraw - 1)
        expect([...short.above, ...short.tiedAcross]).not.toContain(candidate)
      }
    }),
  )
})

test('a tie across the cut says how many tie and how many places are left', () => {
  expect(cut([5, 3, 3, 3, 1], 2)).toEqual({
    above: ['0'],
    below: ['4'],
    margin: 0,
    tiedAcross: ['1', '2', '3'],
    places: 1,
    withoutFigure: [],
    votesToDraw: 0,
    votesToPass: 1,
    sentences: ['3 issues tie at 3 votes across the cut, with 1 place left.'],
  })
})

test('when all have nothing, or all have the same, all are tied across the cut', () => {
  expect(cut([0, 0, 0], 2)).toMatchObject({ above: [], below: [], tiedAcross: ['0', '1', '2'], places: 2 })
  expect(cut([4, 4, 4], 2)).toMatchObject({ above: [], below: [], tiedAcross: ['0', '1', '2'], places: 2 })
})

test('with no more options than places there is no cut', () => {
  const none = { below: [], margin: null, tiedAcross: [], places: 0, votesToDraw: null, votesToPass: null }
  const sentences = ['2 issues have a figure, for 2 places, so there is no cut.']
  expect(cut([2, 1], 2)).toEqual({ ...none, above: ['0', '1'], withoutFigure: [], sentences })
  expect(cut([2], 4).sentences).toEqual(['1 issue has a figure, for 4 places, so there is no cut.'])
  expect(cut([2, 1], 0)).toMatchObject({ above: [], below: [], margin: null })
})

test('options without a figure neither fill a place nor fall below the cut', () => {
  const unplaced = 'No issue has a figure, so there is no cut.'
  expect(cut([null, null], 1)).toMatchObject({ above: [], below: [], withoutFigure: ['0', '1'] })
  expect(cut([null, null], 1).sentences).toEqual([unplaced, '2 issues have no figure and cannot be placed.'])
  expect(cut([3, null], 1)).toMatchObject({ above: ['0'], below: [], margin: null })
})

test('a cut above a single issue speaks of that one', () => {
  expect(cut([5, 2], 1).sentences).toEqual([
    'The cut is 3 votes wide: the last above it has 5, the first below it 2.',
    '3 more votes would have brought the first issue below level, and 4 would have put it above.',
  ])
})

test('the top few are summed only when that many have a figure', () => {
  const ranked = rankOptions(options([1, 5, null, 3]))
  expect([sumOfTop(ranked, 2), sumOfTop(ranked, 3), sumOfTop(ranked, 4), sumOfTop(ranked, 0)]).toEqual([
    8,
    9,
    null,
    null,
  ])
})

test('the share of the top follows from what there is', () => {
  const round = { options: options([3, 1]), prioritiesToSelect: 1, published: null }
  expect(topShare(round)?.sentence).toBe('The top issue holds 3 of 4 votes (75%)')
  expect(topShare({ ...round, prioritiesToSelect: 4 })).toMatchObject({ options: 2, dots: 4 })
  expect(topShare({ ...round, options: options([null]) })).toBeNull()
  expect(topShare({ ...ROUND_2017, options: options([null]) })).toBeNull()
})

test('dots placed are said out of those of the room, and of everybody beyond it who voted', () => {
  const room = { dots: 8, ballots: 2, seats: 2, dotsPerVoter: 4 }
  expect(dotsPlaced(room)).toBe('8 dots placed, of at most 8')
  expect(dotsPlaced({ ...room, ballots: 3 })).toBe('8 dots placed, of at most 12')
  expect(dotsPlaced({ ...room, dots: 1, ballots: 1 })).toBe('1 dot placed, of at most 8')
  expect(dotsPlaced({ ...room, dots: 9 })).toBe('9 dots placed')
})

test('turnout is a share of the room, where the room is known', () => {
  expect(turnout({ ballots: 38, seats: 50 })).toEqual({
    share: 0.76,
    sentence: '38 of 50 people voted (76%)',
  })
  expect(turnout({ ballots: 1, seats: null })).toEqual({ share: null, sentence: '1 person voted' })
  expect(turnout({ ballots: 0, seats: 0 })).toEqual({ share: null, sentence: '0 people voted' })
  expect(turnout({ ballots: 50, seats: 50 }).share).toBe(1)
  const over = '51 people voted, more than the 50 who joined'
  expect(turnout({ ballots: 51, seats: 50 })).toEqual({ share: null, sentence: over })
  expect(turnout({ ballots: null, seats: 50 })).toEqual({
    share: null,
    sentence: 'How many people voted is not known',
  })
})
