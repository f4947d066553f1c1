import { connect } from '#db/client.ts'
import { createGraphqlServer } from '#graphql/server.ts'
import { serve } from './http-server.ts'

/** A process of its own that serves the endpoint on DATABASE_URL and says on which port; for tests that end it by force. */
const { db } = connect(process.env.DATABASE_URL ?? '', { pool: 8 })
const { port } = await serve(await createGraphqlServer(db))
process.stdout.write(`port ${port}\n`)
