import { and, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Transaction } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
import { seats } from '#db/schema/seats.ts'

/** Where it is kept who did something: table and column. */
export const TRACES = [
  ['annotations', 'written_by'],
  ['ballot_imports', 'started_by'],
  ['baselines', 'declared_by'],
  ['brief_comments', 'author_id'],
  ['brief_updates', 'person_id'],
  ['briefs', 'owner_id'],
  ['check_ins', 'person_id'],
  ['cycle_changes', 'changed_by'],
  ['entered_tallies', 'entered_by'],
  ['erasure_requests', 'asked_by_id'],
  ['measure_points', 'added_by'],
  ['measure_points', 'removed_by'],
  ['measures', 'created_by'],
  ['partner_tokens', 'created_by_id'],
  ['phase_changes', 'changed_by'],
  ['point_corrections', 'corrected_by'],
  ['projects', 'created_by'],
  ['rounds', 'priorities_declared_by'],
  ['webhooks', 'created_by_id'],
  ['workshop_log', 'person_id'],
  ['workshops', 'created_by'],
  ['write_up_texts', 'person_id'],
] as const

/** What a person has once for each of something, which the third column names; of two that become one, one goes. */
export const BELONGINGS = [
  ['brief_contributors', 'person_id', 'brief_id'],
  ['brief_comment_reports', 'person_id', 'comment_id'],
  ['erasure_requests', 'person_id', null],
] as const

/**
 * A guest turns out to be somebody with an account: the account takes over the seats, and whatever the guest did or asked
 * for. In a workshop where it sits already it keeps its own seat and the guest's is removed; what was written from that
 * one stays.
 */
export async function moveGuest(tx: Transaction, guestId: string, accountId: string): Promise<void> {
  const own = alias(seats, 'own')
  const sitsThere = sql`exists (select from ${seats} as own
    where ${own.workshopId} = ${seats.workshopId} and ${own.personId} = ${accountId} and ${own.removedAt} is null)`
  await tx
    .update(seats)
    .set({ removedAt: sql`now()` })
    .where(and(eq(seats.personId, guestId), isNull(seats.removedAt), sitsThere))
  await tx.update(seats).set({ personId: accountId }).where(eq(seats.personId, guestId))
  await tx
    .update(people)
    .set({
      name: sql`coalesce(${people.name}, (select guest.name from people as guest where guest.id = ${guestId}))`,
    })
    .where(eq(people.id, accountId))
  await moveTraces(tx, guestId, accountId)
  await tx.delete(people).where(eq(people.id, guestId))
}

async function moveTraces(tx: Transaction, guestId: string, accountId: string): Promise<void> {
  const name = sql.identifier
  const moves = [
    ...TRACES.map(
      ([table, who]) =>
        sql`update ${name(table)} set ${name(who)} = ${accountId} where ${name(who)} = ${guestId}`,
    ),
    ...BELONGINGS.map(([table, who, what]) => {
      const same = what === null ? sql`true` : sql`own.${name(what)} = theirs.${name(what)}`
      return sql`update ${name(table)} theirs set ${name(who)} = ${accountId} where ${name(who)} = ${guestId}
        and not exists (select from ${name(table)} own where own.${name(who)} = ${accountId} and ${same})`
    }),
  ]
  // Sent without waiting for each other: two dozen round trips would hold up somebody who signs in.
  await Promise.all(moves.map((move) => tx.execute(move)))
}

/**
 * Takes up every open invitation to the person's address. Where they sit already, the seat that holds their work
 * stays and the invitation goes into it: its table if they have none, and the facilitator's role if it brings that.
 */
export async function claimInvitations(tx: Transaction, personId: string): Promise<void> {
  const email = sql`(select ${people.email} from ${people} where ${people.id} = ${personId} and ${people.emailVerifiedAt} is not null)`
  const open = and(eq(seats.invitedEmail, email), isNull(seats.personId), isNull(seats.removedAt))
  const own = alias(seats, 'own')
  const sitsThere = sql`exists (select from ${seats} as own
    where ${own.workshopId} = ${seats.workshopId} and ${own.personId} = ${personId} and ${own.removedAt} is null)`

  const spare = await tx.update(seats).set({ removedAt: sql`now()` }).where(and(open, sitsThere)).returning({
    workshopId: seats.workshopId,
    role: seats.role,
    tableId: seats.tableId,
    invitedEmail: seats.invitedEmail,
    invitedAt: seats.invitedAt,
  })
  for (const invitation of spare) {
    await tx
      .update(seats)
      .set({
        ...(invitation.role === 'FACILITATOR' && { role: invitation.role }),
        tableId: sql`coalesce(${seats.tableId}, ${invitation.tableId})`,
        invitedEmail: sql`coalesce(${seats.invitedEmail}, ${invitation.invitedEmail})`,
        invitedAt: sql`coalesce(${seats.invitedAt}, ${invitation.invitedAt?.toISOString() ?? null}::timestamptz)`,
      })
      .where(
        and(
          eq(seats.workshopId, invitation.workshopId),
          eq(seats.personId, personId),
          isNull(seats.removedAt),
        ),
      )
  }
  await tx
    .update(seats)
    .set({ personId, joinedAt: sql`coalesce(${seats.joinedAt}, now())` })
    .where(open)
}
