import { expect, test } from 'vitest'
import { correctionInWords, markWords, wordsOf } from '#app/(public)/search/search-words.ts'

const marked = (text: string, query: string) =>
  markWords(text, wordsOf(query))
    .map((piece) => (piece.found ? `[${piece.text}]` : piece.text))
    .join('')

test('words that were searched for are marked, however they end', () => {
  expect(marked('Recovery: how people recover, recovering well', 'recover')).toBe(
    '[Recovery]: how people [recover], [recovering] well',
  )
  expect(marked('Evidence for peer support', 'EVIDENCES support')).toBe('[Evidence] for peer [support]')
})

test('parts of other words are not marked', () => {
  expect(marked('Part of a department', 'part')).toBe('[Part] of a department')
})

test('nothing of the text is lost, and signs stay signs', () => {
  const text = '<b>“Café” & 北京</b>\nline'
  expect(
    markWords(text, wordsOf('café 北京'))
      .map((piece) => piece.text)
      .join(''),
  ).toBe(text)
  expect(marked(text, 'café')).toContain('“[Café]”')
})

test('a search without words marks nothing', () => {
  expect(marked('Evidence', '?!')).toBe('Evidence')
})

test('a correction is said in words', () => {
  expect(correctionInWords({ typed: 'recieve', meant: ['receive'] })).toBe(
    'Nobody wrote “recieve”. Showing “receive”.',
  )
  expect(correctionInWords({ typed: 'carrers', meant: ['carers', 'careers'] })).toBe(
    'Nobody wrote “carrers”. Showing “carers” or “careers”.',
  )
})
