import { expect, test } from 'vitest'
import { readProse } from '#domain/prose.ts'

const plain = (text: string) => [{ text, href: null }]

test('an empty line begins a paragraph, and lines with dashes are a list', () => {
  expect(readProse('One.\n\nTwo:\n- first\n- second\nThree.')).toEqual([
    { kind: 'PARAGRAPH', lines: [plain('One.')] },
    { kind: 'PARAGRAPH', lines: [plain('Two:')] },
    { kind: 'LIST', items: [plain('first'), plain('second')] },
    { kind: 'PARAGRAPH', lines: [plain('Three.')] },
  ])
})

test('web addresses lead where they say, without the full stop behind them', () => {
  expect(readProse('See https://q.health.org.uk/a?b=c.')).toEqual([
    {
      kind: 'PARAGRAPH',
      lines: [
        [
          { text: 'See ', href: null },
          { text: 'https://q.health.org.uk/a?b=c', href: 'https://q.health.org.uk/a?b=c' },
          { text: '.', href: null },
        ],
      ],
    },
  ])
})

test.each(['javascript:alert(1)', '[x](javascript:alert(1))', '<a href="data:x">y</a>'])(
  'nothing else is an address: %s',
  (text) => {
    expect(readProse(text)).toEqual([{ kind: 'PARAGRAPH', lines: [plain(text)] }])
  },
)

test('nothing written is nothing set', () => {
  expect(readProse(' \n\n ')).toEqual([])
})
