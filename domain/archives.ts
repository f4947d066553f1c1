import { z } from 'zod'
import { findArchiveFaults } from './archive-faults.ts'
import { CRITIQUE_KINDS, NAMES_SHOWN } from './critiques.ts'
import { HORIZONS } from './ideas.ts'
import { ISSUE_STATES } from './issues.ts'
import { ACTIVITIES, STEP_STATES } from './steps.ts'
import { LIMITS, text } from './text.ts'
import { CHANNELS } from './votes.ts'
import { endsAfterItStarts, workshopFields } from './workshops.ts'
import { WRITE_UP_SECTIONS } from './write-ups.ts'

/** What every archive of a workshop begins with. A later version of the format counts up. */
export const ARCHIVE_FORMAT = 'qlab-workshop'
export const ARCHIVE_VERSION = 1

/** The most characters that an archive may have: ten times the largest workshop there has been. */
export const ARCHIVE_LIMIT = 8_000_000

const count = z.int().min(0).max(10_000_000)
const place = z.object({ x: z.int(), y: z.int() }).nullable()
const words = (field: string, max: number) => text(field, { max, multiline: true })
const maybeWords = (field: string, max: number) => words(field, max).nullable()
const line = (field: string, max: number) => text(field, { max })
const codes = z.array(line('table', LIMITS.tableCode)).max(100)

const issuePart = z.object({
  /** A number by which options name the issue. */
  key: count,
  title: words('title', LIMITS.issueTitle),
  area: line('area', LIMITS.areaName),
  tables: codes,
  state: z.enum(ISSUE_STATES),
  reason: maybeWords('reason', LIMITS.reason),
})

const ideaPart = z.object({
  /** The place of its statement among the statements, from 0. */
  statement: count,
  horizon: z.enum(HORIZONS),
  text: words('text', LIMITS.idea),
  truncated: z.boolean(),
  table: line('table', LIMITS.tableCode).nullable(),
})

const comment = z.object({
  /** The place of the comment that it answers among those on the same idea, from 0; null for what begins a thread. */
  answers: count.nullable(),
  kind: z.enum(CRITIQUE_KINDS).nullable(),
  /** Null where words that are no longer shown have been answered. */
  text: maybeWords('text', LIMITS.critique),
  table: line('table', LIMITS.tableCode).nullable(),
  pin: z.object({ x: z.int().min(0).max(1000), y: z.int().min(0).max(1000) }).nullable(),
  resolved: z.boolean(),
  note: maybeWords('note', LIMITS.reason),
})

const round = z.object({
  title: line('title', LIMITS.stepTitle),
  dotsPerVoter: workshopFields.dotsPerVoter,
  prioritiesToSelect: workshopFields.prioritiesToSelect,
  hideUntilClose: z.boolean(),
  shuffleOptions: z.boolean(),
  openedAt: z.iso.datetime({ offset: true }).nullable(),
  closedAt: z.iso.datetime({ offset: true }).nullable(),
  electorate: count.nullable(),
  ballotDots: count.nullable(),
  paperBallots: count.nullable(),
  /** The place of the round that it replaces, from 0. */
  replaces: count.nullable(),
  replaceReason: maybeWords('replaceReason', LIMITS.reason),
  source: maybeWords('source', LIMITS.description),
  published: z.object({
    options: count.nullable(),
    dots: count.nullable(),
    topOptions: count.nullable(),
    topDots: count.nullable(),
  }),
  prioritiesReason: maybeWords('prioritiesReason', LIMITS.reason),
  options: z
    .array(
      z.object({
        issue: count.nullable(),
        title: words('title', LIMITS.issueTitle),
        area: line('area', LIMITS.areaName),
        tables: codes,
        /** Votes by the way in which they came in; null without a figure. Never whose. */
        votes: z.partialRecord(z.enum(CHANNELS), count).nullable(),
        /** Place among the priorities, from 0. */
        priority: count.nullable(),
      }),
    )
    .max(2_000),
  totals: z.array(z.object({ channel: z.enum(CHANNELS), ballots: count.nullable(), dots: count })).max(4),
})

