import type { Database } from '#db/client.ts'
import { type CritiqueKind, inThreads, withoutEmptyStubs } from '#domain/critiques.ts'
import type { Horizon } from '#domain/ideas.ts'

/** Words of an idea that is part of another one. */
export type WrittenIdeaPart = {
  id: string
  statementId: string
  horizon: Horizon
  text: string
  truncated: boolean
  tableCode: string | null
}

/** An idea as a write-up shows it: nobody's name, and nothing that was hidden or taken back. */
export type WrittenIdea = WrittenIdeaPart & {
  placeX: number | null
  placeY: number | null
  merged: WrittenIdeaPart[]
}

/** A comment as a write-up shows it. Its words are null where it was hidden or taken back and has been answered. */
export type WrittenCritique = {
  id: string
  parentId: string | null
  depth: number
  kind: CritiqueKind | null
  text: string | null
  tableCode: string | null
  pinX: number | null
  pinY: number | null
  resolved: boolean
  resolvedNote: string | null
}

export type IdeasWanted = { statementId: string | null; horizon: Horizon | null }

/** The ideas on the wall of a workshop in the order in which they were written, each with those merged into it. */
export async function listWrittenIdeas(
  { $client: sql }: Database,
  workshopId: string,
  { statementId, horizon }: IdeasWanted,
  { first, after }: { first: number; after: { id: string } | null },
): Promise<WrittenIdea[]> {
  return sql<WrittenIdea[]>`
    select i.id, i.statement_id as "statementId", i.horizon, i.text, i.truncated, t.code as "tableCode",
      i.place_x as "placeX", i.place_y as "placeY", (
        select coalesce(json_agg(json_build_object('id', m.id, 'statementId', m.statement_id, 'horizon', m.horizon,
          'text', m.text, 'truncated', m.truncated, 'tableCode', mt.code) order by m.id), '[]')
        from ideas m left join tables mt on mt.id = m.table_id
        where m.merged_into_id = i.id and m.withdrawn_at is null and m.hidden_at is null) as merged
    from ideas i left join tables t on t.id = i.table_id
    where i.workshop_id = ${workshopId} and i.merged_into_id is null and i.withdrawn_at is null and i.hidden_at is null
      and (${statementId}::uuid is null or i.statement_id = ${statementId}::uuid)
      and (${horizon}::horizon is null or i.horizon = ${horizon}::horizon)
      and (${after?.id ?? null}::uuid is null or i.id > ${after?.id ?? null}::uuid)
    order by i.id limit ${first + 1}`
}

/** The comments on ideas and on those merged into them, by the idea that is on the wall, in the order of reading. */
export async function listWrittenCritiques(
  { $client: sql }: Database,
  ideaIds: readonly string[],
): Promise<Map<string, WrittenCritique[]>> {
  const rows = await sql<(WrittenCritique & { onId: string })[]>`
    select coalesce(i.merged_into_id, i.id) as "onId", c.id, c.parent_id as "parentId", 0 as depth, c.kind,
      case when c.withdrawn_at is null and c.hidden_at is null then c.text end as text, t.code as "tableCode",
      c.pin_x as "pinX", c.pin_y as "pinY", c.resolved_at is not null as resolved, c.resolved_note as "resolvedNote"
    from critiques c join ideas i on i.id = c.idea_id left join tables t on t.id = c.table_id
    where i.withdrawn_at is null and i.hidden_at is null
      and (i.id in ${sql(ideaIds)} or i.merged_into_id in ${sql(ideaIds)})
    order by c.created_at, c.id`
  const said = new Map<string, WrittenCritique[]>()
  for (const { onId, ...critique } of rows) {
    const beside = said.get(onId)
    if (beside) beside.push(critique)
    else said.set(onId, [critique])
  }
  for (const [ideaId, critiques] of said) {
    said.set(ideaId, withoutEmptyStubs(inThreads(critiques), ({ text }) => text !== null).map(asStub))
  }
  return said
}

/** What stands in the place of words that are gone says nothing more than that something stood there. */
function asStub(critique: WrittenCritique): WrittenCritique {
  return critique.text === null ? { ...critique, resolvedNote: null, resolved: false } : critique
}
