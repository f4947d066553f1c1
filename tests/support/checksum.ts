import type { Database } from '#db/client.ts'

/** What a refused request may touch: counters against abuse, and when sessions were seen. */
const APART = ['rate_limits', 'sessions']

/** One digest of every row of every table, to show that a refused request changed nothing. */
export async function checksum({ $client: sql }: Database): Promise<string> {
  const tables = await sql<{ name: string }[]>`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.relname <> all(${APART}) order by 1`
  const digests = tables.map(
    ({ name }) => sql<{ digest: string }[]>`
      select coalesce(md5(string_agg(md5(x::text), '' order by md5(x::text))), '') as digest from ${sql(name)} x`,
  )
  const rows = await Promise.all(digests)
  return tables.map(({ name }, at) => `${name} ${rows[at]?.[0]?.digest}`).join('\n')
}
