import { joined, listOf, selectColumns } from '#db/columns.ts'
import { CRITIQUE_KINDS, type CritiqueKind } from '#domain/critiques.ts'
import type { BoardColumns } from './board-columns.ts'
import type { CritiqueView } from './critiques.ts'
import type { IdeaView } from './ideas.ts'

/** What was said of an idea on the wall, and of what was merged into it. */
export type Said = Pick<IdeaView, 'critiqueCounts' | 'critiqueCount' | 'readByOthers'>

export const NOTHING_SAID: Said = { critiqueCounts: [], critiqueCount: 0, readByOthers: false }

/** So many comments of one kind, from one table, on one idea or on what was merged into it. */
export type Count = { ideaId: string; kind: CritiqueKind | null; tableId: string | null; said: number }

/** Selects the supporters of each idea, together with those of what was merged into it. */
export const SUPPORTS = `(select json_agg(json_build_array(s.idea, s.supporters)) from (
  select coalesce(i.merged_into_id, i.id) as idea, count(distinct p.seat_id) as supporters
  from ideas i join idea_supports p on p.idea_id = i.id
  where i.workshop_id = $1 and i.withdrawn_at is null and i.hidden_at is null group by 1) s) as supports`

/** Selects how many comments stand on each idea, by kind and table: only where the comments themselves are not asked for. */
export const COUNTS = `${selectColumns(
  {
    ideaId: joined('k.idea_id'),
    kind: joined('k.kind'),
    tableId: joined('k.table_id'),
    said: joined('k.said'),
  },
  `(select idea_id, kind, table_id, count(*) as said from critiques
    where workshop_id = $1 and withdrawn_at is null and hidden_at is null group by 1, 2, 3) k`,
)} as counts`

/** Reads what COUNTS selected. */
export function readCounts({ counts }: BoardColumns): Count[] {
  const [ideaIds, kinds, tableIds, said] = (counts ?? []).map(listOf<string>)
  return (ideaIds ?? []).map((ideaId, at) => ({
    ideaId: ideaId ?? '',
    kind: (kinds?.[at] ?? null) as CritiqueKind | null,
    tableId: tableIds?.[at] ?? null,
    said: Number(said?.[at] ?? 0),
  }))
}

/** The same out of the comments themselves. */
export function countStanding(critiques: readonly CritiqueView[]): Count[] {
  return critiques
    .filter(({ withdrawnAt, hiddenAt }) => withdrawnAt === null && hiddenAt === null)
    .map(({ ideaId, kind, tableId }) => ({ ideaId, kind, tableId, said: 1 }))
}

/** Sums up what was said of an idea that came from these tables. Others have read it if a comment came from another. */
export function sumUp(counts: readonly Count[], ownTableIds: ReadonlySet<string>): Said {
  const byKind = new Map<CritiqueKind, number>()
  const { ...sum } = NOTHING_SAID
  for (const { kind, tableId, said } of counts) {
    sum.critiqueCount += said
    sum.readByOthers ||= tableId !== null && !ownTableIds.has(tableId)
    if (kind !== null) byKind.set(kind, (byKind.get(kind) ?? 0) + said)
  }
  sum.critiqueCounts = CRITIQUE_KINDS.flatMap((kind) => {
    const count = byKind.get(kind)
    return count === undefined ? [] : [{ kind, count }]
  })
  return sum
}
