import type { Database } from '#db/client.ts'

/** What is counted of a workshop. Dots of open rounds are turnout, which not everybody who sees the workshop may know. */
export type WorkshopCounts = { participants: number; issues: number; closedDots: number; openDots: number }

/** Seats of participants of the workshop `w` of the statement around it. */
export const PARTICIPANTS = `(select count(*)::int from seats s
    where s.workshop_id = w.id and s.role = 'PARTICIPANT' and s.removed_at is null)`

/** Issues of the workshop `w`, without those withdrawn. */
export const ISSUES = `(select count(*)::int from issues i where i.workshop_id = w.id and i.withdrawn_at is null)`

/** Dots of the closed rounds of the workshop `w`, over all channels. */
export const CLOSED_DOTS = `(select coalesce(sum(t.dots), 0)::int from rounds r join channel_totals t on t.round_id = r.id
    where r.workshop_id = w.id and r.state = 'CLOSED')`

/** Dots of the open round of the workshop `w`: those on ballots and, entered by hand or from a file, the first entries. */
export const OPEN_DOTS = `(select coalesce(sum((select coalesce(sum(b.used), 0) from ballots b where b.round_id = r.id)
      + (select coalesce(sum(e.dots), 0) from entered_tallies e where e.round_id = r.id and e.entry = 'FIRST')), 0)::int
    from rounds r where r.workshop_id = w.id and r.state = 'OPEN')`

const COUNTS = `${PARTICIPANTS} as participants, ${ISSUES} as issues, ${CLOSED_DOTS} as "closedDots", ${OPEN_DOTS} as "openDots"`

/** Counts of several workshops, in one statement. */
export async function listWorkshopCounts(
  { $client: sql }: Database,
  ids: readonly string[],
): Promise<(WorkshopCounts & { id: string })[]> {
  return sql<(WorkshopCounts & { id: string })[]>`
    select w.id, ${sql.unsafe(COUNTS)} from unnest(${[...ids]}::uuid[]) as w(id)`
}
