/** Which workshops the list shows. */
export const STATUSES = { ACTIVE: 'Active', ARCHIVED: 'Archived', DELETED: 'Deleted' } as const
export type Status = keyof typeof STATUSES

/** Which workshops an address asks for; those that are going on unless it names others. */
export function readStatus(text: string): Status {
  return Object.hasOwn(STATUSES, text) ? (text as Status) : 'ACTIVE'
}
