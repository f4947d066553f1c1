/** Acts that are written into a workshop's log, with who did them and why. */
export const LOGGED_ACTS = [
  'ISSUE_HIDDEN',
  'ISSUE_SHOWN',
  'ISSUES_MERGED',
  'ISSUE_UNMERGED',
  'IDEA_HIDDEN',
  'IDEA_SHOWN',
  'IDEAS_MERGED',
  'IDEA_UNMERGED',
  'CRITIQUE_HIDDEN',
  'CRITIQUE_SHOWN',
  'CRITIQUE_RESOLVED',
  'CRITIQUE_REOPENED',
  'NAME_HIDDEN',
  'NAME_SHOWN',
  'REPORTED',
  'REPORT_SETTLED',
  'SETTINGS_CHANGED',
  'WRITE_UP_PUBLISHED',
  'WRITE_UP_WITHDRAWN',
] as const
export type LoggedAct = (typeof LOGGED_ACTS)[number]
