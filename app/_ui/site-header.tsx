import type { ReactNode } from 'react'
import { TextLink } from './text-link.tsx'

/** The head of every page: the wordmark, and what the viewer can reach. */
export function SiteHeader({ children }: { children: ReactNode }) {
  return (
    <header data-site className="border-b border-line bg-surface">
      <div className="mx-auto flex w-full max-w-page flex-wrap items-center justify-between gap-x-6 px-4 md:px-8">
        <TextLink
          href="/"
          className="inline-flex min-h-14 items-center gap-2 text-lead font-bold text-ink no-underline hover:text-accent"
        >
          <span aria-hidden className="grid forced-color-adjust-none grid-cols-2 gap-1">
            <span className="size-2.5 rounded-full bg-accent" />
            <span className="size-2.5 rounded-full bg-accent" />
            <span className="size-2.5 rounded-full bg-accent" />
            <span className="size-2.5 rounded-full border-2 border-accent" />
          </span>
          Q Lab Workshops
        </TextLink>
        {children}
      </div>
    </header>
  )
}
