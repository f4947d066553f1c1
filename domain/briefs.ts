import { can, type Viewer } from './permissions.ts'
import { type Refusal, refusal } from './refusal.ts'

/** Where a brief stands. The order is that of a brief that goes well; the last two are where it can end otherwise. */
export const BRIEF_STATUSES = ['PROPOSED', 'ACTIVE', 'TESTING', 'ADOPTED', 'PARKED', 'STOPPED'] as const
export type BriefStatus = (typeof BRIEF_STATUSES)[number]

export const BRIEF_STATUS_LABELS: Record<BriefStatus, string> = {
  PROPOSED: 'Proposed',
  ACTIVE: 'Active',
  TESTING: 'Testing',
  ADOPTED: 'Adopted',
  PARKED: 'Parked',
  STOPPED: 'Stopped',
}

/** What an entry of a brief's timeline tells: a note that somebody wrote, or what happened to the brief. */
export const BRIEF_UPDATE_KINDS = [
  'NOTE',
  'STATUS_CHANGED',
  'PUBLISHED',
  'UNPUBLISHED',
  'STATEMENT_JOINED',
  'STATEMENT_LEFT',
  'IDEA_JOINED',
  'IDEA_LEFT',
  'IDEA_CHECKED_IN',
  'MEASURE_JOINED',
  'MEASURE_LEFT',
  'WATCH_FOR_ADDED',
  'TEAM_ADDED',
  'CYCLE_PLANNED',
  'CYCLE_MOVED',
  'CYCLE_FINISHED',
  'COMMENT_HIDDEN',
  'COMMENT_SHOWN',
] as const
export type BriefUpdateKind = (typeof BRIEF_UPDATE_KINDS)[number]

/** Entries that are for staff alone: what was done to somebody's words is no news for readers. */
export function isForStaff(kind: BriefUpdateKind): boolean {
  return kind === 'COMMENT_HIDDEN' || kind === 'COMMENT_SHOWN'
}

/** More than anybody can keep in view: a tree of drivers is read at a glance. */
export const DRIVERS_AT_MOST = 60

/** What the right to read a brief depends on. */
export type BriefStanding = {
  published: boolean
  /** Workshops whose statements and ideas the brief joins. */
  workshopIds: readonly string[]
  /** Of these, the published ones. */
  openIn: readonly string[]
  /** People who were asked to contribute. */
  contributorIds: readonly string[]
}

/**
 * Staff read every brief. Once it is published, so do the people of the workshops whose words it joins, and those who
 * were asked to contribute, and partners to whom one of the published workshops is granted. For anybody else there is no
 * such brief.
 */
export function readsBrief(viewer: Viewer, brief: BriefStanding): boolean {
  if (can(viewer, 'readProjects')) return true
  if (viewer === null || !brief.published) return false
  if (viewer.partner)
    return brief.openIn.some((workshopId) => can(viewer, 'readWorkshop', { workshopId, published: true }))
  return (
    isContributor(viewer, brief) || viewer.seats.some((seat) => brief.workshopIds.includes(seat.workshopId))
  )
}

/** Who reads a brief may comment on it, other than observers, who only look on. */
export function commentsOnBrief(viewer: Viewer, brief: BriefStanding): boolean {
  if (!readsBrief(viewer, brief) || viewer === null) return false
  if (can(viewer, 'editProjects') || isContributor(viewer, brief)) return true
  return viewer.seats.some(
    ({ workshopId, role }) => role !== 'OBSERVER' && brief.workshopIds.includes(workshopId),
  )
}

/** Whether a change of status asks for a reason: parking, stopping, and going back to an earlier status. */
export function needsReason(from: BriefStatus, to: BriefStatus): boolean {
  if (to === 'PARKED' || to === 'STOPPED') return true
  return BRIEF_STATUSES.indexOf(to) < BRIEF_STATUSES.indexOf(from)
}

/**
 * A brief goes forward freely. Parking it, stopping it and going back take a reason. When two people change it at once,
 * the first does and the second is told.
 */
