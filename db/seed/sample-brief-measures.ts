import { and, eq, like } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Executor } from '#db/client.ts'
import { briefMeasures } from '#db/schema/brief-measures.ts'
import { measurePoints, measures } from '#db/schema/measures.ts'
import { addDays } from '#domain/dates.ts'

type Given = { projectId: string; briefId: string; critiqueId: string; teamId: string; today: string }

// Invented, like all of the sample: what was feared did not come about.
const LATE = [1, 0, 2, 1, 0, 1, 0, 1, 2, 0, 1, 1, 0, 1, 0, 1, 0, 2, 0, 1, 0, 1, 0, 1]
const ASKED = [20, 40, 40, 60, 40, 60]

/** What the brief is followed by: the sample's outcome, a balancing measure from a comment, and one that is a team's own. Returns the brief's two. */
export async function seedBriefMeasures(
  tx: Executor,
  given: Given,
): Promise<{ slept: string; late: string }> {
  const { projectId, briefId, critiqueId, teamId, today } = given
  const [slept] = await tx
    .select({ id: measures.id })
    .from(measures)
    .where(and(eq(measures.projectId, projectId), like(measures.title, 'Patients who slept%')))
  if (slept === undefined) throw new Error('The outcome of the sample brief is not there.')
  const [late, asked] = [v7(), v7()]
  await tx.insert(measures).values([
    {
      id: late,
      projectId,
      critiqueId,
      title: 'Late escalations at night',
      kind: 'BALANCING',
      direction: 'DOWN',
      unit: 'in a week',
      definition:
        'People who got worse between eleven and six and were seen by a doctor more than an hour later.',
    },
    {
      id: asked,
      projectId,
      title: 'Hazel ward: people for whom somebody answered',
      kind: 'PROCESS',
      direction: 'UP',
      unit: '%',
      definition:
        'Of five people who cannot say it themselves, those for whom family said whether they may sleep.',
    },
  ])
  const weekly = (measureId: string, values: readonly number[]) =>
    values.map((value, at) => ({ measureId, value, day: addDays(today, (at - values.length) * 7) }))
  await tx.insert(measurePoints).values([...weekly(late, LATE), ...weekly(asked, ASKED)])
  await tx.insert(briefMeasures).values([
    { briefId, measureId: slept.id },
    { briefId, measureId: late },
    { briefId, measureId: asked, teamId },
  ])
  return { slept: slept.id, late }
}
