import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** The main landmark, to which the skip link leads. One on each page. */
export function Main({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <main
      id="main"
      tabIndex={-1}
      className={classNames(
        'mx-auto w-full max-w-page flex-1 px-4 py-6 outline-none md:px-8 md:py-10',
        className,
      )}
    >
      {children}
    </main>
  )
}
