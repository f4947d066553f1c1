import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Database, Executor, Transaction } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
import { workshops } from '#db/schema/workshops.ts'
import { type WriteUpRow, type WriteUpTextRow, writeUps, writeUpTexts } from '#db/schema/write-ups.ts'
import type { WriteUpAudience, WriteUpSection } from '#domain/write-ups.ts'
import type { WorkshopView } from './workshops.ts'

/** A write-up as somebody has come to it: the workshop that it is of, and how it is published. */
export type WriteUpView = {
  workshop: WorkshopView
  publication: WriteUpRow | null
  /** Whether it was read at its unguessable address, which opens this document and nothing else. */
  byToken: boolean
}

/** One version of a text, and who wrote it. */
export type WriteUpTextView = Omit<WriteUpTextRow, 'requestDigest'> & { authorName: string | null }

/** How the write-ups of workshops are published; those that never were are left out. */
export async function listWriteUps(db: Executor, workshopIds: readonly string[]): Promise<WriteUpRow[]> {
  return db
    .select()
    .from(writeUps)
    .where(inArray(writeUps.workshopId, [...workshopIds]))
}

/** The same of one workshop; null where its write-up never was published. */
export async function findWriteUp(db: Executor, workshopId: string): Promise<WriteUpRow | null> {
  const [row] = await listWriteUps(db, [workshopId])
  return row ?? null
}

/** The write-up at an unguessable address, while it is published there and its workshop is not deleted. */
export async function findSharedWriteUp(db: Executor, token: string): Promise<WriteUpView | null> {
  const [row] = await db
    .select({ workshop: workshops, publication: writeUps })
    .from(writeUps)
    .innerJoin(workshops, and(eq(workshops.id, writeUps.workshopId), isNull(workshops.deletedAt)))
    .where(
      and(eq(writeUps.token, token), eq(writeUps.audience, 'LINK'), sql`${writeUps.publishedAt} is not null`),
    )
  return row ? { ...row, byToken: true } : null
}

/** Publishes a write-up, to whom and under which token. */
export async function publishWriteUp(
  tx: Transaction,
  workshopId: string,
  { audience, token }: { audience: WriteUpAudience; token: string },
): Promise<void> {
  const now = sql`now()`
  await tx
    .insert(writeUps)
    .values({ workshopId, audience, token, publishedAt: now })
    .onConflictDoUpdate({ target: writeUps.workshopId, set: { audience, token, publishedAt: now } })
}

/** Takes a write-up back: its address leads nowhere from now on. */
export async function withdrawWriteUp(tx: Transaction, workshopId: string): Promise<void> {
  await tx.update(writeUps).set({ publishedAt: null }).where(eq(writeUps.workshopId, workshopId))
}

const version = {
  id: writeUpTexts.id,
  workshopId: writeUpTexts.workshopId,
  section: writeUpTexts.section,
  text: writeUpTexts.text,
  personId: writeUpTexts.personId,
  createdAt: writeUpTexts.createdAt,
  authorName: people.name,
}

/** Every version of the texts of a write-up, or of one of them, the latest first. */
export async function listWriteUpTexts(
  db: Executor,
  workshopId: string,
  section?: WriteUpSection,
): Promise<WriteUpTextView[]> {
  return db
    .select(version)
    .from(writeUpTexts)
    .leftJoin(people, eq(people.id, writeUpTexts.personId))
    .where(
      and(
        eq(writeUpTexts.workshopId, workshopId),
        section === undefined ? undefined : eq(writeUpTexts.section, section),
      ),
    )
    .orderBy(desc(writeUpTexts.createdAt), desc(writeUpTexts.id))
}

/** The texts of a write-up as they stand, without those that were emptied. */
export async function listLatestTexts(db: Database, workshopId: string): Promise<WriteUpTextView[]> {
  const latest = await db
    .selectDistinctOn([writeUpTexts.section], version)
    .from(writeUpTexts)
    .leftJoin(people, eq(people.id, writeUpTexts.personId))
    .where(eq(writeUpTexts.workshopId, workshopId))
    .orderBy(writeUpTexts.section, desc(writeUpTexts.createdAt), desc(writeUpTexts.id))
  return latest
}

/** What the request asked for that wrote a version; null where none has this id. */
export async function findWriteUpText(
  db: Executor,
  id: string,
): Promise<Pick<WriteUpTextRow, 'workshopId' | 'requestDigest'> | null> {
  const { workshopId, requestDigest } = writeUpTexts
  const [row] = await db
    .select({ workshopId, requestDigest })
    .from(writeUpTexts)
    .where(eq(writeUpTexts.id, id))
  return row ?? null
}

/** Writes a version unless one with this id is there already; returns whether it was written. */
export async function insertWriteUpText(
  tx: Executor,
  text: Omit<WriteUpTextRow, 'createdAt'>,
): Promise<boolean> {
  const written = await tx
    .insert(writeUpTexts)
    .values(text)
    .onConflictDoNothing()
    .returning({ id: writeUpTexts.id })
  return written.length > 0
}
