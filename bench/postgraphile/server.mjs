// PostGraphile on node:http, set up for speed: prepared statements, no watching, no explorer, no transaction or
// settings around statements (it asks nobody for rights), and lists instead of connections where a list will do.
import './with-resolvers.mjs'
import { createServer } from 'node:http'
import { postgraphile } from 'postgraphile'
import { makePgService } from 'postgraphile/adaptors/pg'
import { grafserv } from 'postgraphile/grafserv/node'
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber'

const pgService = makePgService({
  connectionString: process.env.DATABASE_URL,
  schemas: ['peer'],
  poolConfig: { max: Number(process.env.DATABASE_POOL) },
})

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [pgService],
  schema: { defaultBehavior: '+list -connection' },
  grafserv: { watch: false, graphiql: false, websockets: false },
  grafast: { explain: false },
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
  process.exit(0)
})
