import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { ballotKey } from '#db/ballot-keys.ts'
import { voterOf } from '#db/ballot-seals.ts'
import type { Database, Executor } from '#db/client.ts'
import { insertBallots, openBallots } from '#db/queries/ballots.ts'
import { listOptions, openRound } from '#db/queries/rounds.ts'

/** A workshop that votes: many seats and issues, made in a few statements. */
export type Room = {
  workshopId: string
  roundId: string
  seatIds: string[]
  optionIds: string[]
  issueIds: string[]
}

/** Fills a room: `voters` seats, `options` issues put forward, and an open round of `dots` dots each. */
export async function room(
  db: Database,
  { voters = 1, options = 6, dots = 4 }: { voters?: number; options?: number; dots?: number } = {},
): Promise<Room> {
  const [projectId, areaId, workshopId, roundId] = [v7(), v7(), v7(), v7()]
  const ids = (count: number) => Array.from({ length: count }, () => v7())
  const [seatIds, issueIds] = [ids(voters), ids(options)]
  await db.execute(
    sql`insert into projects (id, title, challenge) values (${projectId}, 'A project', 'What would it take?')`,
  )
  await db.execute(
    sql`insert into areas (id, project_id, name, position) values (${areaId}, ${projectId}, 'Evidence', 0)`,
  )
  await db.execute(sql`
    insert into workshops (id, project_id, slug, title, starts_on, ends_on, room_code)
    values (${workshopId}, ${projectId}, ${workshopId}, 'A workshop', '2026-01-01', '2026-01-01', ${workshopId})`)
  await db.execute(sql`
    insert into seats (id, workshop_id, display_name, role, joined_at)
    select id::uuid, ${workshopId}, 'Somebody', 'PARTICIPANT', now() from json_array_elements_text(${JSON.stringify(seatIds)}::json) id`)
  await db.execute(sql`
    insert into issues (id, workshop_id, area_id, title, state)
    select id::uuid, ${workshopId}, ${areaId}, 'Issue ' || n, 'PUT_FORWARD'
    from json_array_elements_text(${JSON.stringify(issueIds)}::json) with ordinality x(id, n)`)
  await db.execute(sql`
    insert into rounds (id, workshop_id, title, dots_per_voter, priorities_to_select) values (${roundId}, ${workshopId}, 'A round', ${dots}, 4)`)
  await openRound(db, { id: roundId, workshopId })
  const roll = await db.execute<{ id: string }>(
    sql`select id from options where round_id = ${roundId} order by position`,
  )
  return { workshopId, roundId, seatIds, issueIds, optionIds: roll.map(({ id }) => id) }
}

/** Fills the ballot of every seat, of 40 options every tenth, as if all had voted. */
export async function fillBallots(
  db: Executor,
  { roundId, seatIds, dots }: { roundId: string; seatIds: readonly string[]; dots: number },
): Promise<void> {
  const key = await ballotKey(roundId)
  const ballots = seatIds.map((seatId, at) => ({
    voter: voterOf(key, seatId),
    positions: Array.from({ length: dots }, (_, dot) => ((at + dot * 10) % 40) + 1),
  }))
  await insertBallots(db, { id: roundId, dotsPerVoter: dots, channel: 'OWN_DEVICE' }, key, ballots)
}

type Placed = { seatId: string; optionId: string }

/** Which dots are in an open round, opened with its key. */
export async function findPlaced(
  db: Database,
  { roundId, seatIds }: Pick<Room, 'roundId' | 'seatIds'>,
): Promise<Placed[]> {
  const [key, roll] = [await ballotKey(roundId), await listOptions(db, [roundId])]
  const seats = new Map(seatIds.map((seatId) => [voterOf(key, seatId).toString('hex'), seatId]))
  const placed: Placed[] = []
  for await (const ballots of openBallots(db, roundId, key)) {
    for (const { voter, positions } of ballots) {
      for (const at of positions) {
        const optionId = roll.find(({ position }) => position === at)?.id ?? ''
        placed.push({ seatId: seats.get(voter.toString('hex')) ?? '', optionId })
      }
    }
  }
  return placed
}

/** One number from the database. */
export async function count(db: Database, query: ReturnType<typeof sql>): Promise<number> {
  const [row] = await db.execute<{ n: number }>(sql`select (${query})::int as n`)
  return row?.n ?? -1
}
