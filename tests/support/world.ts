import { parse } from 'graphql'
import { v7 } from 'uuid'
import type { Database } from '#db/client.ts'
import { startSession } from '#db/queries/sessions.ts'
import { people } from '#db/schema/people.ts'
import { areas as areaRows, projects } from '#db/schema/projects.ts'
import { seats } from '#db/schema/seats.ts'
import { steps as stepRows } from '#db/schema/steps.ts'
import { tables as tableRows, workshops } from '#db/schema/workshops.ts'
import { dayIn } from '#domain/dates.ts'
import type { PlatformRole } from '#domain/people.ts'
import type { SeatRole } from '#domain/seats.ts'
import type { Activity, StepState } from '#domain/steps.ts'
import { createGraphqlServer, type GraphqlServer } from '#graphql/server.ts'
import { testDatabase } from './database.ts'

/** Somebody with a session. */
export type TestPerson = { id: string; token: string; name: string | null; email: string | null }
/** Somebody with a session and a seat. */
export type TestSeat = TestPerson & { seatId: string }

export type Answer<Data> = {
  data: Data
  /** Codes of the errors, in their order. */
  codes: string[]
  errors: readonly { message: string; path?: readonly (string | number)[] }[]
  startedSession?: { token: string }
}

export type World = Awaited<ReturnType<typeof openWorld>>

/** A database of its own with the whole server on it, and factories for what a test needs. Close it in `afterAll`. */
export async function openWorld() {
  const database = await testDatabase()
  // Rate limits and the mailbox use the pool of the process, which is this world's while it is open.
  const before = Object.getOwnPropertyDescriptor(globalThis, 'qlabConnection')?.value
  Object.assign(globalThis, { qlabConnection: database })
  const server = await createGraphqlServer(database.db)
  const { db } = database
  return {
    db,
    url: database.url,
    run: runner(server),
    person: (given?: GivenPerson) => makePerson(db, given),
    project: (given?: GivenProject) => makeProject(db, given),
    workshop: (given?: GivenWorkshop) => makeWorkshop(db, given),
    seat: (workshopId: string, given?: GivenSeat) => makeSeat(db, workshopId, given),
    async close() {
      Object.assign(globalThis, { qlabConnection: before })
      await database.close()
    },
  }
}

/** Executes an operation as somebody, or as nobody, in the way pages do. */
function runner(server: GraphqlServer) {
  const documents = new Map<string, ReturnType<typeof parse>>()
  return async <Data = Record<string, unknown>>(
    operation: string,
    variables: Record<string, unknown> = {},
    as: { token: string; pageOf?: string } | null = null,
  ): Promise<Answer<Data>> => {
    const document = documents.get(operation) ?? parse(operation)
    documents.set(operation, document)
    const request = {
      sessionToken: as?.token ?? null,
      ...(as?.pageOf !== undefined && { seatId: as.pageOf }),
      origin: 'http://lab.test',
      requestId: 'test',
    }
    const { data, errors = [], startedSession } = await server.inProcess.execute(document, variables, request)
    const codes = errors.map(({ extensions }) => String(extensions?.code))
    return { data: data as Data, codes, errors, ...(startedSession && { startedSession }) }
  }
}

type GivenPerson = {
  name?: string | null
  email?: string | null
  verified?: boolean
  platformRole?: PlatformRole | null
}

async function makePerson(db: Database, given: GivenPerson = {}): Promise<TestPerson> {
  const id = v7()
  const { name = 'Anna', email = `${id}@example.org`, verified = true, platformRole = null } = given
  const emailVerifiedAt = email !== null && verified ? new Date() : null
  await db.insert(people).values({ id, name, email, emailVerifiedAt, platformRole })
  const { token } = await startSession(db, id)
  return { id, token, name, email }
}

type GivenProject = { title?: string; areas?: readonly string[] }

