import { ButtonLink } from './button-link.tsx'

type Props = { href: string; shown: number; total: number; noun: string }

/** The way to the rest of a long list: how much is shown, of how much, and one link for more. */
export function ShowMore({ href, shown, total, noun }: Props) {
  if (shown >= total) return null
  return (
    <div className="mt-6 flex flex-wrap items-center gap-4">
      <p className="tally">
        {shown} of {total} {noun} shown
      </p>
      <ButtonLink href={href} variant="secondary" scroll={false}>
        Show more {noun}
      </ButtonLink>
    </div>
  )
}
