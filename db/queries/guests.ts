import { and, eq, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Transaction } from '#db/client.ts'
import { people } from '#db/schema/people.ts'
import { seats } from '#db/schema/seats.ts'

/**
 * A guest turns out to be somebody with an account: the account takes over the seats. In a workshop where it sits
 * already it keeps its own seat and the guest's is removed; what was written from that one stays.
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
  await tx.delete(people).where(eq(people.id, guestId))
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
