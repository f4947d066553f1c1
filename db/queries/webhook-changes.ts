import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { partnerTokens } from '#db/schema/partners.ts'
import { type Telling, webhooks, webhookTellings } from '#db/schema/webhooks.ts'
import type { WebhookChange } from '#domain/webhooks.ts'
import { TOKEN_IS_LIVE } from './webhooks.ts'

/** A change with what is to be remembered of it once it has been told. */
export type FoundChange = WebhookChange & { webhookId: string; telling: Telling }

/** Locks the webhooks that are to be told, but for those that another instance is telling just now. */
export async function lockListeningWebhooks(tx: Transaction): Promise<string[]> {
  const rows = await tx
    .select({ id: webhooks.id })
    .from(webhooks)
    .innerJoin(partnerTokens, eq(partnerTokens.id, webhooks.tokenId))
    .where(and(isNull(webhooks.pausedAt), TOKEN_IS_LIVE))
    .for('no key update', { of: webhooks, skipLocked: true })
  return rows.map(({ id }) => id)
}

/** How many rows of a kind there are, and when the latest of them changed. */
const stateOf = (rows: string, moment = 'x.updated_at') =>
  `(select concat(count(*), ' ', max(${moment})) ${rows})`

const STANDS = 'x.withdrawn_at is null and x.hidden_at is null'
const IDEA_STANDS = 'i.withdrawn_at is null and i.hidden_at is null'

/** The words of the workshop `w` as partners read them. What is hidden or withdrawn moves nothing but their number. */
const WORDS = [
  stateOf(`from issues x where x.workshop_id = w.id and ${STANDS}`),
  stateOf('from statements x where x.workshop_id = w.id and x.withdrawn_at is null'),
  stateOf(
    `from similar_statements x join statements s on s.id = x.statement_id where s.workshop_id = w.id`,
    'x.created_at',
  ),
  stateOf(`from ideas x where x.workshop_id = w.id and ${STANDS}`),
  stateOf(
    `from idea_supports x join ideas i on i.id = x.idea_id where i.workshop_id = w.id and ${IDEA_STANDS}`,
    'x.created_at',
  ),
  stateOf(
    `from critiques x join ideas i on i.id = x.idea_id where x.workshop_id = w.id and ${STANDS} and ${IDEA_STANDS}`,
  ),
]

/** The published briefs that join words of the workshop `w`. */
const BRIEFS = `select b.id, b.updated_at from briefs b where b.published_at is not null and b.id in (
  select j.brief_id from brief_statements j join statements s on s.id = j.statement_id where s.workshop_id = w.id
  union select j.brief_id from brief_ideas j join ideas i on i.id = j.idea_id where i.workshop_id = w.id)`

const WORK = [
  `(select string_agg(concat(x.id, x.updated_at), '' order by x.id) from (${BRIEFS}) x)`,
  stateOf(`from test_teams x where x.brief_id in (select id from (${BRIEFS}) b)`),
  stateOf(
    `from brief_measures j join measures x on x.id = j.measure_id where j.brief_id in (select id from (${BRIEFS}) b)`,
  ),
]

/**
 * What differs between what each webhook was told last and what its token reads now. A webhook that a delivery is still
 * under way to is left out: what changes meanwhile is told together, once that has arrived.
 */
const CHANGES = `
  with hook as materialized (
    select h.id, t.all_published, t.workshop_ids, t.project_ids, 'CONTENT' = any (t.scopes) as words
    from webhooks h join partner_tokens t on t.id = h.token_id
    where h.id = any ($1::uuid[]) and not exists (select from webhook_deliveries d
      where d.webhook_id = h.id and d.state = 'WAITING' and d.event <> 'TEST')),
  opened as materialized (
    select h.id as webhook_id, h.words, w.id as workshop_id from hook h join workshops w
      on w.deleted_at is null and w.published_at is not null
      and (h.all_published or w.id = any (h.workshop_ids) or w.project_id = any (h.project_ids))),
  seen as materialized (
    select w.id, w.project_id, w.updated_at::text as results, concat_ws('|', ${WORDS.join(', ')}) as words,
      p.updated_at::text as project, concat_ws('|', ${WORK.join(', ')}) as work
    from workshops w join projects p on p.id = w.project_id where w.id in (select workshop_id from opened)),
  now_read as (
    select o.webhook_id, o.workshop_id, s.project_id, md5(concat(s.results, case when o.words then s.words end)) as content,
      md5(concat(s.project, case when o.words then s.work end)) as project
    from opened o join seen s on s.id = o.workshop_id),
  told as (select t.* from webhook_tellings t where t.webhook_id in (select id from hook))
  select coalesce(n.webhook_id, t.webhook_id) as "webhookId", coalesce(n.workshop_id, t.workshop_id) as "workshopId",
    case when t.webhook_id is null then 'WORKSHOP_PUBLISHED' when n.webhook_id is null then 'WORKSHOP_UNPUBLISHED'
      else 'CONTENT_CHANGED' end as event,
    n.project_id as "projectId", t.content is distinct from n.content as content,
    n.project is not null and t.project is distinct from n.project as project,
    json_build_object('workshopId', coalesce(n.workshop_id, t.workshop_id), 'content', n.content, 'project', n.project) as telling
  from now_read n full join told t on t.webhook_id = n.webhook_id and t.workshop_id = n.workshop_id
  where (t.content, t.project) is distinct from (n.content, n.project)
  order by 1, 2`

/** Finds what is to be told to these webhooks, in one statement. Only published and granted workshops are looked at. */
export async function listWebhookChanges(
  tx: Transaction,
  webhookIds: readonly string[],
): Promise<FoundChange[]> {
  if (webhookIds.length === 0) return []
  const ids = sql.param([...webhookIds])
  const [before = '', after = ''] = CHANGES.split('$1')
  return [...(await tx.execute<FoundChange>(sql`${sql.raw(before)}${ids}${sql.raw(after)}`))]
}

/** Takes what a new webhook could read when it was registered as told: it is told what changes from then on. */
export async function beginTelling(tx: Transaction, webhookId: string): Promise<void> {
  const found = await listWebhookChanges(tx, [webhookId])
  const rows = found.flatMap(({ telling: { workshopId, content, project } }) =>
    content === null || project === null ? [] : [{ webhookId, workshopId, content, project }],
  )
  if (rows.length > 0) await tx.insert(webhookTellings).values(rows)
}
