import { sql } from 'drizzle-orm'
import { ballotKey } from '#db/ballot-keys.ts'
import type { Database, Executor } from '#db/client.ts'
import { type LiveFigures, liveTallies } from '#db/schema/tallies.ts'
import { FEWEST_TOLD_APART, fewestBallots } from '#domain/small-numbers.ts'
import type { Channel } from '#domain/votes.ts'
import type { RoundSheet } from './results.ts'
import { listPositions } from './rolls.ts'
import { countBallots } from './tallies.ts'
import { PARTICIPANTS } from './workshop-counts.ts'

type OpenRound = { id: string; workshopId: string; dotsPerVoter: number }
type Counted = { ballots: number; figures: LiveFigures }
type Standing = { shown: Counted | null; ballots: number; joined: number }

/**
 * The figures of an open round that shows its tallies, as everybody sees them: counted anew once five more ballots are in on
 * any channel, and the same in between, so that nobody's dots can be told from two looks. Null before the first five.
 * Entered figures count by their first entry. Throws BallotKeyMissing.
 */
export async function readLiveFigures(
  db: Database,
  round: OpenRound,
): Promise<Pick<RoundSheet, 'figures' | 'totals' | 'open'> | null> {
  const standing = await readStanding(db, round)
  const counted = mayMove(standing) ? await countAnew(db, round) : standing.shown
  if (counted === null) return null
  const { dots, totals } = counted.figures
  const figures: RoundSheet['figures'] = new Map()
  for (const [optionId, channel, some] of dots) {
    const known = figures.get(optionId) ?? {}
    figures.set(optionId, { ...known, [channel]: (known[channel] ?? 0) + some })
  }
  const onBallots = totals.filter(([channel]) => channel !== 'PAPER')
  return {
    figures,
    totals: totals.map(([channel, ballots, some]) => ({ channel, ballots, dots: some })),
    open: {
      ballotDots: sum(onBallots.map(([, ballots, some]) => (ballots === null ? 0 : some))),
      joined: standing.joined,
    },
  }
}

function mayMove({ shown, ballots }: Standing): boolean {
  return Math.abs(ballots - (shown?.ballots ?? 0)) >= FEWEST_TOLD_APART
}

async function readStanding(db: Executor, { id, dotsPerVoter }: OpenRound): Promise<Standing> {
  const [row] = await db.execute<{
    shown: Counted | null
    own: number
    paper: number | null
    entered: { channel: Channel; dots: number }[] | null
    joined: number
  }>(sql`
    select (select json_build_object('ballots', l.ballots, 'figures', l.figures) from live_tallies l where l.round_id = r.id) as shown,
      (select count(*)::int from ballots b where b.round_id = r.id and b.used > 0) as own, r.paper_ballots as paper,
      (select json_agg(json_build_object('channel', e.channel, 'dots', e.dots)) from (
        select channel, sum(dots)::int as dots from entered_tallies
        where round_id = r.id and entry = 'FIRST' group by channel) e) as entered,
      ${sql.raw(PARTICIPANTS)} as joined
    from rounds r join workshops w on w.id = r.workshop_id where r.id = ${id}`)
  if (row === undefined) throw new Error('The round whose figures are read is there.')
  const entered = (row.entered ?? []).map(({ channel, dots }) =>
    channel === 'PAPER' && row.paper !== null ? row.paper : fewestBallots(dots, dotsPerVoter),
  )
  return { shown: row.shown, ballots: row.own + sum(entered), joined: row.joined }
}

/** One counts at a time, and whoever waited looks again first: all see the same figures. */
async function countAnew(db: Database, round: OpenRound): Promise<Counted | null> {
  const [key, options] = [await ballotKey(round.id), await listPositions(db, { ...round, roundId: round.id })]
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`live tally ${round.id}`}, 0))`)
    const standing = await readStanding(tx, round)
    if (!mayMove(standing)) return standing.shown
    const own = await countBallots(tx, round.id, key)
    const dots: LiveFigures['dots'] = [...options.values()].map((optionId) => [optionId, 'OWN_DEVICE', 0])
    for (const one of own.dots) dots.push([options.get(one.position) ?? '', one.channel, one.dots])
    const entered = await tx.execute<{
      optionId: string
      channel: Channel
      dots: number
      ballots: number | null
    }>(sql`
      select e.option_id as "optionId", e.channel, e.dots, case when e.channel = 'PAPER' then r.paper_ballots end as ballots
      from entered_tallies e join rounds r on r.id = e.round_id where r.id = ${round.id} and e.entry = 'FIRST'`)
    for (const one of entered) dots.push([one.optionId, one.channel, one.dots])
    const figures = { dots, totals: totalsOf(own.ballots, entered) }
    const counted = { ballots: standing.ballots, figures }
    await tx
      .insert(liveTallies)
      .values({ roundId: round.id, ...counted })
      .onConflictDoUpdate({ target: liveTallies.roundId, set: counted })
    return counted
  })
}

// The zero of OWN_DEVICE as closing writes it: without it, a round in which nobody has voted would have no ballots known.
function totalsOf(
  own: readonly { channel: Channel; ballots: number; dots: number }[],
  entered: readonly { channel: Channel; dots: number; ballots: number | null }[],
): LiveFigures['totals'] {
  const totals = new Map<Channel, [number | null, number]>()
  if (own.length > 0 || !entered.some(({ channel }) => channel === 'IMPORTED'))
    totals.set('OWN_DEVICE', [0, 0])
  for (const { channel, ballots, dots } of own) totals.set(channel, [ballots, dots])
  for (const { channel, ballots, dots } of entered) {
    const [known, some] = totals.get(channel) ?? [ballots, 0]
    totals.set(channel, [known, some + dots])
  }
  return [...totals].map(([channel, [ballots, dots]]) => [channel, ballots, dots])
}

function sum(figures: readonly number[]): number {
  return figures.reduce((total, figure) => total + figure, 0)
}
