import { and, asc, desc, eq, getTableColumns, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { createBallotKey } from '#db/ballot-keys.ts'
import type { Executor } from '#db/client.ts'
import { OPTION_COLUMNS, type OptionRow, options, type RoundRow, rounds } from '#db/schema/rounds.ts'
import { enteredTallies } from '#db/schema/tallies.ts'
import { workshops } from '#db/schema/workshops.ts'
import { NO_LONGER_SHOWN } from '#domain/removals.ts'
import type { Channel } from '#domain/votes.ts'
import { moveDots } from './ballots.ts'
import type { RoundSheet } from './results.ts'

/** A round, whether everybody may read its workshop, and its roll and figures where the root field loaded them. */
export type RoundView = Omit<
  RoundRow,
  'createdAt' | 'openedAt' | 'closedAt' | 'prioritiesDeclaredAt' | 'requestDigest'
> & {
  createdAt: Date | string
  openedAt: Date | string | null
  closedAt: Date | string | null
  prioritiesDeclaredAt: Date | string | null
  published: boolean
  sheet?: RoundSheet
}

function selectRounds(db: Executor, where: SQL | undefined) {
  return db
    .select({ ...getTableColumns(rounds), published: sql<boolean>`${workshops.publishedAt} is not null` })
    .from(rounds)
    .innerJoin(workshops, and(eq(workshops.id, rounds.workshopId), isNull(workshops.deletedAt)))
    .where(where)
    .orderBy(desc(rounds.createdAt), desc(rounds.id))
}

/** Finds a round of a workshop that is not deleted. */
export async function findRound(db: Executor, id: string): Promise<RoundView | null> {
  const [row] = await selectRounds(db, eq(rounds.id, id))
  return row ?? null
}

/** What the request asked for that made a round; null for a round that no request made. */
export async function findRoundDigest(db: Executor, id: string): Promise<Uint8Array | null> {
  const [row] = await db.select({ digest: rounds.requestDigest }).from(rounds).where(eq(rounds.id, id))
  return row?.digest ?? null
}

/** Rounds of workshops, the latest first. */
export async function listRounds(db: Executor, workshopIds: readonly string[]): Promise<RoundView[]> {
  return selectRounds(db, inArray(rounds.workshopId, [...workshopIds]))
}

/** Locks a round: nobody casts a dot, changes a rule or closes it until the transaction ends. */
export async function lockRound(tx: Executor, id: string): Promise<RoundRow | null> {
  const [row] = await tx.select().from(rounds).where(eq(rounds.id, id)).for('update')
  return row ?? null
}

/** Options of rounds in the order of the roll. */
export async function listOptions(db: Executor, roundIds: readonly string[]): Promise<OptionRow[]> {
  return db
    .select(OPTION_COLUMNS)
    .from(options)
    .where(inArray(options.roundId, [...roundIds]))
    .orderBy(asc(options.roundId), asc(options.position))
}

export type NewRound = typeof rounds.$inferInsert & { id: string }

/** Prepares a round unless one with this id is there; returns whether it was written. */
export async function insertRound(tx: Executor, round: NewRound): Promise<boolean> {
  const written = await tx.insert(rounds).values(round).onConflictDoNothing().returning({ id: rounds.id })
  return written.length > 0
}

/** Changes a round's own columns. */
export async function updateRound(tx: Executor, id: string, change: Partial<RoundRow>): Promise<void> {
  if (Object.keys(change).length === 0) return
  await tx.update(rounds).set(change).where(eq(rounds.id, id))
}

/** Throws a round away that was never opened. */
export async function deleteRound(tx: Executor, id: string): Promise<void> {
  await tx.delete(rounds).where(eq(rounds.id, id))
}

/** How many issues would stand on the roll if a round opened now. */
export async function countPutForward(tx: Executor, workshopId: string): Promise<number> {
  const [row] = await tx.execute<{ n: number }>(
    sql`select count(*)::int as n from issues i where ${putForward(workshopId)}`,
  )
  return row?.n ?? 0
}

/** Freezes the roll from the issues that are put forward, makes the round's key outside of the database, and opens it. */
export async function openRound(tx: Executor, round: Pick<RoundRow, 'id' | 'workshopId'>): Promise<void> {
  // Nobody takes an issue off the wall, or changes its words, while it is copied.
  await tx.execute(sql`select from issues i where ${putForward(round.workshopId)} order by i.id for share`)
  await tx.execute(sql`
    insert into options (id, round_id, issue_id, position, title, area_name, table_codes)
    select gen_random_uuid(), ${round.id}, i.id, row_number() over (order by a.position, i.id), i.title, a.name, (
      select coalesce(array_agg(distinct t.code order by t.code), '{}')
      from issues m join issue_tables it on it.issue_id = m.id join tables t on t.id = it.table_id
      where m.id = i.id or m.merged_into_id = i.id)
    from issues i join areas a on a.id = i.area_id where ${putForward(round.workshopId)}`)
  await createBallotKey(round.id)
  await tx.execute(sql`update rounds set state = 'OPEN', opened_at = now() where id = ${round.id}`)
}

function putForward(workshopId: string): SQL {
  return sql`i.workshop_id = ${workshopId} and i.state = 'PUT_FORWARD' and i.merged_into_id is null and i.withdrawn_at is null and i.hidden_at is null`
}

/**
 * Has the rolls follow an issue that was hidden, withdrawn or shown again. While it is not shown its words leave every roll,
 * and in an open round it gets no more dots; those it has stay. A workshop whose result reads otherwise now has changed.
 */
export async function followIssues(tx: Executor, issueIds: readonly string[]): Promise<void> {
  if (issueIds.length === 0) return
  await tx.execute(sql`
    with followed as (update options o set
      title = case when i.gone then ${NO_LONGER_SHOWN.issue} else coalesce(o.kept_title, o.title) end,
      kept_title = case when i.gone then coalesce(o.kept_title, o.title) end,
      votable = case when r.state = 'OPEN' then not i.gone and i.merged_into_id is null else o.votable end
    from (select *, hidden_at is not null or withdrawn_at is not null as gone from issues) i, rounds r
    where i.id in ${[...issueIds]} and o.issue_id = i.id and r.id = o.round_id
    returning r.id, r.workshop_id, r.state),
    rolls as (update rounds set roll_version = roll_version + 1
      where id in (select id from followed where state = 'OPEN'))
    update workshops set updated_at = now()
    where id in (select workshop_id from followed where state = 'CLOSED')`)
}

/**
 * After a merge during an open round: dots on the merged issues move to the one that stays, two of one voter become one
 * and the other is given back, and the merged options take no more dots. Throws BallotKeyMissing.
 */
export async function moveDotsOfMerged(
  tx: Executor,
  intoId: string,
  issueIds: readonly string[],
): Promise<void> {
  const locked = await tx.execute<{ id: string }>(sql`
    select r.id from rounds r where r.state = 'OPEN' and exists (
      select from options o where o.round_id = r.id and o.issue_id in ${[intoId, ...issueIds]}) for update of r`)
  for (const { id } of locked) {
    const roll = await listOptions(tx, [id])
    const merged = roll.filter(({ issueId }) => issueId !== null && issueIds.includes(issueId))
    // Without a target on the roll the dots are given back all the same: the merged options are gone from it.
    const target = roll.find(({ issueId }) => issueId === intoId)?.position ?? null
    await moveDots(tx, id, { from: merged.map(({ position }) => position), to: target })
    await tx.execute(
      sql`update options set votable = false where round_id = ${id} and issue_id in ${[...issueIds]}`,
    )
    await tx.execute(sql`update rounds set roll_version = roll_version + 1 where id = ${id}`)
  }
}

export type EnteredFigure = { optionId: string; votes: number }

/** Figures entered by hand or from a file for an open round. */
export async function listEntered(
  db: Executor,
  roundId: string,
  channel: Channel,
  entry: 'FIRST' | 'SECOND',
): Promise<EnteredFigure[]> {
  return db
    .select({ optionId: enteredTallies.optionId, votes: enteredTallies.dots })
    .from(enteredTallies)
    .where(
      and(
        eq(enteredTallies.roundId, roundId),
        eq(enteredTallies.channel, channel),
        eq(enteredTallies.entry, entry),
      ),
    )
}

type EnteredAt = {
  roundId: string
  channel: Channel
  entry: 'FIRST' | 'SECOND'
  enteredBy: string
  source?: string
}

/** Replaces one entry of one channel whole. */
export async function replaceEntered(
  tx: Executor,
  at: EnteredAt,
  figures: readonly EnteredFigure[],
): Promise<void> {
  const { roundId, channel, entry } = at
  await tx
    .delete(enteredTallies)
    .where(
      and(
        eq(enteredTallies.roundId, roundId),
        eq(enteredTallies.channel, channel),
        eq(enteredTallies.entry, entry),
      ),
    )
  await saveEntered(tx, at, figures)
}

/** Adds figures to an entry, in place of those that the same options have there. */
export async function saveEntered(
  tx: Executor,
  at: EnteredAt,
  figures: readonly EnteredFigure[],
): Promise<void> {
  if (figures.length === 0) return
  const { roundId, optionId, channel, entry } = enteredTallies
  await tx
    .insert(enteredTallies)
    .values(figures.map(({ optionId, votes }) => ({ ...at, optionId, dots: votes })))
    .onConflictDoUpdate({
      target: [roundId, optionId, channel, entry],
      set: {
        dots: sql`excluded.dots`,
        enteredBy: sql`excluded.entered_by`,
        enteredAt: sql`excluded.entered_at`,
        source: sql`excluded.source`,
      },
    })
}
