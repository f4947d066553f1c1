import { isCalendarDay, isMoment } from '#domain/dates.ts'
import { badInput } from './errors.ts'

/**
 * A place in a list: the id, which is a UUIDv7 and so orders by time, after the day, the count or the moment (to the
 * microsecond) where a list orders by one of these first.
 */
export type Cursor = { day?: string; count?: number; moment?: string; id: string }

/** Which page of a list is asked for. */
export type Page = { first: number; after: Cursor | null }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/
const COUNT = /^\d{1,9}$/

/** Whether a text can be an id at all: anything else is not found without asking the database. */
export function isId(text: string): boolean {
  return UUID.test(text)
}

/** Reads the arguments of a connection. Refuses a `first` outside 1 to 100 and a cursor that this API did not make. */
export function readPage(args: { first?: number | null; after?: string | null }): Page {
  const first = args.first ?? 50
  if (first < 1 || first > 100) throw badInput('Ask for 1 to 100 rows with `first`.')
  if (args.after == null) return { first, after: null }
  const [id = '', key, ...rest] = Buffer.from(args.after, 'base64url').toString('utf8').split('|')
  const place = readKey(key)
  if (!isId(id) || place === null || rest.length > 0) {
    throw badInput(
      'This cursor is not one that this API gave out. Use `endCursor` of the page before, or leave `after` out.',
    )
  }
  return { first, after: { ...place, id } }
}

/** What a list orders by before the id; null for what no list orders by. */
function readKey(key: string | undefined): Omit<Cursor, 'id'> | null {
  if (key === undefined) return {}
  if (COUNT.test(key)) return { count: Number(key) }
  if (isCalendarDay(key)) return { day: key }
  return MOMENT.test(key) && isMoment(key) && isCalendarDay(key.slice(0, 10)) ? { moment: key } : null
}

/** The same for a list that orders by day first. */
export function readDayPage(args: { first?: number | null; after?: string | null }) {
  const { first, after } = readPage(args)
  if (after === null) return { first, after }
  const { day, id } = after
  if (day === undefined) throw badInput(OTHER_LIST)
  return { first, after: { day, id } }
}

/** The same for a list that orders by a count first. */
export function readCountPage(args: { first?: number | null; after?: string | null }) {
  const { first, after } = readPage(args)
  if (after === null) return { first, after }
  const { count, id } = after
  if (count === undefined) throw badInput(OTHER_LIST)
  return { first, after: { count, id } }
}

/** The same for a list that orders by a moment first. */
export function readMomentPage(args: { first?: number | null; after?: string | null }) {
  const { first, after } = readPage(args)
  if (after === null) return { first, after }
  const { moment, id } = after
  if (moment === undefined) throw badInput(OTHER_LIST)
  return { first, after: { moment, id } }
}

const OTHER_LIST = 'This cursor belongs to another list. Leave `after` out to begin.'

/** The cursor of a row. */
function cursorOf({ id, day, count, moment }: Cursor): string {
  const key = day ?? count ?? moment
  return Buffer.from(key === undefined ? id : `${id}|${key}`).toString('base64url')
}

/** A connection as resolvers pass it on. */
export type Connection = {
  edges: { cursor: string; node: unknown }[]
  totalCount: number | (() => Promise<number>)
  pageInfo: {
    hasNextPage: boolean
    hasPreviousPage: boolean
    startCursor: string | null
    endCursor: string | null
  }
}

/** Counts only when the query asks for it. */
export const connectionFields = {
  totalCount: ({ totalCount }: Connection) => (typeof totalCount === 'function' ? totalCount() : totalCount),
}

/** A row of a connection. Its cursor is made when it is read: most queries show none but the last. */
class Edge<T> {
  readonly node: T
  private readonly cursorFor: (row: T) => Cursor
  constructor(node: T, cursorFor: (row: T) => Cursor) {
    this.node = node
    this.cursorFor = cursorFor
  }
  get cursor(): string {
    return cursorOf(this.cursorFor(this.node))
  }
}

/** Rows fetched with one more than asked for, as a Relay connection. `totalCount` is asked only when it is selected. */
export function connection<T>(
  rows: readonly T[],
  page: Page,
  cursorFor: (row: T) => Cursor,
  totalCount: number | (() => Promise<number>),
): Connection {
  const edges = rows.slice(0, page.first).map((node) => new Edge(node, cursorFor))
  return {
    edges,
    totalCount,
    pageInfo: {
      hasNextPage: rows.length > page.first,
      hasPreviousPage: page.after !== null,
      get startCursor() {
        return edges[0]?.cursor ?? null
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null
      },
    },
  }
}
