import type { WorkshopHomeQuery } from './home.generated.ts'

type Workshop = NonNullable<WorkshopHomeQuery['workshop']>

/** The one thing that the viewer can do now, the most pressing first; null when there is nothing but to listen. */
export function mainAction(workshop: Workshop): { href: string; label: string } | null {
  const home = `/workshops/${workshop.slug}`
  const { viewerCan, currentRound, permittedActivities } = workshop
  if (viewerCan.run && !workshop.source) return { href: `/dashboard${home}`, label: 'Run this workshop' }
  if (viewerCan.vote && currentRound?.state === 'OPEN')
    return { href: `${home}/vote`, label: 'Spend your dots' }
  if (viewerCan.shortlist && permittedActivities.includes('SHORTLIST'))
    return { href: `${home}/issues`, label: 'Choose which issues go forward' }
  if (viewerCan.writeIssues && permittedActivities.includes('GATHER'))
    return { href: `${home}/issues#write`, label: 'Write an issue' }
  if (workshop.priorities.length > 0) return { href: `${home}/priorities`, label: 'See the priorities' }
  if (viewerCan.seeResults && currentRound?.state === 'CLOSED') {
    return { href: `${home}/results`, label: 'See the results' }
  }
  return workshop.issueCount > 0 ? { href: `${home}/issues`, label: 'Read the issues' } : null
}
