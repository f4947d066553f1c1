import { WRITE_UP_HEADINGS, WRITE_UP_SECTIONS } from '#domain/write-ups.ts'
import { hasPart } from '../figures.ts'
import type { WriteUpHead } from '../read-write-up.ts'
import { anchorOf } from './part.tsx'

/** The parts of the document, each one press away. */
export function Contents({ head }: { head: WriteUpHead }) {
  return (
    <nav aria-label="Contents" data-no-print>
      <p className="font-bold">Contents</p>
      <ol className="mt-1 gap-x-8 sm:columns-2">
        {WRITE_UP_SECTIONS.filter((section) => hasPart(head, section)).map((section) => (
          <li key={section} className="break-inside-avoid">
            <a href={`#${anchorOf(section)}`} className="inline-flex min-h-11 items-center">
              {WRITE_UP_HEADINGS[section]}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
