import type { WorkshopView } from '#db/queries/workshops.ts'
import type { SeatRow } from '#db/schema/seats.ts'

/** A seat as resolvers get it: its row, the account's address where there is one, and the workshop where it was loaded with it. */
export type SeatView = SeatRow & { email: string | null; workshop?: WorkshopView }
