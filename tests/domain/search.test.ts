import { describe, expect, test } from 'vitest'
import { excerpt, pathOf } from '#domain/paths.ts'
import {
  asMeant,
  asTyped,
  corrections,
  fittingKinds,
  onlyMeant,
  tellingStems,
  worthAlone,
} from '#domain/search.ts'

const words = [
  { word: 'night', stem: 'night', begun: [] },
  { word: 'buses', stem: 'bus', begun: ['bus', 'busi'] },
]
const near = new Map([
  [
    'night',
    [
      { word: 'nights', stem: 'night' },
      { word: 'nigh', stem: 'nigh' },
    ],
  ],
])

describe('what is sought', () => {
  test('is every word as it was typed, of which the last may go on', () => {
    expect(asTyped(words)).toEqual([
      { stems: ['night'], goesOn: false },
      { stems: ['bus', 'busi'], goesOn: true },
    ])
    expect(asTyped([])).toEqual([])
  })

  test('is also what is most like it, where nothing was found', () => {
    expect(asMeant(words, near)).toEqual([
      { stems: ['night', 'nigh'], goesOn: false },
      { stems: ['bus', 'busi'], goesOn: true },
    ])
  })

  test('is told from what was typed by the words that nobody typed', () => {
    const typed = asTyped(words)
    expect(onlyMeant(typed, asMeant(words, near))).toEqual([{ stems: ['nigh'], goesOn: false }])
    expect(onlyMeant(typed, typed)).toEqual([])
  })

  test('word by word is only what is not in every other text, and the rarest of all in any case', () => {
    const rarity = [
      { stem: 'busi', expected: 1 },
      { stem: 'bus', expected: 6_000 },
      { stem: 'night', expected: 90_000 },
    ]
    expect(worthAlone(asTyped(words), rarity)).toEqual([{ stems: ['busi'], goesOn: false }])
    expect(worthAlone(asTyped(words.slice(0, 1)), rarity.slice(2))).toEqual([
      { stems: ['night'], goesOn: true },
    ])
  })
})

test('a word was corrected when it stands in nothing that was found, and only what was found is named', () => {
  expect(corrections(words, near, new Set(['nights', 'buses']))).toEqual([
    { typed: 'night', meant: ['nights'] },
  ])
  expect(corrections(words, near, new Set(['night', 'buses']))).toEqual([])
  expect(corrections(words, near, new Set(['buses']))).toEqual([])
})

test('the rarest words tell a text from others, until enough texts share them', () => {
  const of = (...expected: number[]) =>
    tellingStems(expected.map((count, at) => ({ stem: `${at}`, expected: count }))).map(({ stem }) => stem)
  expect(of(1, 1, 1, 500, 500)).toEqual(['0', '1', '2', '3'])
  expect(of(9_000, 9_000, 9_000, 9_000)).toEqual(['0', '1', '2'])
  expect(of(...Array.from({ length: 20 }, () => 1))).toHaveLength(12)
  const [rare, common] = tellingStems([
    { stem: 'rare', expected: 1 },
    { stem: 'common', expected: 500 },
  ])
  expect(rare?.weight).toBeGreaterThan(common?.weight ?? 1)
})

test('kinds are those that a filter can fit', () => {
  expect(fittingKinds({})).toEqual(['ISSUE', 'STATEMENT', 'IDEA', 'CRITIQUE'])
  expect(fittingKinds({ areaId: 'a' })).toEqual(['ISSUE'])
  expect(fittingKinds({ horizon: 'ONE_YEAR' })).toEqual(['IDEA', 'CRITIQUE'])
  expect(fittingKinds({ horizon: 'ONE_YEAR', issueState: 'RAISED' })).toEqual([])
  expect(fittingKinds({ ideaStatus: 'MERGED', horizon: 'ONE_YEAR' })).toEqual(['IDEA'])
  expect(fittingKinds({ ideaStatus: 'HIDDEN' })).toEqual([])
  expect(fittingKinds({ kinds: ['CRITIQUE', 'ISSUE'], critiqueKind: 'BUILD' })).toEqual(['CRITIQUE'])
})

test('an excerpt ends with a sign where something is left out, and never within a character', () => {
  expect(excerpt('short', 5)).toBe('short')
  expect(excerpt('too long', 5)).toBe('too…')
  expect(excerpt('😀😀😀', 2)).toBe('😀…')
})

test('everything has an address', () => {
  expect(pathOf({ kind: 'OPTION', id: 'o', slug: 's' })).toBe('/workshops/s/results#option-o')
  expect(pathOf({ kind: 'PRIORITY', id: 'p', slug: 's' })).toBe('/workshops/s/priorities#priority-p')
  expect(pathOf({ kind: 'CRITIQUE', id: 'c', slug: 's', ideaId: 'i' })).toBe(
    '/workshops/s/ideas/i#critique-c',
  )
})
