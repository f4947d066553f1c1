import { type Refusal, refusal } from './refusal.ts'

/** What a person may do on the whole platform; most people have none of these. */
export const PLATFORM_ROLES = ['ADMIN', 'STAFF'] as const
export type PlatformRole = (typeof PLATFORM_ROLES)[number]

/** Roles can be given and taken at any time, but the last administrator stays one. */
export function refuseLastAdministrator(change: {
  personId: string
  to: PlatformRole | null
  administrators: readonly string[]
}): Refusal | null {
  const [last, ...others] = change.administrators
  if (change.to === 'ADMIN' || last !== change.personId || others.length > 0) return null
  return refusal(
    'NOT_ALLOWED_NOW',
    'This is the only administrator. Make someone else an administrator first.',
  )
}
