import { classNames } from './class-names.ts'

/** Primary is the one main act of a screen; danger is only for what destroys; quiet is for what is rarely wanted. */
export type ButtonVariant = 'primary' | 'secondary' | 'danger' | 'quiet'

const VARIANTS: Record<ButtonVariant, string> = {
  primary:
    'border-accent bg-accent text-on-accent hover:bg-accent-strong hover:border-accent-strong hover:text-on-accent',
  secondary: 'border-line-strong bg-surface text-ink hover:border-accent hover:bg-accent-soft hover:text-ink',
  danger: 'border-red bg-red text-on-red hover:bg-red-strong hover:border-red-strong hover:text-on-red',
  quiet:
    'border-transparent bg-transparent text-accent underline underline-offset-[0.2em] hover:bg-accent-soft hover:text-accent-strong',
}

/** The look that buttons and links that act as buttons share: never smaller than 44 px. */
export function buttonStyle(variant: ButtonVariant = 'primary', className?: string): string {
  return classNames(
    'inline-flex min-h-11 min-w-11 items-center justify-center gap-2 rounded-card border py-2 text-center',
    variant === 'quiet' ? 'px-2' : 'px-4 font-bold no-underline',
    'transition-colors duration-150 aria-disabled:opacity-60 disabled:not-data-early:opacity-60',
    VARIANTS[variant],
    className,
  )
}