export function refuseStatusChange(
  now: BriefStatus,
  { from, to, reason }: { from: BriefStatus; to: BriefStatus; reason: string },
): Refusal | null {
  if (now !== from) {
    const label = BRIEF_STATUS_LABELS[now].toLowerCase()
    return refusal('STALE_STATE', `Someone has changed this brief since you looked. It is now ${label}.`)
  }
  if (from === to) {
    const label = BRIEF_STATUS_LABELS[to].toLowerCase()
    return refusal('STALE_STATE', `This brief is already ${label}. Choose another status.`, 'to')
  }
  if (!needsReason(from, to) || reason !== '') return null
  return refusal('BAD_USER_INPUT', `Say why: ${REASON_ASKED[to]}.`, 'reason')
}

const REASON_ASKED: Record<BriefStatus, string> = {
  PROPOSED: 'the brief goes back to being proposed',
  ACTIVE: 'the brief goes back to being active',
  TESTING: 'the brief goes back to testing',
  ADOPTED: 'the brief goes back to being adopted',
  PARKED: 'people will ask why the brief was parked',
  STOPPED: 'people will ask why the brief was stopped',
}

export type DriverPlace = { id: string; parentId: string | null }

/**
 * Drivers are a tree of two levels: a primary driver, and below it the secondary ones that bring it about. A driver that
 * has others below it stays primary.
 */
export function refuseDriverPlace(
  drivers: readonly DriverPlace[],
  driverId: string,
  parentId: string | null,
): Refusal | null {
  if (parentId === null) return null
  const parent = drivers.find(({ id }) => id === parentId)
  if (parent === undefined) {
    return refusal('NOT_FOUND', 'This driver is not part of the brief any more. Reload the page.', 'parentId')
  }
  if (parent.parentId !== null || parent.id === driverId) {
    return refusal(
      'NOT_ALLOWED_NOW',
      'A secondary driver goes below a primary one. Choose a primary driver.',
      'parentId',
    )
  }
  if (!drivers.some((driver) => driver.parentId === driverId)) return null
  return refusal('NOT_ALLOWED_NOW', 'This driver has others below it. Move them first, then move this one.')
}

/** A driver goes when nothing hangs below it any more, so that nobody's words go with it unseen. */
export function refuseDriverRemoval(drivers: readonly DriverPlace[], driverId: string): Refusal | null {
  if (!drivers.some(({ parentId }) => parentId === driverId)) return null
  return refusal('NOT_ALLOWED_NOW', 'This driver has others below it. Move or remove them first.')
}

/** A tree that nobody can take in at a glance helps nobody. */
export function refuseMoreDrivers(count: number): Refusal | null {
  if (count < DRIVERS_AT_MOST) return null
  return refusal('NOT_ALLOWED_NOW', `A brief holds ${DRIVERS_AT_MOST} drivers at most. Remove one first.`)
}

type Consequence = { kind: string | null; withdrawn: boolean }

/**
 * What to watch for comes from a comment that names an unintended consequence, and stands in one brief, so that the
 * comment can say where it went.
 */
export function refuseWatchFor(
  critique: Consequence,
  heldBy: string | null,
  briefId: string,
): Refusal | null {
  if (heldBy !== null && heldBy !== briefId) {
    return refusal('NOT_ALLOWED_NOW', 'Another brief already watches for this. Remove it there first.')
  }
  return refuseConsequence(critique, 'something to watch for')
}

/** A balancing measure comes from such a comment as well: it shows whether what was feared comes about. */
export function refuseBalancing(critique: Consequence): Refusal | null {
  return refuseConsequence(critique, 'a balancing measure')
}

/** A brief joins words that stand. What is hidden or taken back afterwards stays joined, for those who may read it. */
export function refuseJoining(words: { stands: boolean }): Refusal | null {
  if (words.stands) return null
  return refusal('NOT_ALLOWED_NOW', 'These words have been taken down or hidden. Choose others.')
}

function refuseConsequence({ kind, withdrawn }: Consequence, becomes: string): Refusal | null {
  if (kind !== 'UNINTENDED_CONSEQUENCE') {
    return refusal('NOT_ALLOWED_NOW', `Only a comment on an unintended consequence becomes ${becomes}.`)
  }
  if (!withdrawn) return null
  return refusal('NOT_ALLOWED_NOW', 'This comment has been taken back or hidden, so it cannot be used.')
}

function isContributor(viewer: NonNullable<Viewer>, { contributorIds }: BriefStanding): boolean {
  return viewer.personId !== undefined && contributorIds.includes(viewer.personId)
}
