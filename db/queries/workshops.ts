import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import { type Database, type Executor, PREPARED, type Transaction } from '#db/client.ts'
import type { AreaRow, ProjectRow } from '#db/schema/projects.ts'
import { seats } from '#db/schema/seats.ts'
import { type WorkshopRow, workshops } from '#db/schema/workshops.ts'
import { sharedOn } from '#db/together.ts'
import type { WorkshopSubject } from '#domain/permissions.ts'
import type { SeatRole } from '#domain/seats.ts'
import { RESTORE_DAYS } from '#domain/workshops.ts'

type MomentColumn = 'createdAt' | 'updatedAt' | 'publishedAt' | 'unpublishedAt' | 'archivedAt' | 'deletedAt'

/** A workshop as resolvers get it: its row, and what the root field has loaded with it because the query asks for it. */
export type WorkshopView = Omit<WorkshopRow, MomentColumn | 'requestDigest'> & {
  createdAt: Date | string
  updatedAt: Date | string
  publishedAt: Date | string | null
  unpublishedAt: Date | string | null
  archivedAt: Date | string | null
  deletedAt: Date | string | null
  participantCount?: number
  issueCount?: number
  postItCount?: number
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
export function findWorkshopBySlug(db: Database, slug: string): Promise<WorkshopView | null> {
  return sharedOn(db)(`workshop ${slug}`, async () => {
    const text = `select ${ALL_COLUMNS} from workshops w where w.slug = $1 and w.deleted_at is null`
    const [row] = await db.$client.unsafe<WorkshopView[]>(text, [slug], PREPARED)
    return row ?? null
  })
}

/** Workshops by their ids, in no order, without those that are deleted. */
export async function listWorkshopsById(db: Executor, ids: readonly string[]): Promise<WorkshopRow[]> {
  return db
    .select()
    .from(workshops)
    .where(and(inArray(workshops.id, [...ids]), isNull(workshops.deletedAt)))
}

const COLUMNS: Record<Exclude<keyof WorkshopRow, 'requestDigest'>, string> = {
  id: 'w.id',
  projectId: 'w.project_id',
  slug: 'w.slug',
  title: 'w.title',
  description: 'w.description',
  venue: 'w.venue',
  startsOn: 'w.starts_on',
  endsOn: 'w.ends_on',
  timeZone: 'w.time_zone',
  contactEmail: 'w.contact_email',
  phase: 'w.phase',
  roomCode: 'w.room_code',
  joinToken: 'w.join_token',
  roomOpen: 'w.room_open',
  roomOpenedOn: 'w.room_opened_on',
  dotsPerVoter: 'w.dots_per_voter',
  prioritiesToSelect: 'w.priorities_to_select',
  namesShown: 'w.names_shown',
  anyoneArranges: 'w.anyone_arranges',
  source: 'w.source',
  statedParticipants: 'w.stated_participants',
  embedOrigins: 'w.embed_origins',
  createdBy: 'w.created_by',
  createdAt: 'w.created_at',
  updatedAt: 'w.updated_at',
  publishedAt: 'w.published_at',
  unpublishedAt: 'w.unpublished_at',
  archivedAt: 'w.archived_at',
  deletedAt: 'w.deleted_at',
}

/** Whether a workshop has a column of this name. */
export function isWorkshopColumn(name: string): boolean {
  return Object.hasOwn(COLUMNS, name)
}

/** Columns of the workshop `w` under their names in TypeScript; all, or those named. */
export function workshopColumns(names?: readonly string[]): string {
  const columns = Object.entries(COLUMNS).filter(([name]) => names?.includes(name) ?? true)
  return columns.map(([name, column]) => `${column} as "${name}"`).join(', ')
}

const ALL_COLUMNS = workshopColumns()

/** Keeps other changes of the workshop, its steps, tables and facilitators out until the transaction ends. */
export async function lockWorkshop(tx: Transaction, id: string): Promise<WorkshopRow | null> {
  const [row] = await tx
    .select()
    .from(workshops)
    .where(and(eq(workshops.id, id), isNull(workshops.deletedAt)))
    .for('no key update')
  return row ?? null
}

/** Changes a workshop's own columns and returns it. */
export async function updateWorkshop(
  tx: Transaction,
  workshop: WorkshopRow,
  change: Partial<WorkshopRow>,
): Promise<WorkshopRow> {
  if (Object.keys(change).length === 0) return workshop
  const [row] = await tx.update(workshops).set(change).where(eq(workshops.id, workshop.id)).returning()
  return row ?? workshop
}

/** Whether a room code is in use, also by a workshop that is deleted and may come back. */
export async function isRoomCodeTaken(db: Executor, roomCode: string): Promise<boolean> {
  return (await db.$count(workshops, eq(workshops.roomCode, roomCode))) > 0
}

/** Finds a workshop that was deleted not too long ago, and the person's own role in it. */
export async function findDeletedWorkshop(
  db: Executor,
  id: string,
  personId: string,
): Promise<{ workshop: WorkshopRow; ownRole: SeatRole | null } | null> {
  const [row] = await db
    .select({ workshop: workshops, ownRole: seats.role })
    .from(workshops)
    .leftJoin(
      seats,
      and(eq(seats.workshopId, workshops.id), eq(seats.personId, personId), isNull(seats.removedAt)),
    )
    .where(
      and(eq(workshops.id, id), sql`${workshops.deletedAt} > now() - make_interval(days => ${RESTORE_DAYS})`),
    )
  return row ?? null
}

/** Marks a workshop deleted by the database's clock, and says until when it can be brought back. */
export async function deleteWorkshop(tx: Transaction, id: string): Promise<Date> {
  const [row] = await tx
    .update(workshops)
    .set({ deletedAt: sql`now()` })
    .where(eq(workshops.id, id))
    .returning({ deletedAt: workshops.deletedAt })
  return new Date((row?.deletedAt?.getTime() ?? Date.now()) + RESTORE_DAYS * 86_400_000)
}

/** Brings a deleted workshop back as it was. */
export async function restoreWorkshop(db: Executor, id: string): Promise<WorkshopRow | null> {
  const [row] = await db.update(workshops).set({ deletedAt: null }).where(eq(workshops.id, id)).returning()
  return row ?? null
}
