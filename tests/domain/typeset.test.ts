import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, expect, test, vi } from 'vitest'
import { typeset } from '#app/_typeset/typeset.ts'

const directory = mkdtempSync(join(tmpdir(), 'qlab-typeset-'))
const folder = relative(process.cwd(), directory)
writeFileSync(join(directory, 'short.typ'), '#set document(title: "Short")\n#json("data.json").words')
// A hundred million steps, which take longer than any test.
writeFileSync(
  join(directory, 'endless.typ'),
  '#{ let n = 0; for a in range(10000) { for b in range(10000) { n += calc.rem(a * b, 7) } }; [#n] }',
)
afterAll(() => rmSync(directory, { recursive: true }))

const document = (main: string) => ({ format: 'pdf' as const, folder, main, data: { words: 'Words' } })

/** A process that sets the endless document, and tells the number of the process in which that is done. */
const PRODUCT = `
  import childProcess from 'node:child_process'
  import { syncBuiltinESMExports } from 'node:module'
  const { spawn } = childProcess
  childProcess.spawn = (...args) => {
    const child = spawn(...args)
    console.log(child.pid)
    return child
  }
  syncBuiltinESMExports()
  const { typeset } = await import('#app/_typeset/typeset.ts')
  for await (const _ of typeset(${JSON.stringify(document('endless.typ'))}));`

async function startProduct(): Promise<{ product: ChildProcess; typesetter: number }> {
  const product = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', PRODUCT])
  const [pid] = await once(createInterface(product.stdout), 'line')
  return { product, typesetter: Number(pid) }
}

/** Whether a process runs; one that has ended and that nobody has asked about is still listed. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch {
    return false
  }
  if (process.platform !== 'linux') return true
  return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
}

test('what is being set ends when the product is killed', { timeout: 60_000 }, async () => {
  const { product, typesetter } = await startProduct()
  expect(isRunning(typesetter)).toBe(true)
  product.kill('SIGKILL')
  await once(product, 'exit')
  await vi.waitUntil(() => !isRunning(typesetter), { timeout: 5_000, interval: 50 })
})

test('what takes more memory than it may is given up, and the next document is set', async () => {
  const set = async (main: string, mostBytes?: number) => {
    const pieces: Uint8Array[] = []
    for await (const piece of typeset(document(main), mostBytes)) pieces.push(piece)
    return Buffer.concat(pieces).subarray(0, 5).toString()
  }
  await expect(set('endless.typ', 60_000_000)).rejects.toThrow('It takes more than 60 MB of memory.')
  expect(await set('short.typ')).toBe('%PDF-')
})
