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

/**
 * Whether words stand. Only what stands is offered to be answered, reported, joined, watched for or measured, also to those
 * who may read the rest.
 */
export function stands(words: { withdrawnAt?: unknown; hiddenAt?: unknown }): boolean {
  return words.withdrawnAt == null && words.hiddenAt == null
}

/** Where words were hidden or taken back and something else needs their place, this stands there. */
export const NO_LONGER_SHOWN = {
  issue: 'An issue that is no longer shown',
  comment: 'A comment that is no longer shown',
} as const
