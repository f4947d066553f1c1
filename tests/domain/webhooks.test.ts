import { expect, test } from 'vitest'
import {
  afterFailure,
  bodyOf,
  hasArrived,
  newsOf,
  outcomeInWords,
  readWebhookUrl,
  refuseWebhook,
  refuseWebhookTest,
  WEBHOOK_FAILURES,
  WEBHOOK_TRIES,
  WEBHOOKS_AT_MOST,
  type WebhookChange,
} from '#domain/webhooks.ts'

const read = (url: string) => readWebhookUrl(url, (address) => address === '8.8.8.8' || address === '2600::1')

test.each([
  ['https://data.example.org/qlab', 'https://data.example.org/qlab'],
  ['  https://DATA.example.org:443  ', 'https://data.example.org/'],
  ['https://data.example.org:8443/a?b=c', 'https://data.example.org:8443/a?b=c'],
  ['https://8.8.8.8/', 'https://8.8.8.8/'],
  ['https://[2600::1]/', 'https://[2600::1]/'],
  ['https://bücher.example.org/', 'https://xn--bcher-kva.example.org/'],
])('%s may be told of changes', (given, kept) => {
  expect(read(given)).toEqual({ ok: true, value: kept })
})

test.each([
  ['', 'Enter'],
  ['data.example.org', 'whole address'],
  ['https://', 'whole address'],
  ['https://data.example.org/a b', 'whole address'],
  ['https://data.exa\tmple.org/', 'whole address'],
  ['http://data.example.org/', 'https'],
  ['ftp://data.example.org/', 'https'],
  ['javascript:alert(1)', 'https'],
  ['https://anna@data.example.org/', 'user name'],
  ['https://anna:secret@data.example.org/', 'user name'],
  ['https://data.example.org/#part', '#'],
  ['https://data.example.org/#', '#'],
  ['https://data.example.org:25/', 'port'],
  ['https://data.example.org:80/', 'port'],
  ['https://localhost/', 'public'],
  ['https://lab.localhost/', 'public'],
  ['https://intranet/', 'public'],
  ['https://printer.local/', 'public'],
  ['https://db.internal./', 'public'],
  ['https://metadata.google.internal/', 'public'],
  ['https://127.0.0.1/', 'public'],
  ['https://2130706433/', 'public'],
  ['https://0x7f.1/', 'public'],
  ['https://10.0.0.1:8443/', 'public'],
  ['https://[::1]/', 'public'],
  ['https://[::ffff:8.8.8.8]/', 'public'],
  [`https://data.example.org/${'a'.repeat(2_000)}`, '2,000'],
  [`https://data.example.org/${'é'.repeat(500)}`, 'too long'],
])('%s is refused, with a sentence', (given, part) => {
  expect(read(given)).toMatchObject({
    ok: false,
    refusal: { code: 'BAD_USER_INPUT', field: 'url', message: expect.stringContaining(part) },
  })
})

test('a token has a few webhooks, each once, while it works', () => {
  const url = 'https://data.example.org/'
  const others = Array.from({ length: WEBHOOKS_AT_MOST }, (_, at) => `${url}${at}`)
  expect(refuseWebhook(url, { live: true, registered: others.slice(1) })).toBeNull()
  expect(refuseWebhook(url, { live: true, registered: others })?.message).toContain('Remove one')
  expect(refuseWebhook(url, { live: true, registered: [url] })?.message).toContain('already')
  expect(refuseWebhook(url, { live: false, registered: [] })?.code).toBe('NOT_ALLOWED_NOW')
})

test('tests go out one at a time, while the token works', () => {
  expect(refuseWebhookTest({ live: true, waiting: false })).toBeNull()
  expect(refuseWebhookTest({ live: true, waiting: true })?.message).toContain('on its way')
  expect(refuseWebhookTest({ live: false, waiting: false })?.message).toContain('does not work')
})

