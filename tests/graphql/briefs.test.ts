import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checksum } from '#tests/support/checksum.ts'
import { count } from '#tests/support/room.ts'
import { type Cast, openCast, openScene, type Scene } from '#tests/support/scene.ts'
import { openWorld, type World } from '#tests/support/world.ts'

let world: World
let cast: Cast
beforeAll(async () => {
  world = await openWorld()
  cast = await openCast(world)
})
afterAll(() => world.close())

type Found = { __typename: string; code?: string; field?: string } & Record<string, unknown>
type As = { token: string } | null

async function act(call: string, as: As, shown = '') {
  const operation = `mutation { result: ${call} { __typename ... on Refusal { code field message } ${shown} } }`
  const { data, codes } = await world.run<{ result: Found }>(operation, {}, as)
  return data?.result ?? { __typename: 'Error', code: codes[0] }
}
async function ask(query: string, as: As) {
  const { data, codes } = await world.run<Record<string, unknown>>(`{ ${query} }`, {}, as)
  return { data, codes }
}
const words = (...texts: string[]) => JSON.stringify(texts).slice(1, -1)
const create = ({ project, ideas, statements }: Scene, id: string, title = 'Brief') =>
  `createBrief(input: { id: "${id}", projectId: "${project.id}", title: "${title}",
    statementIds: [${words(statements.other.id)}], ideaIds: [${words(ideas.own.id)}] })`

test('a brief joins statements and ideas, which then say what became of them', async () => {
  const scene = await openScene(world, cast)
  const id = v7()
  const made = await act(
    create(scene, id),
    cast.admin,
    '... on BriefSuccess { brief { status publishedAt ideas { text } statements { title } } }',
  )
  expect(made.brief).toEqual({
    status: 'PROPOSED',
    publishedAt: null,
    ideas: [{ text: 'Idea on the wall' }],
    statements: [{ title: 'With ideas' }],
  })
  const look = `idea(id: "${scene.ideas.own.id}") { briefs { id title } }`
  expect((await ask(look, cast.admin)).data).toMatchObject({
    idea: { briefs: [{ id }, { id: scene.briefId }] },
  })
  // The new one is kept inside; the one of the scene is published.
  expect((await ask(look, cast.participant)).data).toMatchObject({
    idea: { briefs: [{ id: scene.briefId }] },
  })
})

test('sent twice, at once or again, a brief is made once; with other words the id is refused', async () => {
  const scene = await openScene(world, cast)
  const id = v7()
  const answers = await Promise.all([1, 2, 3, 4].map(() => act(create(scene, id), cast.admin)))
  for (const answer of answers) expect(answer).toMatchObject({ __typename: 'BriefSuccess' })
  expect(await act(create(scene, id), cast.admin)).toMatchObject({ __typename: 'BriefSuccess' })
  const before = await checksum(world.db)
  expect(await act(create(scene, id, 'Another'), cast.admin)).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' })
  expect(await checksum(world.db)).toBe(before)
})

test('nothing of another project, and nothing that one may not read, is joined', async () => {
  const [here, there] = [await openScene(world, cast), await openScene(world, cast)]
  const before = await checksum(world.db)
  const from = (ideaId: string) =>
    `createBrief(input: { id: "${v7()}", projectId: "${here.project.id}", title: "B", ideaIds: ["${ideaId}"] })`
  expect(await act(from(there.ideas.own.id), cast.admin)).toMatchObject({ code: 'NOT_FOUND' })
  expect(await act(from(v7()), cast.admin)).toMatchObject({ code: 'NOT_FOUND' })
  expect(await act(from('nope'), cast.admin)).toMatchObject({ code: 'NOT_FOUND' })
  // Staff without a seat do not read an unpublished workshop.
  expect(await act(from(here.ideas.own.id), cast.staff)).toMatchObject({ code: 'NOT_FOUND' })
  const join = `joinIdea(briefId: "${here.briefId}", ideaId: "${there.ideas.own.id}")`
  expect(await act(join, cast.admin)).toMatchObject({ code: 'NOT_FOUND' })
  expect(await checksum(world.db)).toBe(before)
})

test('a brief shows each reader of its sources what they read there, hidden words to nobody else', async () => {
  const scene = await openScene(world, cast)
  const look = `brief(id: "${scene.briefId}") { ideas { text } statements { title } watchFors { text } contributors { name } teams { people } }`
  const seen = async (as: As) => JSON.stringify((await ask(look, as)).data)
  expect(await seen(cast.admin)).toContain('Hidden idea')
  expect(await seen(cast.admin)).toContain('Names of the team')
  const read = await seen(cast.participant)
  expect(read).toContain('Idea on the wall')
  expect(read).toContain('Peers burn out')
  expect(read).not.toContain('Hidden idea')
  expect(read).not.toContain('Names of the team')
  expect(read).toContain('"contributors":null')
  const stranger = await world.person()
  await world.db
    .$client`insert into brief_contributors (id, brief_id, person_id) values (${v7()}, ${scene.briefId}, ${stranger.id})`
  const guest = await seen(stranger)
  expect(guest).toContain('"ideas":[]')
  expect(guest).toContain('"watchFors":[]')
})

