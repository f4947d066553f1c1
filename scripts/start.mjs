// npm start, npm run dev and npm run demo:reset. Works on a fresh clone: it imports nothing before it is installed.
import { existsSync } from 'node:fs'
import { buildIfStale, generate } from './build.mjs'
import { install } from './install.mjs'
import { fail, ROOT, say } from './run.mjs'
import { stopWithNpm } from './stop-with-npm.mjs'

const dev = process.argv.includes('--dev')
const reset = process.argv.includes('--reset-demo')

async function start() {
  stopWithNpm()
  process.chdir(ROOT)
  if (existsSync('.env')) process.loadEnvFile('.env')
  process.env.NODE_ENV = dev ? 'development' : 'production'
  process.env.NEXT_TELEMETRY_DISABLED = '1'

  await install()
  const { register } = await import('tsx/esm/api')
  register()
  // A wrong setting should not cost the minutes of a build.
  const { parseEnv } = await import('../env.ts')
  parseEnv(process.env)

  if (reset) {
    await (await import('../db/reset.ts')).resetDemo(process.argv)
    say('The database is as new. The next start prints a link for the first administrator.')
    return
  }
  if (dev) await generate()
  else await buildIfStale()
  await import('../server.ts')
}

await start().catch(fail)
