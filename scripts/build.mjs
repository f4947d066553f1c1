import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { fail, program, ROOT, runNode, Stop, say, seconds } from './run.mjs'

const STAMP = join(ROOT, '.next', 'built-from')
const FOLDERS = ['app', 'auth', 'db', 'domain', 'graphql', 'public']
const ROOT_FILE =
  /^(package(-lock)?\.json|tsconfig\.json|(?!vitest|playwright|drizzle|server\b).*\.(ts|js|mjs))$/
const GENERATED = /(^|[/\\])generated[/\\]|\.generated\.ts$|^next-env\.d\.ts$/

/** Builds the pages, unless the last build was made from exactly these sources. */
export async function buildIfStale() {
  const sources = hashSources()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === sources) return
  const start = Date.now()
  say('Building …')
  await generate()
  await step('The build', [program('next'), 'build'], {
    env: { NODE_ENV: 'production' },
    waiting: 'building',
  })
  writeFileSync(STAMP, sources)
  say(`Built in ${seconds(start)}.`)
}

/** Derives types from the GraphQL contract and the pages' operations. */
export async function generate() {
  const codegen = program('@graphql-codegen/cli', 'graphql-codegen')
  await step('Generating types', [codegen, '--config', 'codegen.ts'])
}

async function step(name, args, options) {
  const { code, output } = await runNode(args, options)
  if (code !== 0) throw new Stop(`${output}\n${name} failed; the reason stands above.`)
}

function hashSources() {
  const hash = createHash('sha256')
  for (const file of listSources())
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(ROOT, file)))
      .update('\0')
  return hash.digest('hex')
}

function listSources() {
  const inFolders = FOLDERS.filter((folder) => existsSync(join(ROOT, folder))).flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length)),
  )
  const atRoot = readdirSync(ROOT).filter((name) => ROOT_FILE.test(name))
  return [...atRoot, ...inFolders].filter((file) => !GENERATED.test(file)).sort()
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) await buildIfStale().catch(fail)
