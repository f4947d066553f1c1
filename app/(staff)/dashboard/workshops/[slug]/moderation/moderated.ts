import type { ModerationPageQuery } from './moderation.generated.ts'

export type ModeratedWorkshop = NonNullable<ModerationPageQuery['workshop']>
export type OpenReport = ModeratedWorkshop['reports']['edges'][number]['node']
export type LoggedEntry = ModeratedWorkshop['log']['edges'][number]['node']
