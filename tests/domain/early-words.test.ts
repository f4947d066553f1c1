import { expect, test } from 'vitest'
import { joinWords } from '#app/_ui/use-early-words.ts'

test('words of an earlier visit and words typed before the script ran are both kept, and none twice', () => {
  expect(joinWords('Letters arrive', 'Whom to ask')).toBe('Letters arrive\nWhom to ask')
  expect(joinWords('Letters arrive', 'Letters arrive late')).toBe('Letters arrive late')
  expect(joinWords('Letters arrive', 'Letters')).toBe('Letters arrive')
  expect(joinWords('', 'Letters')).toBe('Letters')
})
