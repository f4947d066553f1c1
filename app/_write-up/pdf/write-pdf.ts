import { setImmediate, setTimeout } from 'node:timers/promises'
import { formatDayRange } from '#domain/dates.ts'
import { participantsInWords } from '#domain/seats.ts'
import type { WriteUpSource } from '../read-write-up.ts'
import { SOFT } from './pen.ts'
import { openSheet, type Sheet } from './sheet.ts'
import { writeClosing, writeIdeas, writeIssues, writeStatements, writeVote } from './write-parts.ts'

// What waits to be sent at most, before the writing waits for the reader.
const AHEAD = 500_000

/**
 * A write-up as a report. It is written while it is sent: `done` ends when the last page is, and fails with what the
 * reading failed with.
 */
export function writePdf(source: WriteUpSource): { pdf: Sheet['doc']; done: Promise<void> } {
  const { head } = source
  const days = formatDayRange(head.startsOn, head.endsOn)
  const sheet = openSheet({
    title: `${head.title}: write-up`,
    about: head.challenge,
    footer: `${head.title}, ${days}`,
  })
  const pause = async () => {
    await setImmediate()
    while (sheet.doc.readableLength > AHEAD && !sheet.doc.destroyed) await setTimeout(10)
    if (sheet.doc.destroyed) throw new Error('The reader has left.')
  }
  const write = async () => {
    writeTitlePage(sheet, source, days)
    await writeIssues(sheet, source, pause)
    writeVote(sheet, source)
    writeStatements(sheet, source)
    await writeIdeas(sheet, source, pause)
    writeClosing(sheet, source)
    sheet.end()
  }
  const done = write().catch((error: Error) => {
    sheet.doc.destroy(error)
    throw error
  })
  return { pdf: sheet.doc, done }
}

function writeTitlePage(sheet: Sheet, { head }: WriteUpSource, days: string): void {
  const { doc } = sheet
  doc.y = 190
  sheet.paragraph(head.projectTitle, { size: 13, color: SOFT })
  sheet.heading(1, head.title, { size: 30 })
  sheet.paragraph(days, { size: 14 })
  if (head.venue) sheet.paragraph(head.venue, { size: 14 })
  const people = participantsInWords(head)
  if (people) sheet.paragraph(people, { size: 14 })
  doc.y += 24
  sheet.paragraph(head.challenge, { size: 14, weight: 'bold' })
  if (head.source) sheet.paragraph(`Transcribed from: ${head.source}`, { color: SOFT })
  doc.addPage()
}
