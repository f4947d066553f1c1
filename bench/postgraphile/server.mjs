// PostGraphile on node:http, set up for speed: prepared statements, no watching, no explorer, lists instead of connections
// where a list will do. It finds out who is asking, as the others do, and that is all it does about rights: policies of
// Postgres would need a transaction and settings around each statement, so it is spared them.
import './with-resolvers.mjs'
import { createHash } from 'node:crypto'
import { createServer } from 'node:http'
import pg from 'pg'
import { postgraphile } from 'postgraphile'
import { makePgService } from 'postgraphile/adaptors/pg'
import { grafserv } from 'postgraphile/grafserv/node'
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber'

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  max: Number(process.env.DATABASE_POOL),
})
const pgService = makePgService({ pool, schemas: ['peer'] })

const VIEWER = `
  select p.id, p.platform_role, s.id as seat_id, s.workshop_id, s.role
  from sessions x join people p on p.id = x.person_id
    left join seats s on s.person_id = p.id and s.removed_at is null
  where x.token_hash = $1 and x.expires_at > now()`

// A token's requests are counted, as the others count them; whether it may still ask is not looked at.
const ADMIT = `
  with token as (select id, scopes from partner_tokens
    where prefix = $1 and secret_hash = $2 and revoked_at is null and expires_at > now())
  insert into partner_usage (token_id, minute, requests, cost)
  select id, date_trunc('minute', now()), 1, 1 from token, set_config('synchronous_commit', 'off', true)
  on conflict (token_id, minute) do update set requests = partner_usage.requests + 1, cost = partner_usage.cost + 1
  returning token_id, requests`

async function admit(authorization) {
  const at = 'Bearer qlab_'.length
  const hash = createHash('sha256')
    .update(authorization.slice(at + 13))
    .digest('base64url')
  const values = [authorization.slice(at, at + 12), hash]
  const { rows } = await pool.query({ name: 'admit', text: ADMIT, values })
  if (rows.length === 0) throw new Error('There is no such token.')
  return { viewer: rows }
}

async function findViewer({ node }) {
  const { cookie, authorization } = node?.req.headers ?? {}
  if (authorization !== undefined) return admit(authorization)
  if (cookie === undefined) return {}
  const token = cookie.slice(cookie.indexOf('=') + 1)
  const hash = createHash('sha256').update(token).digest('base64url')
  const { rows } = await pool.query({ name: 'viewer', text: VIEWER, values: [hash] })
  return { viewer: rows }
}

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [pgService],
  schema: { defaultBehavior: '+list -connection' },
  grafserv: { watch: false, graphiql: false, websockets: false },
  grafast: { explain: false, context: findViewer },
})

const server = createServer()
server.on('error', (error) => {
  throw error
})
await instance.createServ(grafserv).addTo(server)
server.listen(Number(process.env.PORT), '127.0.0.1')

process.once('SIGTERM', async () => {
  server.close()
  server.closeAllConnections()
  await instance.release()
  await pool.end()
  process.exit(0)
})