const archive = z.object({
  format: z.literal(ARCHIVE_FORMAT),
  version: z.literal(ARCHIVE_VERSION),
  workshop: z
    .object({
      ...workshopFields,
      description: maybeWords('description', LIMITS.description),
      venue: line('venue', LIMITS.venue).nullable(),
      contactEmail: z.email().max(LIMITS.email).nullable(),
      namesShown: z.enum(NAMES_SHOWN),
      anyoneArranges: z.boolean(),
      source: maybeWords('source', LIMITS.description),
      statedParticipants: line('statedParticipants', LIMITS.venue).nullable(),
    })
    .refine(endsAfterItStarts, { message: 'The last day is before the first.', path: ['endsOn'] }),
  areas: z.array(line('area', LIMITS.areaName)).max(50),
  tables: z
    .array(
      z.object({
        code: line('code', LIMITS.tableCode),
        name: line('name', LIMITS.tableName).nullable(),
        area: line('area', LIMITS.areaName).nullable(),
      }),
    )
    .max(200),
  steps: z
    .array(
      z.object({
        day: z.int().min(1).max(366),
        title: line('title', LIMITS.stepTitle),
        instructions: maybeWords('instructions', LIMITS.instructions),
        plannedMinutes: z.int().min(0).max(10_000),
        activity: z.enum(ACTIVITIES),
        state: z.enum(STEP_STATES),
      }),
    )
    .max(200),
  texts: z.partialRecord(z.enum(WRITE_UP_SECTIONS), words('text', LIMITS.writeUpText)),
  issues: z.array(issuePart.extend({ place, merged: z.array(issuePart).max(200) })).max(5_000),
  rounds: z.array(round).max(50),
  statements: z
    .array(
      z.object({
        title: words('title', LIMITS.statement),
        wordings: z.array(words('title', LIMITS.statement)).max(200),
        /** Options that it rewords: the place of the round, and of the option on its ballot, both from 0. */
        priorities: z.array(z.object({ round: count, option: count })).max(50),
        reasons: z
          .array(z.object({ text: words('text', LIMITS.importantBecause), shownFirst: z.boolean() }))
          .max(1_000),
        /** Statements further on that were marked similar. */
        similar: z.array(z.object({ statement: count, note: maybeWords('note', LIMITS.reason) })).max(100),
      }),
    )
    .max(200),
  ideas: z
    .array(
      ideaPart.extend({ place, merged: z.array(ideaPart).max(200), comments: z.array(comment).max(5_000) }),
    )
    .max(20_000),
})

/** A workshop as one document: everything that its write-up shows, and nobody's name. */
export type WorkshopArchive = z.output<typeof archive>

/** What is wrong with an archive: where in it, and why. */
export type ArchiveFault = { path: string; reason: string }
export type ArchiveReading = { ok: true; archive: WorkshopArchive } | { ok: false; faults: ArchiveFault[] }

const MOST_FAULTS = 100

/** Reads an archive whole: either everything in it can be made, or what is at fault is named and nothing is. */
export function readArchive(json: string): ArchiveReading {
  if (json.length > ARCHIVE_LIMIT)
    return fault('This file is too large. An archive has 8 million characters at most.')
  const document = parse(json)
  if (document === undefined) return fault('This file is not JSON. Choose an archive that was saved here.')
  const parsed = archive.safeParse(document)
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => ({
      path: path.map(String).join('.'),
      reason: message,
    }))
    return { ok: false, faults: faults.slice(0, MOST_FAULTS) }
  }
  const faults = findArchiveFaults(parsed.data).slice(0, MOST_FAULTS)
  return faults.length === 0 ? { ok: true, archive: parsed.data } : { ok: false, faults }
}

function fault(reason: string): ArchiveReading {
  return { ok: false, faults: [{ path: '', reason }] }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** What an archive would make, in the order in which people think of it. */
export function countArchive({
  areas,
  tables,
  steps,
  issues,
  rounds,
  statements,
  ideas,
  texts,
}: WorkshopArchive) {
  const comments = ideas.reduce((sum, idea) => sum + idea.comments.length, 0)
  const parts = <Whole extends { merged: readonly unknown[] }>(wholes: readonly Whole[]) =>
    wholes.reduce((sum, { merged }) => sum + 1 + merged.length, 0)
  return [
    { noun: 'Areas', count: areas.length },
    { noun: 'Tables', count: tables.length },
    { noun: 'Steps', count: steps.length },
    { noun: 'Issues', count: parts(issues) },
    { noun: 'Voting rounds', count: rounds.length },
    { noun: 'Statements', count: statements.length },
    { noun: 'Ideas', count: parts(ideas) },
    { noun: 'Comments', count: comments },
    { noun: 'Texts of the write-up', count: Object.keys(texts).length },
  ]
}
