import type { PgTable } from 'drizzle-orm/pg-core'
import type { Transaction } from '#db/client.ts'
import { steps } from '#db/schema/steps.ts'
import { tables, type workshops } from '#db/schema/workshops.ts'
import { writeUpTexts } from '#db/schema/write-ups.ts'
import type { WorkshopArchive } from '#domain/archives.ts'
import { WRITE_UP_SECTIONS } from '#domain/write-ups.ts'
import { archivedIdeas, archivedIssues, archivedRounds, archivedStatements } from './archive-rows.ts'
import { insertAreas, listAreasOf } from './areas.ts'
import { type Beginning, insertWorkshop, type WorkshopPlan } from './new-workshops.ts'

type Into = Pick<typeof workshops.$inferInsert, 'projectId' | 'phase'> & {
  id: string
  requestDigest: Uint8Array
  facilitator: WorkshopPlan['facilitator']
}

/**
 * Writes the workshop of an archive, all or nothing, under ids of its own. What the archive holds has been checked.
 * Rows get ids in the archive's order, which is the order in which they are read again.
 */
export async function insertArchive(
  tx: Transaction,
  archive: WorkshopArchive,
  { facilitator, ...into }: Into,
): Promise<Beginning> {
  const { venue, description } = archive.workshop
  const beginning = await insertWorkshop(tx, {
    workshop: {
      ...archive.workshop,
      ...into,
      ...{ venue: venue || null, description: description || null },
      createdBy: facilitator.personId,
      // What was imported has happened: nobody new joins it until somebody opens the room.
      roomOpen: false,
    },
    tables: [],
    steps: [],
    facilitator,
  })
  if (!beginning.written) return beginning
  const workshopId = into.id
  const areaIds = await areasFor(tx, into.projectId, archive.areas)
  const tableIds = await insertTables(tx, workshopId, archive, areaIds)
  await insertAll(
    tx,
    steps,
    archive.steps.map((step, position) => ({ ...step, workshopId, position })),
  )
  const issues = archivedIssues(archive, workshopId, areaIds, tableIds)
  const rounds = archivedRounds(archive, workshopId, issues.ids)
  const statements = archivedStatements(archive, workshopId, rounds.priorityIds)
  const ideas = archivedIdeas(archive, workshopId, statements.ids, tableIds)
  for (const { table, rows } of [...issues.rows, ...rounds.rows, ...statements.rows, ...ideas.rows]) {
    await insertAll(tx, table, rows)
  }
  const texts = WRITE_UP_SECTIONS.flatMap((section) => {
    const text = archive.texts[section]
    return text === undefined ? [] : [{ workshopId, section, text }]
  })
  await insertAll(tx, writeUpTexts, texts)
  return beginning
}

// Far below the 65,535 values that one statement may carry.
const AT_ONCE = 500

async function insertAll<Table extends PgTable>(
  tx: Transaction,
  table: Table,
  rows: Table['$inferInsert'][],
): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await tx.insert(table).values(rows.slice(from, from + AT_ONCE))
  }
}

/** The project's areas by name; those that it lacks are added after its own. */
async function areasFor(
  tx: Transaction,
  projectId: string,
  names: readonly string[],
): Promise<Map<string, string>> {
  const there = await listAreasOf(tx, [projectId])
  const missing = names.filter((name) => !there.some((area) => area.name === name))
  const next = Math.max(-1, ...there.map(({ position }) => position)) + 1
  const added = missing.length === 0 ? [] : await insertAreas(tx, projectId, missing, next)
  return new Map([...there, ...added].map(({ name, id }) => [name, id]))
}

async function insertTables(
  tx: Transaction,
  workshopId: string,
  archive: WorkshopArchive,
  areaIds: ReadonlyMap<string, string>,
): Promise<Map<string, string>> {
  if (archive.tables.length === 0) return new Map()
  const rows = archive.tables.map(({ code, name, area }, position) => {
    const areaId = area === null ? null : (areaIds.get(area) ?? null)
    return { workshopId, code, name, areaId, position }
  })
  const written = await tx.insert(tables).values(rows).returning({ id: tables.id, code: tables.code })
  return new Map(written.map(({ code, id }) => [code, id]))
}
