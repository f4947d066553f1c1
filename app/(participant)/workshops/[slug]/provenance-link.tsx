import type { ReactNode } from 'react'
import { classNames } from '../../../_ui/class-names.ts'
import { TextLink } from '../../../_ui/text-link.tsx'
import { firstWords } from './first-words.ts'

type Props = {
  slug: string
  kind: 'issue' | 'option' | 'priority' | 'statement' | 'idea' | 'critique'
  id: string
  /** What it is about, to tell this link from the others of the page. */
  about: string
  className?: string
  children?: ReactNode
}

/** Leads to the chain from post-it to comment, of which something is a link. */
export function ProvenanceLink({ slug, kind, id, about, className, children }: Props) {
  return (
    <TextLink
      href={`/workshops/${slug}/provenance/${kind}/${id}`}
      className={classNames('inline-flex min-h-11 items-center', className)}
    >
      {children ?? 'Where this came from and what became of it'}
      <span className="sr-only">: {firstWords(about, 60)}</span>
    </TextLink>
  )
}
