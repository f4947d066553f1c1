import type { PhaseChangeRow } from '#db/schema/projects.ts'

/** A change of phase with the name of whoever made it. */
export type PhaseChangeView = PhaseChangeRow & { changedByName: string | null }
