import { Disclosure } from '../../../_ui/disclosure.tsx'
import type { TypeGroup } from './group-types.ts'

/** The names of all types, each a link to its place. */
export function Contents({ groups }: { groups: readonly TypeGroup[] }) {
  return (
    <nav
      aria-label="Types"
      className="print:hidden lg:sticky lg:top-4 lg:max-h-[calc(100dvh-2rem)] lg:overflow-y-auto lg:p-1"
    >
      {groups.map(({ title, types }) => (
        <Disclosure key={title} summary={`${title} (${types.length})`} open={types.length > 1}>
          <ul className="mb-4 max-lg:columns-2">
            {types.map(({ name }) => (
              <li key={name}>
                <a href={`#${name}`} className="inline-flex min-h-11 items-center wrap-anywhere lg:min-h-8">
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </Disclosure>
      ))}
    </nav>
  )
}
