import { and, asc, desc, eq, getTableColumns, gte, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Executor, Transaction } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
import { type PhaseChangeRow, type ProjectRow, phaseChanges, projects } from '#db/schema/projects.ts'
import { seats } from '#db/schema/seats.ts'
import { workshops } from '#db/schema/workshops.ts'
import type { Granted } from '#domain/tokens.ts'
import { zoneOfProject } from './days.ts'
import { asValues } from './granted.ts'
import { beyond, type MomentPlace, momentOf, type Placed } from './places.ts'

/** A change of phase with the name of whoever made it. */
export type PhaseChangeView = PhaseChangeRow & { changedByName: string | null }

/** Finds a project. */
export async function findProject(db: Executor, id: string): Promise<ProjectRow | null> {
  const [row] = await db.select().from(projects).where(eq(projects.id, id))
  return row ?? null
}

/** Projects by their ids, in no order. */
export async function listProjectsById(db: Executor, ids: readonly string[]): Promise<ProjectRow[]> {
  return db
    .select()
    .from(projects)
    .where(inArray(projects.id, [...ids]))
}

/** The time zones of projects. */
export async function listProjectZones(
  db: Executor,
  ids: readonly string[],
): Promise<{ id: string; timeZone: string }[]> {
  return db
    .select({ id: projects.id, timeZone: sql<string>`${sql.raw(zoneOfProject('projects.id'))}` })
    .from(projects)
    .where(inArray(projects.id, [...ids]))
}

/**
 * Which projects are meant: the archived ones too or not; those changed since a moment in ISO 8601; all, or those that hold
 * something granted to a partner.
 */
export type ProjectsWanted = { archived: boolean; updatedSince: string | null; granted: Granted | null }

/** One page of projects, the newest first, one row more than asked for. */
export async function listProjects(
  db: Executor,
  wanted: ProjectsWanted,
  page: { first: number; after: MomentPlace | null },
): Promise<Placed<ProjectRow>[]> {
  const after = beyond([projects.createdAt, projects.id], 'EARLIER', page.after)
  return db
    .select({ ...getTableColumns(projects), place: momentOf(projects.createdAt) })
    .from(projects)
    .where(and(matches(wanted), after))
    .orderBy(desc(projects.createdAt), desc(projects.id))
    .limit(page.first + 1)
}

/** How many projects there are on all pages. */
export async function countProjects(db: Executor, wanted: ProjectsWanted): Promise<number> {
  return db.$count(projects, matches(wanted))
}

/** Whether a project has a published workshop that is granted. */
export async function isProjectOpen(db: Executor, projectId: string, granted: Granted): Promise<boolean> {
  return (await db.$count(projects, and(eq(projects.id, projectId), hasOpenWorkshop(granted)))) > 0
}

function matches({ archived, updatedSince, granted }: ProjectsWanted): SQL | undefined {
  return and(
    updatedSince === null ? undefined : gte(projects.updatedAt, new Date(updatedSince)),
    archived ? undefined : isNull(projects.archivedAt),
    granted === null ? undefined : hasOpenWorkshop(granted),
  )
}

function hasOpenWorkshop(granted: Granted): SQL {
  const [all, some] = asValues(granted)
  return sql`exists (select from workshops w where w.project_id = ${projects.id} and w.deleted_at is null
    and w.published_at is not null and (${all} or w.id = any(${sql.param(some)}::uuid[])))`
}

/** Whether a person sits in a workshop of the project that is not deleted. */
export async function sitsInProject(db: Executor, personId: string, projectId: string): Promise<boolean> {
  const rows = await db
    .select({ id: seats.id })
    .from(seats)
    .innerJoin(workshops, eq(workshops.id, seats.workshopId))
    .where(
      and(
        eq(workshops.projectId, projectId),
        isNull(workshops.deletedAt),
        eq(seats.personId, personId),
        isNull(seats.removedAt),
      ),
    )
    .limit(1)
  return rows.length > 0
}

/** Changes of phase of several projects, the oldest first. */
export async function listPhaseChangesOf(
  db: Executor,
  projectIds: readonly string[],
): Promise<PhaseChangeView[]> {
  return db
    .select({ ...getTableColumns(phaseChanges), changedByName: people.name })
    .from(phaseChanges)
    .leftJoin(people, eq(people.id, phaseChanges.changedBy))
    .where(inArray(phaseChanges.projectId, [...projectIds]))
    .orderBy(asc(phaseChanges.changedAt), asc(phaseChanges.id))
}

/** Begins a project unless one with this id is there; returns whether it was written. */
export async function insertProject(
  tx: Executor,
  project: typeof projects.$inferInsert & { id: string },
): Promise<boolean> {
  const written = await tx
    .insert(projects)
    .values(project)
    .onConflictDoNothing()
    .returning({ id: projects.id })
  return written.length > 0
}

/** Keeps other changes of the project out until the transaction ends. */
export async function lockProject(tx: Transaction, id: string): Promise<ProjectRow | null> {
  const [row] = await tx.select().from(projects).where(eq(projects.id, id)).for('no key update')
  return row ?? null
}

/** Changes a project's own columns and returns it; null when there is none. */
export async function updateProject(
  db: Executor,
  id: string,
  change: Partial<ProjectRow>,
): Promise<ProjectRow | null> {
  const [row] = await db.update(projects).set(change).where(eq(projects.id, id)).returning()
  return row ?? null
}

/** Records who moved a project to which phase, and why. */
export async function insertPhaseChange(
  tx: Executor,
  change: Pick<PhaseChangeRow, 'projectId' | 'from' | 'to' | 'reason' | 'changedBy'>,
): Promise<void> {
  await tx.insert(phaseChanges).values(change)
}
