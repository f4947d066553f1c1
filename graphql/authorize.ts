import type { ViewerRow, ViewerSeat } from '#db/queries/sessions.ts'
import { type Action, deny, type Viewer, type WorkshopSubject } from '#domain/permissions.ts'
import type { Asker } from './context.ts'
import { denied } from './errors.ts'

/** What a use-case knows of the viewer once it is allowed to go on. */
export type Allowed = { viewer: ViewerRow; seat: ViewerSeat | null }

/**
 * The one question for rights, asked first in every use-case. Throws UNAUTHENTICATED, NOT_FOUND (for what the viewer
 * may not know of) or FORBIDDEN.
 */
export function authorize(viewer: Viewer, action: Action, subject?: WorkshopSubject): void {
  const denial = deny(viewer, action, subject)
  if (denial !== null) throw denied(denial)
}

/** Who is signed in. Throws UNAUTHENTICATED for nobody, and FORBIDDEN for a token: it reads and does nothing else. */
export function requirePerson(viewer: Asker): ViewerRow {
  if (viewer === null) throw denied('UNAUTHENTICATED')
  if (viewer.partner) throw denied('FORBIDDEN')
  return viewer
}

/** The same for acts that only a signed-in person can do: returns them and their seat in the workshop. */
export function authorizePerson(asker: Asker, action: Action, subject?: WorkshopSubject): Allowed {
  authorize(asker, action, subject)
  const viewer = requirePerson(asker)
  return { viewer, seat: viewer.seats.find((seat) => seat.workshopId === subject?.workshopId) ?? null }
}

/** An act on one workshop, of which the caller need not know yet whether it exists. */
export function authorizeIn(viewer: Asker, action: Action, workshopId: string): Allowed {
  return authorizePerson(viewer, action, { workshopId, published: false })
}
