import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

type Props = {
  summary: ReactNode
  open?: boolean
  /** For islands that fetch what stands in it only when it is wanted. */
  onOpen?: () => void
  className?: string
  children: ReactNode
}

/** What is rarely wanted, one press away. */
export function Disclosure({ summary, open = false, onOpen, className, children }: Props) {
  return (
    <details
      open={open}
      onToggle={onOpen && (({ currentTarget }) => currentTarget.open && onOpen())}
      className={classNames('group', className)}
    >
      <summary className="-ms-1 inline-flex min-h-11 cursor-pointer list-none items-center gap-1 text-accent underline underline-offset-[0.2em] hover:text-accent-strong [&::-webkit-details-marker]:hidden">
        <ChevronRight aria-hidden className="size-5 shrink-0 group-open:rotate-90" />
        {summary}
      </summary>
      <div className="mt-2">{children}</div>
    </details>
  )
}
