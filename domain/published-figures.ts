// What a document states of a vote. It need not follow from the tallies: it is what they are held against.
import { inFigures } from './numbers.ts'
import { refuseVotes } from './paper.ts'
import { type Refusal, refusal } from './refusal.ts'

/** Null where the document says nothing of it. */
export type PublishedFigures = {
  options: number | null
  dots: number | null
  topOptions: number | null
  topDots: number | null
}

const MOST_OPTIONS = 1_000

/** Each figure is possible by itself, the top issues come with their votes, and hold no more than there were. */
export function refusePublishedFigures(figures: PublishedFigures): Refusal | null {
  const { options, dots, topOptions, topDots } = figures
  return (
    refuseOptions(options, 'options') ??
    (dots === null ? null : refuseVotes(dots, 'dots')) ??
    refuseOptions(topOptions, 'topOptions') ??
    (topDots === null ? null : refuseVotes(topDots, 'topDots')) ??
    refuseTop(figures)
  )
}

function refuseOptions(count: number | null, field: string): Refusal | null {
  if (count === null || (Number.isInteger(count) && count >= 1 && count <= MOST_OPTIONS)) return null
  const message = `Enter the issues as a whole number from 1 to ${inFigures(MOST_OPTIONS)}.`
  return refusal('BAD_USER_INPUT', message, field)
}

function refuseTop({ options, dots, topOptions, topDots }: PublishedFigures): Refusal | null {
  const no = (message: string, field: string) => refusal('BAD_USER_INPUT', message, field)
  if ((topOptions === null) !== (topDots === null))
    return no(
      'Enter how many top issues there are and their votes, or neither.',
      topOptions === null ? 'topOptions' : 'topDots',
    )
  if (topOptions !== null && options !== null && topOptions > options)
    return no('The top issues are no more than all issues. Check both figures.', 'topOptions')
  if (topDots !== null && dots !== null && topDots > dots)
    return no('The top issues hold no more than all votes. Check both figures.', 'topDots')
  return null
}
