import { type PartnerScope, SCOPE_NAMES } from '#domain/tokens.ts'

export const TOKEN_STATE_LABELS = { ACTIVE: 'Active', EXPIRED: 'Expired', REVOKED: 'Revoked' } as const

/** What each scope lets a partner read. The second includes the first. */
export const SCOPE_HINTS: Record<PartnerScope, string> = {
  RESULTS: 'Published workshops, tallies of closed rounds and how they add up, and priorities.',
  CONTENT:
    'All of that, and issues, statements, ideas, comments, published briefs, test cycles and measures.',
}

/** The scopes as the documentation names them. */
export function scopesInWords(scopes: readonly PartnerScope[]): string {
  return scopes.map((scope) => SCOPE_NAMES[scope]).join(', ')
}
