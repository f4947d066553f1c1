import type { Sql } from 'postgres'

type Columns<T extends unknown[]> = { [K in keyof T]: T[K][] }

export type BoardColumns = {
  id: string
  title: string
  statements: Columns<[id: string, title: string]>
  ideas: Columns<
    [
      id: string,
      text: string,
      horizon: string,
      statementId: string,
      tableId: string | null,
      seatId: string | null,
    ]
  >
  /** The first is the place of the idea among the ideas. */
  critiques: Columns<
    [
      idea: number,
      id: string,
      kind: string | null,
      parentId: string | null,
      text: string | null,
      tableId: string | null,
      seatId: string | null,
    ]
  >
  tables: Record<string, string> | null
  names: Record<string, string> | null
}

/** The board of a workshop, for somebody who may read it, with names for the people of the workshop. */
export async function findBoard(sql: Sql, tokenHash: string, slug: string): Promise<BoardColumns | null> {
  const [row] = await sql<BoardColumns[]>`
    with w as materialized (
      select w.id, w.title, w.names_shown = 'NAMES' and (p.platform_role = 'ADMIN' or s.id is not null) as named
      from sessions x
        join people p on p.id = x.person_id
        join workshops w on w.slug = ${slug} and w.deleted_at is null
        left join seats s on s.workshop_id = w.id and s.person_id = p.id and s.removed_at is null
      where x.token_hash = ${tokenHash} and x.expires_at > now()
        and (w.published_at is not null or p.platform_role = 'ADMIN' or s.id is not null)),
    i as materialized (
      select i.id, i.text, i.horizon, i.statement_id, i.table_id, i.author_seat_id, row_number() over (order by i.id) - 1 as n
      from ideas i join w on w.id = i.workshop_id
      where i.merged_into_id is null and i.withdrawn_at is null and i.hidden_at is null),
    c as materialized (
      select i.n, c.id, c.kind, c.parent_id, c.table_id, case when c.name_hidden_at is null then c.author_seat_id end as seat_id,
        case when c.withdrawn_at is null and c.hidden_at is null then c.text end as text, c.created_at
      from critiques c join w on w.id = c.workshop_id join i on i.id = c.idea_id)
    select w.id, w.title,
      (select json_build_array(json_agg(s.id), json_agg(s.title)) from (
        select * from statements s where s.workshop_id = w.id and s.withdrawn_at is null order by s.position) s) as statements,
      (select json_build_array(json_agg(i.id), json_agg(i.text), json_agg(i.horizon), json_agg(i.statement_id),
        json_agg(i.table_id), json_agg(i.author_seat_id)) from (select * from i order by n) i) as ideas,
      (select json_build_array(json_agg(c.n), json_agg(c.id), json_agg(c.kind), json_agg(c.parent_id), json_agg(c.text),
        json_agg(c.table_id), json_agg(c.seat_id)) from (select * from c order by created_at, id) c) as critiques,
      (select json_object_agg(t.id, t.code) from tables t where t.workshop_id = w.id) as tables,
      (select json_object_agg(s.id, s.display_name) from seats s where w.named
        and s.id in (select author_seat_id from i union select seat_id from c)) as names
    from w`
  return row ?? null
}

type Comment = ReturnType<typeof readComments>[number]['comment']

/** Every idea with its comments, each answer below what it answers. */
export function arrange(board: BoardColumns) {
  const { id, title, statements, ideas, tables, names } = board
  const [ids, texts, horizons, statementIds, tableIds, seatIds] = ideas
  const under: Comment[][] = ids.map(() => [])
  const answers = new Map<string, Comment[]>()
  for (const { idea, comment } of readComments(board)) {
    if (comment.parentId === null) under[idea]?.push(comment)
    else answers.set(comment.parentId, [...(answers.get(comment.parentId) ?? []), comment])
  }
  const withAnswers = (comment: Comment): Comment[] => [
    comment,
    ...(answers.get(comment.id) ?? []).flatMap(withAnswers),
  ]
  return {
    id,
    title,
    board: {
      statements: statements[0].map((id, at) => ({ id, title: statements[1][at] })),
      ideas: ids.map((id, at) => ({
        id,
        text: texts[at],
        horizon: horizons[at],
        statement: { id: statementIds[at] },
        tableCodes: tableIds[at] ? [tables?.[tableIds[at]]] : [],
        authorName: names?.[seatIds[at] ?? ''] ?? null,
        critiques: under[at]?.flatMap(withAnswers),
      })),
    },
  }
}

function readComments({ critiques, tables, names }: BoardColumns) {
  const [ideas, ids, kinds, parentIds, texts, tableIds, seatIds] = critiques
  return ids.map((id, at) => ({
    idea: ideas[at] ?? 0,
    comment: {
      id,
      kind: kinds[at] ?? null,
      parentId: parentIds[at] ?? null,
      text: texts[at] ?? null,
      tableCode: tables?.[tableIds[at] ?? ''] ?? null,
      authorName: names?.[seatIds[at] ?? ''] ?? null,
    },
  }))
}
