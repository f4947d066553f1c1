import { dotsInWords } from '#domain/votes.ts'
import { classNames } from './class-names.ts'

type Props = { left: number; allowance: number; className?: string }

/** A voter's dots as a row of real dots: full ones are left, empty ones are spent. In words for a screen reader. */
export function Dots({ left, allowance, className }: Props) {
  return (
    <span
      role="img"
      aria-label={dotsInWords(left, allowance)}
      className={classNames('inline-flex flex-wrap gap-1.5', className)}
    >
      {[...Array(allowance).keys()].map((place) => (
        <span
          key={place}
          className={classNames(
            'size-5 forced-color-adjust-none rounded-full border-2 border-accent transition-colors duration-150',
            place < left && 'bg-accent',
          )}
        />
      ))}
    </span>
  )
}