test('only a status from 200 to 299 says that it has arrived', () => {
  const arrived = [199, 200, 204, 299, 300, 302, 404, 410, 500].filter((status) =>
    hasArrived({ status, failure: null }),
  )
  expect(arrived).toEqual([200, 204, 299])
  expect(hasArrived({ status: null, failure: 'TIMEOUT' })).toBe(false)
})

test('every outcome is a sentence', () => {
  const outcomes = [
    ...WEBHOOK_FAILURES.map((failure) => ({ status: null, failure })),
    ...[200, 302, 500].map((status) => ({ status, failure: null })),
  ]
  for (const outcome of outcomes) expect(outcomeInWords(outcome)).toMatch(/^[A-Z].*\.$/)
  expect(outcomeInWords({ status: 302, failure: null })).toContain('not followed')
})

const failed = (status: number | null, given: { number?: number; failingForDays?: number; test?: boolean }) =>
  afterFailure(
    { status, failure: status === null ? 'TIMEOUT' : null },
    {
      event: given.test ? 'TEST' : 'CONTENT_CHANGED',
      number: given.number ?? 1,
      failingForDays: given.failingForDays ?? 0,
    },
  )

test('what failed is tried again, later each time, for about a day', () => {
  const waits = Array.from(
    { length: WEBHOOK_TRIES },
    (_, at) => failed(500, { number: at + 1 }).secondsToNextTry,
  )
  expect(waits.at(-1)).toBeNull()
  const seconds = waits.filter((wait) => wait !== null)
  expect(seconds).toHaveLength(WEBHOOK_TRIES - 1)
  expect(seconds).toEqual(seconds.toSorted((a, b) => a - b))
  const hours = seconds.reduce((sum, wait) => sum + wait, 0) / 3_600
  expect(hours).toBeGreaterThan(22)
  expect(hours).toBeLessThan(26)
})

test('a host that says gone is paused at once, one that nothing reaches after days', () => {
  expect(failed(410, {})).toEqual({ secondsToNextTry: null, pause: 'GONE' })
  expect(failed(500, { number: WEBHOOK_TRIES, failingForDays: 2.9 })).toEqual({
    secondsToNextTry: null,
    pause: null,
  })
  expect(failed(null, { number: WEBHOOK_TRIES, failingForDays: 3 })).toEqual({
    secondsToNextTry: null,
    pause: 'FAILING',
  })
  expect(failed(null, { number: 1, failingForDays: 30 }).pause).toBeNull()
})

test('a test is tried once and pauses nothing', () => {
  expect(failed(410, { test: true, failingForDays: 30 })).toEqual({ secondsToNextTry: null, pause: null })
})

test('many changes become one event of a kind, each id once', () => {
  const change = (more: Partial<WebhookChange>): WebhookChange => ({
    event: 'CONTENT_CHANGED',
    workshopId: 'w1',
    projectId: 'p1',
    content: true,
    project: false,
    ...more,
  })
  expect(
    newsOf([
      change({}),
      change({ workshopId: 'w2', content: false, project: true }),
      change({ workshopId: 'w3', project: true }),
      change({ event: 'WORKSHOP_UNPUBLISHED', workshopId: 'w4', projectId: null }),
    ]),
  ).toEqual([
    { event: 'CONTENT_CHANGED', workshopIds: ['w1', 'w3'], projectIds: ['p1'] },
    { event: 'WORKSHOP_UNPUBLISHED', workshopIds: ['w4'], projectIds: [] },
  ])
  expect(newsOf([])).toEqual([])
})

test('a message is a name, a moment and ids', () => {
  const news = { event: 'WORKSHOP_PUBLISHED', workshopIds: ['w1'], projectIds: [] } as const
  const body = bodyOf({ ...news, workshopIds: ['w1'], projectIds: [] }, new Date('2026-07-13T10:00:00Z'))
  expect(JSON.parse(body)).toEqual({
    type: 'workshop.published',
    timestamp: '2026-07-13T10:00:00.000Z',
    data: { workshopIds: ['w1'], projectIds: [] },
  })
})
