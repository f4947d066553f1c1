import { countSeats, listSeats, type SeatsWanted, type SeatView } from '#db/queries/seats.ts'
import { subjectOf } from '#db/queries/workshops.ts'
import { can, seatIn } from '#domain/permissions.ts'
import { LIMITS, readText } from '#domain/text.ts'
import { authorize } from '#graphql/authorize.ts'
import { connection, isId, readMomentPage } from '#graphql/connections.ts'
import { badInput, denied } from '#graphql/errors.ts'
import type { Resolvers, SeatFilter, SeatResolvers, WorkshopResolvers } from '#graphql/generated/resolvers.ts'
import { inviteParticipants } from './invitations.ts'
import { joinWorkshop } from './joining.ts'
import { seatMutations } from './seat-changes.ts'

const seatsOfWorkshop: WorkshopResolvers['seats'] = async (workshop, args, { db, viewer }) => {
  authorize(viewer, 'readPeople', subjectOf(workshop))
  const page = readMomentPage(args)
  const wanted = readFilter(args.filter ?? {}, can(viewer, 'readAddresses', subjectOf(workshop)))
  if (wanted.tableId != null && !isId(wanted.tableId)) return connection([], page, (row: SeatView) => row, 0)
  const rows = await listSeats(db, workshop.id, wanted, page)
  return connection(
    rows,
    page,
    ({ id, place }) => ({ id, moment: place }),
    () => countSeats(db, workshop.id, wanted),
  )
}

function readFilter(filter: SeatFilter, searchAddresses: boolean): SeatsWanted {
  const search = readText(filter.search, { field: 'search', max: LIMITS.email, required: false })
  if (!search.ok) throw badInput(search.refusal.message)
  return { ...filter, search: search.value, searchAddresses }
}

const fields: SeatResolvers = {
  table: (seat, _args, { loaders }) => (seat.tableId === null ? null : loaders.tableById.load(seat.tableId)),
  workshop: async (seat, _args, { loaders }) => {
    const workshop = seat.workshop ?? (await loaders.workshopById.load(seat.workshopId))
    if (workshop === null) throw denied('NOT_FOUND')
    return workshop
  },
  email: (seat, _args, { viewer }) => {
    const own = seat.personId !== null && seat.personId === viewer?.personId
    const mayRead = own || can(viewer, 'readAddresses', { workshopId: seat.workshopId, published: false })
    return mayRead ? seat.email : null
  },
  isViewer: (seat, _args, { viewer }) => seat.personId !== null && seat.personId === viewer?.personId,
}

export const seatResolvers = {
  Mutation: { joinWorkshop, inviteParticipants, ...seatMutations },
  Workshop: {
    seats: seatsOfWorkshop,
    viewerSeat: (workshop, _args, { viewer, loaders }) => {
      const seat = seatIn(viewer, workshop.id)
      return seat && loaders.seatById.load(seat.id)
    },
  },
  Seat: fields,
} satisfies Resolvers
