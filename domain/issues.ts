/** What its table decided about an issue. */
export const ISSUE_STATES = ['RAISED', 'PUT_FORWARD', 'NOT_CHOSEN'] as const
export type IssueState = (typeof ISSUE_STATES)[number]
