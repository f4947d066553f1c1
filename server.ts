import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import next from 'next'
import { connection, db } from '#db/client.ts'
import type { Worker } from '#db/jobs.ts'
import { keptSecret } from '#db/kept-secret.ts'
import { type OpenDatabase, openDatabase } from '#db/open.ts'
import { env, provide, StartError } from '#env.ts'
import { startBackground } from '#graphql/background.ts'
import { firstAdministratorLink } from '#graphql/first-administrator.ts'
import { createGraphqlHandler } from '#graphql/http.ts'
import { createGraphqlServer } from '#graphql/server.ts'
import { log, logConsole } from '#log.ts'
import { mailIsMissing } from '#mail.ts'
import { networkAddress } from '#own-addresses.ts'
import { createRequestListener, type Work } from './request-listener.ts'

/** The one process of the product: database, GraphQL and pages behind one port. */

let work: Work | undefined
/** Reloading in development runs over these; closing a server does not include them. */
const upgraded = new Set<Duplex>()
/** How to stop; until the product is ready there is nothing to finish, and ending the process ends Postgres too. */
let finish = async (): Promise<void> => {}

try {
  await start()
} catch (error) {
  if (error instanceof StartError) process.stderr.write(`${error.message}\n`)
  else log.fatal({ err: error }, 'the product could not start')
  process.exit(1)
}

async function start(): Promise<void> {
  stopOnSignals()
  if (env().NODE_ENV === 'production') logConsole()
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'an error that nothing caught: the product stops')
    process.exit(1)
  })
  // A promise nobody waited for leaves nothing half done that others depend on.
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'a promise that nothing waited for'))

  const server = createServer({ headersTimeout: 15_000, requestTimeout: 60_000, keepAliveTimeout: 70_000 })
  server.on(
    'request',
    createRequestListener(() => work),
  )
  server.on('upgrade', (_, socket) => upgraded.add(socket))
  // The port first: a second start by mistake ends here, before it touches the data.
  await listen(server, env().PORT)
  const database = await prepareDatabase()
  const pages = await prepareWork(server)
  const background = startBackground(db, env().DATABASE_URL ?? '')
  finish = () => stop(server, pages, background, database)
  await announce(database)
}

async function prepareDatabase(): Promise<OpenDatabase> {
  if (env().AUTH_SECRET === undefined) provide('AUTH_SECRET', keptSecret(join(env().QLAB_DATA_DIR, 'secret')))
  return openDatabase(say)
}

async function prepareWork(server: Server) {
  const graphql = await createGraphqlServer(db)
  globalThis.qlab = graphql.inProcess
  const pages = next({ dev: env().NODE_ENV === 'development', port: env().PORT, httpServer: server })
  await pages.prepare()
  work = { db, graphql: createGraphqlHandler(graphql), pages: pages.getRequestHandler() }
  return pages
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, '0.0.0.0')
  try {
    await once(server, 'listening')
  } catch (cause) {
    const taken = `Port ${port} is in use by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`
    throw new StartError(isCode(cause, 'EADDRINUSE') ? taken : `Port ${port} cannot be used: ${cause}.`, {
      cause,
    })
  }
}

function stopOnSignals(): void {
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (stopping) return
      stopping = true
      finish().then(
        () => process.exit(0),
        (error) => {
          log.fatal({ err: error }, 'stopping was not clean')
          process.exit(1)
        },
      )
    })
  }
}

/** Takes nothing new, finishes what is under way, then lets go of the database. */
async function stop(
  server: Server,
  pages: { close: () => Promise<void> },
  background: Worker,
  database: OpenDatabase,
): Promise<void> {
  say('Stopping …')
  const closed = once(server, 'close')
  server.close()
  for (const socket of upgraded) socket.destroy()
  server.closeIdleConnections()
  const impatience = setTimeout(() => server.closeAllConnections(), 8_000)
  await closed
  clearTimeout(impatience)
  await pages.close()
  await background.stop()
  await connection().close()
  await database.stop()
}

async function announce(database: OpenDatabase): Promise<void> {
  const here = env().PUBLIC_URL ?? `http://localhost:${env().PORT}`
  const room = networkAddress()
  say(`Q Lab Workshops is ready at ${here}`)
  if (room && !env().PUBLIC_URL) say(`Phones in the room reach it at http://${room}:${env().PORT}`)
  say(`Its data is in ${database.description}. Ctrl-C stops it.`)
  const link = await firstAdministratorLink(db, here)
  if (mailIsMissing()) say('No mail leaves this product: set SMTP_URL, or nobody elsewhere can sign in.')
  if (link) say(`Sign in as the first administrator, once, with this link:\n  ${link}`)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
