import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { copyInJavaScript } from '#app/(public)/partners/copy-in-javascript.ts'
import { copyInPython } from '#app/(public)/partners/copy-in-python.ts'
import { ask, type HttpWorld, openHttpWorld, signedIn } from '#tests/support/http-server.ts'
import { type GivenToken, giveToken } from '#tests/support/partners.ts'
import { type Cast, openCast, openScene, type Scene } from '#tests/support/scene.ts'

/** The programs of the documentation, as they stand: a complete copy by paging, and nothing that was not published. */

let world: HttpWorld
let cast: Cast
let token: GivenToken
let scenes: Record<'first' | 'second' | 'later' | 'draft', Scene>
const folders: string[] = []
beforeAll(async () => {
  world = await openHttpWorld()
  cast = await openCast(world)
  scenes = {
    first: await openScene(world, cast, { published: true }),
    second: await openScene(world, cast, { published: true }),
    later: await openScene(world, cast),
    draft: await openScene(world, cast),
  }
  token = await giveToken(world, { requestsPerMinute: 6_000, costPerMinute: 1_000_000 })
})
afterAll(async () => {
  await world.close()
  for (const folder of folders) await rm(folder, { recursive: true })
})

type Things = Record<string, { id: string }>
type Words = Record<'issues' | 'statements' | 'ideas' | 'critiques', Things>
type Copy = {
  workshops: Record<string, Words & { id: string }>
  projects: Things
  briefs: Things
  measures: Record<string, { points: Things }>
}

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'qlab-copy-'))
  folders.push(folder)
  return folder
}

const run = promisify(execFile)

/** Runs a program in a folder, in which it keeps its copy, and reads the copy. */
async function makeCopy(folder: string, language: 'JavaScript' | 'Python' = 'JavaScript'): Promise<Copy> {
  const origin = new URL(world.server.url).origin
  const settings = { cwd: folder, env: { ...process.env, NO_PROXY: '*', QLAB_TOKEN: token.token } }
  await (language === 'Python'
    ? run('python3', ['-c', copyInPython(origin)], settings)
    : run(process.execPath, ['--input-type=module', '--eval', copyInJavaScript(origin)], settings))
  const { since, ...copy } = JSON.parse(await readFile(join(folder, 'copy.json'), 'utf8'))
  expect(Date.parse(since)).toBeLessThan(Date.now() - 59_000)
  return copy
}

/** As if the copy had begun a minute from now: what happened before is not asked for again, however fast this goes. */
async function waitAMinute(folder: string): Promise<void> {
  const file = join(folder, 'copy.json')
  const [row] = await world.db.$client`select clock_timestamp() as now`
  const copy = JSON.parse(await readFile(file, 'utf8'))
  await writeFile(file, JSON.stringify({ ...copy, since: new Date(row?.now).toISOString() }))
}

async function act(call: string): Promise<void> {
  const { data, errors } = await ask(
    world.server,
    `mutation { done: ${call} { __typename } }`,
    {},
    signedIn(cast.admin),
  )
  expect([call, errors, JSON.stringify(data).includes('Refusal')]).toEqual([call, undefined, false])
}

async function idsIn(table: string, condition: string): Promise<string[]> {
  const rows = await world.db.$client.unsafe<{ id: string }[]>(
    `select x.id from ${table} x join workshops w on w.id = x.workshop_id
    where w.published_at is not null and w.deleted_at is null and ${condition} order by x.id`,
  )
  return rows.map(({ id }) => id)
}

/** Everything happens that may happen to a copy: words are written, changed, merged, hidden and shown, workshops come and go. */
async function liveOn({ first, second, later }: typeof scenes): Promise<void> {
  const sql = world.db.$client
  await act(`hideIssue(issueId: "${first.issues.other.id}", reason: "R")`)
  await act(`hideIssue(issueId: "${first.issues.onRoll.id}", reason: "R")`)
  await act(`showIssue(issueId: "${first.issues.hidden.id}")`)
  await act(`editIssue(input: { id: "${first.issues.own.id}", title: "Reworded" })`)
  await act(`unmergeIssue(issueId: "${first.issues.merged.id}")`)
  await act(`hideIdea(ideaId: "${first.ideas.own.id}", reason: "R")`)
  await act(`showIdea(ideaId: "${first.ideas.hidden.id}")`)
  await act(`withdrawStatement(statementId: "${first.statements.own.id}")`)
  await act(`hideCritique(critiqueId: "${first.critiques.own.id}", reason: "R")`)
  await act(`updateTable(input: { id: "${first.tables[0]?.id}", code: "QQ" })`)
  await act(`updateWorkshop(input: { id: "${first.workshopId}", title: "Renamed" })`)
  await act(`renameArea(areaId: "${first.areas[0]?.id}", name: "Another name")`)
  const { points } = first.measure
  await sql`update measure_points set removed_at = now(), removed_reason = 'R' where id = ${points.first.id}`
  await sql`update measure_points set value = 7 where id = ${points.second.id}`
  await act(`publishBrief(briefId: "${first.briefId}", published: false)`)
  await act(`publishWorkshop(id: "${second.workshopId}", published: false)`)
  await act(`publishWorkshop(id: "${later.workshopId}", published: true)`)
}

