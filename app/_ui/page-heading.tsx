import type { ReactNode } from 'react'

type Props = {
  /** Where this page belongs, above the title: the workshop's name, a way back. */
  above?: ReactNode
  title: ReactNode
  lead?: ReactNode
  /** The page's acts, at most one of them primary. */
  actions?: ReactNode
}

/** The one h1 of a page. */
export function PageHeading({ above, title, lead, actions }: Props) {
  return (
    <div className="mb-6 flex flex-wrap items-center justify-between gap-4">
      <div className="min-w-0">
        {above ? <div className="text-ink-soft">{above}</div> : null}
        <h1 dir="auto">{title}</h1>
        {lead ? <div className="mt-2 max-w-prose text-lead">{lead}</div> : null}
      </div>
      {actions ? <div className="flex flex-wrap gap-3">{actions}</div> : null}
    </div>
  )
}
