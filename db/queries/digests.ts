import { eq, sql } from 'drizzle-orm'
import type { Executor, Transaction } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
import type { Digest } from '#domain/critiques.ts'
import { CRITIQUE_COLUMNS, CRITIQUE_SOURCE, type CritiqueView } from './critiques.ts'

/** An answer to somebody's comment, or a comment on their idea, with what a mail tells of it. */
export type NewsView = CritiqueView & {
  slug: string
  workshopTitle: string
  startsOn: string
  endsOn: string
  /** Words of the idea on whose page it stands. */
  ideaText: string
  /** Words of the recipient's that it answers; null where it is a comment on their idea. */
  answered: string | null
}

// By whole hours, so that a mail does not come an hour later every day.
const DUE = `p.digest <> 'OFF' and p.email is not null and p.email_verified_at is not null
  and (p.digest_sent_at is null or date_trunc('hour', p.digest_sent_at) <= date_trunc('hour', now())
    - case p.digest when 'WEEKLY' then interval '7 days' else interval '1 day' end)`

// What is being written this minute is for the next mail: it may bear an earlier moment when it is saved.
const UNTIL = `now() - interval '1 minute'`

const STANDS = `c.withdrawn_at is null and c.hidden_at is null and i.withdrawn_at is null and i.hidden_at is null
  and m.withdrawn_at is null and m.hidden_at is null`

/** People to whom a mail is due and for whom others have written something since the last one. */
export async function listDuePeople(db: Executor): Promise<string[]> {
  const rows = await db.execute<{ id: string }>(sql`
    select distinct p.id
    from ${sql.raw(CRITIQUE_SOURCE)}
    left join critiques above on above.id = c.parent_id
    join seats own on own.id in (above.author_seat_id, i.author_seat_id) and own.removed_at is null
    join people p on p.id = own.person_id
    where ${sql.raw(STANDS)} and s.person_id is distinct from p.id and ${sql.raw(DUE)}
      and c.created_at <= ${sql.raw(UNTIL)}
      and c.created_at > coalesce(p.digest_sent_at, '-infinity')`)
  return rows.map(({ id }) => id)
}

export type DueDigest = { email: string; since: string; until: string }

/** Locks a person to whom a mail is due, so that no two are made of the same news; null where none is due any more. */
export async function lockDuePerson(tx: Transaction, personId: string): Promise<DueDigest | null> {
  const [row] = await tx.execute<DueDigest>(sql`
    select p.email, coalesce(p.digest_sent_at, '-infinity')::text as since, (${sql.raw(UNTIL)})::text as until
    from people p where p.id = ${personId} and ${sql.raw(DUE)} for no key update`)
  return row ?? null
}

/** What others wrote to somebody's seats in a span of time, workshop by workshop and idea by idea. */
export async function listNews(
  tx: Executor,
  seatIds: readonly string[],
  { since, until }: Pick<DueDigest, 'since' | 'until'>,
): Promise<NewsView[]> {
  if (seatIds.length === 0) return []
  return tx.execute<NewsView>(sql`
    select ${sql.raw(CRITIQUE_COLUMNS)}, w.slug, w.title as "workshopTitle", w.starts_on as "startsOn",
      w.ends_on as "endsOn", m.text as "ideaText",
      case when above.author_seat_id in ${[...seatIds]} then above.text end as answered
    from ${sql.raw(CRITIQUE_SOURCE)}
    left join critiques above on above.id = c.parent_id
    where ${sql.raw(STANDS)}
      and (above.author_seat_id in ${[...seatIds]} or i.author_seat_id in ${[...seatIds]})
      and (c.author_seat_id is null or c.author_seat_id not in ${[...seatIds]})
      and c.created_at > ${since}::timestamptz and c.created_at <= ${until}::timestamptz
    order by w.starts_on desc, w.id, m.id, c.created_at, c.id`)
}

/** Notes up to which moment somebody has been told. */
export async function markTold(tx: Executor, personId: string, until: string): Promise<void> {
  await tx
    .update(people)
    .set({ digestSentAt: sql`${until}::timestamptz` })
    .where(eq(people.id, personId))
}

/** How often somebody is told of answers by e-mail; null where they have no address. */
export async function findDigest(db: Executor, personId: string): Promise<Digest | null> {
  const [row] = await db
    .select({ digest: people.digest, email: people.email })
    .from(people)
    .where(eq(people.id, personId))
  return row?.email ? row.digest : null
}

/** Changes how often somebody is told. */
export async function updateDigest(db: Executor, personId: string, digest: Digest): Promise<void> {
  await db.update(people).set({ digest }).where(eq(people.id, personId))
}
