import type { Database } from '#db/client.ts'
import type { WordKind } from './provenance.ts'

/** More than anybody writes in a workshop. */
const MOST = 200

/** What was written from a seat and still stands, kind by kind in the order in which it was written. */
export async function listOwnWords(
  { $client: sql }: Database,
  seatId: string,
): Promise<{ kind: WordKind; id: string }[]> {
  return sql<{ kind: WordKind; id: string }[]>`
    select x.kind, x.id from (
      select 1 as place, 'ISSUE' as kind, i.id, i.created_at from issues i
        where i.author_seat_id = ${seatId} and i.withdrawn_at is null and i.hidden_at is null
      union all select 2, 'STATEMENT', s.id, s.created_at from statements s
        where s.author_seat_id = ${seatId} and s.withdrawn_at is null
      union all select 3, 'IDEA', i.id, i.created_at from ideas i
        where i.author_seat_id = ${seatId} and i.withdrawn_at is null and i.hidden_at is null
      union all select 4, 'CRITIQUE', c.id, c.created_at from critiques c join ideas i on i.id = c.idea_id
        where c.author_seat_id = ${seatId} and c.withdrawn_at is null and c.hidden_at is null
          and i.withdrawn_at is null and i.hidden_at is null) x
    order by x.place, x.created_at, x.id limit ${MOST}`
}
