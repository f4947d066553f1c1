import { classNames } from './class-names.ts'

/** The look of everything that is typed or chosen in. */
export function controlStyle(className?: string): string {
  return classNames(
    'block min-h-11 w-full rounded-card border border-line-strong bg-surface px-3 py-2 text-body text-ink',
    'aria-invalid:border-2 aria-invalid:border-red',
    className,
  )
}
