import { v7 } from 'uuid'
import { critiques } from '#db/schema/critiques.ts'
import { ideas } from '#db/schema/ideas.ts'
import { issues, issueTables } from '#db/schema/issues.ts'
import { statements } from '#db/schema/statements.ts'
import type { World } from './world.ts'

type Given = Parameters<World['workshop']>[0]

export type Wall = Awaited<ReturnType<typeof openWall>>

/** A workshop with two tables and four people, and ways to put words on its wall. */
export async function openWall(world: World, given: Given = {}) {
  const made = await world.workshop({
    tables: ['A', 'B'],
    participants: ['Anna', 'Ben', 'Cleo', 'Dan'],
    ...given,
  })
  const workshopId = made.workshop.id
  const { db } = world
  const [anna, ben, cleo, dan] = made.participants
  if (!anna || !ben || !cleo || !dan) throw new Error('Four people sit here.')
  const [tableA, tableB] = made.tables
  if (!tableA || !tableB) throw new Error('There are two tables.')
  const write = {
    issue: async (title: string, more: Partial<typeof issues.$inferInsert> = {}) => {
      const id = v7()
      const areaId = made.areas[0]?.id ?? ''
      await db.insert(issues).values({ id, workshopId, areaId, title, authorSeatId: anna.seatId, ...more })
      await db.insert(issueTables).values({ issueId: id, tableId: tableA.id })
      return id
    },
    statement: async (title: string, more: Partial<typeof statements.$inferInsert> = {}) => {
      const id = v7()
      await db.insert(statements).values({ id, workshopId, position: 0, title, ...more })
      return id
    },
    /** By Anna of table A. */
    idea: async (statementId: string, text: string, more: Partial<typeof ideas.$inferInsert> = {}) => {
      const id = v7()
      const by = { tableId: tableA.id, authorSeatId: anna.seatId }
      await db
        .insert(ideas)
        .values({ id, workshopId, statementId, horizon: 'FOUR_WEEKS', text, ...by, ...more })
      return id
    },
    /** By Ben of table B; an answer where a parent is given. */
    critique: async (ideaId: string, text: string, more: Partial<typeof critiques.$inferInsert> = {}) => {
      const id = v7()
      const by = { tableId: tableB.id, authorSeatId: ben.seatId }
      const kind = more.parentId ? null : ('QUESTION' as const)
      await db.insert(critiques).values({ id, workshopId, ideaId, kind, text, ...by, ...more })
      return id
    },
  }
  return { ...made, workshopId, anna, ben, cleo, dan, tableA, tableB, write }
}
