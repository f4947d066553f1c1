import { BRIEF_STATUS_LABELS } from '#domain/briefs.ts'
import { CRITIQUE_KIND_LABELS } from '#domain/critiques.ts'
import { HORIZON_QUESTIONS, HORIZONS } from '#domain/ideas.ts'
import { plural } from '#domain/numbers.ts'
import { RECONCILIATION_WORDS } from '#domain/reconciliation.ts'
import { NO_LONGER_SHOWN } from '#domain/removals.ts'
import { isolate } from '#domain/text.ts'
import {
  issueInWords,
  rankInWords,
  roundInWords,
  shareInWords,
  tableKeyInWords,
  votesInWords,
} from '#domain/write-up-words.ts'
import { WRITE_UP_HEADINGS, type WriteUpSection } from '#domain/write-ups.ts'
import { byVotes, figureOf, hasPart, hueOf, issueHueOf, resultsByIssue, textOf } from '../figures.ts'
import type {
  WriteUpCritique,
  WriteUpHead,
  WriteUpIdea,
  WriteUpRound,
  WriteUpSource,
} from '../read-write-up.ts'
import { type Row, type Sheet, setText } from './sheet.ts'

/** Lets other work go on. */
type Pause = () => Promise<void>

function begin(sheet: Sheet, head: WriteUpHead, section: WriteUpSection): void {
  if (!hasPart(head, section)) return
  sheet.part(WRITE_UP_HEADINGS[section])
  const text = textOf(head, section)
  if (text) sheet.prose(text)
}

/** The introduction, who came, and the issues of each area as coded lines. */
export async function writeIssues(
  sheet: Sheet,
  { head, issues }: WriteUpSource,
  pause: Pause,
): Promise<void> {
  begin(sheet, head, 'INTRODUCTION')
  begin(sheet, head, 'ISSUES')
  if (head.tables.length > 0) {
    const key = tableKeyInWords(head.tables)
    sheet.paragraph(`Each line is coded with the table that it came from: ${key}.`, 'soft')
  }
  const results = resultsByIssue(head)
  for (const area of head.areas) {
    let any = false
    for await (const issue of issues({ areaId: area.id })) {
      if (!any) sheet.heading(2, area.name)
      any = true
      const note = issueInWords(issue, figureOf(results.get(issue.id)))
      sheet.coded({ codes: issue.tableCodes, hue: issueHueOf(head, issue), text: issue.title, note })
      for (const part of issue.merged) {
        const merged = { text: part.title, note: 'Merged into the issue above' }
        sheet.coded({ codes: part.tableCodes, hue: issueHueOf(head, part), ...merged, depth: 1 })
      }
      await pause()
    }
  }
}

/** Each round that has closed: how people voted, the figures as a table with bars, and the count held against others. */
export function writeVote(sheet: Sheet, { head }: WriteUpSource): void {
  begin(sheet, head, 'VOTE')
  if (head.rounds.length === 0) sheet.paragraph('No vote has closed.')
  for (const round of head.rounds) writeRound(sheet, round)
}

function writeRound(sheet: Sheet, round: WriteUpRound): void {
  const titled = round.title !== WRITE_UP_HEADINGS.VOTE
  if (titled) sheet.heading(2, round.title)
  sheet.paragraph(roundInWords(round))
  if (round.replaceReason) sheet.paragraph(`This round replaces an earlier one: ${round.replaceReason}`)
  sheet.table(resultRows(round))
  for (const sentence of [
    round.topSentence,
    ...round.cutSentences,
    round.sharesExplanation,
    round.prioritiesReason,
  ]) {
    if (sentence) sheet.paragraph(sentence.endsWith('.') ? sentence : `${sentence}.`)
  }
  // No level of headings is left out: readers of the structure go from one to the next.
  sheet.heading(titled ? 3 : 2, 'How the count adds up', { bookmark: false })
  for (const { label, status, sentence } of round.reconciliation) {
    const words = `${label} (${RECONCILIATION_WORDS[status].toLowerCase()}): ${sentence}`
    sheet.paragraph(words, status === 'GAP' ? 'strong' : 'plain')
  }
  if (round.source) sheet.paragraph(`Figures from: ${round.source}`, 'soft')
}

