import type { PlatformRole } from './people.ts'
import type { SeatRole } from './seats.ts'
import type { Granted, PartnerGrant } from './tokens.ts'

type SeatOfViewer = { id: string; workshopId: string; role: SeatRole; tableId: string | null }

/** A person with a session. */
export type PersonViewer = {
  personId: string
  platformRole: PlatformRole | null
  seats: readonly SeatOfViewer[]
  partner?: undefined
}

/** A partner's token. It is nobody's: it has no id of a person, no role and no seat. */
export type PartnerViewer = {
  personId?: undefined
  platformRole: null
  seats: readonly never[]
  partner: PartnerGrant
}

/** Who is asking, as far as rights need it. Null is somebody without a session. */
export type Viewer = PersonViewer | PartnerViewer | null

/** What rights are asked about: one workshop, and whether everybody may read it. */
export type WorkshopSubject = { workshopId: string; published: boolean }

type Rule = {
  /** Platform roles that are enough. An administrator's role does not let them vote: that takes a seat. */
  platform?: readonly PlatformRole[]
  /** Roles of a seat in the workshop that are enough. */
  seats?: readonly SeatRole[]
  /** Whether a published workshop grants it to everybody. */
  published?: boolean
  /** Whether a facilitator's seat in any workshop is enough. */
  anyFacilitator?: boolean
}

const STAFF = ['ADMIN', 'STAFF'] as const
const EVERY_SEAT = ['FACILITATOR', 'PARTICIPANT', 'OBSERVER'] as const
const RUN: Rule = { platform: ['ADMIN'], seats: ['FACILITATOR'] }
const READ: Rule = { platform: ['ADMIN'], seats: EVERY_SEAT, published: true }
const INSIDE: Rule = { platform: ['ADMIN'], seats: EVERY_SEAT }
const WRITE: Rule = { platform: ['ADMIN'], seats: ['FACILITATOR', 'PARTICIPANT'] }
const VOTE: Rule = { seats: ['PARTICIPANT'] }
const SUPPORT: Rule = { seats: ['FACILITATOR', 'PARTICIPANT'] }

/** Every right there is. A right that is not in this table nobody has. */
export const RULES = {
  openDashboard: { platform: STAFF, anyFacilitator: true },
  readProjects: { platform: STAFF },
  editProjects: { platform: STAFF },
  createWorkshops: { platform: STAFF },
  readMeasures: { platform: STAFF },
  editMeasures: { platform: STAFF },
  manageStaff: { platform: ['ADMIN'] },
  erasePeople: { platform: ['ADMIN'] },
  manageTokens: { platform: ['ADMIN'] },
  readWorkshop: READ,
  readResults: READ,
  readPeople: INSIDE,
  readTurnout: INSIDE,
  readAddresses: RUN,
  runWorkshop: RUN,
  assignRoles: { platform: ['ADMIN'] },
  writeIssues: WRITE,
  decideIssues: WRITE,
  curateIssues: RUN,
  vote: VOTE,
  writeStatements: WRITE,
  curateStatements: RUN,
  writeIdeas: WRITE,
  supportIdeas: SUPPORT,
  curateIdeas: RUN,
  checkIn: { platform: STAFF, seats: ['FACILITATOR'] },
  arrangeBoard: WRITE,
  writeCritiques: WRITE,
  report: INSIDE,
  moderate: RUN,
  readLog: RUN,
  editWriteUp: RUN,
} as const satisfies Record<string, Rule>

export type Action = keyof typeof RULES

/** Why not: nobody is signed in, the thing is not theirs to know of, or it is and the act is not theirs. */
export type Denial = 'UNAUTHENTICATED' | 'NOT_FOUND' | 'FORBIDDEN'

/**
 * May this person do that? Null is yes. What somebody may not even read is not found, so that nobody learns what
 * exists; acts on what they can read are forbidden.
 */
export function deny(viewer: Viewer, action: Action, subject?: WorkshopSubject): Denial | null {
  if (holds(viewer, RULES[action], subject)) return null
  const readable = subject === undefined || holds(viewer, READ, subject)
  if (viewer === null) return RULES[action] === READ ? 'NOT_FOUND' : 'UNAUTHENTICATED'
  return readable ? 'FORBIDDEN' : 'NOT_FOUND'
}

/** Whether a person may do something: the same question, for a page that shows or hides a button. */
export function can(viewer: Viewer, action: Action, subject?: WorkshopSubject): boolean {
  return deny(viewer, action, subject) === null
}

/** The roles of a seat that are enough for an act, for a statement that asks for the right itself. */
export function seatRolesFor(action: Action): readonly SeatRole[] {
  const rule: Rule = RULES[action]
  return rule.seats ?? []
}

/** A token reads what is published and granted to it. Nothing else is there for it. */
function isOpenTo({ workshopIds }: PartnerGrant, subject: WorkshopSubject | undefined): boolean {
  if (subject?.published !== true) return false
  return workshopIds === 'ALL' || workshopIds.includes(subject.workshopId)
}

/** What a token opens, for lists that go by it; null for people, whose lists go by their seats. */
export function grantedTo(viewer: Viewer): Granted | null {
  return viewer?.partner?.workshopIds ?? null
}

/** The viewer's seat in a workshop; null without one. */
export function seatIn(viewer: Viewer, workshopId: string): SeatOfViewer | null {
  return viewer?.seats.find((seat) => seat.workshopId === workshopId) ?? null
}

function holds(viewer: Viewer, rule: Rule, subject: WorkshopSubject | undefined): boolean {
  if (viewer?.partner) return rule.published === true && isOpenTo(viewer.partner, subject)
  if (rule.published === true && subject?.published === true) return true
  if (viewer === null) return false
  if (viewer.platformRole !== null && rule.platform?.includes(viewer.platformRole)) return true
  if (rule.anyFacilitator === true && viewer.seats.some((seat) => seat.role === 'FACILITATOR')) return true
  const seat = subject === undefined ? null : seatIn(viewer, subject.workshopId)
  return seat !== null && rule.seats?.includes(seat.role) === true
}
