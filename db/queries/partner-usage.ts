import { and, desc, eq, gt, sql } from 'drizzle-orm'
import type { Database, Executor } from '#db/client.ts'
import { partnerOperations, partnerUsage } from '#db/schema/partners.ts'
import {
  type Granted,
  type PartnerScope,
  type TokenBudget,
  type TokenUse,
  USAGE_DAYS,
} from '#domain/tokens.ts'
import { hashToken } from './sessions.ts'

/** A token that is let in, with what it has used of this minute, this request included. */
export type Admission = TokenBudget &
  TokenUse & {
    tokenId: string
    scopes: PartnerScope[]
    workshopIds: Granted
    origins: string[]
    /** Until the budget is whole again. */
    secondsLeft: number
  }

/** What a request asks for, as far as it is known before its document is read. */
export type Asking = { cost: number; operation: string | null; address: string }

const OPERATIONS_A_DAY = 50

/** Counts what is asked under the name of its operation; beyond so many names a day, under none. */
const countOperation = (
  requests: 0 | 1,
) => `insert into partner_operations (token_id, day, name, requests, cost)
  select t.id, current_date, case when exists (select from partner_operations o
      where o.token_id = t.id and o.day = current_date and o.name = $4)
    or (select count(*) from partner_operations o where o.token_id = t.id and o.day = current_date) < ${OPERATIONS_A_DAY}
    then $4 else '' end, ${requests}, $3::int
  from token t where $4::text is not null
  on conflict (token_id, day, name) do update
    set requests = partner_operations.requests + excluded.requests, cost = partner_operations.cost + excluded.cost`

/**
 * All requests with one token take turns at one row. What a crash may lose of the last moment's counts is not worth a
 * disk's time for each of them, so the commit, which is that of this one statement, does not wait for it.
 */
const WITHOUT_WAITING = `set_config('synchronous_commit', 'off', true)`

const admit = (found: string, requests: 0 | 1) => `
  with token as materialized (
    select t.* from partner_tokens t, ${WITHOUT_WAITING} where ${found} and revoked_at is null and expires_at > now()),
  used as (
    insert into partner_usage (token_id, minute, requests, cost)
    select id, date_trunc('minute', now()), ${requests}, $3::int from token
    on conflict (token_id, minute) do update
      set requests = partner_usage.requests + excluded.requests, cost = partner_usage.cost + excluded.cost
    returning requests, cost),
  named as (${countOperation(requests)}),
  seen as (
    update partner_tokens p set last_used_at = now(), last_used_address = $5 from token t
    where p.id = t.id and (t.last_used_at is null or t.last_used_at < now() - interval '1 minute'))
  select t.id as "tokenId", t.scopes::text[] as scopes, t.origins, t.requests_per_minute as "requestsPerMinute",
    t.cost_per_minute as "costPerMinute", u.requests, u.cost, ceil(60 - extract(second from now()))::int as "secondsLeft",
    case when not t.all_published then array(select w.id from workshops w
      where w.deleted_at is null and w.published_at is not null
        and (w.id = any (t.workshop_ids) or w.project_id = any (t.project_ids))) end as "workshopIds"
  from token t, used u`
const BY_SECRET = 'prefix = $1 and secret_hash = $2'
const BY_ID = 'id = $1::uuid and $2::text is null'
const ADMIT = admit(BY_SECRET, 1)
const ADMIT_BY_ID = admit(BY_ID, 1)
const ADMIT_FURTHER = admit(BY_ID, 0)

/**
 * Finds the token and counts the request, in one statement, so that all instances share the limits and a token that was
 * revoked is gone at once. Null for one that is unknown, revoked or has ended.
 */
export function admitToken(
  db: Database,
  { prefix, secret }: { prefix: string; secret: string },
  asking: Asking,
): Promise<Admission | null> {
  return runAdmission(db, ADMIT, [prefix, hashToken(secret)], asking)
}

/** The same for a token that signed a link. */
export function admitTokenById(db: Database, tokenId: string, asking: Asking): Promise<Admission | null> {
  return runAdmission(db, ADMIT_BY_ID, [tokenId, null], asking)
}

