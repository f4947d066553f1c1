'use client'

import type { ComponentProps } from 'react'
import { type ButtonVariant, buttonStyle } from './button-style.ts'
import { useHydrated } from './use-hydrated.ts'

type Props = ComponentProps<'button'> & {
  variant?: ButtonVariant
  /** While the act runs: the button keeps its place and its focus, says what runs, and cannot be pressed again. */
  pending?: boolean
  /** What runs, as in "Saving". */
  pendingLabel?: string
  /** Whether a press before the page's script runs would be lost: so unless it sends a plain form. */
  needsScript?: boolean
}

/** A button that names its act: "Put a dot here", never "Submit". */
export function Button({
  variant,
  pending,
  pendingLabel,
  needsScript,
  className,
  children,
  onClick,
  ...rest
}: Props) {
  const hydrated = useHydrated()
  const early = !hydrated && (needsScript ?? (rest.type !== 'submit' || pending !== undefined))
  return (
    <button
      type="button"
      {...rest}
      disabled={early || rest.disabled}
      data-early={early || undefined}
      aria-disabled={pending || rest['aria-disabled'] || undefined}
      // A disabled button would lose the focus, so a pending one is only told not to act.
      onClick={pending ? (event) => event.preventDefault() : onClick}
      className={buttonStyle(variant, className)}
    >
      {pending && pendingLabel ? `${pendingLabel}…` : children}
    </button>
  )
}
