import { sql } from 'drizzle-orm'
import type { Executor } from '#db/client.ts'
import { JOINED_PARTICIPANT } from '#db/queries/workshop-counts.ts'

/**
 * The channel of the ballot that a dot `d` is on. A look-up for each dot, where a join would be left to statistics: of a
 * round that has just been voted in they know nothing, and the join planned from them compares every dot with every ballot.
 */
export const channelOfDot = sql`(select b.channel from ballots b where b.round_id = d.round_id and b.voter = d.voter)`

/**
 * Closes a locked round: writes the tally down by channel, empties the ballot box shuffled and without its voters, and
 * destroys the secret that joined seats to ballots. From then on nobody, with the database in hand, can say who chose what.
 */
export async function closeRound(tx: Executor, roundId: string): Promise<void> {
  // An option without a dot has the figure zero, unless all there is are figures from a file that leaves it out.
  await tx.execute(sql`
    insert into tallies (round_id, option_id, channel, dots)
    select ${roundId}, o.id, 'OWN_DEVICE', 0 from options o
    where o.round_id = ${roundId} and (
      exists (select from ballots b where b.round_id = ${roundId})
      or not exists (select from entered_tallies e where e.round_id = ${roundId} and e.channel = 'IMPORTED'))`)
  await tx.execute(sql`
    insert into tallies as t (round_id, option_id, channel, dots)
    select ${roundId}, option_id, channel, sum(dots)::int from (
      select d.option_id, ${channelOfDot} as channel, count(*) as dots from dots d where d.round_id = ${roundId} group by 1, 2
      union all
      select e.option_id, e.channel, e.dots from entered_tallies e where e.round_id = ${roundId} and e.entry = 'FIRST'
    ) f group by option_id, channel
    on conflict (round_id, option_id, channel) do update set dots = t.dots + excluded.dots`)
  await tx.execute(sql`
    insert into counted_ballots (round_id, number, channel, option_positions)
    select ${roundId}, row_number() over (order by d.voter), d.channel, array_agg(o.position order by o.position)
    from (select d.voter, d.option_id, ${channelOfDot} as channel from dots d where d.round_id = ${roundId}) d
      join options o on o.id = d.option_id
    group by d.voter, d.channel`)
  await tx.execute(sql`
    insert into channel_totals (round_id, channel, ballots, dots)
    select ${roundId}, t.channel,
      case when t.channel = 'PAPER' then (select r.paper_ballots from rounds r where r.id = ${roundId})
        -- Imported figures can come without ballots. On devices there are none only where nobody voted.
        else (select case when t.channel = 'IMPORTED' then nullif(count(*), 0) else count(*) end
          from counted_ballots c where c.round_id = ${roundId} and c.channel = t.channel) end,
      sum(t.dots)
    from tallies t where t.round_id = ${roundId} group by t.channel having sum(t.dots) > 0 or t.channel = 'OWN_DEVICE'`)
  await tx.execute(sql`
    update rounds r set state = 'CLOSED', closed_at = now(),
      ballot_dots = (select coalesce(sum(cardinality(c.option_positions)), 0) from counted_ballots c where c.round_id = r.id),
      electorate = (select count(*) from seats s
        where s.workshop_id = r.workshop_id and ${sql.raw(JOINED_PARTICIPANT)})
    where r.id = ${roundId}`)
  await tx.execute(sql`delete from ballots where round_id = ${roundId}`)
  await tx.execute(sql`delete from round_secrets where round_id = ${roundId}`)
  await tx.execute(sql`
    delete from ballot_import_pieces p using ballot_imports i where i.id = p.import_id and i.round_id = ${roundId}`)
}
