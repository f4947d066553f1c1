import { badInput } from './errors.ts'

/** A place in a list: the id, which is a UUIDv7 and so orders by time, after the day where a list orders by day first. */
export type Cursor = { day?: string; id: string }

/** Which page of a list is asked for. */
export type Page = { first: number; after: Cursor | null }

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const DAY = /^\d{4}-\d\d-\d\d$/

/** Whether a text can be an id at all: anything else is not found without asking the database. */
export function isId(text: string): boolean {
  return UUID.test(text)
}

/** Reads the arguments of a connection. Refuses a `first` outside 1 to 100 and a cursor that this API did not make. */
export function readPage(args: { first?: number | null; after?: string | null }): Page {
  const first = args.first ?? 50
  if (first < 1 || first > 100) throw badInput('Ask for 1 to 100 rows with `first`.')
  if (args.after == null) return { first, after: null }
  const [id = '', day, ...rest] = Buffer.from(args.after, 'base64url').toString('utf8').split('|')
  const dayReads = day === undefined || (DAY.test(day) && !Number.isNaN(Date.parse(day)))
  if (!isId(id) || !dayReads || rest.length > 0) {
    throw badInput(
      'This cursor is not one that this API gave out. Use `endCursor` of the page before, or leave `after` out.',
    )
  }
  return { first, after: day === undefined ? { id } : { day, id } }
}

/** The same for a list that orders by day first. */
export function readDayPage(args: { first?: number | null; after?: string | null }) {
  const { first, after } = readPage(args)
  if (after === null) return { first, after }
  const { day, id } = after
  if (day === undefined) throw badInput('This cursor belongs to another list. Leave `after` out to begin.')
  return { first, after: { day, id } }
}

/** The cursor of a row. */
function cursorOf(row: Cursor): string {
  return Buffer.from(row.day === undefined ? row.id : `${row.id}|${row.day}`).toString('base64url')
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

/** Rows fetched with one more than asked for, as a Relay connection. `totalCount` is asked only when it is selected. */
export function connection<T>(
  rows: readonly T[],
  page: Page,
  cursorFor: (row: T) => Cursor,
  totalCount: number | (() => Promise<number>),
): Connection {
  const nodes = rows.slice(0, page.first)
  // Cursors are made when they are read: most queries show none but the last.
  const edges = nodes.map((node) => ({
    node,
    get cursor() {
      return cursorOf(cursorFor(node))
    },
  }))
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
