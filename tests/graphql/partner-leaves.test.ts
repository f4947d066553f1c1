import { type GraphQLResolveInfo, isObjectType, parse } from 'graphql'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Granted, type PartnerScope, reaches, SCOPE_NAMES } from '#domain/tokens.ts'
import { createPartnerContext } from '#graphql/context.ts'
import { createExecute } from '#graphql/execute.ts'
import { createPartnerSchema } from '#graphql/partner.ts'
import { partnerContract } from '#graphql/partner-contract.ts'
import { createMeter } from '#graphql/partner-meter.ts'
import { readContract } from '#graphql/schema.ts'
import { askForEverything } from '#tests/support/everything.ts'
import { type Cast, openCast, openScene, type Scene } from '#tests/support/scene.ts'
import { openWorld, type World } from '#tests/support/world.ts'

/** What a token may not know does not reach it on any path: edges and nodes, every field that partners have. */

let world: World
let cast: Cast
let granted: Scene
let other: Scene
let draft: Scene
beforeAll(async () => {
  world = await openWorld()
  cast = await openCast(world)
  granted = await openScene(world, cast, { published: true })
  other = await openScene(world, cast, { published: true })
  draft = await openScene(world, cast)
  for (const scene of [granted, other, draft]) await markWords(scene)
})
afterAll(() => world.close())

const schema = createPartnerSchema()
const execute = createExecute(schema)

function viewerWith(scopes: PartnerScope[], workshopIds: Granted) {
  return { platformRole: null, seats: [], partner: { tokenId: v7(), scopes, workshopIds } } as const
}

/** Executes as a token would, without the limits of HTTP: everything is more than one query may ask. */
function runAs(scopes: PartnerScope[], workshopIds: Granted): Pick<World, 'run'> {
  const admission = { tokenId: v7(), scopes, workshopIds, origins: [], requests: 1, cost: 0, secondsLeft: 60 }
  const budget = { requestsPerMinute: 600, costPerMinute: 1_000_000 }
  const meter = createMeter(world.db, { ...admission, ...budget }, true)
  return {
    async run<Data>(operation: string) {
      const at = { requestId: 'test', origin: 'http://lab.test', meter }
      const context = createPartnerContext(world.db, viewerWith(scopes, workshopIds), at)
      const { data, errors = [] } = await execute(parse(operation), undefined, context, {})
      return { data: data as Data, codes: errors.map(({ extensions }) => String(extensions.code)), errors }
    },
  }
}

/** Every word stands in one place only, named after the workshop that it is in. */
async function markWords({ workshopId, ideas, issues, critiques, statements, rounds, seats }: Scene) {
  const sql = world.db.$client
  const word = (text: string) => `${text} of ${workshopId}`
  await sql`update workshops set title = ${word('Title')}, contact_email = 'someone@lab.test', names_shown = 'NAMES' where id = ${workshopId}`
  await sql`update issues set title = ${word('Issue')} where id = ${issues.other.id}`
  await sql`update issues set title = ${word('Hidden issue')}, hidden_reason = 'Why hidden', merged_into_id = ${issues.own.id} where id = ${issues.hidden.id}`
  await sql`update issues set title = ${word('Withdrawn issue')} where id = ${issues.withdrawn.id}`
  await sql`update issues set merged_by_name = 'Who merged' where id = ${issues.merged.id}`
  await sql`update ideas set text = ${word('Hidden idea')} where id = ${ideas.hidden.id}`
  await sql`update ideas set text = ${word('Withdrawn idea')}, merged_into_id = ${ideas.own.id} where id = ${ideas.withdrawn.id}`
  await sql`update ideas set text = ${word('Idea')} where id = ${ideas.other.id}`
  await sql`update statements set title = ${word('Withdrawn statement')} where id = ${statements.withdrawn.id}`
  await sql`update critiques set text = ${word('Hidden comment')} where id = ${critiques.hidden.id}`
  await sql`update critiques set text = ${word('Withdrawn comment')} where id = ${critiques.withdrawn.id}`
  await sql`update critiques set resolved_by_name = 'Who resolved' where id = ${critiques.resolved.id}`
  await sql`update seats set display_name = 'Name in the room' where id = ${seats.target.id}`
  await sql`update rounds set title = ${word('Draft round')} where id = ${rounds.draft.id}`
  await sql`update rounds set title = ${word('Open round')} where id = ${rounds.open.id}`
  await sql`update rounds set title = ${word('Closed round')} where id = ${rounds.closed.id}`
}

