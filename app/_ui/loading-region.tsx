import type { ReactNode } from 'react'

/** Holds the skeletons of a page, and says in words that it is on its way. */
export function LoadingRegion({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div aria-busy="true">
      <p role="status" className="sr-only">
        {label}
      </p>
      {children}
    </div>
  )
}
