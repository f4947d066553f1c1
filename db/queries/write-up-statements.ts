import type { Database } from '#db/client.ts'
import type { CritiqueKind } from '#domain/critiques.ts'

/** A problem statement as a write-up shows it. */
export type WrittenStatement = {
  id: string
  title: string
  wordings: string[]
  optionIds: string[]
  reasons: { text: string; shownFirst: boolean }[]
  similar: { statementId: string; title: string; note: string | null }[]
}

/** The statements of a workshop that stand, in their order, with all that belongs to them, in one statement. */
export async function listWrittenStatements(
  { $client: sql }: Database,
  workshopId: string,
): Promise<WrittenStatement[]> {
  return sql<WrittenStatement[]>`
    select s.id, s.title,
      (select coalesce(json_agg(x.title order by x.created_at, x.id), '[]') from wordings x where x.statement_id = s.id) as wordings,
      (select coalesce(json_agg(p.option_id order by p.position, p.id), '[]')
        from statement_priorities sp join priorities p on p.id = sp.priority_id where sp.statement_id = s.id) as "optionIds",
      (select coalesce(json_agg(json_build_object('text', x.text, 'shownFirst', x.shown_first)
          order by x.shown_first desc, x.created_at, x.id), '[]')
        from reasons x where x.statement_id = s.id and x.withdrawn_at is null) as reasons,
      (select coalesce(json_agg(json_build_object('statementId', o.id, 'title', o.title, 'note', m.note)
          order by o.position, o.id), '[]')
        from similar_statements m
        join statements o on o.id = case when m.statement_id = s.id then m.similar_id else m.statement_id end
        where (m.statement_id = s.id or m.similar_id = s.id) and o.withdrawn_at is null) as similar
    from statements s where s.workshop_id = ${workshopId} and s.withdrawn_at is null
    order by s.position, s.id`
}

/** How many comments of each kind a write-up shows. */
export async function countWrittenCritiques(
  { $client: sql }: Database,
  workshopId: string,
): Promise<{ kind: CritiqueKind; count: number }[]> {
  return sql<{ kind: CritiqueKind; count: number }[]>`
    select c.kind, count(*)::int as count
    from critiques c join ideas i on i.id = c.idea_id left join ideas w on w.id = i.merged_into_id
    where c.workshop_id = ${workshopId} and c.kind is not null and c.withdrawn_at is null and c.hidden_at is null
      and i.withdrawn_at is null and i.hidden_at is null and w.withdrawn_at is null and w.hidden_at is null
    group by c.kind order by c.kind`
}

/** Published briefs that join statements or ideas of a workshop that it shows, the oldest first. */
export async function listWrittenBriefs({ $client: sql }: Database, workshopId: string) {
  return sql<
    {
      id: string
      title: string
      status: 'PROPOSED' | 'ACTIVE' | 'TESTING' | 'ADOPTED' | 'PARKED' | 'STOPPED'
      aimHowMuch: string | null
      aimByWhen: string | null
      aimForWhom: string | null
    }[]
  >`
    select b.id, b.title, b.status, b.aim_how_much as "aimHowMuch", b.aim_by_when as "aimByWhen",
      b.aim_for_whom as "aimForWhom"
    from briefs b where b.published_at is not null and (
      exists (select from brief_statements j join statements s on s.id = j.statement_id
        where j.brief_id = b.id and s.workshop_id = ${workshopId} and s.withdrawn_at is null)
      or exists (select from brief_ideas j join ideas i on i.id = j.idea_id
        where j.brief_id = b.id and i.workshop_id = ${workshopId} and i.withdrawn_at is null and i.hidden_at is null))
    order by b.id`
}
