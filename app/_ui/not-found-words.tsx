import type { ReactNode } from 'react'

type Props = { title: string; children: ReactNode; actions: ReactNode }

/** A place that is not there: what that may mean, and where to go next. */
export function NotFoundWords({ title, children, actions }: Props) {
  return (
    <>
      <title>{`${title} - Q Lab Workshops`}</title>
      <h1>{title}</h1>
      <div className="mt-2 max-w-prose space-y-3">{children}</div>
      <div className="mt-6 flex flex-wrap gap-3">{actions}</div>
    </>
  )
}
