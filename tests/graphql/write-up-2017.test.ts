import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { WriteUpSource } from '#app/_write-up/read-write-up.ts'
import document from '#db/seed/peer-support-2017.json' with { type: 'json' }
import { seedPeerSupport } from '#db/seed/peer-support-2017.ts'
import { PEER_SUPPORT_TEXTS } from '#db/seed/peer-support-2017-texts.ts'
import { openWorld, type World } from '#tests/support/world.ts'
import { everyExport, openAs, pdfOf } from '#tests/support/write-ups.ts'

/** The workshop of 2017 written up: what its summary document tells, and the gap that it does not. */

let world: World
let source: WriteUpSource
let exports: Record<string, string>
beforeAll(async () => {
  world = await openWorld()
  await world.db.transaction((tx) => seedPeerSupport(tx))
  source = await openAs(world, null, { slug: 'peer-support-2017' })
  exports = await everyExport(source)
})
afterAll(() => world.close())

const whole = ['page', 'pdf', 'archive']
const unquoted = (text: string) => text.replaceAll('\\"', '"')

describe.each(whole)('the %s of the 2017 write-up', (form) => {
  const text = () => unquoted(exports[form] ?? '').replace(/\s+/g, ' ')

  test('has every issue, statement, reason and idea of the document', () => {
    const words = [
      ...document.issues.map(({ title }) => title),
      ...document.priorities.flatMap(({ statement, importantBecause }) => [statement, importantBecause]),
      ...document.ideas.map((idea) => idea.text),
      ...document.challengeAreas.map(({ name }) => name),
    ]
    expect(words.filter((word) => !text().includes(word))).toEqual([])
  })

  test('has every paragraph that stands around the figures', () => {
    const paragraphs = Object.values(PEER_SUPPORT_TEXTS).flatMap((written) => written.split(/\n+/))
    const lines = paragraphs.map((line) => line.replace(/^- /, '')).filter((line) => line !== '')
    // An address may be broken where the line ends.
    const found = text().replaceAll(' ', '')
    expect(lines.filter((line) => !found.includes(line.replaceAll(' ', '')))).toEqual([])
  })
})

test('the write-up has every tally of the document, and no figure where the document has none', async () => {
  const [round] = source.head.rounds
  const tallies = new Map(round?.options.map(({ title, dots }) => [title, dots]))
  expect(Object.fromEntries(tallies)).toEqual(
    Object.fromEntries(
      document.issues.filter(({ votes }) => votes !== null).map(({ title, votes }) => [title, votes]),
    ),
  )
  for (const { title, votes } of document.issues) {
    const line = exports.issues?.split('\r\n').find((row) => row.includes(title))
    const cells = line?.split(',Voting on the highest priority issues,')
    expect([title, cells?.[1]?.split(',')[0]]).toEqual([title, votes === null ? undefined : String(votes)])
  }
})

test('the write-up states the gap that the document hides, on the page and in the PDF', () => {
  for (const form of ['page', 'pdf']) {
    expect(exports[form]).toContain('Counted 147 of 154 published: 7 votes cannot be placed.')
    expect(exports[form]).toContain(
      '15 of 17 options with a figure: 2 of those published are not on the ballot.',
    )
    expect(exports[form]).toContain('The top 4 issues hold 70 of 154 votes (45%)')
    expect(exports[form]).toContain('The cut is 1 vote wide')
  }
})

test('the similar statements stand with their note, and broken-off ideas say that they are', async () => {
  expect(exports.pdf).toContain('very strong similarities')
  expect(exports.pdf).toContain("You can't share power if … (the source breaks off here)")
})

test('the PDF is tagged, in British English, with a title and bookmarks', async () => {
  const { bytes, file } = await pdfOf(source)
  const { info } = await file.getMetadata()
  expect(info).toMatchObject({ Language: 'en-GB', Title: `${document.workshop.title}: write-up` })
  expect(await file.getMarkInfo()).toMatchObject({ Marked: true })
  const outline = await file.getOutline()
  expect(outline[0]?.title).toBe(document.workshop.title)
  expect(outline.map(({ title }) => title)).toContain('Voting on the highest priority issues')
  expect(bytes.subarray(0, 8).toString()).toBe('%PDF-1.7')
})