test('kept inside again it is gone for all but staff, and for strangers it never was', async () => {
  const scene = await openScene(world, cast)
  const look = `brief(id: "${scene.briefId}") { title updates { kind } }`
  expect((await ask(look, cast.stranger)).codes).toEqual(['NOT_FOUND'])
  await act(`publishBrief(briefId: "${scene.briefId}", published: false)`, cast.staff)
  for (const as of [cast.participant, cast.facilitator, cast.observer]) {
    expect((await ask(look, as)).codes).toEqual(['NOT_FOUND'])
    const list = `project(id: "${scene.project.id}") { briefs { totalCount edges { node { id } } } }`
    expect((await ask(list, as)).data).toEqual({ project: { briefs: { totalCount: 0, edges: [] } } })
  }
  await act(`publishBrief(briefId: "${scene.briefId}", published: false)`, cast.staff)
  expect((await ask(look, cast.staff)).data).toMatchObject({ brief: { updates: [{ kind: 'UNPUBLISHED' }] } })
})

test('the list goes by status and in pages, the latest first', async () => {
  const scene = await openScene(world, cast)
  const later = [v7(), v7()]
  for (const id of later) await act(create(scene, id), cast.admin)
  await act(`changeBriefStatus(input: { briefId: "${later[1]}", from: PROPOSED, to: ACTIVE })`, cast.admin)
  type Listed = {
    project: {
      briefs: { totalCount: number; edges: { node: { id: string } }[]; pageInfo: { endCursor: string } }
    }
  }
  const list = async (args: string) => {
    const query = `project(id: "${scene.project.id}") { briefs${args} { totalCount edges { node { id } } pageInfo { endCursor } } }`
    const { data } = await world.run<Listed>(`{ ${query} }`, {}, cast.staff)
    const { totalCount, edges, pageInfo } = data.project.briefs
    return { totalCount, ids: edges.map(({ node }) => node.id), end: pageInfo.endCursor }
  }
  expect(await list('')).toMatchObject({ totalCount: 3, ids: [later[1], later[0], scene.briefId] })
  expect(await list('(status: ACTIVE)')).toMatchObject({ totalCount: 1, ids: [later[1]] })
  const first = await list('(first: 2)')
  expect(first).toMatchObject({ totalCount: 3, ids: [later[1], later[0]] })
  expect(await list(`(first: 2, after: "${first.end}")`)).toMatchObject({ ids: [scene.briefId] })
})

test('two who change the status at once make one change, and the second is told', async () => {
  const scene = await openScene(world, cast)
  const change = (to: string, reason = 'null') =>
    act(
      `changeBriefStatus(input: { briefId: "${scene.briefId}", from: PROPOSED, to: ${to}, reason: ${reason} })`,
      cast.staff,
    )
  expect(await change('PARKED')).toMatchObject({ code: 'BAD_USER_INPUT', field: 'reason' })
  const answers = await Promise.all([change('ACTIVE'), change('PARKED', '"No money"')])
  expect(answers.map(({ code }) => code ?? 'done').sort()).toEqual(['STALE_STATE', 'done'])
  const entries = sql`select count(*) from brief_updates where brief_id = ${scene.briefId} and kind = 'STATUS_CHANGED'`
  expect(await count(world.db, entries)).toBe(1)
})

test('what a change leaves out stays, an owner is a name or the viewer, a date can be taken away', async () => {
  const scene = await openScene(world, cast)
  const shown =
    '... on BriefSuccess { brief { title aim { howMuch byWhen forWhom } ownerName viewerIsOwner targetDate } }'
  const update = async (fields: string) =>
    (await act(`updateBrief(input: { id: "${scene.briefId}", ${fields} })`, cast.staff, shown)).brief
  expect(
    await update('aim: { howMuch: "Half", byWhen: "June" }, ownerName: "Kim", targetDate: "2026-06-01"'),
  ).toEqual({
    title: 'Peers on every ward',
    aim: { howMuch: 'Half', byWhen: 'June', forWhom: null },
    ownerName: 'Kim',
    viewerIsOwner: false,
    targetDate: '2026-06-01',
  })
  expect(await update('ownedByViewer: true, aim: { howMuch: "", forWhom: "All" }')).toMatchObject({
    aim: { howMuch: null, byWhen: 'June', forWhom: 'All' },
    ownerName: 'Staff',
    viewerIsOwner: true,
    targetDate: '2026-06-01',
  })
  expect(await update('targetDate: null, ownerName: ""')).toMatchObject({ ownerName: null, targetDate: null })
})

test.each(['2026-02-30', '0000-01-01', '0206-06-01'])('%s is no day for a brief', async (day) => {
  const { briefId } = await openScene(world, cast)
  const date = act(`updateBrief(input: { id: "${briefId}", targetDate: "${day}" })`, cast.staff)
  expect(await date).toMatchObject({ code: 'BAD_USER_INPUT', field: 'targetDate' })
  const entry = `addBriefUpdate(input: { briefId: "${briefId}", text: "U", happenedOn: "${day}" })`
  expect(await act(entry, cast.staff)).toMatchObject({ code: 'BAD_USER_INPUT', field: 'happenedOn' })
})

