import { turnout as turnoutOf } from '#domain/turnout.ts'
import { ButtonLink } from '../../../../_ui/button-link.tsx'
import { Empty } from '../../../../_ui/empty.tsx'

type Props = { hidden: boolean; turnout: { ballots: number; seats: number } | null; slug: string }

const WORDS = {
  hidden: {
    title: 'The count is hidden until voting closes',
    text: 'So that nobody votes with the crowd, the result is shown to everybody at the same moment. This page shows it by itself.',
  },
  tooFew: {
    title: 'The count starts with the fifth ballot',
    text: 'The figures then move five ballots at a time, so that nobody can tell whose dots have just come in. This page shows them by itself.',
  },
}

/** While nobody may see who leads, or too few have voted to show it: only how many have voted. */
export function HiddenTally({ hidden, turnout, slug }: Props) {
  const { title, text } = hidden ? WORDS.hidden : WORDS.tooFew
  return (
    <Empty
      title={title}
      action={
        <ButtonLink variant="secondary" href={`/workshops/${slug}/vote`}>
          Go to the vote
        </ButtonLink>
      }
    >
      <p>{text}</p>
      {turnout ? <p className="tally mt-2">{turnoutOf(turnout).sentence} so far.</p> : null}
    </Empty>
  )
}
