import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Sql } from 'postgres'
import type { Database, Executor } from '#db/client.ts'
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
export async function findWorkshopBySlug(
  { $client: sql }: Database,
  slug: string,
): Promise<WorkshopView | null> {
  const [row] = await sql<WorkshopView[]>`
    select ${workshopColumns(sql)} from workshops w where w.slug = ${slug} and w.deleted_at is null`
  return row ?? null
}

/** Workshops by their ids, in no order, without those that are deleted. */
export async function listWorkshopsById(db: Executor, ids: readonly string[]): Promise<WorkshopRow[]> {
  return db
    .select()
    .from(workshops)
    .where(and(inArray(workshops.id, [...ids]), isNull(workshops.deletedAt)))
}

/** Columns of a workshop under their names in TypeScript. */
export function workshopColumns(sql: Sql) {
  return sql`w.id, w.project_id as "projectId", w.slug, w.title, w.description, w.venue, w.starts_on as "startsOn",
    w.ends_on as "endsOn", w.time_zone as "timeZone", w.contact_email as "contactEmail", w.phase,
    w.room_code as "roomCode", w.room_open as "roomOpen", w.dots_per_voter as "dotsPerVoter",
    w.priorities_to_select as "prioritiesToSelect", w.source, w.stated_participants as "statedParticipants",
    w.created_by as "createdBy", w.created_at as "createdAt", w.published_at as "publishedAt",
    w.archived_at as "archivedAt", w.deleted_at as "deletedAt"`
}
