/** What a copy of the published data may have to forget. */
export const REMOVAL_KINDS = [
  'WORKSHOP',
  'ISSUE',
  'STATEMENT',
  'IDEA',
  'CRITIQUE',
  'BRIEF',
  'MEASURE_POINT',
] as const
export type RemovalKind = (typeof REMOVAL_KINDS)[number]
