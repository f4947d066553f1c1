import { existsSync } from 'node:fs'
import { run, Stop, say } from './run.mjs'

const DEBIANS = '/usr/bin/chromium'

/** The journeys need a browser. Debian as root can fetch its own; elsewhere a person has to. */
export async function ensureChromium() {
  const named = process.env.CHROMIUM_PATH
  if (named) {
    if (existsSync(named)) return
    throw new Stop(`CHROMIUM_PATH names ${named}, and there is no such file.`)
  }
  if (existsSync(DEBIANS)) return
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
    throw new Stop('The journeys need Chromium. Install it, and name its program in CHROMIUM_PATH.')
  }
  say('Installing Chromium …')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    const { code, output } = await run('apt-get', args, { env, waiting: 'installing Chromium' })
    if (code !== 0) throw new Stop(`${output}\nChromium could not be installed; the reason stands above.`)
  }
}