/** The next piece of a request that was counted already: its cost counts in the minute in which it comes. */
export function admitFurther(db: Database, tokenId: string, asking: Asking): Promise<Admission | null> {
  return runAdmission(db, ADMIT_FURTHER, [tokenId, null], asking)
}

async function runAdmission(
  { $client }: Database,
  statement: string,
  found: readonly [string, string | null],
  { cost, operation, address }: Asking,
): Promise<Admission | null> {
  const [row] = await $client.unsafe<(Omit<Admission, 'workshopIds'> & { workshopIds: string[] | null })[]>(
    statement,
    [...found, cost, operation, address],
    { prepare: true },
  )
  return row === undefined ? null : { ...row, workshopIds: row.workshopIds ?? 'ALL' }
}

const CHARGE = `
  with token as materialized (select $1::uuid as id, $2::text as unused from ${WITHOUT_WAITING}),
  named as (${countOperation(1)})
  insert into partner_usage (token_id, minute, cost) select id, date_trunc('minute', now()), $3::int from token
  on conflict (token_id, minute) do update set cost = partner_usage.cost + excluded.cost
  returning cost`

/** Counts the cost of a document that had to be read first, and returns what was used of this minute. */
export async function chargeToken(
  { $client }: Database,
  tokenId: string,
  { cost, operation }: Pick<Asking, 'cost' | 'operation'>,
): Promise<number> {
  const [row] = await $client.unsafe<{ cost: number }[]>(CHARGE, [tokenId, null, cost, operation ?? ''], {
    prepare: true,
  })
  return row?.cost ?? 0
}

/** Counts an answer that held an error. */
export async function countTokenError(db: Executor, tokenId: string): Promise<void> {
  await db
    .insert(partnerUsage)
    .values({ tokenId, minute: sql`date_trunc('minute', now())`, errors: 1 })
    .onConflictDoUpdate({
      target: [partnerUsage.tokenId, partnerUsage.minute],
      set: { errors: sql`${partnerUsage.errors} + 1` },
    })
}

/** Whether a page of this origin may read answers to some token that works. */
export async function isListedOrigin({ $client: sql }: Database, origin: string): Promise<boolean> {
  const rows = await sql`
    select from partner_tokens where origins @> array[${origin}::text] and revoked_at is null and expires_at > now() limit 1`
  return rows.length > 0
}

/** Forgets what was asked longer ago than anybody can look at. */
export async function forgetOldUsage(db: Executor): Promise<void> {
  await db
    .delete(partnerUsage)
    .where(sql`${partnerUsage.minute} < now() - make_interval(days => ${USAGE_DAYS})`)
  await db.delete(partnerOperations).where(sql`${partnerOperations.day} < current_date - ${USAGE_DAYS}::int`)
}

export type UsageDay = { day: string; requests: number; cost: number; errors: number }

/** What was asked with a token on each of the last days, the latest first. */
export async function listUsage(db: Executor, tokenId: string, days: number): Promise<UsageDay[]> {
  const day = sql<string>`(${partnerUsage.minute} at time zone 'UTC')::date::text`
  return db
    .select({
      day,
      requests: sql<number>`sum(${partnerUsage.requests})::int`,
      cost: sql<number>`sum(${partnerUsage.cost})::int`,
      errors: sql<number>`sum(${partnerUsage.errors})::int`,
    })
    .from(partnerUsage)
    .where(
      and(
        eq(partnerUsage.tokenId, tokenId),
        gt(partnerUsage.minute, sql`now() - make_interval(days => ${days})`),
      ),
    )
    .groupBy(sql`1`)
    .orderBy(desc(sql`1`))
}

/** The ten operations asked most often with a token in the last days. */
export async function listTopOperations(
  db: Executor,
  tokenId: string,
  days: number,
): Promise<{ name: string; requests: number; cost: number }[]> {
  const requests = sql<number>`sum(${partnerOperations.requests})::int`
  return db
    .select({
      name: partnerOperations.name,
      requests,
      cost: sql<number>`sum(${partnerOperations.cost})::int`,
    })
    .from(partnerOperations)
    .where(
      and(
        eq(partnerOperations.tokenId, tokenId),
        gt(partnerOperations.day, sql`current_date - ${days}::int`),
      ),
    )
    .groupBy(partnerOperations.name)
    .orderBy(desc(requests), partnerOperations.name)
    .limit(10)
}
