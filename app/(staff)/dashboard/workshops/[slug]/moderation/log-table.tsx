import { LOGGED_ACTS, type LoggedAct } from '#domain/workshop-log.ts'
import { type Column, DataTable } from '../../../../../_ui/data-table.tsx'
import { momentOf } from '../../../../../_ui/moments.ts'
import type { LoggedEntry } from './moderated.ts'

const ACTS: Record<LoggedAct, string> = {
  ISSUE_HIDDEN: 'Issue hidden',
  ISSUE_SHOWN: 'Issue shown again',
  ISSUES_MERGED: 'Issues merged',
  ISSUE_UNMERGED: 'Merge of issues undone',
  IDEA_HIDDEN: 'Idea hidden',
  IDEA_SHOWN: 'Idea shown again',
  IDEAS_MERGED: 'Ideas merged',
  IDEA_UNMERGED: 'Merge of ideas undone',
  CRITIQUE_HIDDEN: 'Comment hidden',
  CRITIQUE_SHOWN: 'Comment shown again',
  CRITIQUE_RESOLVED: 'Comment resolved',
  CRITIQUE_REOPENED: 'Comment opened again',
  NAME_HIDDEN: 'Author’s name taken off',
  NAME_SHOWN: 'Author’s name shown again',
  REPORTED: 'Reported',
  REPORT_SETTLED: 'Report settled',
  SETTINGS_CHANGED: 'Discussion settings changed',
  WRITE_UP_PUBLISHED: 'Write-up published',
  WRITE_UP_WITHDRAWN: 'Write-up withdrawn',
}

type Props = { entries: readonly LoggedEntry[]; timeZone: string }

/** What was done to people's words, the latest first. */
export function LogTable({ entries, timeZone }: Props) {
  const columns: Column<LoggedEntry>[] = [
    { key: 'act', header: 'What', cell: ({ act }) => <b>{inWords(act)}</b> },
    {
      key: 'subject',
      header: 'Words',
      bare: true,
      cell: ({ subject }) => (subject ? <q className="wrap-anywhere">{subject}</q> : null),
    },
    {
      key: 'reason',
      header: 'Why',
      bare: true,
      cell: ({ reason }) => <span className="wrap-anywhere">{reason}</span>,
    },
    { key: 'actor', header: 'Who', cell: ({ actorName }) => actorName },
    { key: 'when', header: 'When', cell: ({ createdAt }) => momentOf(createdAt, timeZone) },
  ]
  return <DataTable caption="The log" columns={columns} rows={entries} rowKey={({ id }) => id} wide />
}

function inWords(act: string): string {
  const known = LOGGED_ACTS.find((one) => one === act)
  return known ? ACTS[known] : act
}