function resultRows(round: WriteUpRound): Row[] {
  const most = Math.max(1, ...round.options.map(({ dots }) => dots ?? 0))
  return byVotes(round).map((option) => {
    const dots = option.dots ?? null
    const about = [
      option.areaName,
      option.tableCodes.join(', '),
      option.priority == null ? '' : 'taken forward',
    ]
    const title = `${isolate(option.title)} (${about.filter((words) => words !== '').join('; ')})`
    return {
      rank: rankInWords(option),
      title: setText(title),
      votes: votesInWords(dots),
      percent: shareInWords(dots, round.shareBase),
      share: dots === null ? null : dots / most,
    }
  })
}

/** The top issues reworded, why they are important, and which are similar. */
export function writeStatements(sheet: Sheet, { head }: WriteUpSource): void {
  begin(sheet, head, 'STATEMENTS')
  if (head.statements.length === 0) sheet.paragraph('No statement has been written.')
  const titles = new Map(head.rounds.flatMap(({ options }) => options.map((option) => [option.id, option])))
  for (const { title, optionIds, reasons, similar } of head.statements) {
    sheet.heading(2, title)
    for (const id of optionIds) {
      const option = titles.get(id)
      if (option) sheet.paragraph(`From the issue: ${isolate(option.title)} (${option.areaName})`, 'soft')
    }
    for (const { text } of reasons) sheet.paragraph(`This is important because… ${isolate(text)}`)
    for (const { title: other, note } of similar) {
      sheet.paragraph(`Similar to: ${isolate(other)}${note ? `. ${isolate(note)}` : ''}`, 'soft')
    }
  }
}

/** Ideas by statement and horizon, each with the comments on it. */
export async function writeIdeas(sheet: Sheet, { head, ideas }: WriteUpSource, pause: Pause): Promise<void> {
  begin(sheet, head, 'IDEAS')
  for (const statement of head.statements) {
    let named = false
    for (const horizon of HORIZONS) {
      let asked = false
      for await (const idea of ideas({ statementId: statement.id, horizon })) {
        if (!named) sheet.heading(2, statement.title)
        if (!asked) sheet.heading(3, HORIZON_QUESTIONS[horizon])
        named = true
        asked = true
        writeIdea(sheet, head, idea)
        await pause()
      }
    }
  }
  begin(sheet, head, 'CRITIQUES')
  const said = head.critiqueCounts.map(
    ({ kind, count }) => `${CRITIQUE_KIND_LABELS[kind]}: ${plural(count, 'comment')}`,
  )
  sheet.paragraph(
    said.length === 0 ? 'No comments are recorded.' : `Comments stand below their ideas. ${said.join('; ')}.`,
  )
}

function writeIdea(sheet: Sheet, head: WriteUpHead, idea: WriteUpIdea): void {
  const coded = ({ tableCode, text, truncated }: Pick<WriteUpIdea, 'tableCode' | 'text' | 'truncated'>) => ({
    codes: tableCode ? [tableCode] : [],
    hue: hueOf(head, tableCode ? [tableCode] : []),
    text: truncated ? `${isolate(text)} … (the source breaks off here)` : text,
  })
  sheet.coded(coded(idea))
  for (const part of idea.merged)
    sheet.coded({ ...coded(part), note: 'Merged into the idea above', depth: 1 })
  for (const critique of idea.critiques) sheet.coded(critiqueLine(head, critique))
}

function critiqueLine(
  head: WriteUpHead,
  { tableCode, kind, depth, text, resolved, resolvedNote }: WriteUpCritique,
) {
  const codes = tableCode ? [tableCode] : []
  const said = text ?? NO_LONGER_SHOWN.comment
  const settled = resolvedNote ? `Resolved: ${isolate(resolvedNote)}` : 'Resolved'
  return {
    ...{ codes, hue: hueOf(head, codes), depth: depth + 1 },
    text: kind ? `${CRITIQUE_KIND_LABELS[kind]}: ${isolate(said)}` : said,
    ...(resolved && { note: settled }),
  }
}

/** What happens next, the briefs that came of it, thanks and the contact address. */
export function writeClosing(sheet: Sheet, { head }: WriteUpSource): void {
  begin(sheet, head, 'NEXT')
  for (const { title, status, aim } of head.briefs) {
    sheet.heading(2, title, { bookmark: false })
    sheet.paragraph(`${BRIEF_STATUS_LABELS[status]}${aim ? `. ${aim}` : ''}`)
  }
  begin(sheet, head, 'THANKS')
  if (head.contactEmail) sheet.paragraph(`You can get in touch at: ${head.contactEmail}`)
}
