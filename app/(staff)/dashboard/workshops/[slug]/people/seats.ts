import type { PeoplePageQuery } from './people.generated.ts'

export type PeopleWorkshop = NonNullable<PeoplePageQuery['workshop']>
export type ListedSeat = PeopleWorkshop['seats']['edges'][number]['node']
export type SeatTable = PeopleWorkshop['tables'][number]
