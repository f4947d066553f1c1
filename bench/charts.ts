import type postgres from 'postgres'
import { type ChartKind, drawChart } from '../domain/charts.ts'
import { addDays } from '../domain/dates.ts'
import { MOST_POINTS } from '../domain/measures.ts'
import { random } from './dataset/random.ts'
import { askProduct, type Times, timed } from './times.ts'

const EACH = 20
const TITLE = 'A chart of 10,000 points'
const KINDS = ['XMR', 'RUN'] as const satisfies ChartKind[]
/** As many points as the page of a measure asks for. */
const DRAWN = 600

/** Times a chart of as many points as a measure may have: the rules alone, and the product's answers to one who asks. */
export async function timeCharts(sql: postgres.Sql, as: { url: string; personId: string }): Promise<Times[]> {
  const points = inventPoints()
  const measureId = await keepMeasure(sql, points)
  const measure = { direction: 'UP' as const, target: 60, baselinePoints: null }
  const ask = (kind: string, most: number) => async () => {
    const query = `query ($id: ID!, $kind: ChartKind!, $most: Int!) { measure(id: $id) { chart(kind: $kind, most: $most) {
      sentence pointCount points { id day value effect } segments { centre lower upper } signalCount } } }`
    type Answer = { measure?: { chart: { pointCount: number } } }
    const data = await askProduct<Answer>(as, query, { id: measureId, kind, most })
    if (data?.measure?.chart.pointCount !== points.length) throw new Error('The chart is not whole.')
  }
  const charts = KINDS.flatMap((kind): [string, () => unknown][] => [
    [`${NAMES[kind]}: the rules`, () => drawChart(measure, points, [], kind)],
    [`${NAMES[kind]}: an answer for its page`, ask(kind, DRAWN)],
    [`${NAMES[kind]}: an answer with every point`, ask(kind, MOST_POINTS)],
  ])
  const times: Times[] = []
  for (const [name, draw] of charts) times.push(await timed(name, EACH, draw))
  return times
}

const NAMES = { XMR: 'XmR chart', RUN: 'run chart' }

function inventPoints() {
  const { whole } = random(1)
  return Array.from({ length: MOST_POINTS }, (_, at) => ({
    id: `${at}`,
    day: addDays('1990-01-01', at),
    value: 50 + whole(20) + (at % 900 > 800 ? 8 : 0),
  }))
}

/** The measure stays for the next run: the data set is made anew for each of its versions. */
async function keepMeasure(sql: postgres.Sql, points: ReturnType<typeof inventPoints>): Promise<string> {
  const [kept] = await sql<{ id: string }[]>`select id from measures where title = ${TITLE}`
  if (kept !== undefined) return kept.id
  const [made] = await sql<{ id: string }[]>`
    insert into measures (id, project_id, title, kind, direction, unit, definition, target)
    select gen_random_uuid(), p.id, ${TITLE}, 'OUTCOME', 'UP', '', '', 60 from projects p order by p.id limit 1
    returning id`
  if (made === undefined) throw new Error('The data set has no project.')
  await sql`insert into measure_points (id, measure_id, day, value)
    select gen_random_uuid(), ${made.id}, p.day, p.value
    from unnest(${points.map(({ day }) => day)}::date[], ${points.map(({ value }) => value)}::numeric[]) p(day, value)`
  await sql`analyze measure_points`
  return made.id
}
