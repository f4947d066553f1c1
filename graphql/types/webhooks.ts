import type { WebhookDeliveryView } from '#db/queries/webhook-deliveries.ts'
import { outcomeInWords, PAUSES_IN_WORDS } from '#domain/webhooks.ts'
import { connection, connectionFields, readPage } from '#graphql/connections.ts'
import type {
  PartnerTokenResolvers,
  QueryResolvers,
  Resolvers,
  WebhookResolvers,
} from '#graphql/generated/resolvers.ts'
import { webhookMutations } from './webhook-changes.ts'

const webhooks: QueryResolvers['webhooks'] = (_root, _args, { viewer, loaders }) =>
  viewer?.partner ? loaders.webhooksByToken.load(viewer.partner.tokenId) : null

const webhooksOfToken: PartnerTokenResolvers['webhooks'] = ({ id }, _args, { loaders }) =>
  loaders.webhooksByToken.load(id)

const fields: WebhookResolvers = {
  state: ({ pausedAt }) => (pausedAt === null ? 'ACTIVE' : 'PAUSED'),
  pauseReason: ({ pauseReason }) => (pauseReason === null ? null : PAUSES_IN_WORDS[pauseReason]),
  deliveries: async ({ id }, args, { loaders }) => {
    const page = readPage(args)
    return connection(
      await loaders.logOfWebhook.load({ webhookId: id, page }),
      page,
      (row: WebhookDeliveryView) => ({ id: row.id }),
      () => loaders.logLengthOfWebhook.load(id),
    )
  },
}

export const webhookResolvers = {
  Query: { webhooks },
  Mutation: webhookMutations,
  PartnerToken: { webhooks: webhooksOfToken },
  Webhook: fields,
  WebhookDeliveryConnection: connectionFields,
  WebhookTry: { words: outcomeInWords },
} satisfies Resolvers
