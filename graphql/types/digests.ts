import { readStopToken } from '#auth/digest-links.ts'
import { findDigest, updateDigest } from '#db/queries/digests.ts'
import { refusal } from '#domain/refusal.ts'
import { requirePerson } from '#graphql/authorize.ts'
import type { MutationResolvers, Resolvers } from '#graphql/generated/resolvers.ts'
import { refused } from './base.ts'

const setDigest: MutationResolvers['setDigest'] = async (_root, { digest }, context) => {
  const { db } = context
  const viewer = requirePerson(context.viewer)
  if (viewer.email === null) {
    const message = 'There is no e-mail address to write to. Sign in with one first: your seat comes along.'
    return refused(refusal('NOT_ALLOWED_NOW', message))
  }
  await updateDigest(db, viewer.personId, digest)
  return { __typename: 'SetDigestSuccess', viewer }
}

const stopDigest: MutationResolvers['stopDigest'] = async (_root, { token }, { db }) => {
  const personId = readStopToken(token)
  if (personId === null) {
    const message =
      'This link is not complete. Open it from the mail again, or sign in and turn the mails off.'
    return refused(refusal('NOT_FOUND', message, 'token'))
  }
  await updateDigest(db, personId, 'OFF')
  return { __typename: 'StopDigestSuccess', digest: 'OFF' }
}

export const digestResolvers = {
  Mutation: { setDigest, stopDigest },
  Viewer: { digest: (viewer, _args, { db }) => findDigest(db, viewer.personId) },
} satisfies Resolvers
