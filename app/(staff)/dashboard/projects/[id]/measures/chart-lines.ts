import { lineInWords } from '#domain/chart-words.ts'
import type { DrawnChartFragment } from './chart-shape.generated.ts'

/** The paper that a chart is drawn on, in its own units. */
export type Sheet = {
  width: number
  height: number
  left: number
  right: number
  top: number
  bottom: number
  text: number
  ticks: number
}

export const WIDE: Sheet = {
  width: 1100,
  height: 420,
  left: 64,
  right: 190,
  top: 44,
  bottom: 48,
  text: 16,
  ticks: 8,
}
export const NARROW: Sheet = {
  width: 350,
  height: 320,
  left: 44,
  right: 106,
  top: 44,
  bottom: 48,
  text: 15,
  ticks: 3,
}

type Rule = { from: string; to: string; value: number; dashed?: string; strong: boolean }
type Label = { words: string; value: number }
type Lines = { low: number; high: number; rules: Rule[]; labels: Label[] }

/** Centre, limits and target as lines from day to day, their labels, and the values that the chart spans. */
export function drawnLines(
  chart: DrawnChartFragment,
  target: number | null,
  unit: string,
  sheet: Sheet,
): Lines {
  const { segments, points, kind } = chart
  const rules: Rule[] = segments.flatMap(
    ({ fromDay: from, toDay: to, centre, lower, upper, provisional }) => [
      { from, to, value: centre, strong: true, ...(provisional && { dashed: '8 4' }) },
      ...[lower, upper].flatMap((value) =>
        value === null ? [] : [{ from, to, value, strong: false, dashed: '6 5' }],
      ),
    ],
  )
  const [first, last] = [points[0]?.day, points.at(-1)?.day]
  if (target !== null && first && last) {
    rules.push({ from: first, to: last, value: target, strong: false, dashed: '1 4' })
  }
  const values = [...points.map(({ value }) => value), ...rules.map(({ value }) => value)]
  const [least, greatest] = [Math.min(...values), Math.max(...values)]
  const room = (greatest - least) * 0.06 || 1
  const latest = segments.at(-1)
  const short = sheet.width < WIDE.width
  const label = (name: string, value: number | null | undefined): Label[] =>
    value == null
      ? []
      : [{ words: `${name} ${lineInWords(value, unit.startsWith('%') && !short ? '%' : '')}`, value }]
  return {
    low: least - room,
    high: greatest + room,
    rules,
    labels: [
      ...label(short ? 'Upper' : 'Upper limit', latest?.upper),
      ...label(kind === 'XMR' ? 'Mean' : 'Median', latest?.centre),
      ...label(short ? 'Lower' : 'Lower limit', latest?.lower),
      ...label('Target', target),
    ],
  }
}

/** Labels that would lie on each other move apart, in the order of their lines. */
export function spreadOut(
  labels: readonly Label[],
  { low, high }: Pick<Lines, 'low' | 'high'>,
  sheet: Sheet,
): Label[] {
  const gap = ((sheet.text + 4) * (high - low)) / (sheet.height - sheet.top - sheet.bottom)
  const placed: Label[] = []
  for (const label of labels.toSorted((a, b) => b.value - a.value)) {
    const above = placed.at(-1)
    placed.push({ ...label, value: above ? Math.min(label.value, above.value - gap) : label.value })
  }
  return placed
}
