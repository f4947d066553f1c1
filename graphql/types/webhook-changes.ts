import { v7 } from 'uuid'
import { makeWebhookSecret, sealWebhookSecret } from '#auth/webhook-secrets.ts'
import type { Transaction } from '#db/client.ts'
import { findPartnerToken, lockLivePartnerToken } from '#db/queries/tokens.ts'
import { beginTelling } from '#db/queries/webhook-changes.ts'
import { isTestWaiting } from '#db/queries/webhook-deliveries.ts'
import {
  deleteWebhook,
  insertWebhook,
  listWebhooks,
  lockWebhook,
  pauseWebhook as pauseRow,
  resumeWebhook as resumeRow,
  updateWebhookSecret,
  type WebhookView,
} from '#db/queries/webhooks.ts'
import type { Refusal } from '#domain/refusal.ts'
import { readWebhookUrl, refuseWebhook, refuseWebhookTest } from '#domain/webhooks.ts'
import { authorizePerson } from '#graphql/authorize.ts'
import { isId } from '#graphql/connections.ts'
import type { Context } from '#graphql/context.ts'
import { denied } from '#graphql/errors.ts'
import type { MutationResolvers } from '#graphql/generated/resolvers.ts'
import { forgetLoaded } from '#graphql/loaders.ts'
import { isPublicAddress } from '#graphql/public-addresses.ts'
import { sendLater } from '#graphql/tell-webhooks.ts'
import { refused } from './base.ts'

const registerWebhook: MutationResolvers['registerWebhook'] = async (_root, { input }, context) => {
  const { viewer } = authorizePerson(context.viewer, 'manageTokens')
  const { tokenId } = input
  if (!isId(tokenId) || (await findPartnerToken(context.db, tokenId)) === null) throw denied('NOT_FOUND')
  const url = readWebhookUrl(input.url, isPublicAddress)
  if (!url.ok) return refused(url.refusal)
  const secret = makeWebhookSecret()
  const made = await context.db.transaction(async (tx) => {
    const live = (await lockLivePartnerToken(tx, tokenId)) !== null
    const registered = (await listWebhooks(tx, [tokenId])).map((webhook) => webhook.url)
    const no = refuseWebhook(url.value, { live, registered })
    if (no) return no
    const id = v7()
    const sealed = sealWebhookSecret(secret, id)
    const webhook = await insertWebhook(tx, {
      id,
      tokenId,
      url: url.value,
      secret: sealed,
      createdById: viewer.personId,
    })
    await beginTelling(tx, id)
    return webhook
  })
  forgetLoaded(context.loaders)
  return 'code' in made ? refused(made) : { __typename: 'WebhookSecretSuccess', webhook: made, secret }
}

const renewWebhookSecret: MutationResolvers['renewWebhookSecret'] = async (_root, { id }, context) => {
  const secret = makeWebhookSecret()
  const changed = await change(id, context, async (tx) => {
    await updateWebhookSecret(tx, id, sealWebhookSecret(secret, id))
    return null
  })
  return changed.no ? refused(changed.no) : { ...changed, __typename: 'WebhookSecretSuccess', secret }
}

const pauseWebhook: MutationResolvers['pauseWebhook'] = (_root, { id }, context) =>
  answer(
    change(id, context, async (tx) => {
      await pauseRow(tx, id, 'BY_ADMINISTRATOR')
      return null
    }),
  )

const resumeWebhook: MutationResolvers['resumeWebhook'] = (_root, { id }, context) =>
  answer(
    change(id, context, async (tx, { pausedAt }) => {
      if (pausedAt !== null) await resumeRow(tx, id)
      return null
    }),
  )

const testWebhook: MutationResolvers['testWebhook'] = (_root, { id }, context) =>
  answer(
    change(id, context, async (tx, { live }) => {
      const no = refuseWebhookTest({ live, waiting: await isTestWaiting(tx, id) })
      if (no) return no
      await sendLater(tx, [{ webhookId: id, event: 'TEST', workshopIds: [], projectIds: [], tells: [] }])
      return null
    }),
  )

const removeWebhook: MutationResolvers['removeWebhook'] = async (_root, { id }, { db, viewer, loaders }) => {
  authorizePerson(viewer, 'manageTokens')
  await db.transaction(async (tx) => {
    if (!isId(id) || (await lockWebhook(tx, id)) === null) throw denied('NOT_FOUND')
    await deleteWebhook(tx, id)
  })
  forgetLoaded(loaders)
  return { __typename: 'RemoveWebhookSuccess', webhookId: id }
}

export const webhookMutations = {
  registerWebhook,
  renewWebhookSecret,
  pauseWebhook,
  resumeWebhook,
  removeWebhook,
  testWebhook,
} satisfies MutationResolvers

type Changed = { no: Refusal; webhook?: undefined } | { no: null; webhook: WebhookView }

/** The beats that every change of one webhook has. The answer shows it as it is then. */
async function change(
  id: string,
  { db, viewer, loaders }: Context,
  decideAndSave: (tx: Transaction, webhook: WebhookView & { live: boolean }) => Promise<Refusal | null>,
): Promise<Changed> {
  authorizePerson(viewer, 'manageTokens')
  const changed = await db.transaction(async (tx): Promise<Changed> => {
    const webhook = isId(id) ? await lockWebhook(tx, id) : null
    if (webhook === null) throw denied('NOT_FOUND')
    const no = await decideAndSave(tx, webhook)
    if (no) return { no }
    return { no, webhook: (await lockWebhook(tx, id)) ?? webhook }
  })
  forgetLoaded(loaders)
  return changed
}

async function answer(changing: Promise<Changed>) {
  const { no, webhook } = await changing
  return no ? refused(no) : { __typename: 'WebhookSuccess' as const, webhook }
}
