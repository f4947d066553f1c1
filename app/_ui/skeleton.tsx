import { classNames } from './class-names.ts'

/** A place that is being filled, of the size of what will stand there; shows only after 200 ms. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={classNames('skeleton h-6', className)} />
}
