import type { Transaction } from '#db/client.ts'
import { addJobs } from '#db/jobs.ts'
import { findPersonByEmail, lockAdministrators, updatePlatformRole, upsertStaff } from '#db/queries/people.ts'
import { endSessionsOf } from '#db/queries/sessions.ts'
import { type PlatformRole, refuseLastAdministrator } from '#domain/people.ts'
import { type Refusal, refusal } from '#domain/refusal.ts'
import { LIMITS, readEmail, readText } from '#domain/text.ts'
import { authorize } from '#graphql/authorize.ts'
import { isId } from '#graphql/connections.ts'
import type { MutationResolvers } from '#graphql/generated/resolvers.ts'
import { invitingOrigin } from '#graphql/join-address.ts'
import type { Mail } from '#mail.ts'
import { refused } from './base.ts'

const inviteStaff: MutationResolvers['inviteStaff'] = async (_root, { input }, { db, viewer, origin }) => {
  authorize(viewer, 'manageStaff')
  const email = readEmail(input.email)
  if (!email.ok) return refused(email.refusal)
  const name = readText(input.name, { field: 'name', max: LIMITS.displayName, required: false })
  if (!name.ok) return refused(name.refusal)
  const given = { email: email.value, name: name.value || null, platformRole: input.role }
  const person = await db.transaction(async (tx) => {
    const administrators = await lockAdministrators(tx)
    const known = await findPersonByEmail(tx, given.email)
    const no = known && refuseLastAdministrator({ personId: known.id, to: input.role, administrators })
    if (no) return no
    await addJobs(tx, 'mail', [{ to: given.email, ...invitationTo(invitingOrigin(origin)) } satisfies Mail])
    return upsertStaff(tx, given)
  })
  return 'code' in person ? refused(person) : { __typename: 'InviteStaffSuccess', person }
}

function invitationTo(origin: string) {
  return {
    subject: 'You are invited to run workshops',
    text: `You are invited to plan and run workshops on Q Lab Workshops.

Sign in with this e-mail address:
${origin}/sign-in?callbackUrl=${encodeURIComponent('/dashboard')}
`,
  }
}

const changePlatformRole: MutationResolvers['changePlatformRole'] = async (
  _root,
  { personId, role },
  context,
) => {
  authorize(context.viewer, 'manageStaff')
  const person = await context.db.transaction((tx) => giveRole(tx, personId, role))
  return 'code' in person ? refused(person) : { __typename: 'ChangePlatformRoleSuccess', person }
}

const removeStaff: MutationResolvers['removeStaff'] = async (_root, { personId }, context) => {
  authorize(context.viewer, 'manageStaff')
  const person = await context.db.transaction(async (tx) => {
    const removed = await giveRole(tx, personId, null)
    if (!('code' in removed)) await endSessionsOf(tx, removed.id)
    return removed
  })
  return 'code' in person ? refused(person) : { __typename: 'RemoveStaffSuccess', personId: person.id }
}

export const staffMutations = { inviteStaff, changePlatformRole, removeStaff } satisfies MutationResolvers

async function giveRole(tx: Transaction, personId: string, to: PlatformRole | null) {
  const administrators = await lockAdministrators(tx)
  const no = refuseLastAdministrator({ personId, to, administrators })
  if (no) return no
  return (isId(personId) ? await updatePlatformRole(tx, personId, to) : null) ?? noSuchPerson()
}

function noSuchPerson(): Refusal {
  return refusal('NOT_FOUND', 'This person does not belong to the staff. Reload the page.', 'personId')
}
