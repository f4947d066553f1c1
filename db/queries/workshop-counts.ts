import type { Database } from '#db/client.ts'

/**
 * What is counted of a workshop, as docs/figures.md defines it. Dots of open rounds are turnout, which not everybody who
 * sees the workshop may know.
 */
export type WorkshopCounts = {
  participants: number
  invited: number
  issues: number
  postIts: number
  merged: number
  hidden: number
  withdrawn: number
  closedDots: number
  openDots: number
}

/** Whether the seat `s` belongs to a participant who has joined. Turnout and participant counts share it. */
export const JOINED_PARTICIPANT = `s.role = 'PARTICIPANT' and s.removed_at is null and s.joined_at is not null`

/** Whether the issue or idea `i` is on the wall: neither merged into another nor withdrawn nor hidden. */
export const ON_THE_WALL = 'i.merged_into_id is null and i.withdrawn_at is null and i.hidden_at is null'

/** Participants of the workshop `w` of the statement around it: those who have joined. */
export const PARTICIPANTS = `(select count(*)::int from seats s where s.workshop_id = w.id and ${JOINED_PARTICIPANT})`

/** People who hold a participant's seat in the workshop `w` and have not joined yet. */
const INVITED = `(select count(*)::int from seats s
    where s.workshop_id = w.id and s.role = 'PARTICIPANT' and s.removed_at is null and s.joined_at is null)`

/** Issues on the wall of the workshop `w`. */
export const ISSUES = `(select count(*)::int from issues i where i.workshop_id = w.id and ${ON_THE_WALL})`

/** All post-its of the workshop `w`. */
export const ALL_POST_ITS = '(select count(*)::int from issues i where i.workshop_id = w.id)'

/** All post-its of the workshop `w`, by group. Each is in exactly one group: hidden first, then withdrawn, then merged, else on the wall. */
const POST_ITS = `lateral (select count(*)::int as "postIts",
    count(*) filter (where i.hidden_at is not null)::int as hidden,
    count(*) filter (where i.hidden_at is null and i.withdrawn_at is not null)::int as withdrawn,
    count(*) filter (where i.hidden_at is null and i.withdrawn_at is null and i.merged_into_id is not null)::int as merged,
    count(*) filter (where ${ON_THE_WALL})::int as issues
    from issues i where i.workshop_id = w.id) written`

/** Dots of the closed rounds of the workshop `w`, over all channels. */
export const CLOSED_DOTS = `(select coalesce(sum(t.dots), 0)::int from rounds r join channel_totals t on t.round_id = r.id
    where r.workshop_id = w.id and r.state = 'CLOSED')`

/** Dots of the open round of the workshop `w`: those on ballots and, entered by hand or from a file, the first entries. */
export const OPEN_DOTS = `(select coalesce(sum((select coalesce(sum(b.used), 0) from ballots b where b.round_id = r.id)
      + (select coalesce(sum(e.dots), 0) from entered_tallies e where e.round_id = r.id and e.entry = 'FIRST')), 0)::int
    from rounds r where r.workshop_id = w.id and r.state = 'OPEN')`

const COUNTS = `${PARTICIPANTS} as participants, ${INVITED} as invited, ${CLOSED_DOTS} as "closedDots", ${OPEN_DOTS} as "openDots"`

/** Counts of several workshops, in one statement. */
export async function listWorkshopCounts(
  { $client: sql }: Database,
  ids: readonly string[],
): Promise<(WorkshopCounts & { id: string })[]> {
  return sql<(WorkshopCounts & { id: string })[]>`
    select w.id, written.*, ${sql.unsafe(COUNTS)}
    from unnest(${[...ids]}::uuid[]) as w(id) cross join ${sql.unsafe(POST_ITS)}`
}
