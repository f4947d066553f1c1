import type { SetUpPageQuery } from './set-up.generated.ts'

export type SetUpWorkshop = NonNullable<SetUpPageQuery['workshop']>
export type SetUpStep = SetUpWorkshop['steps'][number]
export type SetUpTable = SetUpWorkshop['tables'][number]