test('a copy holds everything that is published, page by page, and nothing that is not', async () => {
  const copy = await makeCopy(await newFolder())
  const { first, second, later, draft } = scenes
  expect(Object.keys(copy.workshops)).toEqual(expect.arrayContaining([first.workshopId, second.workshopId]))
  const held = (name: keyof Words) =>
    Object.values(copy.workshops)
      .flatMap((workshop) => Object.keys(workshop[name]))
      .toSorted()
  const shown = 'x.hidden_at is null and x.withdrawn_at is null'
  expect(held('issues')).toEqual(await idsIn('issues', shown))
  expect(held('ideas')).toEqual(await idsIn('ideas', shown))
  expect(held('statements')).toEqual(await idsIn('statements', 'x.withdrawn_at is null'))
  const idea =
    'exists (select from ideas i where i.id = x.idea_id and i.hidden_at is null and i.withdrawn_at is null)'
  expect(held('critiques')).toEqual(await idsIn('critiques', `${shown} and ${idea}`))
  expect(Object.keys(copy.briefs)).toEqual(expect.arrayContaining([first.briefId, second.briefId]))
  const { points } = first.measure
  expect(Object.keys(copy.measures[first.measure.id]?.points ?? {}).toSorted()).toEqual(
    [points.first.id, points.second.id].toSorted(),
  )
  const text = JSON.stringify(copy)
  for (const scene of [later, draft]) {
    for (const id of [scene.workshopId, scene.project.id, scene.briefId, scene.issues.own.id]) {
      expect(text).not.toContain(id)
    }
  }
  for (const id of [first.issues.hidden.id, first.ideas.withdrawn.id, first.rounds.open.id]) {
    expect(text).not.toContain(id)
  }
})

test('a copy that is brought up to date is the one that would be made anew', async () => {
  const folder = await newFolder()
  const before = await makeCopy(folder)
  expect(await makeCopy(folder)).toEqual(before)
  await waitAMinute(folder)
  await liveOn(scenes)
  const updated = await makeCopy(folder)
  const anew = await makeCopy(await newFolder())
  expect(updated).toEqual(anew)
  expect(updated).not.toEqual(before)
  expect(Object.keys(updated.workshops)).toContain(scenes.later.workshopId)
  expect(JSON.stringify(updated)).not.toContain(scenes.second.workshopId)
  await waitAMinute(folder)
  await act(`publishWorkshop(id: "${scenes.second.workshopId}", published: true)`)
  await act(`publishBrief(briefId: "${scenes.first.briefId}", published: true)`)
  await act(`showIdea(ideaId: "${scenes.first.ideas.own.id}")`)
  await act(`showIssue(issueId: "${scenes.first.issues.other.id}")`)
  await act(`deleteWorkshop(id: "${scenes.later.workshopId}")`)
  expect(await makeCopy(folder)).toEqual(await makeCopy(await newFolder()))
})

test('the program in Python makes the same copy, and keeps it', async () => {
  const folder = await newFolder()
  expect(await makeCopy(folder, 'Python')).toEqual(await makeCopy(await newFolder()))
  await waitAMinute(folder)
  await act(`restoreWorkshop(id: "${scenes.later.workshopId}")`)
  await act(`hideIdea(ideaId: "${scenes.second.ideas.other.id}", reason: "R")`)
  await act(`hideIssue(issueId: "${scenes.second.issues.other.id}", reason: "R")`)
  expect(await makeCopy(folder, 'Python')).toEqual(await makeCopy(await newFolder()))
})
