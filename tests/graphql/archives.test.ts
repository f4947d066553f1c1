import { v7 } from 'uuid'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { writeArchive } from '#app/_write-up/write-archive.ts'
import { seedOnce } from '#db/seed.ts'
import { openWorld, type TestPerson, type World } from '#tests/support/world.ts'
import { everyExport, openAs, written } from '#tests/support/write-ups.ts'

let world: World
let staff: TestPerson
let admin: TestPerson
beforeAll(async () => {
  world = await openWorld()
  await seedOnce(world.db)
  staff = await world.person({ name: 'Staff', platformRole: 'STAFF' })
  admin = await world.person({ name: 'Admin', platformRole: 'ADMIN' })
})
afterAll(() => world.close())

type Report = {
  title: string | null
  newAreas: string[]
  makes: { noun: string; count: number }[]
  faults: { path: string; reason: string }[]
}
type Done = {
  __typename: string
  code?: string
  report?: Report
  workshop?: { id: string; slug: string } | null
}

async function importArchive(
  archive: string,
  given: { projectId?: string; id?: string; dryRun?: boolean } = {},
) {
  const project = given.projectId ?? (await world.project({ areas: [] })).id
  const { data, codes } = await world.run<{ importWorkshop: Done }>(
    `mutation ($input: ImportWorkshopInput!) { importWorkshop(input: $input) { __typename
      ... on Refusal { code } ... on ImportWorkshopSuccess { workshop { id slug }
        report { title newAreas makes { noun count } faults { path reason } } } } }`,
    { input: { id: given.id ?? v7(), projectId: project, archive, dryRun: given.dryRun ?? false } },
    staff,
  )
  expect(codes).toEqual([])
  return data.importWorkshop
}

const archiveOf = async (slug: string) => written(writeArchive(await openAs(world, admin, { slug })))
const countAll = async () => {
  const tables = [
    'workshops',
    'areas',
    'issues',
    'rounds',
    'tallies',
    'statements',
    'ideas',
    'critiques',
    'write_up_texts',
  ]
  const counts = await Promise.all(
    tables.map((table) => world.db.$client.unsafe(`select count(*)::int as n from ${table}`)),
  )
  return counts.map(([row]) => row?.n)
}

test.each(['peer-support-2017', 'sample-second-day', 'sample-sleeping-well'])(
  'an archive makes an equal workshop: that of the imported one is the same, %s',
  async (slug) => {
    const archive = await archiveOf(slug)
    const { workshop } = await importArchive(archive)
    expect(JSON.parse(await archiveOf(workshop?.slug ?? ''))).toEqual(JSON.parse(archive))
  },
)

test('the imported workshop of 2017 has the same result, and states the same gap', async () => {
  const { workshop } = await importArchive(await archiveOf('peer-support-2017'))
  const forms = await everyExport(await openAs(world, admin, { slug: workshop?.slug ?? '' }))
  expect(forms.pdf).toContain('Counted 147 of 154 published: 7 votes cannot be placed.')
  expect(forms.pdf).toContain('The cut is 1 vote wide')
})

test('a dry run says what would be made, and makes nothing', async () => {
  const archive = await archiveOf('sample-second-day')
  const before = await countAll()
  const { report, workshop } = await importArchive(archive, { dryRun: true })
  expect(await countAll()).toEqual(before)
  expect(workshop).toBeNull()
  expect(report?.faults).toEqual([])
  expect(Object.fromEntries(report?.makes.map(({ noun, count }) => [noun, count]) ?? [])).toMatchObject({
    Statements: 4,
    Ideas: 18,
    // One of the 25 was taken back, and nobody had answered it.
    Comments: 24,
  })
  expect(report?.newAreas.length).toBeGreaterThan(0)
})

test('one fault anywhere, and nothing is made', async () => {
  const archive = JSON.parse(await archiveOf('sample-second-day'))
  archive.ideas.at(-1).table = 'X9'
  const before = await countAll()
  const { report, workshop } = await importArchive(JSON.stringify(archive))
  expect(workshop).toBeNull()
  expect(report?.faults).toEqual([
    {
      path: `ideas.${archive.ideas.length - 1}.table`,
      reason: 'There is no such table code in this archive: X9.',
    },
  ])
  expect(await countAll()).toEqual(before)
})

test('a retry finds the first workshop, and the same id with another archive is refused', async () => {
  const archive = await archiveOf('peer-support-2017')
  const { id: projectId } = await world.project({ areas: [] })
  const given = { id: v7(), projectId }
  const first = await importArchive(archive, given)
  const again = await importArchive(archive, given)
  expect(again.workshop).toEqual(first.workshop)
  expect(await importArchive(`${archive} `, given)).toMatchObject({ code: 'IDEMPOTENCY_MISMATCH' })
})

test('areas that the project has are used, and the others are added to it', async () => {
  const { id: projectId } = await world.project({ areas: ['Access', 'Housing'] })
  const { report } = await importArchive(await archiveOf('peer-support-2017'), { projectId })
  expect(report?.newAreas).toEqual(['Evidence', 'Culture and buy-in', 'Workforce'])
  const rows = await world.db
    .$client`select name from areas where project_id = ${projectId} order by position`
  expect(rows.map(({ name }) => name)).toEqual([
    'Access',
    'Housing',
    'Evidence',
    'Culture and buy-in',
    'Workforce',
  ])
})

test('nobody is in an archive: authors become nobody, and whoever imports is the facilitator', async () => {
  const { workshop } = await importArchive(await archiveOf('sample-second-day'))
  const id = workshop?.id ?? ''
  const sql = world.db.$client
  const seated = await sql`select person_id as "personId", role from seats where workshop_id = ${id}`
  expect([...seated]).toEqual([{ personId: staff.id, role: 'FACILITATOR' }])
  const [authors] = await sql`select count(author_seat_id)::int as n from critiques where workshop_id = ${id}`
  expect(authors?.n).toBe(0)
  const [room] = await sql`select room_open as open from workshops where id = ${id}`
  expect(room?.open).toBe(false)
})
