import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import { v7 } from 'uuid'
import { expect, inject, test } from 'vitest'
import { connect } from '#db/client.ts'
import { migrateDatabase } from '#db/migrate.ts'
import { closeRound } from '#db/queries/tallies.ts'
import { count, findPlaced } from '#tests/support/room.ts'

/** A database of an earlier version is brought up to date with all that is in it. */

const MIGRATIONS = fileURLToPath(new URL('../../db/migrations', import.meta.url))

/** An empty database with the tables of an earlier version, by the number of its last migration. */
async function databaseOf(last: number) {
  const name = `upgrade_${last}_${process.pid}`
  const admin = connect(inject('adminUrl'), { pool: 1, statementTimeout: 60_000 })
  await admin.sql.unsafe(`create database ${name} owner qlab`)
  await admin.close()
  const url = Object.assign(new URL(inject('adminUrl')), { username: 'qlab', pathname: `/${name}` }).href
  const folder = await mkdtemp(join(tmpdir(), 'qlab-migrations-'))
  await cp(MIGRATIONS, folder, { recursive: true })
  const journal = join(folder, 'meta', '_journal.json')
  const { entries, ...rest } = JSON.parse(await readFile(journal, 'utf8'))
  const earlier = entries.filter(({ idx }: { idx: number }) => idx <= last)
  await writeFile(journal, JSON.stringify({ ...rest, entries: earlier }))
  const { db, close } = connect(url, { pool: 2 })
  await migrate(db, { migrationsFolder: folder })
  await rm(folder, { recursive: true })
  return { url, db, close }
}

test('a vote that is under way while the product is brought up to date loses no dot, and is sealed', async () => {
  const { url, db, close } = await databaseOf(26)
  const [projectId, areaId, workshopId, roundId] = [v7(), v7(), v7(), v7()]
  const [seatIds, optionIds] = [
    [v7(), v7()],
    [v7(), v7(), v7()],
  ]
  await db.execute(
    sql`insert into projects (id, title, challenge) values (${projectId}, 'A project', 'What would it take?')`,
  )
  await db.execute(
    sql`insert into areas (id, project_id, name, position) values (${areaId}, ${projectId}, 'Evidence', 0)`,
  )
  await db.execute(sql`
    insert into workshops (id, project_id, slug, title, starts_on, ends_on, room_code)
    values (${workshopId}, ${projectId}, 'a-workshop', 'A workshop', '2026-01-01', '2026-01-01', 'ABC')`)
  for (const id of seatIds)
    await db.execute(sql`
      insert into seats (id, workshop_id, display_name, role, joined_at) values (${id}, ${workshopId}, 'Somebody', 'PARTICIPANT', now())`)
  await db.execute(sql`
    insert into rounds (id, workshop_id, title, state, opened_at, dots_per_voter, priorities_to_select)
    values (${roundId}, ${workshopId}, 'A round', 'OPEN', now(), 4, 1)`)
  for (const [at, id] of optionIds.entries())
    await db.execute(sql`
      insert into options (id, round_id, position, title, area_name, table_codes) values (${id}, ${roundId}, ${at + 1}, 'Issue', 'Evidence', '{}')`)
  await db.execute(
    sql`insert into round_secrets (round_id, secret) values (${roundId}, gen_random_bytes(32))`,
  )
  const cast = [
    { seatId: seatIds[0], optionId: optionIds[0] },
    { seatId: seatIds[0], optionId: optionIds[2] },
    { seatId: seatIds[1], optionId: optionIds[2] },
  ]
  for (const { seatId, optionId } of cast)
    await db.execute(sql`select cast_dot(${workshopId}, ${seatId}, ${optionId}, 'OWN_DEVICE')`)
  await db.execute(sql`
    insert into ballots (round_id, voter, channel, used, allowance) values (${roundId}, sha256('from a file'), 'IMPORTED', 1, 4)`)
  await db.execute(sql`
    insert into dots (round_id, voter, option_id) values (${roundId}, sha256('from a file'), ${optionIds[1]})`)

  await migrateDatabase(url)
  await migrateDatabase(url)
  const placed = await findPlaced(db, { roundId, seatIds })
  expect(placed).toHaveLength(4)
  expect(placed).toEqual(expect.arrayContaining([...cast, { seatId: '', optionId: optionIds[1] }]))
  await db.transaction((tx) => closeRound(tx, roundId))
  expect(await count(db, sql`select sum(dots) from tallies where round_id = ${roundId}`)).toBe(4)
  await close()
})
