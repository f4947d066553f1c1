import { plural } from '#domain/numbers.ts'
import { ButtonLink } from '../../../../../../../../_ui/button-link.tsx'
import { Card } from '../../../../../../../../_ui/card.tsx'
import { Tag } from '../../../../../../../../_ui/tag.tsx'
import { ENTRY_LABELS, type Entry, figuresOf, type Paper, sumOf } from '../entries.ts'

type Props = { entry: Entry; paper: Paper; here: string }

/** Whether one of the two entries is made, and the way to make it. */
export function EntryCard({ entry, paper, here }: Props) {
  const figures = figuresOf(paper, entry)
  const made = figures.length > 0
  const first = paper.first.length === 0 && entry === 'FIRST'
  return (
    <Card as="section" className="flex flex-col gap-2" aria-label={ENTRY_LABELS[entry]}>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2>{ENTRY_LABELS[entry]}</h2>
        {made ? <Tag tone="holds">Made</Tag> : <Tag tone="waits">Still to come</Tag>}
      </div>
      <p className="tally flex-1">
        {made
          ? `${plural(sumOf(figures), 'dot')}${paper.ballots === null ? '' : `, on ${plural(paper.ballots, 'ballot')}`}`
          : 'Nothing has been entered.'}
      </p>
      <ButtonLink
        href={`${here}/${entry.toLowerCase()}`}
        variant={first || (!made && paper.first.length > 0) ? 'primary' : 'secondary'}
        className="self-start"
      >
        {made ? 'Correct the' : 'Make the'} {ENTRY_LABELS[entry].toLowerCase()}
      </ButtonLink>
    </Card>
  )
}
