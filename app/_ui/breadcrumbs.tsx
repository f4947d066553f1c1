import { TextLink } from './text-link.tsx'

type Props = {
  steps: readonly { href: string; label: string }[]
  /** What a screen reader calls it; a page with two of them needs two names. */
  label?: string
}

/** The way back up, above a page's title. */
export function Breadcrumbs({ steps, label = 'You are in' }: Props) {
  return (
    <nav aria-label={label} className="flex flex-wrap items-center gap-x-2">
      {steps.map((step, place) => (
        <span key={step.href} className="inline-flex items-start gap-2">
          {place > 0 ? (
            <span aria-hidden className="inline-flex min-h-11 items-center">
              /
            </span>
          ) : null}
          <TextLink href={step.href} className="inline-flex min-h-11 items-center">
            <bdi>{step.label}</bdi>
          </TextLink>
        </span>
      ))}
    </nav>
  )
}
