import type { GraphQLResolveInfo } from 'graphql'
import {
  columnsFor,
  countWorkshops,
  type DayPage,
  type ListedWorkshop,
  type WorkshopsMeant,
  type WorkshopsWith,
} from '#db/queries/workshop-lists.ts'
import { type Connection, connection } from '#graphql/connections.ts'
import type { Context } from '#graphql/context.ts'
import { selection } from '#graphql/selection.ts'

/** Columns that fields are made from under other names. */
const MADE_FROM: Record<string, readonly string[]> = {
  joinUrl: ['joinToken'],
  roomOpen: ['startsOn', 'endsOn', 'roomOpenedOn', 'timeZone'],
}

/** What a query asks of each workshop of a list, to be loaded in the list's own statement. */
export function askedOf(info: GraphQLResolveInfo, dotCount: WorkshopsWith['dotCount']): WorkshopsWith {
  const asked = selection(info)
  const fields = [...asked].map((path) => path.replace(/^edges\.node\./, ''))
  const needed = fields.flatMap((field) => MADE_FROM[field] ?? [])
  const columns = columnsFor([...fields, ...needed])
  return {
    columns,
    participantCount: asked.has('edges.node.participantCount'),
    issueCount: asked.has('edges.node.issueCount'),
    postItCount: asked.has('edges.node.postItCount'),
    dotCount: asked.has('edges.node.dotCount') ? dotCount : null,
    project: asked.has('edges.node.project'),
    total: asked.has('totalCount'),
  }
}

/** Workshops as a connection. Each row carries the total; only a page past the end has to ask for it. */
export function workshopConnection(
  rows: readonly ListedWorkshop[],
  page: DayPage,
  { db }: Context,
  meant: WorkshopsMeant,
  projectId: string | null,
): Connection {
  const none = () => (page.after === null ? Promise.resolve(0) : countWorkshops(db, meant, projectId))
  return connection(rows, page, ({ startsOn, id }) => ({ day: startsOn, id }), rows[0]?.total ?? none)
}
