import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Executor, Transaction } from '#db/client.ts'
import { critiques } from '#db/schema/critiques.ts'
import { ideas } from '#db/schema/ideas.ts'
import { issues, issueTables } from '#db/schema/issues.ts'
import type { ImportedText } from '#domain/text-imports.ts'

/** Ideas on a workshop's wall by their words. Held until the transaction ends, so that comments find them there. */
export async function holdIdeasByWords(
  tx: Transaction,
  workshopId: string,
): Promise<{ id: string; title: string }[]> {
  return tx
    .select({ id: ideas.id, title: ideas.text })
    .from(ideas)
    .where(
      and(
        eq(ideas.workshopId, workshopId),
        isNull(ideas.withdrawnAt),
        isNull(ideas.hiddenAt),
        isNull(ideas.mergedIntoId),
      ),
    )
    .orderBy(asc(ideas.id))
    .for('share')
}

export type NewText = ImportedText & { id: string; workshopId: string; requestDigest: Uint8Array }

/** Writes texts to their places. They have no author, since who imports them has not written them. */
export async function insertTexts(tx: Executor, texts: readonly NewText[]): Promise<void> {
  const newIssues: (typeof issues.$inferInsert)[] = []
  const from: (typeof issueTables.$inferInsert)[] = []
  const newIdeas: (typeof ideas.$inferInsert)[] = []
  const newCritiques: (typeof critiques.$inferInsert)[] = []
  for (const { id, workshopId, requestDigest, text, tableId, place } of texts) {
    const row = { id, workshopId, requestDigest }
    if (place.as === 'ISSUE') {
      newIssues.push({ ...row, title: text, areaId: place.areaId })
      if (tableId !== null) from.push({ issueId: id, tableId })
    } else if (place.as === 'IDEA') {
      newIdeas.push({ ...row, text, tableId, statementId: place.statementId, horizon: place.horizon })
    } else newCritiques.push({ ...row, text, tableId, ideaId: place.ideaId, kind: place.kind })
  }
  if (newIssues.length > 0) await tx.insert(issues).values(newIssues)
  if (from.length > 0) await tx.insert(issueTables).values(from)
  if (newIdeas.length > 0) await tx.insert(ideas).values(newIdeas)
  if (newCritiques.length > 0) await tx.insert(critiques).values(newCritiques)
}

/** What the first of these rows was asked for with; null where none of them is there. */
export async function findDigestOfTexts(tx: Executor, ids: readonly string[]): Promise<Uint8Array | null> {
  for (const table of [issues, ideas, critiques]) {
    const [row] = await tx
      .select({ digest: table.requestDigest })
      .from(table)
      .where(inArray(table.id, [...ids]))
      .orderBy(asc(table.id))
      .limit(1)
    if (row) return row.digest ?? new Uint8Array()
  }
  return null
}
