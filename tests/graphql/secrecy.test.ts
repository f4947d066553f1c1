import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSchema } from '#graphql/schema.ts'
import { askForEverything } from '#tests/support/everything.ts'
import { type Cast, openCast, openScene, ROLES, type Scene } from '#tests/support/scene.ts'
import { type Changed, MOVE, ROUND, votingRoom } from '#tests/support/voting.ts'
import { openWorld, type TestPerson, type World } from '#tests/support/world.ts'

/** Who chose what is nobody's to know, and how an open vote stands nobody's before it closes. */

let world: World
let cast: Cast
beforeAll(async () => {
  world = await openWorld()
  cast = await openCast(world)
})
afterAll(() => world.close())

const schema = createSchema()

async function move(
  act: 'castVote' | 'withdrawVote',
  scene: Scene,
  optionId: string,
  as: TestPerson,
): Promise<void> {
  const { codes } = await world.run(MOVE[act], { workshopId: scene.workshopId, optionId }, as)
  expect(codes).toEqual([])
}

/** A scene whose open round has two options: the one on the roll, and a second. */
async function openVote() {
  const scene = await openScene(world, cast, { published: true })
  const second = crypto.randomUUID()
  await world.db.$client`
    insert into options (id, round_id, position, title, area_name, table_codes)
    values (${second}, ${scene.rounds.open.id}, 2, 'Second', 'Evidence', '{}')`
  return { scene, first: scene.option.open, second }
}

test('while tallies are hidden, moving dots changes nothing that anybody else can see, on any path', async () => {
  const { scene, first, second } = await openVote()
  const roots = [
    `workshop(slug: "${scene.workshop.slug}")`,
    `round(id: "${scene.rounds.open.id}")`,
    'publishedWorkshops',
    'viewer',
  ]
  const look = async () => {
    const seen: Record<string, string> = {}
    for (const role of ROLES) {
      const answers = []
      for (const root of roots) answers.push((await askForEverything(world, schema, root, cast[role])).text)
      seen[role] = answers.join('\n')
    }
    return seen
  }
  await move('castVote', scene, first, scene.target)
  const before = await look()
  await move('withdrawVote', scene, first, scene.target)
  await move('castVote', scene, second, scene.target)
  expect(await look()).toEqual(before)
})

test.each(ROLES)(
  'the result of an open round is hidden from everybody, on every way to it: %s',
  async (role) => {
    const { scene, first } = await openVote()
    await move('castVote', scene, first, scene.target)
    const result =
      'result { dots rows { dots } channels { dots } reconciliation { counted } cutLine { margin } }'
    const ways = [
      `round(id: "${scene.rounds.open.id}") { ${result} }`,
      `workshop(slug: "${scene.workshop.slug}") { currentRound { ${result} } }`,
    ]
    for (const way of ways) {
      const { data, codes } = await world.run(`{ way: ${way} }`, {}, cast[role])
      expect(codes).toEqual(['RESULTS_HIDDEN'])
      expect(JSON.stringify(data)).toContain('"result":null')
    }
  },
)

test('the result appears to all who may read it the moment the round closes', async () => {
  const { scene, first } = await openVote()
  await move('castVote', scene, first, scene.target)
  await world.run<Changed>(ROUND.close, { id: scene.rounds.open.id }, cast.facilitator)
  for (const role of ROLES) {
    const query = `{ round(id: "${scene.rounds.open.id}") { result { dots rows { option { id } dots } } } }`
    const { data, codes } = await world.run(query, {}, cast[role])
    expect(codes).toEqual([])
    expect(data.round).toMatchObject({
      result: { dots: 1, rows: [{ option: { id: first }, dots: 1 }, { dots: 0 }] },
    })
  }
})

test('a round that shows its tallies while open shows them to its own people only', async () => {
  const room = await votingRoom(world, { hidden: false, published: true, voters: 5 })
  for (const voter of [0, 1, 2, 3, 4]) await room.cast(voter, 0)
  const query = `{ round(id: "${room.roundId}") { result { dots } } }`
  for (const who of [room.voters[0], room.facilitator, cast.admin]) {
    expect((await world.run(query, {}, who)).data.round).toEqual({ result: { dots: 5 } })
  }
  expect((await world.run(query, {}, null)).codes).toEqual(['UNAUTHENTICATED'])
  expect((await world.run(query, {}, cast.stranger)).codes).toEqual(['FORBIDDEN'])
})

