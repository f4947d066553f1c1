import { numberInWords } from '#domain/numbers.ts'
import { ButtonLink } from '../../../../_ui/button-link.tsx'

type Props = {
  message: string
  /** Dots of the viewer that were counted; null where this page does not know. */
  counted: number | null
  unsent: number
  resultsHref: string
}

/** Says that voting is over, and what became of one's own dots. */
export function ClosedNotice({ message, counted, unsent, resultsHref }: Props) {
  return (
    <>
      <div className="max-w-prose rounded-card border-s-4 border-accent bg-accent-soft p-4">
        <h2>{message}</h2>
        <p>{counted === null ? 'All dots placed before that are counted.' : countedInWords(counted)}</p>
        {unsent > 0 ? <p>What you tapped last had not reached the server, so it is not counted.</p> : null}
      </div>
      <p className="mt-6">
        <ButtonLink href={resultsHref}>See the results</ButtonLink>
      </p>
    </>
  )
}

function countedInWords(counted: number): string {
  if (counted === 0) return 'You placed no dots.'
  return counted === 1 ? 'Your one dot is counted.' : `Your ${numberInWords(counted)} dots are counted.`
}
