import type { Sql } from 'postgres'

/** Values that hold no comma come as one text, empty ones as nothing. */
type Joined = string | null

type BoardColumns = {
  id: string
  title: string
  statements: [ids: Joined, titles: string[] | null]
  ideas: [
    ids: Joined,
    horizons: Joined,
    statementIds: Joined,
    tableIds: Joined,
    seatIds: Joined,
    texts: string[] | null,
  ]
  critiques: [
    ideaIds: Joined,
    ids: Joined,
    kinds: Joined,
    parentIds: Joined,
    tableIds: Joined,
    seatIds: Joined,
    texts: (string | null)[] | null,
  ]
  tables: Record<string, string> | null
  names: Record<string, string> | null
}

const joined = (columns: readonly string[]) =>
  columns.map((column) => `string_agg(coalesce(${column}::text, ''), ',')`).join(', ')

const BOARD = `
  with w as materialized (
    select w.id, w.title, w.names_shown = 'NAMES' and (p.platform_role = 'ADMIN' or s.id is not null) as named
    from sessions x
      join people p on p.id = x.person_id
      join workshops w on w.slug = $2 and w.deleted_at is null
      left join seats s on s.workshop_id = w.id and s.person_id = p.id and s.removed_at is null
    where x.token_hash = $1 and x.expires_at > now()
      and (w.published_at is not null or p.platform_role = 'ADMIN' or s.id is not null))
  select w.id, w.title,
    (select json_build_array(${joined(['s.id'])}, json_agg(s.title)) from (
      select * from statements s where s.workshop_id = w.id and s.withdrawn_at is null order by s.position) s) as statements,
    (select json_build_array(${joined(['i.id', 'i.horizon', 'i.statement_id', 'i.table_id', 'i.author_seat_id'])},
      json_agg(i.text)) from (
      select * from ideas i where i.workshop_id = w.id
        and i.merged_into_id is null and i.withdrawn_at is null and i.hidden_at is null order by i.id) i) as ideas,
    (select json_build_array(${joined(['c.idea_id', 'c.id', 'c.kind', 'c.parent_id', 'c.table_id'])},
      ${joined(['case when c.name_hidden_at is null then c.author_seat_id end'])},
      json_agg(case when c.withdrawn_at is null and c.hidden_at is null then c.text end)) from (
      select * from critiques c where c.workshop_id = w.id order by c.created_at, c.id) c) as critiques,
    (select json_object_agg(t.id, t.code) from tables t where t.workshop_id = w.id) as tables,
    (select json_object_agg(s.id, s.display_name) from seats s where w.named and s.workshop_id = w.id and s.id in (
      select i.author_seat_id from ideas i where i.workshop_id = w.id
      union all select c.author_seat_id from critiques c where c.workshop_id = w.id)) as names
  from w`

/** The board of a workshop, for somebody who may read it, with names for the people of the workshop. */
export async function findBoard(sql: Sql, tokenHash: string, slug: string): Promise<BoardColumns | null> {
  const [row] = await sql.unsafe<BoardColumns[]>(BOARD, [tokenHash, slug], { prepare: true })
  return row ?? null
}

type Comment = {
  id: string
  kind: string | null
  parentId: string | null
  text: string | null
  tableCode: string | null
  authorName: string | null
}

/** Every idea with its comments, each answer below what it answers. */
export function arrange(board: BoardColumns) {
  const { id, title, statements, ideas, tables, names } = board
  const [ids, horizons, statementIds, tableIds, seatIds] = ideas
    .slice(0, 5)
    .map((column) => split(column as Joined))
  const texts = ideas[5] ?? []
  const under = new Map<string, Comment[]>(ids?.map((id) => [id, []]))
  const answers = new Map<string, Comment[]>()
  for (const [ideaId, comment] of readComments(board)) {
    if (comment.parentId === null) under.get(ideaId)?.push(comment)
    else {
      const others = answers.get(comment.parentId)
      if (others === undefined) answers.set(comment.parentId, [comment])
      else others.push(comment)
    }
  }
  const unfold = (comments: readonly Comment[], into: Comment[]): Comment[] => {
    for (const comment of comments) {
      into.push(comment)
      const below = answers.get(comment.id)
      if (below !== undefined) unfold(below, into)
    }
    return into
  }
  return {
    id,
    title,
    board: {
      statements: split(statements[0]).map((id, at) => ({ id, title: statements[1]?.[at] })),
      ideas: ids?.map((id, at) => ({
        id,
        text: texts[at],
        horizon: horizons?.[at],
        statement: { id: statementIds?.[at] },
        tableCodes: tableIds?.[at] ? [tables?.[tableIds[at]]] : [],
        authorName: names?.[seatIds?.[at] ?? ''] ?? null,
        critiques: unfold(under.get(id) ?? [], []),
      })),
    },
  }
}

function readComments({ critiques, tables, names }: BoardColumns): [ideaId: string, comment: Comment][] {
  const [ideaIds, ids, kinds, parentIds, tableIds, seatIds] = critiques
    .slice(0, 6)
    .map((column) => split(column as Joined))
  const texts = critiques[6] ?? []
  return (ids ?? []).map((id, at) => [
    ideaIds?.[at] ?? '',
    {
      id,
      kind: kinds?.[at] || null,
      parentId: parentIds?.[at] || null,
      text: texts[at] ?? null,
      tableCode: tables?.[tableIds?.[at] ?? ''] ?? null,
      authorName: names?.[seatIds?.[at] ?? ''] ?? null,
    },
  ])
}

function split(column: Joined): string[] {
  return column === null ? [] : column.split(',')
}
