import type { Note } from '../draw-chart.ts'
import type { MeasureView } from './load-measure.ts'

/** Annotations and baselines in the order of their days, numbered as they stand on the chart. */
export function notesOf({
  annotations,
  baselines,
}: Pick<MeasureView, 'annotations' | 'baselines'>): (Note & { words: string })[] {
  return [
    ...annotations.map(({ day, text }) => ({ day, words: text })),
    ...baselines.map(({ fromDay, reason }) => ({ day: fromDay, words: `New baseline: ${reason}` })),
  ]
    .toSorted((a, b) => a.day.localeCompare(b.day))
    .map((note, at) => ({ ...note, number: at + 1 }))
}
