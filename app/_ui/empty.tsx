import type { ReactNode } from 'react'

type Props = {
  /** What will be here. */
  title: string
  /** Who brings it, and when. */
  children: ReactNode
  /** The one act that fills it, if the viewer may. */
  action?: ReactNode
  headingLevel?: 'h2' | 'h3'
}

/** An empty place that teaches: what will be here, who brings it, one action. */
export function Empty({ title, children, action, headingLevel: Heading = 'h2' }: Props) {
  return (
    <div className="rounded-card border-2 border-dashed border-line p-6">
      <Heading>{title}</Heading>
      <div className="mt-1 max-w-prose">{children}</div>
      {action ? <div className="mt-4">{action}</div> : null}
    </div>
  )
}
