import type { Database } from '#db/client.ts'
import type { IssueState } from '#domain/issues.ts'

/** Words of an issue that is part of another one. */
export type WrittenPart = {
  id: string
  title: string
  areaId: string
  state: IssueState
  stateReason: string | null
  tableCodes: string[]
}

/** An issue as a write-up shows it: nobody's name, and nothing that was hidden or taken back. */
export type WrittenIssue = WrittenPart & {
  placeX: number | null
  placeY: number | null
  merged: WrittenPart[]
}

const CODES = (issue: string) => `(
  select coalesce(json_agg(t.code order by t.code), '[]') from issue_tables it join tables t on t.id = it.table_id
  where it.issue_id = ${issue}.id)`

/** The issues on the wall of a workshop in the order in which they were written, each with those merged into it. */
export async function listWrittenIssues(
  { $client: sql }: Database,
  workshopId: string,
  areaId: string | null,
  { first, after }: { first: number; after: { id: string } | null },
): Promise<WrittenIssue[]> {
  return sql<WrittenIssue[]>`
    select i.id, i.title, i.area_id as "areaId", i.state, i.state_reason as "stateReason", i.place_x as "placeX",
      i.place_y as "placeY", ${sql.unsafe(CODES('i'))} as "tableCodes", (
        select coalesce(json_agg(json_build_object('id', m.id, 'title', m.title, 'areaId', m.area_id, 'state', m.state,
          'stateReason', m.state_reason, 'tableCodes', ${sql.unsafe(CODES('m'))}) order by m.id), '[]')
        from issues m where m.merged_into_id = i.id and m.withdrawn_at is null and m.hidden_at is null) as merged
    from issues i
    where i.workshop_id = ${workshopId} and i.merged_into_id is null and i.withdrawn_at is null and i.hidden_at is null
      and (${areaId}::uuid is null or i.area_id = ${areaId}::uuid) and (${after?.id ?? null}::uuid is null or i.id > ${after?.id ?? null}::uuid)
    order by i.id limit ${first + 1}`
}

/** Which of these issues were hidden or taken back: their words do not stand in a write-up, their votes do. */
export async function listIssuesNotShown(
  { $client: sql }: Database,
  workshopId: string,
): Promise<ReadonlySet<string>> {
  const rows = await sql<{ id: string }[]>`
    select id from issues where workshop_id = ${workshopId} and (withdrawn_at is not null or hidden_at is not null)`
  return new Set(rows.map(({ id }) => id))
}
