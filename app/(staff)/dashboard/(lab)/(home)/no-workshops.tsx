import Link from 'next/link'
import { RESTORE_DAYS } from '#domain/workshops.ts'
import { Empty } from '../../../../_ui/empty.tsx'
import type { Status } from './statuses.ts'

type Props = { status: Status; search: string; clearHref: string; hrefOf: (status: Status) => string }

/** Why the list of workshops is empty, and what to do about it. */
export function NoWorkshops({ status, search, clearHref, hrefOf }: Props) {
  if (search) {
    return (
      <Empty title={`No workshop matches “${search}”`} headingLevel="h3">
        <p>Titles, projects and venues are searched. Try fewer words.</p>
        <p className="mt-2">
          <Link href={clearHref} className="inline-flex min-h-11 items-center">
            Clear the search
          </Link>
        </p>
      </Empty>
    )
  }
  if (status === 'ARCHIVED') {
    return (
      <Empty title="No archived workshops" headingLevel="h3">
        <p>
          A workshop that you archive moves here with everything in it, and can be brought back at any time.
        </p>
      </Empty>
    )
  }
  if (status === 'DELETED') {
    return (
      <Empty title="No deleted workshops" headingLevel="h3">
        <p>A deleted workshop stays here for {RESTORE_DAYS} days, in case somebody needs it back.</p>
      </Empty>
    )
  }
  return (
    <Empty title="No workshops yet" headingLevel="h3">
      <p>
        Open a project above and create a workshop in it: from the two-day template, with its tables and
        steps, or empty. You see here how far each one has come.
      </p>
      <ul className="mt-2">
        <li>
          <Link href={hrefOf('ARCHIVED')} className="inline-flex min-h-11 items-center">
            Look at archived workshops
          </Link>
        </li>
        <li>
          <Link href={hrefOf('DELETED')} className="inline-flex min-h-11 items-center">
            Look at deleted workshops
          </Link>
        </li>
      </ul>
    </Empty>
  )
}
