/** What a person may do on the whole platform; most people have none of these. */
export const PLATFORM_ROLES = ['ADMIN', 'STAFF'] as const
export type PlatformRole = (typeof PLATFORM_ROLES)[number]
