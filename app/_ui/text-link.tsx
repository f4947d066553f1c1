import Link from 'next/link'
import type { ComponentProps } from 'react'

/**
 * A link within the product. Nothing is fetched before it is followed: pages here are made for one person at one
 * moment, and each refresh of a live page would fetch all of its links anew.
 */
export function TextLink(props: ComponentProps<typeof Link>) {
  return <Link prefetch={false} {...props} />
}
