import { expect, test } from 'vitest'
import {
  isWithinBudget,
  type NewToken,
  reaches,
  readBearer,
  refuseOverlap,
  refuseToken,
  USUAL_BUDGET,
  writeToken,
} from '#domain/tokens.ts'

const TOKEN: NewToken = {
  scopes: ['RESULTS'],
  allPublished: true,
  projectIds: [],
  workshopIds: [],
  expiresInDays: 365,
  ...USUAL_BUDGET,
  origins: [],
}

test('who may read the words may read what was voted on them, and not the other way round', () => {
  expect(reaches(['CONTENT'], 'RESULTS')).toBe(true)
  expect(reaches(['RESULTS'], 'CONTENT')).toBe(false)
  expect(reaches([], 'RESULTS')).toBe(false)
  expect(reaches([], null)).toBe(true)
})

test.each<[string, Partial<NewToken>]>([
  ['scopes', { scopes: [] }],
  ['allPublished', { allPublished: false }],
  ['allPublished', { workshopIds: ['w'] }],
  ['workshopIds', { allPublished: false, workshopIds: Array.from({ length: 201 }, String) }],
  ['expiresInDays', { expiresInDays: 366 }],
  ['expiresInDays', { expiresInDays: 0 }],
  ['expiresInDays', { expiresInDays: 1.5 }],
  ['requestsPerMinute', { requestsPerMinute: 0 }],
  ['costPerMinute', { costPerMinute: 1_000_001 }],
  ['origins', { origins: Array.from({ length: 21 }, (_, at) => `https://${at}.example.org`) }],
  ...[
    '*',
    'null',
    'http://data.example.org',
    'https://data.example.org/',
    'https://a.b/c',
    'https://user@a.b',
    'data.org',
  ].map((origin): [string, Partial<NewToken>] => ['origins', { origins: [origin] }]),
])('a token that opens nothing, too much or for too long is refused: %s', (field, change) => {
  expect(refuseToken({ ...TOKEN, ...change })).toMatchObject({ code: 'BAD_USER_INPUT', field })
})

test('a token for all that is published, for a project or for a workshop, is made', () => {
  expect(refuseToken(TOKEN)).toBeNull()
  for (const grant of [{ projectIds: ['p'] }, { workshopIds: ['w'] }]) {
    expect(refuseToken({ ...TOKEN, allPublished: false, ...grant })).toBeNull()
  }
  expect(refuseToken({ ...TOKEN, origins: ['https://data.example.org', 'http://localhost:3000'] })).toBeNull()
})

test('both tokens work for two weeks at most', () => {
  expect(refuseOverlap(0)).toBeNull()
  expect(refuseOverlap(336)).toBeNull()
  for (const hours of [-1, 337, 0.5]) expect(refuseOverlap(hours)).toMatchObject({ field: 'overlapHours' })
})

test('what was written is read, and nothing else', () => {
  const shown = { prefix: 'abcdefghjk23', secret: 'A_b-'.repeat(10).concat('xyz') }
  const token = writeToken(shown)
  expect(readBearer(`Bearer ${token}`)).toEqual(shown)
  expect(readBearer(`bearer  ${token}`)).toEqual(shown)
  for (const header of [
    '',
    'Bearer',
    token,
    `Basic ${token}`,
    `Bearer ${token}x`,
    `Bearer ${token} `,
    `Bearer ${token.slice(1)}`,
  ]) {
    expect(readBearer(header)).toBeNull()
  }
})

test('the request that uses the last of the minute is let through, the next is not', () => {
  const budget = { requestsPerMinute: 600, costPerMinute: 1000 }
  expect(isWithinBudget({ requests: 600, cost: 1000 }, budget)).toBe(true)
  expect(isWithinBudget({ requests: 601, cost: 10 }, budget)).toBe(false)
  expect(isWithinBudget({ requests: 1, cost: 1001 }, budget)).toBe(false)
})
