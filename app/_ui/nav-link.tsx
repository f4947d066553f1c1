'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { TextLink } from './text-link.tsx'

type Props = {
  href: string
  /** Whether pages below the address count as this place too; true unless stated. */
  within?: boolean
  /** Other addresses that are this place in another form. */
  also?: readonly string[]
  className?: string
  children: ReactNode
}

/** A link of a navigation that shows, and says, when it is where you are. */
export function NavLink({ href, within = true, also = [], className, children }: Props) {
  const path = usePathname()
  const exact = path === href
  const here = exact || (within && [href, ...also].some((place) => `${path}/`.startsWith(`${place}/`)))
  const current = exact ? 'page' : 'true'
  return (
    <TextLink
      href={href}
      aria-current={here ? current : undefined}
      className={classNames(
        'inline-flex items-center border-b-3 px-1 no-underline hover:border-accent',
        here ? 'border-accent font-bold text-ink' : 'border-transparent text-accent forced-colors:border-b-0',
        className ?? 'min-h-11',
      )}
    >
      {children}
    </TextLink>
  )
}
