import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyInJavaScript } from '#app/(public)/partners/copy-in-javascript.ts'
import { createSchema } from '#graphql/schema.ts'
import { ask, type HttpWorld, openHttpWorld, signedIn } from '#tests/support/http-server.ts'
import { type GivenToken, giveToken } from '#tests/support/partners.ts'
import { ROOT_CALLS } from '#tests/support/root-calls.ts'
import { type Cast, openCast, openScene, type Scene } from '#tests/support/scene.ts'

/** Whatever happens, in whatever order: a copy that is brought up to date is the one that would be made anew. */

// As many as take some seconds; more are asked for by hand.
const ACTS = Number(process.env.COPY_FUZZ_ACTS ?? 25)
const SEED = Number(process.env.COPY_FUZZ_SEED ?? 2017)
// They take the readers or the actors of this test away.
const LEFT_OUT = new Set(['revokeToken', 'rotateToken', 'removeStaff', 'changePlatformRole', 'renameViewer'])

let world: HttpWorld
let cast: Cast
let token: GivenToken
let scenes: Scene[]
const folders: string[] = []
beforeAll(async () => {
  world = await openHttpWorld()
  cast = await openCast(world)
  scenes = [
    await openScene(world, cast, { published: true }),
    await openScene(world, cast, { published: true }),
  ]
  token = await giveToken(world, { requestsPerMinute: 1_000_000, costPerMinute: 100_000_000 })
})
afterAll(async () => {
  await world.close()
  for (const folder of folders) await rm(folder, { recursive: true })
})

let made = 0

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'qlab-fuzz-'))
  folders.push(folder)
  return folder
}

/** Runs the documented program, here rather than in a process of its own, which would take longer than its work. */
async function makeCopy(folder: string): Promise<object> {
  made += 1
  const file = join(folder, `copy-${made}.mjs`)
  const copy = JSON.stringify(join(folder, 'copy.json'))
  const program = copyInJavaScript(new URL(world.server.url).origin)
  await writeFile(file, program.replaceAll("'copy.json'", copy).replace(/^console.*$/m, ''))
  await import(/* @vite-ignore */ pathToFileURL(file).href)
  return readCopy(folder)
}

/** As if the copy had been made just now: what happened before is not asked for again. */
async function waitAMinute(folder: string): Promise<void> {
  const file = join(folder, 'copy.json')
  const [row] = await world.db.$client`select clock_timestamp() as now`
  const copy = JSON.parse(await readFile(file, 'utf8'))
  await writeFile(file, JSON.stringify({ ...copy, since: new Date(row?.now).toISOString() }))
}

/** Numbers from 0 to 1 that are the same for a seed each time: mulberry32. */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

type IdTable = 'issues' | 'ideas' | 'statements' | 'reasons' | 'critiques' | 'areas' | 'seats' | 'people'

/** What may be said of any row of a table, beside the calls of the scene. */
const OF_ROWS: [IdTable, (id: string, words: string) => string][] = [
  // Words that are shown inside of other things, each time other ones.
  ['areas', (id, words) => `renameArea(areaId: "${id}", name: "${words}")`],
  ['issues', (id, words) => `editIssue(input: { id: "${id}", title: "${words}" })`],
  ['statements', (id, words) => `rewordStatement(input: { id: "${id}", title: "${words}" })`],
  ['reasons', (id, words) => `editReason(reasonId: "${id}", text: "${words}")`],
  ['reasons', (id) => `withdrawReason(reasonId: "${id}")`],
  ['reasons', (id) => `restoreReason(reasonId: "${id}")`],
  ['ideas', (id, words) => `editIdea(input: { id: "${id}", text: "${words}" })`],
  // People who leave, and people who are erased with their words.
  ['seats', (id, words) => `renameSeat(seatId: "${id}", displayName: "${words}")`],
  ['seats', (id) => `removeSeat(seatId: "${id}")`],
  ['people', (id) => `erasePerson(personId: "${id}")`],
  ['issues', (id) => `hideIssue(issueId: "${id}", reason: "R")`],
  ['issues', (id) => `showIssue(issueId: "${id}")`],
  ['issues', (id) => `withdrawIssue(issueId: "${id}")`],
  ['issues', (id) => `restoreIssue(issueId: "${id}")`],
  ['issues', (id) => `unmergeIssue(issueId: "${id}")`],
  ['ideas', (id) => `hideIdea(ideaId: "${id}", reason: "R")`],
  ['ideas', (id) => `showIdea(ideaId: "${id}")`],
  ['ideas', (id) => `withdrawIdea(ideaId: "${id}")`],
  ['ideas', (id) => `restoreIdea(ideaId: "${id}")`],
  ['ideas', (id) => `unmergeIdea(ideaId: "${id}")`],
  ['statements', (id) => `withdrawStatement(statementId: "${id}")`],
  ['statements', (id) => `restoreStatement(statementId: "${id}")`],
  ['critiques', (id) => `hideCritique(critiqueId: "${id}", reason: "R")`],
  ['critiques', (id) => `showCritique(critiqueId: "${id}")`],
  ['critiques', (id) => `withdrawCritique(critiqueId: "${id}")`],
  ['critiques', (id) => `resolveCritique(critiqueId: "${id}")`],
]

test('after every one of many random acts a copy brought up to date is the one made anew', async () => {
  const next = numbersFrom(SEED)
  const one = <T>(of: readonly T[]): T => of[Math.floor(next() * of.length)] as T
  const mutations = Object.keys(createSchema().getMutationType()?.getFields() ?? {}).filter(
    (name) => !LEFT_OUT.has(name),
  )
  const folder = await newFolder()
  process.env.QLAB_TOKEN = token.token
  await makeCopy(folder)
  const done: string[] = []
  const stay = [cast.admin.id, cast.participant.id]
  let moved = 0
  for (let n = 0; n < ACTS; n += 1) {
    let call: string
    if (next() < 0.5) {
      call = `${ROOT_CALLS[one(mutations)]?.(one(scenes))}`
    } else {
      const [table, callOf] = one(OF_ROWS)
      // The reader of this test and its actors stay.
      const rows = await world.db.$client<
        { id: string }[]
      >`select id from ${world.db.$client(table)} where id <> all (${stay}::uuid[]) order by id`
      call = `${callOf(one(rows).id, `Words ${n}`)} { __typename }`
    }
    await waitAMinute(folder)
    const as = next() < 0.3 ? cast.participant : cast.admin
    const before = JSON.stringify(await readCopy(folder))
    await ask(world.server, `mutation { done: ${call} }`, {}, signedIn(as))
    done.push(call)
    const updated = await makeCopy(folder)
    expect({ done, copy: updated }).toEqual({ done, copy: await makeCopy(await newFolder()) })
    if (JSON.stringify(updated) !== before) moved += 1
  }
  expect(moved).toBeGreaterThan(ACTS / 10)
}, 600_000)

async function readCopy(folder: string): Promise<object> {
  const { since: _, ...copy } = JSON.parse(await readFile(join(folder, 'copy.json'), 'utf8'))
  return copy
}
