import DataLoader from 'dataloader'
import type { Database } from '#db/client.ts'
import { type IssueView, listIssuesById, listIssuesMergedInto } from '#db/queries/issues.ts'

/** Issues that others refer to. */
export function issueLoaders(db: Database) {
  return {
    issueById: new DataLoader<string, IssueView | null>(async (ids) => {
      const found = new Map((await listIssuesById(db, ids)).map((issue) => [issue.id, issue]))
      return ids.map((id) => found.get(id) ?? null)
    }),
    issuesMergedInto: new DataLoader<string, IssueView[]>(async (ids) => {
      const merged = await listIssuesMergedInto(db, ids)
      return ids.map((id) => merged.filter((issue) => issue.mergedIntoId === id))
    }),
  }
}
