import { expect, test } from 'vitest'
import { COLOURS } from '#app/embed/workshops/[slug]/[view]/colours.ts'
import { wrapText } from '#app/embed/workshops/[slug]/[view]/wrap-text.ts'
import { EMBED_PATH, escapeMarkup, frameAncestors, imageWidth, readEmbedOrigins } from '#domain/embeds.ts'

test('a website is listed as browsers name it, once', () => {
  const origins = [
    'https://www.example.org',
    'https://data.example.org:8443',
    'https://xn--bcher-kva.example',
  ]
  expect(readEmbedOrigins([...origins, 'https://www.example.org'])).toEqual({ ok: true, value: origins })
  expect(readEmbedOrigins([])).toEqual({ ok: true, value: [] })
})

test.each([
  '*',
  'https://*',
  'https://*.example.org',
  'http://www.example.org',
  'http://localhost:3000',
  'javascript:alert(1)',
  'data:text/html,x',
  'https:',
  'https://',
  'www.example.org',
  "'self'",
  'null',
  '',
  ' https://www.example.org',
  'https://www.example.org ',
  'https://www.example.org/',
  'https://www.example.org/path',
  'https://www.example.org?x',
  'https://www.example.org#x',
  'https://user:word@www.example.org',
  'https://www.example.org:443',
  'https://www.example.org:99999',
  'https://WWW.example.org',
  'https://ехample.org',
  'https://example。org',
  'https://exam\u200bple.org',
  'https://a.example https://b.example',
  'https://a.example;script-src *',
  'https://a.example,https://b.example',
  'https://a.example\nhttps://b.example',
  'https://1',
  'https://-.org',
  `https://${'a'.repeat(63)}.${'b.'.repeat(100)}org`,
])('%j is no website that may frame a page', (origin) => {
  const read = readEmbedOrigins(['https://www.example.org', origin])
  expect(read).toMatchObject({ ok: false, refusal: { code: 'BAD_USER_INPUT', field: 'origins' } })
})

test('twenty websites are listed at most', () => {
  const many = (count: number) => Array.from({ length: count }, (_, at) => `https://w${at}.example.org`)
  expect(readEmbedOrigins(many(20)).ok).toBe(true)
  expect(readEmbedOrigins(many(21)).ok).toBe(false)
})

test('the policy names exactly those who are listed, or nobody', () => {
  expect(frameAncestors([])).toBe("frame-ancestors 'none'")
  expect(frameAncestors(['https://a.example', 'https://b.example'])).toBe(
    'frame-ancestors https://a.example https://b.example',
  )
})

test('only the embedded pages and images answer with a policy of their own', () => {
  const own = ['results', 'progress', 'results.svg', 'results.png'].map(
    (view) => `/embed/workshops/a-1/${view}`,
  )
  expect(own.filter((path) => EMBED_PATH.test(path))).toEqual(own)
  const others = ['/embed', '/embed/workshops/a', '/embed/workshops/a/issues', '/embed/workshops/a/results/x']
  const near = ['/workshops/a/results', '/x/embed/workshops/a/results', '/embed/workshops/a/resultsXsvg']
  expect([...others, ...near].filter((path) => EMBED_PATH.test(path))).toEqual([])
})

test('an image is made in a few widths and never wider than the widest', () => {
  const widths = [null, '', 'x', '-5', '1e9', '1', '480', '481', '1300', '99999'].map(imageWidth)
  expect(widths).toEqual([800, 800, 800, 800, 800, 480, 480, 800, 1600, 1600])
})

test('text in markup stays text, and what XML cannot carry is left out', () => {
  expect(escapeMarkup(`<b a="x" b='y'>&\u0000\u000b\ud800ü😀`)).toBe(
    '&lt;b a=&quot;x&quot; b=&#39;y&#39;&gt;&amp;ü😀',
  )
})

test('words are broken into lines, long ones where the line ends, and what is left over is said to be', () => {
  expect(wrapText('one two three', 5, 3)).toEqual(['one two', 'three'])
  expect(wrapText('x'.repeat(20), 5.9, 9)).toEqual(['xxxxxxxxxx', 'xxxxxxxxxx'])
  expect(wrapText('one two three four', 4.5, 2)).toEqual(['one two', 'three …'])
  expect(wrapText('', 5, 2)).toEqual([''])
})

test('embedded pages and images have the colours of all others', async () => {
  const { readFileSync } = await import('node:fs')
  const [light = '', dark = ''] = readFileSync('app/_ui/tokens.css', 'utf8').split('@media')
  for (const [name, colour] of Object.entries(COLOURS.light)) expect(light).toContain(`--${name}: ${colour};`)
  for (const [name, colour] of Object.entries(COLOURS.dark)) expect(dark).toContain(`--${name}: ${colour};`)
})