async function makeProject(db: Database, given: GivenProject = {}) {
  const { title = 'Peer support', areas = ['Evidence', 'Access'] } = given
  const project = {
    id: v7(),
    title,
    challenge: 'What would it take for peer support to be available to everybody?',
  }
  await db.insert(projects).values(project)
  const rows = areas.map((name, position) => ({ id: v7(), projectId: project.id, name, position }))
  if (rows.length > 0) await db.insert(areaRows).values(rows)
  return { ...project, areas: rows }
}

type GivenSeat = { name?: string; role?: SeatRole; tableId?: string | null; email?: string | null }

async function makeSeat(db: Database, workshopId: string, given: GivenSeat = {}): Promise<TestSeat> {
  const { name = 'Anna', role = 'PARTICIPANT', tableId = null } = given
  const person = await makePerson(db, { name, ...('email' in given && { email: given.email }) })
  const seat = {
    id: v7(),
    workshopId,
    personId: person.id,
    role,
    displayName: name,
    tableId,
    joinedAt: new Date(),
  }
  await db.insert(seats).values(seat)
  return { ...person, seatId: seat.id }
}

type GivenWorkshop = {
  title?: string
  projectId?: string
  areas?: readonly string[]
  /** Codes; each table takes the next area in turn. */
  tables?: readonly string[]
  steps?: readonly { activity: Activity; state?: StepState; title?: string }[]
  /** Names; each sits at the next table in turn. */
  participants?: readonly string[]
  startsOn?: string
  published?: boolean
  archived?: boolean
  deletedAt?: Date | null
  roomOpen?: boolean
}

/** A workshop with its project, one facilitator and whoever else is asked for. */
async function makeWorkshop(db: Database, given: GivenWorkshop = {}) {
  const {
    title = 'Discovery',
    startsOn = '2017-07-13',
    areas,
    tables = [],
    steps = [],
    participants = [],
  } = given
  const project = await (given.projectId === undefined
    ? makeProject(db, { areas })
    : { id: given.projectId, areas: [] })
  const id = v7()
  const workshop = { id, projectId: project.id, title, slug: `workshop-${id}`, roomCode: freshRoomCode() }
  await db.insert(workshops).values({
    ...workshop,
    startsOn,
    endsOn: startsOn,
    publishedAt: given.published ? new Date() : null,
    archivedAt: given.archived ? new Date() : null,
    deletedAt: given.deletedAt ?? null,
    roomOpen: given.roomOpen ?? true,
    // Its days are long past: somebody opened the room today.
    roomOpenedOn: dayIn(new Date(), 'Europe/London'),
  })
  const tableList = tables.map((code, position) => ({
    id: v7(),
    workshopId: id,
    code,
    position,
    areaId: project.areas[position % project.areas.length]?.id ?? null,
  }))
  if (tableList.length > 0) await db.insert(tableRows).values(tableList)
  const stepList = steps.map(({ activity, state = 'OPEN', title = activity }, position) => ({
    id: v7(),
    workshopId: id,
    position,
    title,
    activity,
    state,
  }))
  if (stepList.length > 0) await db.insert(stepRows).values(stepList)
  const facilitator = await makeSeat(db, id, { name: 'Fay', role: 'FACILITATOR' })
  const seated: TestSeat[] = []
  for (const [index, name] of participants.entries()) {
    seated.push(await makeSeat(db, id, { name, tableId: tableList[index % tableList.length]?.id ?? null }))
  }
  return {
    project,
    areas: project.areas,
    workshop,
    tables: tableList,
    steps: stepList,
    facilitator,
    participants: seated,
  }
}

const CODE_LETTERS = 'CDFGHJKMNPQRTVWXY23456789'
let codes = 0

// Counted, not drawn: no two workshops of one file have the same code.
function freshRoomCode(): string {
  codes += 1
  let [code, rest] = ['', codes]
  for (let place = 0; place < 6; place += 1) {
    code += CODE_LETTERS.charAt(rest % CODE_LETTERS.length)
    rest = Math.floor(rest / CODE_LETTERS.length)
  }
  return code
}
