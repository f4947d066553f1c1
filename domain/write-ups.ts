import { can, type Viewer, type WorkshopSubject } from './permissions.ts'
import { type Refusal, refusal } from './refusal.ts'

/** The parts of a write-up that people write, in the order in which they are read. Everything else in it is computed. */
export const WRITE_UP_SECTIONS = [
  'INTRODUCTION',
  'ISSUES',
  'VOTE',
  'STATEMENTS',
  'IDEAS',
  'CRITIQUES',
  'NEXT',
  'THANKS',
] as const
export type WriteUpSection = (typeof WRITE_UP_SECTIONS)[number]

/** The headings, as in the summary of 2017. */
export const WRITE_UP_HEADINGS: Record<WriteUpSection, string> = {
  INTRODUCTION: 'Introduction',
  ISSUES: 'Identifying the top issues',
  VOTE: 'Voting on the highest priority issues',
  STATEMENTS: 'Understanding the top issues',
  IDEAS: 'What we should do',
  CRITIQUES: 'Critiquing our ideas',
  NEXT: 'What happens next',
  THANKS: 'Thank you',
}

/** What each text is for, for those who write it. */
export const WRITE_UP_HINTS: Record<WriteUpSection, string> = {
  INTRODUCTION: 'What the workshop was for, who came, and what this document is.',
  ISSUES: 'How the issues were found. The issues stand below your words.',
  VOTE: 'How people voted. The figures stand below your words and are counted, not typed.',
  STATEMENTS: 'How the top issues were understood. The statements and their reasons stand below your words.',
  IDEAS: 'What people were asked for. The ideas stand below your words.',
  CRITIQUES: 'How the ideas were read. The comments stand beside their ideas.',
  NEXT: 'Who does what, and when people hear of it. Published briefs that came of the workshop stand below your words.',
  THANKS: 'Whom you thank. The contact address of the workshop stands below your words.',
}

/** Who may read a published write-up: whoever has its unguessable address, or everybody. */
export const WRITE_UP_AUDIENCES = ['LINK', 'EVERYBODY'] as const
export type WriteUpAudience = (typeof WRITE_UP_AUDIENCES)[number]

/** Whether a write-up is published now, and to whom. */
export type WriteUpStanding = { published: boolean; audience: WriteUpAudience }

/**
 * Those who run the workshop read its write-up at any time. Everybody else reads it at the workshop's address once it is
 * published to everybody, and where they may read the workshop itself.
 */
export function readsWriteUp(viewer: Viewer, subject: WorkshopSubject, standing: WriteUpStanding): boolean {
  if (can(viewer, 'editWriteUp', subject)) return true
  return standing.published && standing.audience === 'EVERYBODY' && can(viewer, 'readWorkshop', subject)
}

/** Two people who edit one text at once: the first saves, the second is told, and loses nothing. */
export function refuseWriteUpText(latestId: string | null, basedOn: string | null): Refusal | null {
  if (latestId === basedOn) return null
  return refusal(
    'STALE_STATE',
    'Someone has changed this text since you opened it. Copy your words, throw your changes away, and add them to theirs.',
  )
}

/** A write-up is shown to everybody where its workshop is; any write-up may have an unguessable address. */
export function refuseWriteUpAudience(
  audience: WriteUpAudience,
  workshop: { published: boolean },
): Refusal | null {
  if (audience === 'LINK' || workshop.published) return null
  return refusal(
    'NOT_ALLOWED_NOW',
    'The workshop itself is not published. Publish it first, or share the write-up by its link.',
    'audience',
  )
}

/** Where a published write-up is read: at its workshop's own address, or at one that nobody can guess. */
export function writeUpPath(
  { published, audience }: WriteUpStanding,
  { slug, token }: { slug: string; token: string },
): string | null {
  if (!published) return null
  return audience === 'EVERYBODY' ? `/workshops/${slug}/write-up` : `/write-ups/${token}`
}
