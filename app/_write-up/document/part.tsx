import type { ReactNode } from 'react'
import { WRITE_UP_HEADINGS, type WriteUpSection } from '#domain/write-ups.ts'
import { hasPart, textOf } from '../figures.ts'
import type { WriteUpHead } from '../read-write-up.ts'
import { Prose } from './prose.tsx'

/** The name of a part in the page's address. */
export function anchorOf(section: WriteUpSection): string {
  return section.toLowerCase()
}

type Props = {
  head: Pick<WriteUpHead, 'texts' | 'briefs' | 'contactEmail'>
  section: WriteUpSection
  children?: ReactNode
}

/** A part of the document: its heading, the words that people wrote, and what is counted below them. */
export function Part({ head, section, children }: Props) {
  if (!hasPart(head, section)) return null
  const text = textOf(head, section)
  return (
    <section aria-labelledby={anchorOf(section)} className="space-y-4">
      <h2 id={anchorOf(section)} className="scroll-mt-4">
        {WRITE_UP_HEADINGS[section]}
      </h2>
      {text ? <Prose text={text} /> : null}
      {children}
    </section>
  )
}