const rootsOf = ({ workshop, project, rounds, issues, statements, ideas, critiques }: Scene) => [
  'publishedWorkshops',
  'projects',
  `workshop(slug: "${workshop.slug}")`,
  `project(id: "${project.id}")`,
  ...Object.values(rounds).map(({ id }) => `round(id: "${id}")`),
  ...[issues.own, issues.hidden].map(({ id }) => `issue(id: "${id}")`),
  ...[statements.other, statements.withdrawn].map(({ id }) => `statement(id: "${id}")`),
  ...[ideas.own, ideas.hidden].map(({ id }) => `idea(id: "${id}")`),
  ...[critiques.own, critiques.hidden].map(({ id }) => `critique(id: "${id}")`),
  'search(query: "idea issue hidden withdrawn comment title")',
  `similarTo(id: "${issues.other.id}")`,
]

async function readAll(as: Pick<World, 'run'>, scenes: readonly Scene[]): Promise<string> {
  const said = []
  for (const call of new Set(scenes.flatMap(rootsOf))) {
    const { text, codes } = await askForEverything(as, schema, call, null)
    expect([call, codes.filter((code) => code !== 'NOT_FOUND' && code !== 'FORBIDDEN')]).toEqual([call, []])
    said.push(text)
  }
  return said.join('\n')
}

const NOBODYS = [
  ...[
    'someone@lab.test',
    'example.org',
    'Why hidden',
    'Who merged',
    'Who resolved',
    'Name in the room',
    'Participant"',
  ],
  ...['Hidden issue', 'Withdrawn issue', 'Hidden idea', 'Withdrawn idea', 'Withdrawn statement'],
  ...['Hidden comment', 'Withdrawn comment', 'Draft round', 'Open round'],
]

test('a token for content reads what was granted and nothing else, wherever it begins', async () => {
  const said = await readAll(runAs(['CONTENT'], [granted.workshopId, draft.workshopId]), [
    granted,
    other,
    draft,
  ])
  for (const words of ['Title', 'Issue', 'Idea', 'Closed round'])
    expect(said).toContain(`${words} of ${granted.workshopId}`)
  expect(NOBODYS.filter((words) => said.includes(words))).toEqual([])
  for (const { workshopId, project, workshop } of [other, draft]) {
    expect([workshopId, project.id, workshop.slug].filter((word) => said.includes(word))).toEqual([])
  }
  for (const { id } of Object.values(granted.seats)) expect(said).not.toContain(id)
})

test('a token for all that is published reads nothing that is not', async () => {
  const said = await readAll(runAs(['CONTENT'], 'ALL'), [granted, other, draft])
  for (const { workshopId } of [granted, other]) expect(said).toContain(`Issue of ${workshopId}`)
  expect(NOBODYS.filter((words) => said.includes(words))).toEqual([])
  expect(
    [draft.workshopId, draft.project.id, draft.workshop.slug].filter((word) => said.includes(word)),
  ).toEqual([])
})

test('a token for results reads no words but those that were voted on', async () => {
  const said = await readAll(runAs(['RESULTS'], 'ALL'), [granted])
  expect(said).toContain(`Closed round of ${granted.workshopId}`)
  for (const words of ['Issue of', 'Idea of', ...NOBODYS]) expect(said).not.toContain(words)
})

const { scopes } = partnerContract(readContract())
const guarded = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .flatMap((type) =>
    Object.values(type.getFields()).map((field) => ({ name: `${type.name}.${field.name}`, field })),
  )
  .filter(({ name }) => scopes.get(name) != null)

test.each(guarded)('$name asks for its scope', ({ name, field }) => {
  const needed = scopes.get(name) ?? null
  if (needed === null) throw new Error('This field asks for no scope.')
  const resolveFor = (viewer: unknown) => () =>
    field.resolve?.({}, {}, { viewer, db: null, loaders: {} }, {} as GraphQLResolveInfo)
  const lacking = [null, { personId: 'p', platformRole: 'ADMIN', seats: [] }, viewerWith([], 'ALL')]
  if (!reaches(['RESULTS'], needed)) lacking.push(viewerWith(['RESULTS'], 'ALL'))
  for (const viewer of lacking) expect(resolveFor(viewer)).toThrow(SCOPE_NAMES[needed])
})
