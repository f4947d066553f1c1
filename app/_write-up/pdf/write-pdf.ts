import { setImmediate } from 'node:timers/promises'
import { formatDayRange } from '#domain/dates.ts'
import { participantsInWords } from '#domain/seats.ts'
import { isolate } from '#domain/text.ts'
import { typeset } from '../../_typeset/typeset.ts'
import type { WriteUpHead, WriteUpSource } from '../read-write-up.ts'
import { type Block, openSheet, type SetText, setText } from './sheet.ts'
import { writeClosing, writeIdeas, writeIssues, writeStatements, writeVote } from './write-parts.ts'

/** A write-up as a PDF: tagged, with bookmarks, language and title. */
export async function* writePdf(source: WriteUpSource): AsyncGenerator<Uint8Array, void, undefined> {
  const data = await putTogether(source)
  yield* typeset({ format: 'pdf', folder: 'app/_write-up/pdf', main: 'write-up.typ', data })
}

type Report = {
  about: string
  title: string
  footer: SetText
  opening: Record<'project' | 'title' | 'challenge', SetText> & { facts: SetText[]; source: SetText | null }
  blocks: Block[]
}

async function putTogether(source: WriteUpSource): Promise<Report> {
  const { head } = source
  const sheet = openSheet()
  const pause = () => setImmediate()
  await writeIssues(sheet, source, pause)
  writeVote(sheet, source)
  writeStatements(sheet, source)
  await writeIdeas(sheet, source, pause)
  writeClosing(sheet, source)
  const days = formatDayRange(head.startsOn, head.endsOn)
  return {
    ...{ about: head.challenge, title: `${head.title}: write-up` },
    footer: setText(`${isolate(head.title)}, ${days}`),
    opening: openingOf(head, days),
    blocks: sheet.blocks,
  }
}

function openingOf(head: WriteUpHead, days: string): Report['opening'] {
  const facts = [days, head.venue, participantsInWords(head)].filter((fact) => fact != null && fact !== '')
  return {
    project: setText(head.projectTitle),
    title: setText(head.title),
    facts: facts.map((fact) => setText(fact ?? '')),
    challenge: setText(head.challenge),
    source: head.source ? setText(`Transcribed from: ${isolate(head.source)}`) : null,
  }
}
