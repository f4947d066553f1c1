import type { Activity } from '#domain/steps.ts'
import type { WorkshopHomeQuery } from './home.generated.ts'

type Workshop = NonNullable<WorkshopHomeQuery['workshop']>
type Action = { href: string; label: string }

/** The one thing that the viewer can do now, the most pressing first; null when there is nothing but to listen. */
export function mainAction(workshop: Workshop): Action | null {
  const home = `/workshops/${workshop.slug}`
  if (workshop.viewerCan.run && !workshop.source)
    return { href: `/dashboard${home}`, label: 'Run this workshop' }
  const now = toDo(workshop, home)
  if (now) return now
  if (ideasOf(workshop) > 0) return { href: `${home}/ideas`, label: 'Read the ideas' }
  if (workshop.priorities.length > 0) return { href: `${home}/priorities`, label: 'See the priorities' }
  if (workshop.viewerCan.seeResults && workshop.currentRound?.state === 'CLOSED') {
    return { href: `${home}/results`, label: 'See the results' }
  }
  return workshop.issueCount > 0 ? { href: `${home}/issues`, label: 'Read the issues' } : null
}

/** How many ideas hang on the workshop's wall. */
export function ideasOf({ statements }: Pick<Workshop, 'statements'>): number {
  return statements.reduce((sum, { ideaCount }) => sum + ideaCount, 0)
}

function toDo({ viewerCan, currentRound, permittedActivities, ...workshop }: Workshop, home: string) {
  const open = (activity: Activity) => permittedActivities.includes(activity)
  const acts: [possible: boolean, path: string, label: string][] = [
    [viewerCan.vote && currentRound?.state === 'OPEN', '/vote', 'Spend your dots'],
    [
      viewerCan.writeCritiques && open('CRITIQUE') && ideasOf(workshop) > 0,
      '/ideas',
      'Comment on other tables’ ideas',
    ],
    [viewerCan.writeIdeas && open('IDEATE') && workshop.statements.length > 0, '/ideas', 'Write an idea'],
    [
      viewerCan.writeStatements && open('REFRAME') && workshop.priorities.length > 0,
      '/priorities',
      'Reword the priorities',
    ],
    [viewerCan.shortlist && open('SHORTLIST'), '/issues', 'Choose which issues go forward'],
    [viewerCan.writeIssues && open('GATHER'), '/issues#write', 'Write an issue'],
  ]
  const first = acts.find(([possible]) => possible)
  return first ? { href: `${home}${first[1]}`, label: first[2] } : null
}
