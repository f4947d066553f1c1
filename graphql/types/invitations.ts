import { addJobs } from '#db/jobs.ts'
import { insertInvitations, listSeatAddresses } from '#db/queries/seats.ts'
import { listTablesOf } from '#db/queries/tables.ts'
import type { WorkshopRow } from '#db/schema/workshops.ts'
import { formatDayRange } from '#domain/dates.ts'
import { inFigures } from '#domain/numbers.ts'
import { readPeopleSheet } from '#domain/people-sheets.ts'
import { refusal } from '#domain/refusal.ts'
import { authorizeIn } from '#graphql/authorize.ts'
import type { MutationResolvers } from '#graphql/generated/resolvers.ts'
import { invitingOrigin } from '#graphql/join-address.ts'
import { lockWorkshopOrThrow } from '#graphql/lock-workshop.ts'
import type { Mail } from '#mail.ts'
import { refused } from './base.ts'

/** As many as the largest room takes several times over. */
const MOST_LINES = 1_000

/** Invites all of the pasted people or, while a line is refused, nobody. */
export const inviteParticipants: MutationResolvers['inviteParticipants'] = async (
  _root,
  { input },
  context,
) => {
  authorizeIn(context.viewer, 'runWorkshop', input.workshopId)
  const done = await context.db.transaction(async (tx) => {
    const workshop = await lockWorkshopOrThrow(tx, input.workshopId)
    const tables = (await listTablesOf(tx, [workshop.id])).map(({ id, code, name }) => ({
      id,
      code,
      name: name ?? code,
    }))
    const presentEmails = await listSeatAddresses(tx, workshop.id)
    const read = readPeopleSheet(input.lines, { tables, presentEmails })
    if ('code' in read) return { ...read, field: 'lines' }
    const { plan, reading } = read
    if (plan.counted.lines > MOST_LINES) return tooMany()
    const goesAhead = !input.dryRun && plan.refused.length === 0
    const invited = goesAhead ? await insertInvitations(tx, workshop.id, plan.people) : []
    const mail = invitationTo(workshop, invitingOrigin(context.origin))
    await addJobs(
      tx,
      'mail',
      invited.map((to): Mail => ({ to, ...mail })),
    )
    return { plan, reading, invited }
  })
  if ('code' in done) return refused(done)
  const { plan, reading, invited } = done
  return {
    __typename: 'InviteParticipantsSuccess',
    reading,
    added: input.dryRun ? plan.people.length : invited.length,
    alreadyPresent: plan.present.length,
    refused: plan.refused,
  }
}

function tooMany() {
  const message = `Invite at most ${inFigures(MOST_LINES)} people at once. Split the list.`
  return refusal('BAD_USER_INPUT', message, 'lines')
}

function invitationTo({ title, startsOn, endsOn, venue, slug, contactEmail }: WorkshopRow, origin: string) {
  const place = venue === null ? '' : `Where: ${venue}\n`
  const questions = contactEmail === null ? '' : `\nQuestions? Write to ${contactEmail}.\n`
  const address = `${origin}/sign-in?callbackUrl=${encodeURIComponent(`/workshops/${slug}`)}`
  return {
    subject: `You are invited: ${title}`,
    text: `You are invited to take part in a workshop.

${title}
When: ${formatDayRange(startsOn, endsOn)}
${place}
Sign in with this e-mail address to take your seat:
${address}
${questions}`,
  }
}
