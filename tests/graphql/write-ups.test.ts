import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWriteUp } from '#app/_write-up/read-write-up.ts'
import { followIssues } from '#db/queries/rounds.ts'
import { type Cast, openCast, openScene, type Scene } from '#tests/support/scene.ts'
import { openWorld, type World } from '#tests/support/world.ts'
import { askAs, everyExport, openAs } from '#tests/support/write-ups.ts'

let world: World
let cast: Cast
beforeAll(async () => {
  world = await openWorld()
  cast = await openCast(world)
})
afterAll(() => world.close())

type Done = { __typename: string; code?: string; field?: string; [key: string]: unknown }
const REFUSED = '... on Refusal { code field message }'

async function change(call: string, variables: Record<string, unknown>): Promise<Done> {
  const { data, codes } = await world.run<{ done: Done }>(call, variables, cast.facilitator)
  expect(codes).toEqual([])
  return data.done
}

const write = (scene: Scene, more: Record<string, unknown>) =>
  change(
    `mutation ($input: WriteWriteUpTextInput!) { done: writeWriteUpText(input: $input) {
      __typename ${REFUSED} ... on WriteUpTextSuccess { writeUpText { id text authorName history { text authorName } } } } }`,
    { input: { id: v7(), workshopId: scene.workshopId, section: 'INTRODUCTION', ...more } },
  )

const publish = async (scene: Scene, more: Record<string, unknown> = {}) => {
  const done = await change(
    `mutation ($input: PublishWriteUpInput!) { done: publishWriteUp(input: $input) {
      __typename ${REFUSED} ... on WriteUpSuccess { writeUp { path publishedAt } } } }`,
    { input: { workshopId: scene.workshopId, audience: 'LINK', ...more } },
  )
  return { ...done, path: (done.writeUp as { path?: string } | undefined)?.path ?? null }
}

const withdraw = (scene: Scene) =>
  change(`mutation ($id: ID!) { done: withdrawWriteUp(workshopId: $id) { __typename } }`, {
    id: scene.workshopId,
  })

const tokenOf = (path: string | null) => path?.split('/').at(-1) ?? ''
const reads = async (token: string) => {
  const { codes } = await world.run('query ($token: String) { writeUp(token: $token) { title } }', { token })
  return codes.length === 0
}

test('a text is written anew, and every version that it had stays with who wrote it', async () => {
  const scene = await openScene(world, cast)
  const first = await write(scene, { section: 'NEXT', text: 'First words', basedOn: null })
  const { id } = first.writeUpText as { id: string }
  const second = await write(scene, { section: 'NEXT', text: 'Second words', basedOn: id })
  expect(second.writeUpText).toMatchObject({
    text: 'Second words',
    history: [
      { text: 'Second words', authorName: 'Facilitator' },
      { text: 'First words', authorName: 'Facilitator' },
    ],
  })
})

test('the second of two who edit one text is told, and a retry writes one version', async () => {
  const scene = await openScene(world, cast)
  const input = { id: v7(), section: 'NEXT', text: 'Mine', basedOn: null }
  const mine = await write(scene, input)
  expect(await write(scene, input)).toEqual(mine)
  expect(await write(scene, { section: 'NEXT', text: 'Theirs', basedOn: null })).toMatchObject({
    code: 'STALE_STATE',
  })
  expect(await write(scene, { ...input, text: 'Other' })).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' })
})

test('a text left empty is not in the write-up, and those who run the workshop still find its versions', async () => {
  const scene = await openScene(world, cast)
  await write(scene, { section: 'THANKS', text: 'Thanks' })
  await write(scene, { section: 'THANKS', text: ' ' })
  const ask = `query ($slug: String, $all: Boolean) { writeUp(slug: $slug) { texts(includeEmpty: $all) { section history { text } } } }`
  const seen = async (all: boolean) => {
    const variables = { slug: scene.workshop.slug, all }
    const { data } = await world.run<{ writeUp: { texts: { section: string; history: unknown[] }[] } }>(
      ask,
      variables,
      cast.facilitator,
    )
    return data.writeUp.texts.filter(({ section }) => section === 'THANKS')
  }
  expect(await seen(false)).toEqual([])
  expect(await seen(true)).toEqual([{ section: 'THANKS', history: [{ text: '' }, { text: 'Thanks' }] }])
})

