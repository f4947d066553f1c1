import type { Database } from '#db/client.ts'

/** How far one table's ideas have been read by other tables. */
export type TableReadingView = { tableId: string; ideas: number; readByOthers: number; written: number }

/** How far the ideas of each table of a workshop have been read by others, in the order of the tables. */
export async function listReadings(
  { $client: sql }: Database,
  workshopId: string,
): Promise<TableReadingView[]> {
  return sql<TableReadingView[]>`
    with wall as materialized (
      select w.id as root, m.id, m.table_id from ideas w join ideas m
        on m.id = w.id or (m.merged_into_id = w.id and m.withdrawn_at is null and m.hidden_at is null)
      where w.workshop_id = ${workshopId} and w.withdrawn_at is null and w.hidden_at is null
        and w.merged_into_id is null),
    origins as (select distinct root, table_id from wall where table_id is not null),
    said as (
      select m.root, c.table_id, count(*)::int as n from wall m join critiques c on c.idea_id = m.id
      where c.table_id is not null and c.withdrawn_at is null and c.hidden_at is null
        and not exists (select from origins o where o.root = m.root and o.table_id = c.table_id)
      group by 1, 2)
    select t.id as "tableId",
      (select count(*)::int from origins o where o.table_id = t.id) as ideas,
      (select count(*)::int from origins o where o.table_id = t.id
        and exists (select from said s where s.root = o.root)) as "readByOthers",
      (select coalesce(sum(s.n), 0)::int from said s where s.table_id = t.id) as written
    from tables t where t.workshop_id = ${workshopId} order by t.position, t.id`
}
