import Link from 'next/link'
import { Fragment } from 'react'

type Props = { steps: readonly { href: string; label: string }[] }

/** The way back up, above a page's title. */
export function Breadcrumbs({ steps }: Props) {
  return (
    <nav aria-label="You are in" className="flex flex-wrap items-center gap-x-2">
      {steps.map(({ href, label }, place) => (
        <Fragment key={href}>
          {place > 0 ? <span aria-hidden>/</span> : null}
          <Link href={href} className="inline-flex min-h-11 items-center">
            {label}
          </Link>
        </Fragment>
      ))}
    </nav>
  )
}
