import type { PlatformRole } from '#domain/people.ts'

/** How the roles are called on the page. */
export const PLATFORM_ROLE_LABELS: Record<PlatformRole, string> = { ADMIN: 'Administrator', STAFF: 'Staff' }

/** What each role may do, in a sentence. */
export const PLATFORM_ROLE_HINTS: Record<PlatformRole, string> = {
  STAFF: 'Creates projects and workshops, and runs those in which they are a facilitator.',
  ADMIN: 'Runs every workshop, and invites and removes staff.',
}