test('who wrote a text, and how it read before, is for those who run the workshop alone', async () => {
  const scene = await openScene(world, cast)
  await write(scene, { text: 'What this was' })
  const ask =
    '{ writeUp(token: "TOKEN") { texts { text authorName history { text } } viewerCanEdit resultsPath } }'
  const { data } = await world.run(ask.replace('TOKEN', scene.writeUpToken), {}, cast.stranger)
  expect(data.writeUp).toEqual({
    texts: [{ text: 'What this was', authorName: null, history: [] }],
    viewerCanEdit: false,
    resultsPath: null,
  })
})

test('an address is dead the moment its write-up is withdrawn, and a new one is made the next time', async () => {
  const scene = await openScene(world, cast)
  const before = scene.writeUpToken
  expect(await reads(before)).toBe(true)
  await withdraw(scene)
  expect(await reads(before)).toBe(false)
  const after = tokenOf((await publish(scene)).path)
  expect(after).not.toBe(before)
  expect([await reads(before), await reads(after)]).toEqual([false, true])
})

test('the same address comes back when it is asked for', async () => {
  const scene = await openScene(world, cast)
  await withdraw(scene)
  const { path } = await publish(scene, { sameAddress: true })
  expect(path).toBe(`/write-ups/${scene.writeUpToken}`)
})

test('pressing twice keeps the address that was just given out', async () => {
  const scene = await openScene(world, cast)
  await withdraw(scene)
  const { path } = await publish(scene)
  expect((await publish(scene)).path).toBe(path)
})

test('a write-up is published to everybody only where its workshop is', async () => {
  const inside = await openScene(world, cast)
  expect(await publish(inside, { audience: 'EVERYBODY' })).toMatchObject({
    code: 'NOT_ALLOWED_NOW',
    field: 'audience',
  })
  const scene = await openScene(world, cast, { published: true })
  const { path } = await publish(scene, { audience: 'EVERYBODY' })
  expect(path).toBe(`/workshops/${scene.workshop.slug}/write-up`)
  expect(await reads(scene.writeUpToken)).toBe(false)
  const open = async () => {
    const ask =
      'query ($slug: String!) { workshop(slug: $slug) { writeUpPath } writeUp(slug: $slug) { title } }'
    return world.run(ask, { slug: scene.workshop.slug })
  }
  expect(await open()).toMatchObject({ codes: [], data: { workshop: { writeUpPath: path } } })
  await withdraw(scene)
  expect(await open()).toMatchObject({ codes: ['NOT_FOUND'] })
})

test('a write-up goes with its workshop when that is deleted', async () => {
  const scene = await openScene(world, cast)
  await scene.deleteWorkshop()
  expect(await reads(scene.writeUpToken)).toBe(false)
})

test('publishing and withdrawing are written into the log', async () => {
  const scene = await openScene(world, cast)
  await withdraw(scene)
  await publish(scene)
  const ask =
    'query ($slug: String!) { workshop(slug: $slug) { log { edges { node { act actorName reason } } } } }'
  const { data } = await world.run(ask, { slug: scene.workshop.slug }, cast.facilitator)
  expect(JSON.stringify(data)).toContain('WRITE_UP_WITHDRAWN')
  expect(JSON.stringify(data)).toContain('WRITE_UP_PUBLISHED')
})

/** Words that stand in one place of the database only, and may stand in no form of the write-up, for nobody. */
const NEVER = {
  hiddenIssue: 'Issue that was hidden',
  withdrawnIssue: 'Issue that was taken back',
  whyHidden: 'Why it was hidden',
  hiddenIdea: 'Idea words hidden away',
  withdrawnIdea: 'Idea words taken back',
  hiddenComment: 'Comment words hidden away',
  withdrawnComment: 'Comment words taken back',
  withdrawnStatement: 'Statement words taken back',
  withdrawnReason: 'Reason words taken back',
  onHiddenIdea: 'Said of a hidden idea',
  brief: 'A brief kept inside',
  name: 'Somebody by name',
}