test('the name of the account that owns a brief, sent back by somebody else, leaves it with that account', async () => {
  const { briefId } = await openScene(world, cast)
  const update = (fields: string, as: As) =>
    act(
      `updateBrief(input: { id: "${briefId}", ${fields} })`,
      as,
      '... on BriefSuccess { brief { title ownerName } }',
    )
  await update('ownedByViewer: true', cast.staff)
  const renamed = await update('title: "Peers on each ward", ownerName: " Staff "', cast.admin)
  expect(renamed.brief).toEqual({ title: 'Peers on each ward', ownerName: 'Staff' })
  const owned = sql`select count(*) from briefs where id = ${briefId} and owner_id = ${cast.staff.id} and owner_name is null`
  expect(await count(world.db, owned)).toBe(1)
  expect((await update('ownerName: "Kim"', cast.admin)).brief).toMatchObject({ ownerName: 'Kim' })
  expect(await count(world.db, owned)).toBe(0)
})

test('drivers read as a tree, and move within it', async () => {
  const { briefId, drivers } = await openScene(world, cast)
  const shown = '... on DriverSuccess { brief { drivers { text depth } } }'
  const tree = async (call: string) => {
    const { code, brief } = await act(call, cast.staff, shown)
    return (
      code ??
      JSON.stringify(brief)
        .match(/"text":"[^"]+","depth":\d/g)
        ?.map((each) => each.replace(/"text":"([^"]+)","depth":(\d)/, '$2 $1'))
    )
  }
  const [primary, other, secondary] = [drivers.primary.id, drivers.other.id, drivers.secondary.id]
  expect(await tree(`editDriver(driverId: "${other}", text: "Peers are paid well")`)).toEqual([
    '0 Peers are asked',
    '1 A rota',
    '0 Peers are paid well',
  ])
  expect(await tree(`moveDriver(input: { id: "${other}", position: 0 })`)).toEqual([
    '0 Peers are paid well',
    '0 Peers are asked',
    '1 A rota',
  ])
  expect(await tree(`moveDriver(input: { id: "${secondary}", parentId: "${other}", position: 9 })`)).toEqual([
    '0 Peers are paid well',
    '1 A rota',
    '0 Peers are asked',
  ])
  expect(await tree(`moveDriver(input: { id: "${other}", parentId: "${primary}", position: 0 })`)).toBe(
    'NOT_ALLOWED_NOW',
  )
  expect(await act(`removeDriver(driverId: "${other}")`, cast.staff)).toMatchObject({
    code: 'NOT_ALLOWED_NOW',
  })
  const id = v7()
  const add = `addDriver(input: { id: "${id}", briefId: "${briefId}", parentId: "${primary}", text: "Time" })`
  const once = await tree(add)
  expect(once).toEqual(['0 Peers are paid well', '1 A rota', '0 Peers are asked', '1 Time'])
  expect(await tree(add)).toEqual(once)
})

test('an unintended consequence becomes something to watch for, and says so', async () => {
  const scene = await openScene(world, cast)
  const critiqueId = scene.consequences.free.id
  const shown = '... on WatchForSuccess { watchFor { text critique { id } } }'
  const watch = (text = 'null', briefId = scene.briefId) =>
    act(
      `watchFor(input: { briefId: "${briefId}", critiqueId: "${critiqueId}", text: ${text} })`,
      cast.admin,
      shown,
    )
  expect(await watch()).toMatchObject({
    watchFor: { text: 'Wards lean on peers', critique: { id: critiqueId } },
  })
  expect(await watch('"Rota gaps"')).toMatchObject({ watchFor: { text: 'Rota gaps' } })
  const look = `idea(id: "${scene.ideas.own.id}") { critiques { id watchFor { text brief { title } } } }`
  const { data } = await ask(look, cast.participant)
  expect(JSON.stringify(data)).toContain('{"text":"Rota gaps","brief":{"title":"Peers on every ward"}}')
  const second = v7()
  await act(create(scene, second), cast.admin)
  expect(await watch('null', second)).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
  const question = `watchFor(input: { briefId: "${scene.briefId}", critiqueId: "${scene.critiques.own.id}" })`
  expect(await act(question, cast.admin)).toMatchObject({ code: 'NOT_ALLOWED_NOW' })
})

test('a line in the words of a comment goes with the comment when that is taken back or hidden', async () => {
  const scene = await openScene(world, cast)
  const look = `brief(id: "${scene.briefId}") { watchFors { text } }`
  expect((await ask(look, cast.participant)).data).toMatchObject({
    brief: { watchFors: [{ text: 'Peers burn out' }] },
  })
  await world.db
    .$client`update critiques set withdrawn_at = now() where id = ${scene.consequences.watched.id}`
  for (const as of [cast.participant, cast.admin]) {
    expect((await ask(look, as)).data).toMatchObject({ brief: { watchFors: [] } })
  }
})
