import type { Database } from '../../db/client.ts'
import { CRITIQUE_KINDS } from '../../domain/critiques.ts'
import { HORIZONS } from '../../domain/ideas.ts'
import type { Random } from './random.ts'
import { vocabulary } from './vocabulary.ts'

const WORDS = 30_000
const WORKSHOPS = 100
/** 2,000 texts in each workshop, 200,000 in all. */
const EACH = { issues: 100, statements: 10, ideas: 490, critiques: 1_400 }

/** What searches look through: workshops of their own, without people, so that nothing else is slowed by them. */
export async function insertTexts(
  { $client: sql }: Database,
  dice: Random,
  theme: { projectId: string; areaIds: readonly string[] },
): Promise<void> {
  const { text } = vocabulary(dice, WORDS)
  const ids = (count: number) => Array.from({ length: count }, () => dice.id())
  const texts = (count: number, words: number) =>
    Array.from({ length: count }, () => text(words + dice.whole(words)))
  const anyOf = (count: number, from: readonly string[]) =>
    Array.from({ length: count }, () => from[dice.whole(from.length)] ?? '')
  for (let number = 0; number < WORKSHOPS; number++) {
    const workshopId = dice.id()
    // Every other one is published, and all are over long before those of the dashboard.
    await sql`
      insert into workshops (id, project_id, slug, title, starts_on, ends_on, room_code, published_at)
      values (${workshopId}, ${theme.projectId}, ${`texts-${number}`}, ${`Texts ${number + 1}`}, '2001-01-01', '2001-01-01',
        ${`TEXTS${number}`}, ${number % 2 === 0 ? '2001-01-02' : null})`
    await sql`
      insert into issues (id, workshop_id, area_id, title)
      select x.id, ${workshopId}, x.area, x.title from unnest(${ids(EACH.issues)}::uuid[],
        ${anyOf(EACH.issues, theme.areaIds)}::uuid[], ${texts(EACH.issues, 5)}::text[]) x(id, area, title)`
    const statementIds = ids(EACH.statements)
    await sql`
      insert into statements (id, workshop_id, position, title)
      select x.id, ${workshopId}, x.n, x.title from unnest(${statementIds}::uuid[],
        ${texts(EACH.statements, 7)}::text[]) with ordinality x(id, title, n)`
    const ideaIds = ids(EACH.ideas)
    await sql`
      insert into ideas (id, workshop_id, statement_id, horizon, text)
      select x.id, ${workshopId}, x.statement, x.horizon, x.text from unnest(${ideaIds}::uuid[],
        ${anyOf(EACH.ideas, statementIds)}::uuid[], ${anyOf(EACH.ideas, HORIZONS)}::horizon[],
        ${texts(EACH.ideas, 10)}::text[]) x(id, statement, horizon, text)`
    await sql`
      insert into critiques (id, workshop_id, idea_id, kind, text)
      select x.id, ${workshopId}, x.idea, x.kind, x.text from unnest(${ids(EACH.critiques)}::uuid[],
        ${anyOf(EACH.critiques, ideaIds)}::uuid[], ${anyOf(EACH.critiques, CRITIQUE_KINDS)}::critique_kind[],
        ${texts(EACH.critiques, 8)}::text[]) x(id, idea, kind, text)`
  }
}