test('tallies that are shown move five ballots at a time, whoever looks and however often', async () => {
  const room = await votingRoom(world, { hidden: false, voters: 11 })
  const look = async () => {
    const query = `{ round(id: "${room.roundId}") { turnout { ballots } result { dots ballots rows { dots } reconciliation { status } } } }`
    type Shown = { dots: number; ballots: number; reconciliation: { status: string }[] } | null
    const answers = await Promise.all(
      [room.facilitator, room.voters[0], room.voters[10]].map((who) =>
        world.run<{ round: { turnout: { ballots: number }; result: Shown } }>(query, {}, who),
      ),
    )
    const [first, ...others] = answers.map(({ data }) => data.round.result)
    for (const other of others) expect(other).toEqual(first)
    expect(JSON.stringify(first)).not.toContain('GAP')
    return first && { dots: first.dots, ballots: first.ballots }
  }
  const seen = [await look()]
  for (const voter of Array(11).keys()) {
    await room.cast(voter, voter % 6)
    seen.push(await look())
  }
  const [five, ten] = [
    { dots: 5, ballots: 5 },
    { dots: 10, ballots: 10 },
  ]
  expect(seen).toEqual([null, null, null, null, null, five, five, five, five, five, ten, ten])
  // A dot that moves on a ballot that was counted is seen with the next five.
  await room.withdraw(0, 0)
  await room.cast(0, 5)
  expect(await look()).toEqual(ten)
  const { data } = await world.run<Changed<{ result: { dots: number } }>>(
    ROUND.close,
    { id: room.roundId },
    room.facilitator,
  )
  expect(data.result.__typename).toBe('RoundSuccess')
  expect(await look()).toEqual({ dots: 11, ballots: 11 })
})

test('a ballot is shown to its voter alone, and to nobody once the round has closed', async () => {
  const { scene, first, second } = await openVote()
  await move('castVote', scene, first, cast.participant)
  await move('castVote', scene, second, scene.target)
  const query = `{ round(id: "${scene.rounds.open.id}") { ballot { spentOn remaining } } }`
  const look = async () => {
    const shown: Record<string, unknown> = {}
    for (const role of ROLES) {
      const { data } = await world.run<{ round: { ballot: unknown } }>(query, {}, cast[role])
      shown[role] = data.round.ballot
    }
    return shown
  }
  const nothing = Object.fromEntries(ROLES.map((role) => [role, null]))
  expect(await look()).toEqual({ ...nothing, participant: { spentOn: [first], remaining: 3 } })
  await world.run<Changed>(ROUND.close, { id: scene.rounds.open.id }, cast.facilitator)
  expect(await look()).toEqual(nothing)
})

test('paper figures are shown to those who run the workshop alone', async () => {
  const { scene, first } = await openVote()
  const input = { roundId: scene.rounds.open.id, entry: 'FIRST', figures: [{ optionId: first, dots: 7 }] }
  await world.run(ROUND.enter, { input }, cast.facilitator)
  for (const role of ROLES) {
    const query = `{ round(id: "${scene.rounds.open.id}") { paper { first { dots } } } }`
    const { data } = await world.run<{ round: { paper: unknown } }>(query, {}, cast[role])
    const shown = role === 'facilitator' || role === 'admin'
    expect([role, data.round.paper]).toEqual([role, shown ? { first: [{ dots: 7 }] } : null])
  }
})

test('the turnout is for the people of the workshop alone', async () => {
  const { scene } = await openVote()
  for (const role of ROLES) {
    const query = `{ round(id: "${scene.rounds.open.id}") { turnout { ballots seats } } }`
    const { data } = await world.run<{ round: { turnout: unknown } }>(query, {}, cast[role])
    const inside = ['observer', 'participant', 'facilitator', 'admin'].includes(role)
    expect([role, data.round.turnout]).toEqual([role, inside ? { ballots: 0, seats: 2 } : null])
  }
})
