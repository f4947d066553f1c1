import { and, eq } from 'drizzle-orm'
import type { Executor } from '#db/client.ts'
import { areas } from '#db/schema/projects.ts'

/** Whether an area belongs to a project. */
export async function isAreaOf(db: Executor, areaId: string, projectId: string): Promise<boolean> {
  return (await db.$count(areas, and(eq(areas.id, areaId), eq(areas.projectId, projectId)))) > 0
}
