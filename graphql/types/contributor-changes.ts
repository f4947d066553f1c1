import type { Transaction } from '#db/client.ts'
import { addJobs } from '#db/jobs.ts'
import type { BriefView } from '#db/queries/briefs.ts'
import {
  deleteContributor,
  findOrInvitePerson,
  findSeatedPerson,
  insertContributor,
} from '#db/queries/contributors.ts'
import type { ViewerRow } from '#db/queries/sessions.ts'
import { consumeInvitation } from '#db/rate-limits.ts'
import { plural } from '#domain/numbers.ts'
import { can } from '#domain/permissions.ts'
import { type Reading, type Refusal, refusal } from '#domain/refusal.ts'
import { readEmail } from '#domain/text.ts'
import { requirePerson } from '#graphql/authorize.ts'
import { changeBrief } from '#graphql/change-brief.ts'
import { isId } from '#graphql/connections.ts'
import type { Context } from '#graphql/context.ts'
import type { AddContributorInput, MutationResolvers } from '#graphql/generated/resolvers.ts'
import { invitingOrigin } from '#graphql/join-address.ts'
import type { Mail } from '#mail.ts'
import { refused } from './base.ts'

const addContributor: MutationResolvers['addContributor'] = async (_root, { input }, context) => {
  const { personId } = requirePerson(context.viewer)
  if (input.email != null) {
    const { allowed, retryAfterSeconds } = await consumeInvitation(personId)
    if (!allowed) return refused(tooMany(context, retryAfterSeconds))
  }
  return changeBrief(input.briefId, context, async (tx, brief, viewer) => {
    const who = await readContributor(tx, input, brief, viewer)
    if (!who.ok) return who.refusal
    const { email, ...person } = who.value
    const added = await insertContributor(tx, { briefId: brief.id, ...person })
    if (added && email !== null) {
      await addJobs(tx, 'mail', [{ to: email, ...invitationTo(brief.id, context.origin) } satisfies Mail])
    }
    return null
  })
}

function tooMany(context: Context, retryAfterSeconds: number): Refusal {
  context.retryAfterSeconds = retryAfterSeconds
  const minutes = plural(Math.ceil(retryAfterSeconds / 60), 'minute')
  return refusal('RATE_LIMITED', `You have invited 60 people in an hour. Invite more in ${minutes}.`, 'email')
}

const removeContributor: MutationResolvers['removeContributor'] = (_root, args, context) =>
  changeBrief(args.briefId, context, async (tx, brief) => {
    if (isId(args.contributorId)) await deleteContributor(tx, brief.id, args.contributorId)
    return null
  })

export const contributorMutations = { addContributor, removeContributor } satisfies MutationResolvers

type Contributor = { personId: string; seatId: string | null; email: string | null }

/** Whoever sits in a workshop that the viewer knows the people of, or whoever has an e-mail address. */
async function readContributor(
  tx: Transaction,
  { seatId, email }: AddContributorInput,
  brief: BriefView,
  viewer: ViewerRow,
): Promise<Reading<Contributor>> {
  if (seatId == null) {
    const address = readEmail(email)
    if (!address.ok) return address
    const personId = await findOrInvitePerson(tx, address.value)
    return { ok: true, value: { personId, seatId: null, email: address.value } }
  }
  const seat = isId(seatId) ? await findSeatedPerson(tx, seatId, brief.projectId) : null
  if (!seat || !can(viewer, 'readPeople', { workshopId: seat.workshopId, published: false })) {
    return refuse('NOT_FOUND', 'This person is not in the project’s workshops. Choose another.')
  }
  if (seat.personId === null) {
    return refuse('NOT_ALLOWED_NOW', 'This person has not come in yet. Ask them by e-mail instead.')
  }
  return { ok: true, value: { personId: seat.personId, seatId, email: null } }
}

function refuse(code: Refusal['code'], message: string): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: refusal(code, message, 'seatId') }
}

function invitationTo(briefId: string, origin: string) {
  return {
    subject: 'You are invited to comment on a brief',
    text: `You are invited to read and comment on a piece of work that came out of a workshop. It opens once it is published.

Sign in with this e-mail address:
${invitingOrigin(origin)}/sign-in?callbackUrl=${encodeURIComponent(`/briefs/${briefId}`)}
`,
  }
}