async function marked(): Promise<Scene> {
  const scene = await openScene(world, cast, { published: true })
  const sql = world.db.$client
  const { issues, ideas, critiques, statements, reasons, workshopId } = scene
  await sql`update issues set title = ${NEVER.hiddenIssue}, hidden_reason = ${NEVER.whyHidden} where id = ${issues.hidden.id}`
  await sql`update issues set title = ${NEVER.withdrawnIssue} where id = ${issues.withdrawn.id}`
  // The hidden one was voted on, and its words stand on the roll of the closed round.
  await sql`update options set title = ${NEVER.hiddenIssue}, issue_id = ${issues.hidden.id} where id = ${scene.option.closed}`
  await followIssues(world.db, [issues.hidden.id])
  await sql`update ideas set text = ${NEVER.hiddenIdea}, merged_into_id = ${ideas.own.id} where id = ${ideas.hidden.id}`
  await sql`update ideas set text = ${NEVER.withdrawnIdea} where id = ${ideas.withdrawn.id}`
  await sql`update critiques set text = ${NEVER.hiddenComment}, hidden_reason = ${NEVER.whyHidden} where id = ${critiques.hidden.id}`
  await sql`update critiques set text = ${NEVER.withdrawnComment} where withdrawn_at is not null and workshop_id = ${workshopId}`
  await sql`update critiques set text = ${NEVER.onHiddenIdea} where idea_id = ${ideas.hidden.id}`
  await sql`update statements set title = ${NEVER.withdrawnStatement} where id = ${statements.withdrawn.id}`
  await sql`update reasons set text = ${NEVER.withdrawnReason} where id = ${reasons.withdrawn.id}`
  await sql`update briefs set title = ${NEVER.brief}, published_at = null where id = ${scene.briefId}`
  await sql`update seats set display_name = ${NEVER.name} where workshop_id = ${workshopId}`
  return scene
}

test('what was hidden, taken back or kept inside, and every name, is in no form of the write-up, also not for staff', async () => {
  const scene = await marked()
  for (const as of [cast.facilitator, cast.admin, null]) {
    const address = as === null ? { token: scene.writeUpToken } : { slug: scene.workshop.slug }
    const forms = await everyExport(await openAs(world, as, address))
    for (const [form, text] of Object.entries(forms)) {
      const found = Object.entries(NEVER).filter(([, words]) => text.includes(words))
      expect([form, found]).toEqual([form, []])
    }
    // The words of everybody are there, so the search above means something.
    expect(forms.pdf).toContain(scene.issues.own.title)
    expect(forms.pdf).toContain('An issue that is no longer shown')
  }
})

test('no form of the write-up holds an open round, a voter or a ballot', async () => {
  const scene = await openScene(world, cast)
  const { head } = await openAs(world, cast.facilitator, { slug: scene.workshop.slug })
  expect(head.rounds.map(({ title }) => title)).toEqual(['Closed'])
  const forms = await everyExport(await openAs(world, cast.facilitator, { slug: scene.workshop.slug }))
  expect(forms.archive).not.toMatch(/"(voters?|seats?|ballots?)": ?[[{"]/i)
})

test('who may not read a write-up finds none, in no form', async () => {
  const scene = await openScene(world, cast)
  for (const as of [null, cast.stranger, cast.participant, cast.staff]) {
    await expect(openWriteUp(askAs(world, as), { slug: scene.workshop.slug })).rejects.toThrow('NOT_FOUND')
    await expect(openWriteUp(askAs(world, as), { token: `x${scene.writeUpToken}` })).rejects.toThrow(
      'NOT_FOUND',
    )
  }
})

test('a write-up that is withdrawn while somebody reads it ends there', async () => {
  const scene = await openScene(world, cast)
  const source = await openAs(world, null, { token: scene.writeUpToken })
  await withdraw(scene)
  await expect(source.ideas().next()).rejects.toThrow('NOT_FOUND')
})
