import type { ComponentProps } from 'react'
import { type ButtonVariant, buttonStyle } from './button-style.ts'
import { TextLink } from './text-link.tsx'

/** A link that is the main act of a screen: it looks like a button and stays a link. */
export function ButtonLink({
  variant,
  className,
  ...rest
}: ComponentProps<typeof TextLink> & { variant?: ButtonVariant }) {
  return <TextLink {...rest} className={buttonStyle(variant, className)} />
}
