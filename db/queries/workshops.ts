import { and, eq, isNull } from 'drizzle-orm'
import type { Executor } from '#db/client.ts'
import type { AreaRow, ProjectRow } from '#db/schema/projects.ts'
import { type WorkshopRow, workshops } from '#db/schema/workshops.ts'
import type { WorkshopSubject } from '#domain/permissions.ts'

type MomentColumn = 'createdAt' | 'publishedAt' | 'archivedAt' | 'deletedAt'

/** A workshop as resolvers get it: its row, and what the root field has loaded with it because the query asks for it. */
export type WorkshopView = Omit<WorkshopRow, MomentColumn | 'requestDigest'> & {
  createdAt: Date | string
  publishedAt: Date | string | null
  archivedAt: Date | string | null
  deletedAt: Date | string | null
  participantCount?: number
  issueCount?: number
  dotCount?: number
  project?: ProjectRow
  areas?: AreaRow[]
}

/** What rights are asked about. */
export function subjectOf(workshop: Pick<WorkshopView, 'id' | 'publishedAt'>): WorkshopSubject {
  return { workshopId: workshop.id, published: workshop.publishedAt !== null }
}

/** Finds a workshop that is not deleted. */
export async function findWorkshop(db: Executor, id: string): Promise<WorkshopRow | null> {
  const [row] = await db
    .select()
    .from(workshops)
    .where(and(eq(workshops.id, id), isNull(workshops.deletedAt)))
  return row ?? null
}

/** Finds a workshop that is not deleted by the short name in its address. */
export async function findWorkshopBySlug(db: Executor, slug: string): Promise<WorkshopRow | null> {
  const [row] = await db
    .select()
    .from(workshops)
    .where(and(eq(workshops.slug, slug), isNull(workshops.deletedAt)))
  return row ?? null
}
