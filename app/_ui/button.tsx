import type { ComponentProps } from 'react'
import { type ButtonVariant, buttonStyle } from './button-style.ts'

type Props = ComponentProps<'button'> & {
  variant?: ButtonVariant
  /** While the act runs: the button keeps its place and its focus, says what runs, and cannot be pressed again. */
  pending?: boolean
  /** What runs, as in "Saving". */
  pendingLabel?: string
}

/** A button that names its act: "Put a dot here", never "Submit". */
export function Button({
  variant,
  pending = false,
  pendingLabel,
  className,
  children,
  onClick,
  ...rest
}: Props) {
  return (
    <button
      type="button"
      {...rest}
      aria-disabled={pending || rest['aria-disabled'] || undefined}
      // A disabled button would lose the focus, so a pending one is only told not to act.
      onClick={pending ? (event) => event.preventDefault() : onClick}
      className={buttonStyle(variant, className)}
    >
      {pending && pendingLabel ? `${pendingLabel}…` : children}
    </button>
  )
}
