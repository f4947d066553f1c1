'use client'

import Link from 'next/link'
import type { ComponentProps } from 'react'
import { takesNewDocument } from '#domain/paths.ts'

type Props = ComponentProps<typeof Link> & { href: string }

/**
 * A link within the product. Nothing is fetched before it is followed: pages here are made for one person at one
 * moment, and each refresh of a live page would fetch all of its links anew.
 */
export function TextLink({ href, ...rest }: Props) {
  function follow(event: { preventDefault: () => void }) {
    if (!takesNewDocument(location.pathname, href)) return
    event.preventDefault()
    location.assign(href)
  }
  return <Link prefetch={false} {...rest} href={href} onNavigate={follow} />
}
