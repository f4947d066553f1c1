import { holdsWords } from '#domain/folding.ts'
import type { IssueState } from '#domain/issues.ts'
import type { Words } from '../desk/words.ts'
import type { CuratePageQuery } from './curate.generated.ts'

export type CurateWorkshop = NonNullable<CuratePageQuery['workshop']>
export type CuratedIssue = CurateWorkshop['issues']['edges'][number]['node']
/** What the desk needs to know besides the issues. */
export type Desk = Pick<CurateWorkshop, 'id' | 'areas' | 'tables' | 'rounds'>

export type DeskFilter = { search: string; state: IssueState | '' }

/** Issues that stand on the wall: not merged into another, not withdrawn, not hidden. */
export function onTheWall(issues: readonly CuratedIssue[]): CuratedIssue[] {
  return issues.filter(({ mergedInto, withdrawnAt, hiddenAt }) => !mergedInto && !withdrawnAt && !hiddenAt)
}

/** Issues that a facilitator hid or somebody took back. */
export function setAside(issues: readonly CuratedIssue[]): CuratedIssue[] {
  return issues.filter(({ mergedInto, withdrawnAt, hiddenAt }) => !mergedInto && (withdrawnAt || hiddenAt))
}

/** Issues whose words hold all that is searched for, in the state asked for. */
export function matching(issues: readonly CuratedIssue[], { search, state }: DeskFilter): CuratedIssue[] {
  return issues.filter(
    (issue) =>
      (state === '' || issue.state === state) &&
      holdsWords(`${issue.title} ${issue.tableCodes.join(' ')}`, search),
  )
}

/** What the desk's parts need to know of an issue. */
export function wordsOf({ id, title, tableCodes }: CuratedIssue): Words {
  return { id, text: title, codes: tableCodes, hue: null }
}
