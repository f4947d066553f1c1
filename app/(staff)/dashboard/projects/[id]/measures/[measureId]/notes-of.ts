import { CYCLE_DECISION_LABELS } from '#domain/cycles.ts'
import type { CycleDaysFragment } from '../cycle-days.generated.ts'
import type { Note } from '../draw-chart.ts'

type Noted = {
  annotations: readonly { day: string; text: string }[]
  baselines: readonly { fromDay: string; reason: string }[]
  cycleDays: CycleDaysFragment['cycleDays']
}

/**
 * Annotations, baselines and the days of test cycles in the order of their days, numbered as they stand on the chart:
 * what happened on one day stands together.
 */
export function notesOf({ annotations, baselines, cycleDays }: Noted): (Note & { words: string })[] {
  const noted = [
    ...annotations.map(({ day, text }) => ({ day, words: text })),
    ...baselines.map(({ fromDay, reason }) => ({ day: fromDay, words: `New baseline: ${reason}` })),
    ...cycleDays.map((day) => ({ day: day.day, words: cycleInWords(day) })),
  ].toSorted((a, b) => a.day.localeCompare(b.day))
  const days = [...new Set(noted.map(({ day }) => day))]
  return days.map((day, at) => ({
    number: at + 1,
    day,
    words: noted
      .filter((note) => note.day === day)
      .map(({ words }) => words)
      .join('. '),
  }))
}

function cycleInWords({ event, cycle: { number, decision, team } }: CycleDaysFragment['cycleDays'][number]) {
  const cycle = `Cycle ${number} of ${team.organisation}`
  if (event === 'BEGUN') return `${cycle} begins`
  return decision === null
    ? `${cycle} is decided on`
    : `${cycle}: ${CYCLE_DECISION_LABELS[decision].toLowerCase()}`
}
