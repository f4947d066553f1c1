import { v7 } from 'uuid'
import type { Executor } from '#db/client.ts'
import { annotations, measurePoints, measures } from '#db/schema/measures.ts'
import { addDays } from '#domain/dates.ts'

const WEEK = 7

// Invented: twelve weeks as they were, then twelve with the green moon on the whole ward, a little slow to take hold.
const SLEPT = [52, 48, 55, 50, 47, 53, 51, 49, 54, 50, 53, 49, 57, 60, 66, 68, 65, 70, 67, 69, 72, 66, 71, 68]
const ALARMS = [31, 28, 35, 30, 27, 33, 29, 32, 26, 30, 34, 28, 31, 27, 25]

/** Two measures of the made-up project, up to last week: one that has got better, and one that has not changed. */
export async function seedSampleMeasures(tx: Executor, projectId: string, today: string): Promise<void> {
  const slept = { id: v7(), projectId, title: 'Patients who slept through the night' }
  const alarms = { id: v7(), projectId, title: 'Alarms at the bedside in a night' }
  await tx.insert(measures).values([
    {
      ...slept,
      kind: 'OUTCOME',
      direction: 'UP',
      unit: '%',
      baselinePoints: 12,
      definition:
        'Of the patients asked at breakfast on Mondays, those who say that they slept from eleven to six.',
    },
    {
      ...alarms,
      kind: 'BALANCING',
      direction: 'DOWN',
      unit: 'alarms',
      definition: 'Counted by the monitor of bay three, from eleven to six, on Sundays.',
    },
  ])
  const dayOf = (count: number, at: number) => addDays(today, (at - count) * WEEK)
  const pointsOf = (measureId: string, values: readonly number[]) =>
    values.map((value, at) => ({ measureId, value, day: dayOf(values.length, at) }))
  await tx.insert(measurePoints).values([...pointsOf(slept.id, SLEPT), ...pointsOf(alarms.id, ALARMS)])
  await tx.insert(annotations).values({
    measureId: slept.id,
    day: dayOf(SLEPT.length, 11),
    text: 'A card at the door of the ward says what the moon means',
  })
}
