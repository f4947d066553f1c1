import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const biome = join(
  dirname(createRequire(import.meta.url).resolve('@biomejs/biome/package.json')),
  'bin',
  'biome',
)

const IMPURE = [
  'setItems((now) => [...now, v7()])',
  'setItems(() => new Date())',
  'setItems(function (now) { return [...now, v7()] })',
  'setItems(function next() { return [Math.random()] })',
  'setItems((now) => { localStorage.setItem("a", "b"); return now })',
  'setItems(function (now) { window.sessionStorage.removeItem("a"); return now })',
  'setItems((now) => { keepOwn("a", null); return now })',
  'setItems((now) => { announce("Done."); return now })',
  'renew(() => uuidv7())',
]
const PURE = [
  'setItems((now) => [...now, id])',
  'setId(v7())',
  'setText(readDraft("a"))',
  'setItems({ make: () => v7() })',
  'const [made] = useState(() => v7())',
]

const directory = mkdtempSync(join(tmpdir(), 'qlab-lint-'))
let complaints = ''
beforeAll(() => {
  const plugins = [join(process.cwd(), 'pure-updaters.grit')]
  writeFileSync(join(directory, 'biome.json'), JSON.stringify({ plugins }))
  writeFileSync(join(directory, 'probe.ts'), [...IMPURE, ...PURE].join('\n'))
  const { stdout, stderr } = spawnSync(process.execPath, [biome, 'lint', '--max-diagnostics=none', '.'], {
    cwd: directory,
    encoding: 'utf8',
  })
  complaints = `${stdout}${stderr}`
})
afterAll(() => rmSync(directory, { recursive: true }))

const isComplainedOf = (line: number) => complaints.includes(`probe.ts:${line}:1 plugin`)

test.each(IMPURE)(
  'an updater that answers differently each time, or leaves something behind, is found: %s',
  (call) => {
    expect(isComplainedOf(IMPURE.indexOf(call) + 1)).toBe(true)
  },
)

test.each(PURE)('what is made outside of an updater is not: %s', (call) => {
  expect(complaints).toContain('probe.ts')
  expect(isComplainedOf(IMPURE.length + PURE.indexOf(call) + 1)).toBe(false)
})
