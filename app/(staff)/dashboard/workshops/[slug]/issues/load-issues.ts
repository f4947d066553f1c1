import 'server-only'
import { query } from '../../../../../_apollo/server.ts'
import { takeRows } from '../../../all-pages.ts'
import { CuratePageDocument } from './curate.generated.ts'
import type { CuratedIssue, CurateWorkshop } from './curated.ts'

// A merge may join any two of them, so all are on the desk: 2,000 are twenty times the largest wall there has been.
const MOST = 2000

/** The workshop with all its issues, those set aside included; null where there is no workshop. */
export async function loadIssues(
  slug: string,
): Promise<{ workshop: CurateWorkshop; issues: CuratedIssue[] } | null> {
  let workshop: CurateWorkshop | null = null
  const { rows } = await takeRows(MOST, async (first, after) => {
    const page = await query(CuratePageDocument, { slug, first, after })
    workshop = page.workshop
    return page.workshop?.issues ?? NOTHING
  })
  return workshop === null ? null : { workshop, issues: rows }
}

const NOTHING = { edges: [], totalCount: 0, pageInfo: { hasNextPage: false, endCursor: null } }
