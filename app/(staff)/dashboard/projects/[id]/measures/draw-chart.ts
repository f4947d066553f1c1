import 'server-only'
import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import { valueInWords } from '#domain/chart-words.ts'
import { drawnLines, type Sheet, spreadOut } from './chart-lines.ts'
import type { DrawnChartFragment } from './chart-shape.generated.ts'
import { EFFECT_LOOKS } from './effect-looks.ts'

/** A numbered mark on a day of the chart; what it means stands beside it in words. */
export type Note = { number: number; day: string }

type Drawing = { chart: DrawnChartFragment; target: number | null; unit: string; notes: readonly Note[] }

// Plot asks its document for elements only, so one empty page serves every chart.
const { document } = parseHTML('<!doctype html><html><body></body></html>')

// With more points than this their marks would only hide the line.
const MOST_MARKS = 120

/** The chart as an SVG tree: line, marks by effect, centre, limits and target, each labelled where it ends. */
export function drawChart({ chart, target, unit, notes }: Drawing, sheet: Sheet): Element {
  const points = chart.points.map((point) => ({ ...point, at: dateOf(point.day) }))
  const lines = drawnLines(chart, target, unit, sheet)
  const [begin, end] = domainOf(points)
  const marked = points.length <= MOST_MARKS ? points.filter(({ effect }) => effect === null) : []
  return Plot.plot({
    document,
    width: sheet.width,
    height: sheet.height,
    marginLeft: sheet.left,
    marginRight: sheet.right,
    marginTop: sheet.top,
    marginBottom: sheet.bottom,
    x: { type: 'utc', domain: [begin, end] },
    y: { domain: [lines.low, lines.high] },
    marks: [
      Plot.gridY({ stroke: 'var(--line)', strokeOpacity: 1, ticks: 5 }),
      Plot.axisX({ ticks: sheet.ticks, fontSize: sheet.text, label: null, color: 'var(--ink-soft)' }),
      Plot.axisY({
        ticks: 5,
        fontSize: sheet.text,
        label: unit || null,
        labelArrow: 'none',
        color: 'var(--ink-soft)',
      }),
      ...noteMarks(notes, [begin, end], sheet),
      ...lines.rules.map(({ from, to, value, dashed, strong }) =>
        Plot.ruleY([value], {
          x1: dateOf(from),
          x2: dateOf(to),
          stroke: strong ? 'var(--ink)' : 'var(--ink-soft)',
          strokeWidth: strong ? 2 : 1.5,
          strokeDasharray: dashed,
        }),
      ),
      Plot.lineY(points, { x: 'at', y: 'value', stroke: 'var(--ink-soft)', strokeWidth: 1.5 }),
      Plot.dot(marked, { x: 'at', y: 'value', r: 3.5, fill: 'var(--surface)', stroke: 'var(--ink)' }),
      ...Object.values(EFFECT_LOOKS).map(({ effect, symbol, colour }) =>
        Plot.dot(
          points.filter((point) => point.effect === effect),
          { x: 'at', y: 'value', r: 5.5, symbol, fill: colour, stroke: 'var(--surface)' },
        ),
      ),
      ...spreadOut(lines.labels, lines, sheet).map(({ words, value }) =>
        Plot.text([words], {
          x: end,
          y: value,
          dx: 10,
          textAnchor: 'start',
          fontSize: sheet.text,
          fill: 'var(--ink)',
        }),
      ),
    ],
  })
}

/** The latest values as a small line, for a list in which words stand beside it. */
export function drawSmallChart(chart: DrawnChartFragment, unit: string): Element {
  const points = chart.points.map((point) => ({ ...point, at: dateOf(point.day) }))
  return Plot.plot({
    document,
    width: 240,
    height: 72,
    margin: 8,
    axis: null,
    ariaDescription: valueInWords(points.at(-1)?.value ?? 0, unit),
    x: { type: 'utc', domain: domainOf(points) },
    marks: [
      ...chart.segments.map(({ fromDay, toDay, centre }) =>
        Plot.ruleY([centre], { x1: dateOf(fromDay), x2: dateOf(toDay), stroke: 'var(--line-strong)' }),
      ),
      Plot.lineY(points, { x: 'at', y: 'value', stroke: 'var(--ink-soft)', strokeWidth: 1.5 }),
      ...Object.values(EFFECT_LOOKS).map(({ effect, symbol, colour }) =>
        Plot.dot(
          points.filter((point) => point.effect === effect),
          { x: 'at', y: 'value', r: 4, symbol, fill: colour },
        ),
      ),
    ],
  })
}

// A note on a day that the chart does not reach stands in the list below it only.
function noteMarks(
  notes: readonly Note[],
  [begin, end]: [Date, Date],
  { top, text, width, left, right }: Sheet,
) {
  const placed = notes
    .map(({ number, day }) => ({ at: dateOf(day), number }))
    .filter(({ at }) => at >= begin && at <= end)
  return [
    Plot.ruleX(placed, { x: 'at', stroke: 'var(--accent)', strokeDasharray: '2 4' }),
    Plot.text(inOneLine(placed, ((text * 2) / (width - left - right)) * (end.getTime() - begin.getTime())), {
      x: 'at',
      text: 'words',
      frameAnchor: 'top',
      dy: 6 - top,
      fontSize: text,
      fontWeight: 'bold',
      fill: 'var(--accent)',
    }),
  ]
}

/** Numbers that would lie on each other become one label, from the first to the last. */
function inOneLine(
  placed: readonly { at: Date; number: number }[],
  room: number,
): { at: Date; words: string }[] {
  const near: { at: Date; number: number }[][] = []
  for (const note of placed) {
    const before = near.at(-1)?.at(-1)
    if (before !== undefined && note.at.getTime() - before.at.getTime() < room) near.at(-1)?.push(note)
    else near.push([note])
  }
  return near.map((together) => {
    const [first, last] = [together[0], together.at(-1)]
    const middle = ((first?.at.getTime() ?? 0) + (last?.at.getTime() ?? 0)) / 2
    return {
      at: new Date(middle),
      words: first === last ? `${first?.number}` : `${first?.number}–${last?.number}`,
    }
  })
}

const DAY = 86_400_000

// A chart of a few days still shows a fortnight, since times of day mean nothing here.
function domainOf(points: readonly { at: Date }[]): [Date, Date] {
  const [first, last] = [points[0]?.at ?? new Date(0), points.at(-1)?.at ?? new Date(0)]
  const missing = Math.max(0, 14 * DAY - (last.getTime() - first.getTime()))
  return [new Date(first.getTime() - missing / 2), new Date(last.getTime() + missing / 2)]
}

function dateOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`)
}
